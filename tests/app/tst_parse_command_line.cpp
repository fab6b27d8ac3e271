#include "app/cli/command_line.h"
#include "tests/support/test_program.h"

#include <QFloat16> // QCOMPARE of JSON asks for it
#include <QTest>

namespace tst_parse_command_line
{

using namespace memwall::app;

namespace
{

std::expected<CommandLine, QString> parse(const QStringList& words)
{
    return parseCommandLine(QStringList { QStringLiteral("memwall") } + words);
}

} // namespace

class TestParseCommandLine : public QObject
{
    Q_OBJECT
private slots:
    void onlyWhatWritesOrPrintsOpensNoWindow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("opens");
        QTest::newRow("nothing") << QStringList {} << true;
        QTest::newRow("a file") << QStringList { "x.memwall.json", "--set", "/workload/users=8" } << true;
        QTest::newRow("how it looks")
            << QStringList { "--theme", "light", "--at", "1", "--size", "800x600" } << true;
        for (const char* option : { "--json", "--csv", "--timeline", "--trace", "--screenshot" })
            QTest::newRow(option) << QStringList { option, "-" } << false;
        for (const char* option : { "--summary", "--explain", "--validate", "--check-model", "--measure",
                 "--help", "-h", "--version", "-v", "--benchmark" })
            QTest::newRow(option) << QStringList { option } << false;
        QTest::newRow("--list") << QStringList { "--list", "chips" } << false;
        QTest::newRow("--sweep") << QStringList { "--sweep", "/workload/users=1,2" } << false;
        QTest::newRow("--reach") << QStringList { "--reach", "tpot_s=0.01" } << false;
        QTest::newRow("--movie") << QStringList { "--movie", "x.gif" } << false;
        QTest::newRow("--handout") << QStringList { "--handout", "x.pdf" } << false;
    }
    void onlyWhatWritesOrPrintsOpensNoWindow()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, opens);
        const auto line = parseCommandLine(QStringList { "memwall", "--opens-window" } + arguments);
        QVERIFY2(line, line ? "" : qPrintable(line.error()));
        QVERIFY(line->asksForWindow);
        QCOMPARE(line->opensWindow(), opens);
    }

    void nothingOpensTheWindow()
    {
        const auto line = parse({});
        QVERIFY(line);
        QVERIFY(line->opensWindow());
        QVERIFY(line->file.isEmpty());
    }

    void outputsNeedNoWindow_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("json") << QStringList { "--json", "-" };
        QTest::newRow("summary") << QStringList { "--summary" };
        QTest::newRow("csv") << QStringList { "--csv", "a.csv" };
        QTest::newRow("timeline") << QStringList { "--timeline", "t.csv" };
        QTest::newRow("picture") << QStringList { "--screenshot", "a.png" };
        QTest::newRow("movie") << QStringList { "--movie", "a.gif" };
        QTest::newRow("handout") << QStringList { "--handout", "a.pdf" };
        QTest::newRow("check") << QStringList { "--validate" };
        QTest::newRow("list") << QStringList { "--list", "chips" };
        QTest::newRow("target") << QStringList { "--reach", "tpot_s=0.01" };
        QTest::newRow("benchmark") << QStringList { "--benchmark" };
    }
    void outputsNeedNoWindow()
    {
        QFETCH(QStringList, words);
        const auto line = parse(words + QStringList { "file.memwall.json" });
        QVERIFY2(line, qPrintable(line ? QString() : line.error()));
        QVERIFY(!line->opensWindow());
        QCOMPARE(line->file, QStringLiteral("file.memwall.json"));
    }

    void settingsKeepTheirOrderAndTypes()
    {
        const auto line = parse({ "--set", "/workload/users=8", "--set", "/systems/0/name=My rack", "--set",
            "/systems/0/speculation=null", "--set", "/workload/answer_text=a=b" });
        QVERIFY(line);
        QCOMPARE(line->settings.size(), std::size_t { 4 });
        QVERIFY(line->settings[0].second == 8);
        QVERIFY(line->settings[1].first == "/systems/0/name");
        QVERIFY(line->settings[1].second == "My rack");
        QVERIFY(line->settings[2].second.is_null());
        QVERIFY(line->settings[3].second == "a=b");
    }

    void looksAreRead()
    {
        const auto line = parse({ "--screenshot", "a.png", "--at", "1.5", "--size", "1920x1080", "--theme",
            "light", "--scale", "1.25", "--panel", "stage" });
        QVERIFY(line);
        QCOMPARE(*line->atS, 1.5);
        QCOMPARE(*line->size, QSize(1920, 1080));
        QCOMPARE(*line->theme, QStringLiteral("light"));
        QCOMPARE(line->scale, 1.25);
        QCOMPARE(*line->panel, QStringLiteral("stage"));
    }

    void mistakesSayWhatWouldBeRight_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("hint");
        QTest::newRow("unknown option") << QStringList { "--jsn" } << "jsn";
        QTest::newRow("unknown target") << QStringList { "--reach", "speed=3" } << "tokens_per_s_per_user";
        QTest::newRow("target without number") << QStringList { "--reach", "tpot_s=fast" } << "tpot_s=";
        QTest::newRow("target of nothing") << QStringList { "--reach", "tpot_s=0" } << "above 0";
        QTest::newRow("fits with a number") << QStringList { "--reach", "fits=3" } << "true";
        QTest::newRow("no value") << QStringList { "--json" } << "json";
        QTest::newRow("two files") << QStringList { "a", "b" } << "one FILE";
        QTest::newRow("size") << QStringList { "--size", "big" } << "1920x1080";
        QTest::newRow("no size") << QStringList { "--size", "0x100" } << "1920x1080";
        QTest::newRow("time") << QStringList { "--at", "soon" } << "number";
        QTest::newRow("time before the start") << QStringList { "--at", "-1" } << "number";
        QTest::newRow("not a number") << QStringList { "--at", "nan" } << "number";
        QTest::newRow("theme") << QStringList { "--theme", "blue" } << "dark, light";
        QTest::newRow("panel") << QStringList { "--screenshot", "a", "--panel", "wall" } << "roofline";
        QTest::newRow("panel without picture") << QStringList { "--panel", "stage" } << "--screenshot";
        QTest::newRow("picture of another kind") << QStringList { "--screenshot", "a.jpg" } << ".svg";
        QTest::newRow("too fine") << QStringList { "--screenshot", "a.png", "--pixel-ratio", "5" }
                                  << "1 to 4";
        QTest::newRow("fine vectors")
            << QStringList { "--screenshot", "a.svg", "--pixel-ratio", "2" } << "sharp at any size";
        QTest::newRow("fine nothing") << QStringList { "--pixel-ratio", "2" } << "--screenshot PATH";
        QTest::newRow("too many pixels") << QStringList { "--screenshot", "a.png", "--size", "16384x100",
            "--pixel-ratio", "4" } << "32767";
        QTest::newRow("movie of another kind") << QStringList { "--movie", "a.avi" } << ".gif or .mp4";
        QTest::newRow("movie nowhere") << QStringList { "--movie", "-" } << ".gif or .mp4";
        QTest::newRow("movie backwards")
            << QStringList { "--movie", "a.gif", "--from", "2", "--to", "1" } << "before --from 2";
        QTest::newRow("no pictures") << QStringList { "--movie", "a.gif", "--fps", "0" } << "1 to 60";
        QTest::newRow("half pictures")
            << QStringList { "--movie", "a.gif", "--fps", "2.5" } << "whole number";
        QTest::newRow("no movie") << QStringList { "--fps", "30" } << "--movie PATH";
        QTest::newRow("handout of another kind") << QStringList { "--handout", "a.doc" } << ".pdf";
        QTest::newRow("list") << QStringList { "--list", "cats" } << "chips";
        QTest::newRow("language") << QStringList { "--lang", "tlh" }
                                  << "--lang tlh: expected one of en, pseudo";
        QTest::newRow("no language") << QStringList { "--lang", "" } << "en, pseudo";
        QTest::newRow("setting without value")
            << QStringList { "--set", "/workload/users" } << "POINTER=VALUE";
        QTest::newRow("setting without slash") << QStringList { "--set", "users=8" } << "POINTER=VALUE";
        QTest::newRow("two on one stream") << QStringList { "--json", "-", "--summary" } << "standard output";
    }
    void mistakesSayWhatWouldBeRight()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, hint);
        const auto line = parse(words);
        QVERIFY(!line);
        QVERIFY2(line.error().contains(hint), qPrintable(line.error()));
    }

    void theModelCheckTakesAFileAndAWay()
    {
        const auto line = parse({ "--check-model", "--leave-out", "points.json" });
        QVERIFY(line && line->checkModel && line->leaveOut && !line->fit);
        QVERIFY(!line->opensWindow());
        QCOMPARE(line->file, QStringLiteral("points.json"));
        QVERIFY(!parse({ "--fit" }));
        QVERIFY(!parse({ "--check-model", "--summary" }));
    }

    void aSweepIsListsOfValues()
    {
        const auto line
            = parse({ "--sweep", "/workload/users=1,8", "--sweep", "/systems/0/engine=graphs,eager" });
        QVERIFY(line && line->sweep.size() == 2 && !line->opensWindow());
        QCOMPARE(line->sweep[0].pointer, std::string("/workload/users"));
        QCOMPARE(line->sweep[0].values[1].get<int>(), 8);
        QCOMPARE(line->sweep[1].values[0].get<std::string>(), std::string("graphs"));
        QVERIFY(!parse({ "--sweep", "users=1" }));
        QVERIFY(!parse({ "--sweep", "/workload/users=" }));
        QVERIFY(!parse({ "--sweep", "/workload/users=1,2", "--summary" }));
    }

    void measuringTakesSecondsAndNoFile()
    {
        const auto line = parse({ "--measure", "--seconds", "0.5" });
        QVERIFY(line && line->measure && !line->opensWindow());
        QCOMPARE(line->seconds.value_or(0), 0.5);
        QVERIFY(!parse({ "--measure", "--seconds", "61" }));
        QVERIFY(!parse({ "--measure", "file.memwall.json" }));
        QVERIFY(!parse({ "--seconds", "1" }));
        QVERIFY(!parse({ "--measure", "--summary" }));
        QVERIFY(parse({ "--measure", "--json", "-" }));
    }

    void theLanguageIsRead()
    {
        QCOMPARE(parse({})->language, std::optional<QString>());
        const auto line = parse({ "--lang", "pseudo" });
        QVERIFY(line && line->opensWindow());
        QCOMPARE(line->language, QStringLiteral("pseudo"));
        QVERIFY(helpText().contains("--lang"));
    }

    void moviesAreRead()
    {
        const auto line = parse({ "--movie", "a.mp4", "--from", "0.1", "--to", "0.2", "--fps", "30",
            "--time-scale", "50", "--panel", "stage" });
        QVERIFY2(line, qPrintable(line ? QString() : line.error()));
        QVERIFY(!line->opensWindow() && line->drawsPicture());
        QCOMPARE(*line->film.fromS, 0.1);
        QCOMPARE(*line->film.toS, 0.2);
        QCOMPARE(*line->film.timeScale, 50.0);
        QCOMPARE(line->film.fps, 30);
        QVERIFY(!parse({ "--movie", "A.GIF" })->film.fromS);
        QVERIFY(parse({ "--handout", "a.pdf" })->drawsPicture());
        QCOMPARE(parse({ "--screenshot", "a.png", "--pixel-ratio", "3" })->pixelRatio, 3.0);
    }

    void whatFollowsTwoDashesIsAFile()
    {
        const auto line = parse({ "--", "--movie" });
        QVERIFY(line);
        QCOMPARE(line->file, QStringLiteral("--movie"));
    }
};

MEMWALL_TEST(TestParseCommandLine, QCoreApplication)

} // namespace tst_parse_command_line

#include "tst_parse_command_line.moc"
