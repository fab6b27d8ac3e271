// Trace files: three lines of every format, windows and speed, and each way to be wrong.
#include "core/scenario/read_trace.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_trace
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

constexpr auto kAzure = "TIMESTAMP,ContextTokens,GeneratedTokens\n"
                        "2023-11-16 23:59:58.5000000,374,44\n"
                        "2023-11-16 23:59:59.7500001,396,109\n"
                        "2023-11-17 00:00:03,879,55";

constexpr auto kMemwall = "at_s,prompt_tokens,output_tokens\n1,10,1\n2.5,20,2\n10,30,3\n";

TraceSource source(TraceFormat format)
{
    TraceSource made;
    made.format = format;
    return made;
}

std::vector<TraceRequest> requestsIn(std::string_view text, const TraceSource& from)
{
    const auto trace = readTrace(text, from);
    if (!trace)
        throw std::runtime_error(listOf(trace.error()));
    return trace->requests;
}

using Requests = std::vector<TraceRequest>;

} // namespace

class TestTrace : public QObject
{
    Q_OBJECT

private slots:
    void azureTimesCountFromTheFirstRequest()
    {
        const Requests wanted { { 0, 374, 44 }, { 1.2500001, 396, 109 }, { 4.5, 879, 55 } };
        QVERIFY(requestsIn(kAzure, source(TraceFormat::Azure)) == wanted);
    }

    void azureTimesMayHaveAnOffset()
    {
        // As the traces of 2024 are written; 01:30 east of Greenwich is an hour and a half earlier.
        constexpr auto kText = "TIMESTAMP,ContextTokens,GeneratedTokens\n"
                               "2024-05-10 00:00:00.009930+00:00,2162,5\n"
                               "2024-05-10T01:30:01.009930+01:30,2399,6\n"
                               "2024-05-10 00:00:02.009930Z,76,15\n";
        const Requests wanted { { 0, 2162, 5 }, { 1, 2399, 6 }, { 2, 76, 15 } };
        QVERIFY(requestsIn(kText, source(TraceFormat::Azure)) == wanted);
    }

    void burstGptLeavesOutWhatFailed()
    {
        constexpr auto kText = "Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type\n"
                               "5,ChatGPT,472,18,490,Conversation log\n"
                               "45,\"GPT-4, old\",1087,0,1087,API log\n"
                               "118,GPT-4,417,276,693,Conversation log\n";
        const auto trace = readTrace(kText, source(TraceFormat::BurstGpt));
        QVERIFY(trace.has_value());
        QVERIFY(trace->requests == (Requests { { 0, 472, 18 }, { 113, 417, 276 } }));
        QCOMPARE(trace->leftOut, 1);
    }

