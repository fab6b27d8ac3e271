// The built program as a shell sees it: exit status, what is on which stream, which files appear.
#include "tests/support/program.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QFloat16> // QCOMPARE of JSON asks for it
#include <QImage>
#include <QImageReader>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

namespace tst_program
{

using namespace memwall::tests;

namespace
{

QString shipped()
{
    return QStringLiteral(MEMWALL_SOURCE_DIR "/scenarios/machines/gpu-hbm.memwall.json");
}

QString traffic(const char* name)
{
    return QStringLiteral(MEMWALL_SOURCE_DIR "/scenarios/traffic/") + QString::fromLatin1(name);
}

} // namespace

class TestProgram : public QObject
{
    Q_OBJECT
private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void jsonIsAllThatIsPrinted()
    {
        const Outcome outcome = run({ "--json", "-", shipped() });
        QCOMPARE(outcome.status, kGood);
        const auto json = nlohmann::json::parse(outcome.output.toStdString(), nullptr, false);
        QVERIFY(json.is_object());
        QCOMPARE(json["systems"].size(), std::size_t { 1 });
        QVERIFY(json["systems"][0]["tpot_s"].get<double>() > 0);
        QCOMPARE(outcome.errors, QByteArray());
    }

    void aBrokenFileFromADesktopIsAnsweredOnTheScreen()
    {
        const QString path = m_folder.filePath("broken.memwall.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ \"memwall\": 1 }");
        file.close();
        QCOMPARE(run({ path }).status, kBadScenario);
        // Started from an icon the same message waits on the screen until it is closed.
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("GIO_LAUNCHED_DESKTOP_FILE", "memwall.desktop");
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(MEMWALL_PROGRAM), { path });
        program.setReadChannel(QProcess::StandardError);
        constexpr int kLongMs = 100'000;
        QVERIFY(program.waitForReadyRead(kLongMs));
        constexpr int kWhileMs = 1000;
        QVERIFY(!program.waitForFinished(kWhileMs));
        program.kill();
        program.waitForFinished();
    }

    void aSweepPrintsARowPerCombination()
    {
        const Outcome outcome = run({ "--sweep", "/workload/users=1,8", "--sweep",
            "/systems/0/weight_bits=16,8,\"none\"", shipped() });
        QCOMPARE(outcome.status, kGood);
        const QList<QByteArray> rows = outcome.output.trimmed().split('\n');
        QCOMPARE(rows.size(), 7);
        QVERIFY(
            rows[0].startsWith("/workload/users,/systems/0/weight_bits,system,fits,reason,ttft_s,tpot_s"));
        const auto tpot = [&rows](int row) { return rows[row].split(',')[6].toDouble(); };
        QVERIFY(rows[1].startsWith("1,16,") && rows[5].startsWith("8,8,"));
        QVERIFY(tpot(2) < tpot(1)); // 8 bits are faster than 16
        QVERIFY(tpot(4) > tpot(1)); // eight users are slower than one
        QVERIFY(rows[3].contains("unknown") || rows[3].contains("none")); // says what is wrong, and goes on
        const auto json = nlohmann::json::parse(
            run({ "--sweep", "/workload/users=1,8", "--json", "-", shipped() }).output.toStdString(), nullptr,
            false);
        QCOMPARE(json.size(), std::size_t { 2 });
        QCOMPARE(json[1]["set"]["/workload/users"].get<int>(), 8);
        QVERIFY(json[1]["systems"][0]["tpot_s"].get<double>() > 0);
    }

    void aTraceOpensAsJson()
    {
        const Outcome outcome = run({ "--trace", "-", shipped() });
        QCOMPARE(outcome.status, kGood);
        const auto json = nlohmann::json::parse(outcome.output.toStdString(), nullptr, false);
        QVERIFY(json.contains("traceEvents") && json["traceEvents"].size() > 1000);
    }

    void aTargetHasARowPerResource()
    {
        const Outcome table = run({ "--reach", "tokens_per_s_per_user=100", shipped() });
        QCOMPARE(table.status, kGood);
        for (const char* resource : { "bandwidth", "flops", "capacity", "latency", "link", "chips" })
            QVERIFY2(
                table.output.contains(QByteArray(QByteArray("\n  ") + resource)), table.output.constData());
        const Outcome rows = run({ "--reach", "fits", "--json", "-", shipped() });
        const auto json = nlohmann::json::parse(rows.output.toStdString(), nullptr, false);
        QCOMPARE(json["metric"].get<std::string>(), std::string("fits"));
        QCOMPARE(json["systems"][0]["rows"].size(), std::size_t { 6 });
    }

