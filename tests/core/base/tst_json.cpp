// JSON text with lines, and readers that collect every mistake.
#include "core/base/json_document.h"
#include "core/base/object_reader.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QFloat16> // QCOMPARE of JSON asks for it
#include <QTest>

namespace tst_json
{

using namespace memwall::core;
using namespace memwall::ui;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void problemsGetTheLineOfTheirValue()
    {
        const std::string text = "{\n  \"a\": 1,\n  \"b\": [\n    true,\n    {\"c/d\": null}, 7\n]\n}\n";
        QVERIFY(parseJson(text).has_value());
        Problems problems;
        for (const char* pointer : { "/a", "/b/0", "/b/1/c~1d", "/b/2", "/b/1/missing", "/missing", "" })
            problems.push_back({ pointer, {}, { "wrong.empty" }, {} });
        addLines(problems, text);
        std::vector<int> lines;
        for (const Problem& problem : problems)
            lines.push_back(problem.line.value_or(0));
        // What is missing has the line of the object that it is missing from; the whole file has none.
        QCOMPARE(lines, (std::vector<int> { 2, 4, 5, 5, 5, 1, 0 }));
    }

    void linesCountFromTheTextNotFromAByteOrderMark()
    {
        const std::string text = "\xef\xbb\xbf\n[1,\n2]";
        QVERIFY(parseJson(text).has_value());
        Problems problems { { "/1", {}, {}, {} } };
        addLines(problems, text);
        QCOMPARE(problems[0].line, std::optional(3));
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
        QTest::newRow("huge number") << QByteArray("{\n\"a\":\n1e999}") << 3 << QByteArray("numbers go to");
        QTest::newRow("bad bytes") << QByteArray("{\"a\": \"\xff\xfe\"}") << 1
                                   << QByteArray("not valid JSON");
        QTest::newRow("deep") << QByteArray("\n") + QByteArray(100000, '[') << 2
                              << QByteArray("levels of brackets");
        QTest::newRow("deep objects")
            << QByteArray("{\"a\":").repeated(65) << 1 << QByteArray("levels of brackets");
        QTest::newRow("long") << QByteArray(16 * 1024 * 1024 + 1, ' ') << -1 << QByteArray("16 MiB");
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
        const std::string all = english(problem.message) + english(problem.remedy);
        QVERIFY2(all.find(fragment.toStdString()) != std::string::npos, all.c_str());
        QVERIFY2(all.find("[json.exception") == std::string::npos, all.c_str());
    }

    void anUnclosedTextDoesNotFillItsMessage()
    {
        const auto value = parseJson('"' + std::string(1'000'000, 'x'));
        QVERIFY(!value.has_value());
        QVERIFY(english(value.error().front().message).size() < 250);
    }

    void sixtyFourLevelsAreRead()
    {
        const auto nested
            = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
        QVERIFY(parseJson(nested(kMaxJsonDepth)).has_value());
        QVERIFY(!parseJson(nested(kMaxJsonDepth + 1)).has_value());
    }

    void whatIsReadIsWhatStandsThere()
    {
        const std::string text
            = R"({"a":[1,-2,0.5,1e3,true,false,null,"x\u00e9\n"],"b":{"":{}},"c":[[],[{}]]})";
        const auto value = parseJson(text);
        QVERIFY(value.has_value());
        QCOMPARE(*value, nlohmann::json::parse(text));
    }

    void aRepeatedFieldIsNamedByItsPointer()
    {
        const auto value = parseJson(R"({"a": [0, {"b/c": {"d": 1, "d": 2}}]})");
        QVERIFY(!value.has_value());
        QCOMPARE(value.error().front().pointer, std::string("/a/1/b~1c/d"));
    }

