// Expressions of lessons and figures in their texts: worked out by hand, and what is said of wrong ones.
#include "core/lesson/lesson_text.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <map>

namespace tst_evaluate
{

using namespace memwall::core;

namespace
{

class Table : public Names
{
public:
    [[nodiscard]] std::optional<double> value(const std::string& name) const override
    {
        const auto found = values.find(name);
        return found == values.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] std::optional<double> fact(const std::string& path) const override
    {
        return path == "chip/x/flops" ? std::optional(7.0) : std::nullopt;
    }
    [[nodiscard]] std::optional<double> setting(const std::string& pointer) const override
    {
        return pointer == "/workload/users" ? std::optional(8.0) : std::nullopt;
    }
    [[nodiscard]] bool isSetTo(const std::string& pointer, const std::string& text) const override
    {
        return pointer == "/a" && text == "b c";
    }

    std::map<std::string, double> values { { "systems[0].tpot_s", 0.5 }, { "pin.a.x", 2 },
        { "gone", kUnknownFigure }, { "memory", 1 } };
};

} // namespace

class TestEvaluate : public QObject
{
    Q_OBJECT
private slots:
    void expressionsGiveWhatPaperGives_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        const auto row
            = [](const char* text, double value) { QTest::newRow(text) << QString(text) << value; };
        row("systems[0].tpot_s * 4", 2);
        row("1 / systems[0].tpot_s + pin.a.x^2", 6);
        row("nearest(30, 1, 10, 100)", 1); // 30 / 10 is less than 100 / 30
        row("nearest(32, 1, 10, 100)", 2);
        row("argmin(3, 1, 2)", 1);
        row("argmax(3, 1, 2)", 0);
        row("set(\"/workload/users\") >= 8 && pin.a.x < 3", 1);
        row("is(\"/a = b c\")", 1);
        row("is(\"/a = b\")", 0);
        row("fact(\"chip/x/flops\") - 7", 0);
        row("!(1 > 2)", 1);
        row("ceil(2.1) + floor(2.9) + abs(-1)", 6);
        row("pin.a.x > 1 ? 10 : 20", 10);
        row("max(1, pin.a.x, 1.5)", 2);
    }
    void expressionsGiveWhatPaperGives()
    {
        QFETCH(QString, text);
        QFETCH(double, value);
        const auto got = evaluate(text.toStdString(), Table());
        QVERIFY(got.has_value());
        QCOMPARE(*got, value);
    }

    void whatIsNotKnownStaysUnknown()
    {
        QVERIFY(std::isnan(evaluate("gone + 1", Table()).value()));
        QVERIFY(std::isnan(evaluate("nearest(gone, 1, 2)", Table()).value()));
        QVERIFY(!holds("gone > 1", Table()).value());
        QVERIFY(!holds("gone <= 1", Table()).value());
    }

    void wrongOnesAreNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("what");
        QTest::newRow("name") << "systems[0].tpot"
                              << "lesson.unknown_name";
        QTest::newRow("fact") << "fact(\"chip/y/flops\")"
                              << "lesson.unknown_name";
        QTest::newRow("setting") << "set(\"/nowhere\")"
                                 << "lesson.unknown_name";
        QTest::newRow("syntax") << "1 +"
                                << "lesson.wrong_expression";
        QTest::newRow("empty") << ""
                               << "lesson.wrong_expression";
        QTest::newRow("is") << "is(\"/a\")"
                            << "lesson.wrong_expression";
        QTest::newRow("assignment") << "pin.a.x = 3"
                                    << "lesson.wrong_expression";
        QTest::newRow("long") << QString(3000, QLatin1Char('1')) << "lesson.long_expression";
        QTest::newRow("nested") << QString(1500, QLatin1Char('(')) << "lesson.wrong_expression";
    }
    void wrongOnesAreNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, what);
        const auto got = evaluate(text.toStdString(), Table());
        QVERIFY(!got.has_value());
        QCOMPARE(QString::fromStdString(std::string(got.error().what)), what);
    }

    void figuresHaveTheirUnits_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("text");
        QTest::newRow("bytes") << 139.01e9 << "B"
                               << "139\u2009GB";
        QTest::newRow("rate") << 3.35e12 << "B/s"
                              << "3.35\u2009TB/s";
        QTest::newRow("time") << 0.0179 << "s"
                              << "17.9\u2009ms";
        QTest::newRow("share") << 0.377 << "%"
                               << "38\u2009%";
        QTest::newRow("small share") << 0.00213 << "%"
                                     << "0.213\u2009%";
        QTest::newRow("ratio") << 2.345 << "x"
                               << "2.3";
        QTest::newRow("large ratio") << 6269.3 << "x"
                                     << "6,269";
        QTest::newRow("count") << 32000.0 << "n"
                               << "32,000";
        QTest::newRow("large") << 1354.6 << ""
                               << "1,355";
        QTest::newRow("plain") << 2.3456 << ""
                               << "2.35";
        QTest::newRow("tokens") << 55.79 << "tokens/s"
                                << "55.8\u2009tokens/s";
        QTest::newRow("billion") << 70.56e9 << "billion"
                                 << "70.6 billion";
        QTest::newRow("unknown") << std::nan("") << "s"
                                 << "unknown";
    }
    void figuresHaveTheirUnits()
    {
        QFETCH(double, value);
        QFETCH(QString, unit);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(lessonFigure(value, unit.toStdString())), text);
    }

    void textsAreFilled()
    {
        QCOMPARE(fillText("a {systems[0].tpot_s|s} b {pin.a.x > 3 || memory|n}.", Table()).value(),
            std::string("a 500\u2009ms b 1."));
        QCOMPARE(fillText("no figures", Table()).value(), std::string("no figures"));
        QCOMPARE(fillText("open {memory", Table()).error().what, std::string_view("lesson.open_brace"));
        QCOMPARE(fillText("{nothing}", Table()).error().what, std::string_view("lesson.unknown_name"));
    }
};

MEMWALL_TEST(TestEvaluate, memwall::tests::NoApplication)

} // namespace tst_evaluate

#include "tst_evaluate.moc"