    void aModelsConfigStandsInForAScenario()
    {
        QFile all(QStringLiteral(MEMWALL_SOURCE_DIR "/tests/data/hf_configs.json"));
        QVERIFY(all.open(QIODevice::ReadOnly));
        auto config = nlohmann::json::parse(all.readAll().toStdString()).at("llama-3.1-8b");
        const QString path = m_folder.filePath(QStringLiteral("config.json"));
        const auto write = [&path](const nlohmann::json& value) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(value.dump().c_str()) > 0;
        };
        QVERIFY(write(config));
        const Outcome outcome = run({ "--json", "-", path });
        QVERIFY2(outcome.status == kGood, outcome.errors.constData());
        const auto json = nlohmann::json::parse(outcome.output.toStdString(), nullptr, false);
        QCOMPARE(json["systems"][0]["model"]["total_params"].get<double>(), 8'030'261'248.0);
        config.erase("vocab_size");
        QVERIFY(write(config));
        const Outcome refused = run({ "--json", "-", path });
        QCOMPARE(refused.status, kBadScenario);
        QVERIFY2(refused.errors.contains("config.json"), refused.errors.constData());
        QVERIFY2(refused.errors.contains("vocab_size"), refused.errors.constData());
    }

    void theModelIsCheckedAgainstAFile()
    {
        const QString path = m_folder.filePath("points.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            R"({"points": [{"id": "a", "hardware": "H100-SXM-80GB", "model": "Llama-3.1-8B", "chips": 1,
            "batch": 1, "context_tokens": 1000, "weights_precision": "bf16", "engine": "vLLM 0.16.0",
            "phase": "decode", "metric": "tpot_s", "value": 0.0068}]})");
        file.close();
        const Outcome outcome = run({ "--check-model", "--json", "-", path });
        QCOMPARE(outcome.status, kGood);
        const auto json = nlohmann::json::parse(outcome.output.toStdString(), nullptr, false);
        QCOMPARE(json["points"].size(), std::size_t { 1 });
        const double predicted = json["points"][0]["predicted"].get<double>();
        QVERIFY(std::abs(predicted / 0.0068 - 1) < 0.25);
        QVERIFY(run({ "--check-model", path }).output.contains("median"));
        // Not a list of measurements, not there.
        QCOMPARE(run({ "--check-model", shipped() }).status, kBadScenario);
        QCOMPARE(run({ "--check-model", m_folder.filePath("none.json") }).status, kInputOutput);
    }

    void thisComputerIsMeasured()
    {
        const Outcome outcome = run({ "--measure", "--seconds", "0.1", "--json", "-" });
        QCOMPARE(outcome.status, kGood);
        QCOMPARE(outcome.errors, QByteArray()); // progress is for terminals
        const auto json = nlohmann::json::parse(outcome.output.toStdString(), nullptr, false);
        QCOMPARE(json["chip"]["id"].get<std::string>(), std::string("this_computer"));
        QVERIFY(json["measurement"]["fp32_flops"]["median"].get<double>() > 0);
        QCOMPARE(json["measurement"]["kernels"].size(), std::size_t { 3 });
        // Fewer bytes are faster; on a computer that does much else, what every weight costs may hide it.
        const auto rate = [](const nlohmann::json& speed) { return speed["tokens_per_s"].get<double>(); };
        for (const auto& model : json["predictions"])
            if (model["q8_0"].is_object() && model["q4_0"].is_object())
                QVERIFY(rate(model["q4_0"]) >= 0.99 * rate(model["q8_0"]));
        // The chip runs where it is written into a scenario.
        const QByteArray chip = QByteArray::fromStdString("/systems/0/pools/0/chip=" + json["chip"].dump());
        const Outcome used = run({ "--json", "-", "--set", "/systems/0/model=llama-3.2-1b", "--set",
            QString::fromUtf8(chip), "--set", "/systems/0/weight_bits=q4_0", shipped() });
        QCOMPARE(used.errors, QByteArray());
        QCOMPARE(used.status, kGood);
        const Outcome table = run({ "--measure", "--seconds", "0.1" });
        QCOMPARE(table.status, kGood);
        for (const char* word : { "DRAM", "fp32 multiply-adds", "q8_0", "bytes over bandwidth", "±" })
            QVERIFY2(table.output.contains(word), word);
    }

    void theSameQuestionHasTheSameAnswer()
    {
        QCOMPARE(run({ "--json", "-", shipped() }).output, run({ "--json", "-", shipped() }).output);
    }

    void noFileMeansTheFirstMachine()
    {
        QCOMPARE(run({ "--json", "-" }).output, run({ "--json", "-", shipped() }).output);
    }

    void aSettingChangesTheAnswer()
    {
        const Outcome one = run({ "--json", "-", shipped() });
        const Outcome eight = run({ "--json", "-", "--set", "/workload/users=8", shipped() });
        QCOMPARE(eight.status, kGood);
        QVERIFY(one.output != eight.output);
    }

    void standardInputIsAFileToo()
    {
        QFile file(shipped());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Outcome outcome = run({ "--json", "-", "-" }, file.readAll());
        QCOMPARE(outcome.status, kGood);
        QCOMPARE(outcome.output, run({ "--json", "-", shipped() }).output);
    }

    void tablesAreWrittenWhereAskedFor()
    {
        const QString csv = m_folder.filePath(QStringLiteral("requests.csv"));
        const QString steps = m_folder.filePath(QStringLiteral("steps.csv"));
        const Outcome outcome = run({ "--summary", "--csv", csv, "--timeline", steps, shipped() });
        QCOMPARE(outcome.status, kGood);
        QVERIFY(!outcome.output.isEmpty());
        for (const QString& path : { csv, steps }) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().count('\n') >= 2);
        }
    }

    void everyShippedScenarioIsGood()
    {
        QDir folder(QStringLiteral(MEMWALL_SOURCE_DIR "/scenarios/machines"));
        QStringList names = folder.entryList({ QStringLiteral("*.memwall.json") });
        QVERIFY(!names.isEmpty());
        names << traffic("real-conversations.memwall.json");
        for (const QString& name : names) {
            const Outcome outcome = run({ "--validate", folder.filePath(name) });
            QVERIFY2(outcome.status == kGood, outcome.errors.constData());
        }
    }

    void aTraceIsPlayedFromItsFile()
    {
        const QString path = traffic("real-conversations.memwall.json");
        const auto finished = [&](const QStringList& more) {
            const Outcome outcome = run(QStringList { "--json", "-", path } + more);
            const auto json = nlohmann::json::parse(outcome.output.toStdString(), nullptr, false);
            return json.is_object() ? json["systems"][0]["requests"]["finished"].get<int>() : -1;
        };
        QCOMPARE(finished({}), 456);
        QCOMPARE(finished({ "--set", "/workload/trace/duration_s=60" }), 191);
        QCOMPARE(finished({ "--set", "/workload/trace/duration_s=60", "--set", "/workload/trace/speedup=4" }),
            191);
        // A trace that the file itself does not name is found from the folder of the file too.
        const Outcome sweep = run({ "--sweep", "/workload/trace/file=azure-conversations-2023.csv,none.csv",
            "--set", "/workload/trace/duration_s=10", path });
        QCOMPARE(sweep.status, kGood);
        QVERIFY(sweep.output.contains("none.csv: cannot read"));
        QCOMPARE(sweep.output.count(",true,"), 1);
    }

    void aTraceThatCannotBePlayedSaysWhy_data()
    {
        QTest::addColumn<QString>("set");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("not there") << "/workload/trace/file=none.csv" << kInputOutput
                                   << QByteArray("none.csv: cannot read");
        QTest::newRow("endless") << "/workload/trace/file=/dev/zero" << kInputOutput
                                 << QByteArray("is no plain file");
        QTest::newRow("folder") << "/workload/trace/file=." << kInputOutput << QByteArray("is a folder");
        QTest::newRow("wrong format") << "/workload/trace/format=memwall" << kBadScenario
                                      << QByteArray("azure-conversations-2023.csv:5: no column at_s");
        QTest::newRow("unknown format")
            << "/workload/trace/format=azur" << kBadScenario << QByteArray("did you mean \"azure\"");
        QTest::newRow("after the end") << "/workload/trace/start_s=500" << kBadScenario
                                       << QByteArray("its last request comes at 119.9 s");
    }
    void aTraceThatCannotBePlayedSaysWhy()
    {
        QFETCH(QString, set);
        QFETCH(int, status);
        QFETCH(QByteArray, message);
        const Outcome outcome
            = run({ "--validate", "--set", set, traffic("real-conversations.memwall.json") });
        QCOMPARE(outcome.status, status);
        QVERIFY2(outcome.errors.contains(message), outcome.errors.constData());
        QCOMPARE(outcome.errors.count('\n'), 1);
    }

    void everyListHasLines_data()
    {
        QTest::addColumn<QString>("what");
        for (const char* what : { "chips", "models", "links", "engines", "formats", "scenarios" })
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void everyListHasLines()
    {
        QFETCH(QString, what);
        const Outcome outcome = run({ "--list", what });
        QCOMPARE(outcome.status, kGood);
        QVERIFY(outcome.output.count('\n') >= 2);
    }

    void aPictureHasTheSizeAskedForAndIsAlwaysTheSame()
    {
        const QString first = m_folder.filePath(QStringLiteral("first.png"));
        const QString second = m_folder.filePath(QStringLiteral("second.png"));
        for (const QString& path : { first, second })
            QCOMPARE(run({ "--screenshot", path, "--size", "1280x720", shipped() }).status, kGood);
        QCOMPARE(QImage(first).size(), QSize(1280, 720));
        QCOMPARE(QImage(first), QImage(second));
    }

    void theEndOfTheNameChoosesTheKindOfPicture()
    {
        const QString name = m_folder.filePath("picture");
        for (const char* end : { ".svg", ".pdf", ".png" })
            QCOMPARE(run({ "--screenshot", name + end, "--panel", "stage", shipped() }).status, kGood);
        QVERIFY(read(name + ".svg").contains("<svg"));
        QVERIFY(read(name + ".pdf").startsWith("%PDF"));
        QCOMPARE(QImage(name + ".png").size(), QSize(1000, 600));
        QCOMPARE(run({ "--screenshot", name + ".png", "--pixel-ratio", "2", "--size", "800x500", shipped() })
                     .status,
            kGood);
        QCOMPARE(QImage(name + ".png").size(), QSize(1600, 1000));
    }

    void aMovieIsWrittenWithoutAWindow()
    {
        const QString path = m_folder.filePath("movie.gif"), again = m_folder.filePath("again.gif");
        const QStringList range { "--from", "0.2", "--to", "0.21", "--time-scale", "50", "--fps", "10",
            "--size", "640x400", shipped() };
        const Outcome outcome = run(QStringList { "--movie", path } + range);
        QVERIFY2(outcome.status == kGood, outcome.errors.constData());
        QCOMPARE(outcome.errors, QByteArray());
        QImageReader reader(path);
        QCOMPARE(reader.size(), QSize(640, 400));
        QCOMPARE(reader.imageCount(), 6); // half a second, both ends
        QCOMPARE(run(QStringList { "--movie", again } + range).status, kGood);
        QCOMPARE(read(again), read(path));
    }

    void anInterruptedMovieLeavesNothing()
    {
        QTemporaryDir folder, tools;
        QFile encoder(tools.filePath("ffmpeg"));
        QVERIFY(encoder.open(QIODevice::WriteOnly));
        encoder.write("#!/bin/sh\nfor last; do :; done\nexec cat > \"$last\"\n");
        encoder.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        encoder.close();
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PATH", tools.path() + ':' + environment.value("PATH"));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(MEMWALL_PROGRAM),
            { "--movie", folder.filePath("a.mp4"), "--from", "0", "--to", "4", "--time-scale", "900",
                "--size", "320x200", "--panel", "stage", shipped() });
        // Its file under way is the sign that it draws.
        const auto files = [&folder] { return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden); };
        QTRY_VERIFY_WITH_TIMEOUT(!files().isEmpty() || program.state() == QProcess::NotRunning, 60'000);
        program.terminate();
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitCode(), kInterrupted);
        QVERIFY(program.readAllStandardError().contains("interrupted"));
        QCOMPARE(files(), QStringList());
    }

    void aHandoutIsAPdf()
    {
        const QString path = m_folder.filePath("handout.pdf");
        QCOMPARE(run({ "--handout", path, shipped() }).status, kGood);
        QVERIFY(read(path).startsWith("%PDF"));
    }

    void everyPartCanBePictured_data()
    {
        QTest::addColumn<QString>("panel");
        for (const char* panel : { "stage", "tape", "timeline", "roofline", "breakdown", "kv" })
            QTest::newRow(panel) << QString::fromLatin1(panel);
    }
    void everyPartCanBePictured()
    {
        QFETCH(QString, panel);
        const QString path = m_folder.filePath(panel + QStringLiteral(".png"));
        const Outcome outcome = run(
            { "--screenshot", path, "--panel", panel, "--size", "640x400", "--theme", "light", shipped() });
        QVERIFY2(outcome.status == kGood, outcome.errors.constData());
        QCOMPARE(QImage(path).size(), QSize(640, 400));
    }

    void statusTellsTheKindOfMistake_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("unknown option") << QStringList { "--frobnicate" } << kUsage;
        QTest::newRow("movie of another kind") << QStringList { "--movie", "a.avi" } << kUsage;
        QTest::newRow("movie past the end")
            << QStringList { "--movie", "a.gif", "--from", "9000", shipped() } << kUsage;
        QTest::newRow("movie of what does not fit") << QStringList { "--movie", "a.gif", "--set",
            "/systems/0/pools/0/chips=1", "--set", "/systems/0/pools/0/tensor_parallel=1", shipped() }
                                                    << kBadScenario;
        for (const char* option : { "--screenshot", "--movie", "--handout" }) {
            const QString name
                = QString::fromLatin1(option).endsWith("e") ? "no/such/a.gif" : "no/such/a.pdf";
            QTest::newRow(option) << QStringList { option, name, "--size", "640x400", shipped() }
                                  << kInputOutput;
        }
        QTest::newRow("missing file")
            << QStringList { "--summary", "no-such-file.memwall.json" } << kInputOutput;
        QTest::newRow("folder") << QStringList { "--summary", "." } << kInputOutput;
        QTest::newRow("no place to write")
            << QStringList { "--json", "no/such/folder/a.json", shipped() } << kInputOutput;
        QTest::newRow("full disk") << QStringList { "--json", "/dev/full", shipped() } << kInputOutput;
        QTest::newRow("bad setting") << QStringList { "--json", "-", "--set", "/workload/users=-3",
            shipped() } << kBadScenario;
        QTest::newRow("setting nowhere")
            << QStringList { "--json", "-", "--set", "/workload/userz=3", shipped() } << kBadScenario;
    }
    void statusTellsTheKindOfMistake()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.status, status);
        QVERIFY(outcome.errors.startsWith("memwall: "));
        QCOMPARE(outcome.output, QByteArray());
    }

    void aWrongFileIsNamedWithItsLineAndPlace()
    {
        const QString path = m_folder.filePath(QStringLiteral("wrong.memwall.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\n  \"memwall\": 1,\n  \"workload\": {\n    \"userz\": 1\n  },\n  \"systems\": []\n}\n");
        file.close();
        const Outcome outcome = run({ "--json", "-", path });
        QCOMPARE(outcome.status, kBadScenario);
        QVERIFY2(outcome.errors.contains("wrong.memwall.json:4"), outcome.errors.constData());
        QVERIFY2(outcome.errors.contains("/workload/userz"), outcome.errors.constData());
        QVERIFY2(outcome.errors.contains("users"), outcome.errors.constData());
    }

    void helpAndVersionNeedNothing()
    {
        const Outcome help = run({ "--help" });
        QCOMPARE(help.status, kGood);
        QVERIFY(help.output.contains("--screenshot"));
        const Outcome version = run({ "--version" });
        QCOMPARE(version.status, kGood);
        QVERIFY(version.output.startsWith("memwall "));
    }

private:
    static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

MEMWALL_TEST(TestProgram, QCoreApplication)

} // namespace tst_program

#include "tst_program.moc"