    void typedValuesAreJsonOrWords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("json"); // empty: refused
        QTest::newRow("number") << QByteArray("8") << QByteArray("8");
        QTest::newRow("object") << QByteArray(R"({"a": [1]})") << QByteArray(R"({"a":[1]})");
        QTest::newRow("word") << QByteArray("h100_sxm") << QByteArray(R"("h100_sxm")");
        QTest::newRow("nothing") << QByteArray("") << QByteArray(R"("")");
        QTest::newRow("brackets of prose") << QByteArray("[draft] mine") << QByteArray(R"("[draft] mine")");
        QTest::newRow("deep") << QByteArray(60000, '[') + QByteArray(60000, ']') << QByteArray();
        QTest::newRow("deep and open") << QByteArray(60000, '[') << QByteArray();
        QTest::newRow("twice") << QByteArray(R"({"a": 1, "a": 2})") << QByteArray();
        QTest::newRow("beyond doubles") << QByteArray("1e999") << QByteArray();
    }

    void typedValuesAreJsonOrWords()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, json);
        const auto value = parseJsonOrWord(text.toStdString());
        QCOMPARE(value.has_value(), !json.isEmpty());
        if (value)
            QCOMPARE(QByteArray::fromStdString(value->dump()), json);
        else
            QVERIFY(!value.error().front().message.empty());
    }

    void unknownFieldsNameTheNearestKnownOne()
    {
        ReadContext context;
        const nlohmann::json value { { "prompt_token", 3 } };
        ObjectReader fields(context, value, "/workload");
        (void)fields.integer("prompt_tokens");
        (void)fields.integer("output_tokens");
        fields.finish();
        const Problems problems = context.problems.take();
        QCOMPARE(problems.size(), 1U);
        QCOMPARE(problems[0].pointer, std::string("/workload/prompt_token"));
        QCOMPARE(problems[0].remedy, (Saying { "right.meant", { "prompt_tokens" } }));
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
        fields.require("absent", { "give.it" });
        QCOMPARE(context.problems.size(), 6U);
        for (const Problem& problem : context.problems.take())
            QVERIFY(!problem.message.empty() && !problem.remedy.empty());
    }

    void theFirstHundredMistakesAreToldAndTheOthersCounted()
    {
        ReadContext context;
        const nlohmann::json value { { "list", nlohmann::json::array() } };
        for (int i = 0; i < 250; ++i)
            context.report("/list/" + std::to_string(i), { "wrong.empty" }, { "give.it" });
        QCOMPARE(context.problems.size(), 250U);
        const Problems problems = context.problems.take();
        QCOMPARE(problems.size(), 101U);
        QCOMPARE(problems[99].pointer, std::string("/list/99"));
        QCOMPARE(english(problems[100].message), std::string("and 150 more mistakes"));
        QVERIFY(context.problems.empty());
    }

    void textsThatWereReadMayBeShown()
    {
        ReadContext context;
        const nlohmann::json value { { "text", "a\x1b[2J\r\nb" }, { "lines", "a\x07\r\nb\tc" },
            { "raw", "a\x1b" } };
        ObjectReader fields(context, value, "");
        QCOMPARE(fields.text("text").value_or(""), std::string("a␛[2J b"));
        QCOMPARE(fields.lines("lines").value_or(""), std::string("a␇\nb c"));
        QCOMPARE(fields.rawText("raw").value_or(""), std::string("a\x1b"));
    }

    void aProblemIsOneReadableLine()
    {
        Problem problem { "/a/b", 7, { "wrong.empty" }, { "give.number" } };
        QCOMPARE(describe(problem, wordingOfFiles(), "file.json"),
            std::string("file.json:7: /a/b: is empty; give a number"));
        QCOMPARE(describe(problem, wordingOfFiles()), std::string("line 7: /a/b: is empty; give a number"));
        problem = { {}, {}, { "wrong.empty" }, {} };
        QCOMPARE(describe(problem, wordingOfFiles()), std::string("is empty"));
    }

    void aProblemRepeatsNothingThatATerminalObeys()
    {
        const Problem problem { "/a\x1b[2J", 7, { "wrong.field", { "\x1b[2J\xe2\x80\xae" } },
            { "named", { "did\nthis" } } };
        QCOMPARE(describe(problem, wordingOfFiles(), "f\x07.json"),
            std::string("f␇.json:7: /a␛[2J: unknown field \"␛[2J\xef\xbf\xbd\"; did this"));
    }

    void aProblemHasABearableLength()
    {
        const std::string endless(100'000, 'x');
        const Saying words { "named", { endless } };
        QVERIFY(describe({ endless, 1, words, words }, wordingOfFiles()).size() < 2000);
    }
};

MEMWALL_TEST(TestJson, memwall::tests::NoApplication)

} // namespace tst_json

#include "tst_json.moc"
