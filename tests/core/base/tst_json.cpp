// JSON text with lines, and readers that collect every mistake.
#include "core/base/json_document.h"
#include "core/base/object_reader.h"

#include <QtTest>

using namespace memwall::core;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void everyValueKnowsItsLine()
    {
        const auto document
            = parseJson("{\n  \"a\": 1,\n  \"b\": [\n    true,\n    {\"c/d\": null}\n  ]\n}\n");
        QVERIFY(document.has_value());
        QCOMPARE(document->lines.at(""), 1);
        QCOMPARE(document->lines.at("/a"), 2);
        QCOMPARE(document->lines.at("/b/0"), 4);
        QCOMPARE(document->lines.at("/b/1/c~1d"), 5);
    }

    void brokenTextIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QByteArray>("fragment");
        QTest::newRow("nothing") << QByteArray("") << 1 << QByteArray("not valid JSON");
        QTest::newRow("comma") << QByteArray("{\n\"a\": 1,\n}") << 3 << QByteArray("not valid JSON");
        QTest::newRow("comment") << QByteArray("{\n// hello\n}") << 2 << QByteArray("no comments");
        QTest::newRow("twice") << QByteArray("{\"a\": 1,\n\"a\": 2}") << 2 << QByteArray("second time");
        QTest::newRow("huge number") << QByteArray("{\"a\": 1e999}") << -1 << QByteArray("not valid JSON");
        QTest::newRow("bad bytes") << QByteArray("{\"a\": \"\xff\xfe\"}") << 1
                                   << QByteArray("not valid JSON");
        QTest::newRow("deep") << QByteArray(100000, '[') << 1 << QByteArray("levels of brackets");
        QTest::newRow("cut off") << QByteArray("{\"a\": [1, 2") << 1 << QByteArray("not valid JSON");
        QTest::newRow("quote at the end") << QByteArray("\"\\") << 1 << QByteArray("not valid JSON");
    }

    void brokenTextIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QByteArray, fragment);
        const auto document
            = parseJson(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        QVERIFY(!document.has_value());
        const Problem& problem = document.error().front();
        if (line > 0)
            QCOMPARE(problem.line.value_or(0), line);
        const std::string all = problem.message + problem.remedy;
        QVERIFY2(all.find(fragment.toStdString()) != std::string::npos, all.c_str());
    }

    void unknownFieldsNameTheNearestKnownOne()
    {
        ReadContext context;
        const nlohmann::json value { { "prompt_token", 3 } };
        ObjectReader fields(context, value, "/workload");
        (void)fields.integer("prompt_tokens");
        (void)fields.integer("output_tokens");
        fields.finish();
        QCOMPARE(context.problems.size(), 1U);
        QCOMPARE(context.problems[0].pointer, std::string("/workload/prompt_token"));
        QCOMPARE(context.problems[0].remedy, std::string("did you mean \"prompt_tokens\"?"));
    }

    void allMistakesAreReportedAtOnce()
    {
        ReadContext context;
        const nlohmann::json value { { "number", "x" }, { "whole", 1.5 }, { "flag", 1 }, { "range", 11 },
            { "word", "c" } };
        ObjectReader fields(context, value, "");
        QVERIFY(!fields.number("number"));
        QVERIFY(!fields.integer("whole"));
        QVERIFY(!fields.flag("flag"));
        QVERIFY(!fields.number("range", { 0, 10 }));
        QVERIFY(!fields.choice("word", { "a", "b" }));
        fields.require("absent", "it");
        QCOMPARE(context.problems.size(), 6U);
        for (const Problem& problem : context.problems)
            QVERIFY(!problem.message.empty() && !problem.remedy.empty());
    }

    void aProblemIsOneReadableLine()
    {
        const Problem problem { "/a/b", 7, "is wrong", "do this" };
        QCOMPARE(describe(problem, "file.json"), std::string("file.json:7: /a/b: is wrong; do this"));
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