    void mooncakeTimesAreMilliseconds()
    {
        constexpr auto kText
            = R"({"timestamp": 0, "input_length": 6758, "output_length": 500, "hash_ids": [0, 1]}
{"timestamp": 27, "input_length": 7322, "output_length": 490}

{"timestamp": 3052, "input_length": 2290, "output_length": 1}
)";
        const auto trace = readTrace(kText, source(TraceFormat::Mooncake));
        QVERIFY(trace.has_value());
        QVERIFY(trace->requests == (Requests { { 0, 6758, 500 }, { 0.027, 7322, 490 }, { 3.052, 2290, 1 } }));
        QVERIFY(trace->sharesPrefixes);
    }

    void memwallTimesAreTakenAsWritten()
    {
        const Requests wanted { { 1, 10, 1 }, { 2.5, 20, 2 }, { 10, 30, 3 } };
        QVERIFY(requestsIn(kMemwall, source(TraceFormat::Memwall)) == wanted);
    }

    void windowsAreHalfOpenAndSpeedDividesTime()
    {
        TraceSource part = source(TraceFormat::Memwall);
        part.startS = 1;
        part.durationS = 9;
        part.speedup = 3;
        QVERIFY(requestsIn(kMemwall, part) == (Requests { { 0, 10, 1 }, { 0.5, 20, 2 } }));
        part.startS = 2;
        part.durationS.reset();
        QVERIFY(requestsIn(kMemwall, part) == (Requests { { 0.5 / 3, 20, 2 }, { 8.0 / 3, 30, 3 } }));
    }

    void linesInAnyOrderArePlayedByTime()
    {
        const auto trace = readTrace(
            "at_s,prompt_tokens,output_tokens\n5,1,1\n2,2,2\n5,3,3\n4,4,4\n", source(TraceFormat::Memwall));
        QVERIFY(trace.has_value());
        QVERIFY(trace->requests == (Requests { { 2, 2, 2 }, { 4, 4, 4 }, { 5, 1, 1 }, { 5, 3, 3 } }));
        QCOMPARE(trace->outOfOrder, 2);
    }

    void filesFromAnywhereRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("LF") << QByteArray(kMemwall);
        QTest::newRow("CRLF") << QByteArray(kMemwall).replace("\n", "\r\n");
        QTest::newRow("CR") << QByteArray(kMemwall).replace("\n", "\r");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf") + kMemwall;
        QTest::newRow("no last line end") << QByteArray(kMemwall).chopped(1);
        QTest::newRow("empty lines") << QByteArray("\n\n") + QByteArray(kMemwall).replace("\n", "\n \n");
        QTest::newRow("remarks") << QByteArray("# CC BY 4.0, \"unclosed\n") + kMemwall + "# end";
        QTest::newRow("blanks and signs")
            << QByteArray("AT_S , prompt_tokens,\toutput_tokens\n 1 ,10, 1\n2.5,20.0,2\n1e1,30,3\n");
        QTest::newRow("quotes and other columns") << QByteArray(
            "\"say \"\"hi\"\", Bob\",\"output_tokens\",at_s,prompt_tokens\n\"a,\nb\",\"1\",1,10\n"
            ",2,2.5,20,more\nx,3,10,30\n");
        QTest::newRow("as --csv writes it")
            << QByteArray("system,request,arrival_s,prompt_tokens,output_tokens,queue_s,ttft_s,tpot_s,e2e_s,"
                          "rejected\n\"4 × H100, fast\",0,1,10,1,0,0.1,0,0.2,0\n\"4 × H100, "
                          "fast\",1,2.5,20,2,0,0.1,0,0.2,0\n\"4 × H100, fast\",2,10,30,3,,,,,1\n");
    }

    void filesFromAnywhereRead()
    {
        QFETCH(QByteArray, text);
        const Requests wanted { { 1, 10, 1 }, { 2.5, 20, 2 }, { 10, 30, 3 } };
        QVERIFY(requestsIn(text.toStdString(), source(TraceFormat::Memwall)) == wanted);
    }

    void wrongFilesSayWhereAndWhatWouldBeRight_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("message");
        const auto row
            = [](const char* name, TraceFormat format, const QByteArray& text, const char* message) {
                  QTest::newRow(name) << static_cast<int>(format) << text << QByteArray(message);
              };
        const QByteArray head = "at_s,prompt_tokens,output_tokens\n";
        const QByteArray azure = "TIMESTAMP,ContextTokens,GeneratedTokens\n";
        row("empty", TraceFormat::Memwall, "",
            "t.csv: is empty; the first line names the columns: at_s,prompt_tokens,output_tokens");
        row("empty lines", TraceFormat::Mooncake, "\n\n",
            R"(t.csv: is empty; write {"timestamp": 0, "input_length": 6758, "output_length": 500})");
        row("header alone", TraceFormat::Memwall, head, "t.csv: has no requests; write one line for each");
        row("wrong header", TraceFormat::Memwall, "# x\nat,prompt_tokens,output\n1,1,1\n",
            "t.csv:2: no column at_s, output_tokens; the line begins with \"at\"; name the columns in the "
            "first line, separated by commas: at_s,prompt_tokens,output_tokens");
        row("another format", TraceFormat::BurstGpt, kAzure,
            "t.csv:1: no column Request tokens, Response tokens; the line begins with \"TIMESTAMP\"; these "
            "columns are those of the format \"azure\"");
        row("JSON lines", TraceFormat::Azure, "{\"timestamp\": 0}\n",
            "t.csv:1: no column TIMESTAMP, ContextTokens, GeneratedTokens; the line begins with "
            "\"{\"timestamp\": 0}\"; JSON lines are the format \"mooncake\"");
        row("no JSON", TraceFormat::Mooncake,
            "{\"timestamp\": 0, \"input_length\": 1, \"output_length\": 1}\n[1]\n",
            "t.csv:2: is no JSON object: \"[1]\"; write {\"timestamp\": 0, \"input_length\": 6758, "
            "\"output_length\": 500}");
        row("JSON text for a number", TraceFormat::Mooncake,
            "{\"timestamp\": 0, \"input_length\": \"7\", \"output_length\": 1}\n",
            "t.csv:1: input_length is \"\"7\"\"; write a whole number of tokens, 1 to 10000000");
        row("no field", TraceFormat::Mooncake, "{\"timestamp\": 0, \"output_length\": 1}\n",
            "t.csv:1: input_length is missing; write a whole number of tokens, 1 to 10000000");
        row("no number", TraceFormat::Memwall, head + "1,1,1\n2,many,1\n",
            "t.csv:3: prompt_tokens is \"many\"; write a whole number of tokens, 1 to 10000000");
        row("half a token", TraceFormat::Memwall, head + "1,1.5,1\n",
            "t.csv:2: prompt_tokens is \"1.5\"; write a whole number of tokens, 1 to 10000000");
        row("negative", TraceFormat::Azure, azure + "2023-11-16 18:15:46,-4,1\n",
            "t.csv:2: ContextTokens is \"-4\"; write a whole number of tokens, 1 to 10000000");
        row("no tokens", TraceFormat::Memwall, head + "1,1,0\n",
            "t.csv:2: output_tokens is \"0\"; write a whole number of tokens, 1 to 10000000");
        row("too many tokens", TraceFormat::Memwall, head + "1,10000001,1\n",
            "t.csv:2: prompt_tokens is \"10000001\"; write a whole number of tokens, 1 to 10000000");
        row("short line", TraceFormat::Memwall, head + "1,1\n",
            "t.csv:2: output_tokens is missing; write a whole number of tokens, 1 to 10000000");
        row("negative time", TraceFormat::Memwall, head + "-1,1,1\n",
            "t.csv:2: at_s is \"-1\"; write seconds from the start, 0 or more");
        row("no time", TraceFormat::Memwall, head + "nan,1,1\n",
            "t.csv:2: at_s is \"nan\"; write seconds from the start, 0 or more");
        row("no date", TraceFormat::Azure, azure + "2023-02-29 18:15:46,1,1\n",
            "t.csv:2: TIMESTAMP is \"2023-02-29 18:15:46\"; write a time like 2023-11-16 18:15:46.6805900");
        row("seconds for a date", TraceFormat::Azure, azure + "12.5,1,1\n",
            "t.csv:2: TIMESTAMP is \"12.5\"; write a time like 2023-11-16 18:15:46.6805900");
        row("open quote", TraceFormat::Memwall, head + "1,1,1\n2,\"1,1\n3,1,1\n",
            "t.csv:3: has a quote that is not closed; close it, or leave it out");
        row("bytes", TraceFormat::Memwall, head + QByteArray("1,\x01\xff\x1b[2J,1\n"),
            "t.csv:2: prompt_tokens is \"␁\xef\xbf\xbd␛[2J\"; write a whole number of tokens, 1 to 10000000");
        row("a race's table", TraceFormat::Memwall,
            "system,arrival_s,prompt_tokens,output_tokens\n\"a\",0,1,1\n\"b\",0,1,1\n",
            "t.csv:3: begins the requests of another system, \"b\" after \"a\"; keep the lines of one "
            "system");
    }

    void wrongFilesSayWhereAndWhatWouldBeRight()
    {
        QFETCH(int, format);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, message);
        const auto trace = readTrace(text.toStdString(), source(static_cast<TraceFormat>(format)));
        QVERIFY(!trace.has_value());
        QCOMPARE(
            QByteArray::fromStdString(describe(trace.error()[0], memwall::ui::wordingOfFiles(), "t.csv")),
            message);
    }

    void everyMistakeIsCountedAndTheFirstAreTold()
    {
        std::string text = "at_s,prompt_tokens,output_tokens\n";
        for (int i = 0; i < 200; ++i)
            text += "x,1,y\n";
        const auto trace = readTrace(text, source(TraceFormat::Memwall));
        QVERIFY(!trace.has_value());
        QCOMPARE(trace.error().size(), 101U);
        QCOMPARE(trace.error()[99].line, std::optional(51));
        QCOMPARE(memwall::ui::english(trace.error()[100].message), std::string("and 300 more mistakes"));
    }

    void aWindowWithoutRequestsSaysWhenTheTraceEnds()
    {
        TraceSource late = source(TraceFormat::Memwall);
        late.startS = 11;
        auto trace = readTrace(kMemwall, late);
        QVERIFY(!trace.has_value());
        QCOMPARE(describe(trace.error()[0], memwall::ui::wordingOfFiles(), "t.csv"),
            std::string("t.csv: has no request from 11 s; its last request comes at 10 s; set start_s and "
                        "duration_s to fit"));
        late.startS = 3;
        late.durationS = 7;
        trace = readTrace(kMemwall, late);
        QVERIFY(!trace.has_value());
        QVERIFY(memwall::ui::english(trace.error()[0].message).find("from 3 s to 10 s") != std::string::npos);
    }

    void aTraceThatTakesMonthsIsRefused()
    {
        TraceSource slow = source(TraceFormat::Memwall);
        slow.speedup = 1e-6;
        const auto trace = readTrace(kMemwall, slow);
        QVERIFY(!trace.has_value());
        QVERIFY(memwall::ui::english(trace.error()[0].remedy).find("speedup") != std::string::npos);
    }

    void aLongTraceIsReadToTheLastAndAnEndlessOneRefused()
    {
        std::string text = "at_s,prompt_tokens,output_tokens\n";
        for (std::size_t i = 0; i < kMostTraceRequests; ++i)
            text += "1,1,1\n";
        QCOMPARE(requestsIn(text, source(TraceFormat::Memwall)).size(), kMostTraceRequests);
        const auto more = readTrace(text + "2,1,1\n", source(TraceFormat::Memwall));
        QVERIFY(!more.has_value());
        QCOMPARE(listOf(more.error()),
            std::string("has 1000001 requests in this window; set a shorter duration_s: 1000000 are the "
                        "most\n"));
        TraceSource first = source(TraceFormat::Memwall);
        first.durationS = 2;
        QCOMPARE(requestsIn(text + "2,1,1\n", first).size(), kMostTraceRequests);
    }

    void aLineOfCommasIsNoRequest()
    {
        const std::string text
            = "at_s,prompt_tokens,output_tokens\n" + std::string(3'000'000, ',') + "\n1,1,1\n";
        const auto trace = readTrace(text, source(TraceFormat::Memwall));
        QVERIFY(!trace.has_value());
        QCOMPARE(trace.error()[0].line, std::optional(2));
    }
};

MEMWALL_TEST(TestTrace, memwall::tests::NoApplication)

} // namespace tst_trace

#include "tst_trace.moc"
