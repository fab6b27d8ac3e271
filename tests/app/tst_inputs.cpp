// Files and values that nobody means well by: the program answers each with one message and lives on.
#include "tests/support/program.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <sys/stat.h>

namespace tst_inputs
{

using namespace memwall::tests;

namespace
{

const QString kShipped = QStringLiteral(MEMWALL_SOURCE_DIR "/scenarios/machines/gpu-hbm.memwall.json");

/// Nothing in it that a terminal obeys.
bool isPlain(const QByteArray& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return c == '\n' || (byte >= 0x20 && byte != 0x7F);
    }) && !text.contains("\xe2\x80\xae");
}

} // namespace

class TestInputs : public QObject
{
    Q_OBJECT
private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void whatIsNoFileIsRefusedAtOnce_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("message");
        const QString pipe = m_folder.filePath("pipe");
        QVERIFY(QFile::exists(pipe) || mkfifo(qPrintable(pipe), 0600) == 0);
        QTest::newRow("pipe") << pipe << QByteArray("is no plain file");
        QTest::newRow("endless") << "/dev/zero" << QByteArray("is no plain file");
        QTest::newRow("folder") << m_folder.path() << QByteArray("is a folder");
        QTest::newRow("too long") << write("long.json", "[" + QByteArray(17 << 20, ' ') + "0]")
                                  << QByteArray("16 MiB");
    }
    void whatIsNoFileIsRefusedAtOnce()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, message);
        for (const char* option : { "--summary", "--validate", "--check-model" }) {
            const Outcome outcome = run({ option, path });
            QCOMPARE(outcome.status, kInputOutput);
            QVERIFY2(outcome.errors.contains(message), outcome.errors.constData());
            QCOMPARE(outcome.errors.count('\n'), 1);
        }
    }

    void standardInputIsReadToItsLimit()
    {
        QProcess program;
        program.setStandardInputFile("/dev/zero");
        program.start(QStringLiteral(MEMWALL_PROGRAM), { "--summary", "-" });
        constexpr int kLongMs = 60'000;
        QVERIFY(program.waitForFinished(kLongMs));
        QCOMPARE(program.exitCode(), kInputOutput);
        QVERIFY(program.readAllStandardError().contains("16 MiB"));
    }

    void aModelsConfigMayComeThroughAPipe()
    {
        QFile file(QStringLiteral(MEMWALL_SOURCE_DIR "/tests/data/hf_configs.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto config = nlohmann::json::parse(file.readAll().toStdString()).at("llama-3.1-8b");
        const Outcome outcome = run({ "--summary", "-" }, QByteArray::fromStdString(config.dump()));
        QVERIFY2(outcome.status == kGood, outcome.errors.constData());
        QVERIFY2(outcome.output.contains("llama"), outcome.output.constData());
    }

    void aConfigsMistakeIsNamedByItsLine()
    {
        const QString path = write("config.json",
            "{\"model_type\": \"kimi_linear\", \"hidden_size\": 64, \"num_hidden_layers\": 2,\n"
            "\"num_attention_heads\": 2, \"vocab_size\": 10, \"intermediate_size\": 9,\n"
            "\"linear_attn_config\": {\"num_heads\": 2,\n \"head_dim\": []}}");
        const Outcome outcome = run({ "--summary", path });
        QCOMPARE(outcome.status, kBadScenario);
        QVERIFY2(outcome.errors.contains("config.json:4: /linear_attn_config/head_dim: must be"),
            outcome.errors.constData());
    }

    void deepNestingIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        const QByteArray deep(60'000, '[');
        const QByteArray closed = deep + QByteArray(60'000, ']');
        const QString title = QString::fromUtf8("/title=" + closed);
        QTest::newRow("scenario") << QStringList { "--summary", write("deep.json", closed) } << kBadScenario;
        QTest::newRow("open") << QStringList { "--summary", write("open.json", deep) } << kBadScenario;
        QTest::newRow("measurements")
            << QStringList { "--check-model", write("deep.json", closed) } << kBadScenario;
        QTest::newRow("set") << QStringList { "--summary", "--set", title, kShipped } << kUsage;
        QTest::newRow("sweep") << QStringList { "--sweep", title, kShipped } << kUsage;
        QTest::newRow("pointer") << QStringList { "--summary", "--set",
            QString("/lesson").repeated(8000) + "=1", kShipped }
                                 << kBadScenario;
        const QString trace = write("deep.jsonl", "{\"timestamp\":0,\"input_length\":" + closed + "}\n");
        QTest::newRow("trace") << QStringList { "--summary", "--set", "/workload/arrivals=trace", "--set",
            "/workload/trace={\"file\": \"" + trace + "\", \"format\": \"mooncake\"}", kShipped }
                               << kBadScenario;
    }
    void deepNestingIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.status, status);
        QVERIFY2(outcome.errors.contains("64 levels"), outcome.errors.left(2000).constData());
        QVERIFY2(outcome.errors.size() < 20'000, "the message repeats the input");
        QCOMPARE(outcome.output, QByteArray());
    }

    void theFirstHundredOfManyMistakesAreTold()
    {
        auto scenario = shipped();
        for (int i = 0; i < 20'000; ++i)
            scenario["workload"]["events"].push_back({ { "at_s", -1 }, { "zz", 1 } });
        const Outcome outcome
            = run({ "--validate", write("many.json", QByteArray::fromStdString(scenario.dump(1))) });
        QCOMPARE(outcome.status, kBadScenario);
        QCOMPARE(outcome.errors.count('\n'), 101);
        // Each event has a wrong time, lacks two numbers and has an unknown field: 80,000 mistakes.
        QVERIFY2(outcome.errors.endsWith("and 79900 more mistakes; mend those above first\n"),
            outcome.errors.right(300).constData());
    }

    void nothingThatATerminalObeysIsPrinted()
    {
        const std::string bad = "n\x1b[2J\x1b[31mRED\x07 \xe2\x80\xaegnp.exe\r\nX\x9b";
        auto scenario = shipped();
        const std::string visible = bad.substr(0, bad.size() - 1); // the last byte is no UTF-8
        scenario["title"] = scenario["description"] = scenario["systems"][0]["name"] = visible;
        const auto path
            = [&](const char* name) { return write(name, QByteArray::fromStdString(scenario.dump())); };
        const QString good = path("good.json");
        for (const QStringList& arguments : { QStringList { "--summary", good }, { "--explain", good },
                 { "--validate", good }, { "--csv", "-", good }, { "--timeline", "-", good },
                 { "--sweep", "/workload/users=1", good }, { "--reach", "fits", good },
                 { "--json", "-", good }, { "--sweep", "/workload/users=\x1b", good } }) {
            const Outcome outcome = run(arguments);
            QCOMPARE(outcome.status, kGood);
            QVERIFY2(isPlain(outcome.output), outcome.output.constData());
        }
        scenario["systems"][0]["bo" + visible] = 1;
        scenario["systems"][0]["engine"] = visible;
        const QString strange = m_folder.filePath(QString::fromUtf8("a\x1b[2Jb.json"));
        for (const QStringList& arguments :
            { QStringList { "--validate", path("bad.json") }, { "--summary", strange },
                { "--set", QString::fromUtf8("/title\x1b[2J=1"), "--summary", good },
                { "--list", QString::fromUtf8("\x1b[2J") }, { QString::fromUtf8("--\x1b[2J") } }) {
            const Outcome outcome = run(arguments);
            QVERIFY(outcome.status > kGood);
            QVERIFY2(isPlain(outcome.errors), outcome.errors.constData());
        }
    }

    void aDeadDisplayIsOneMessage()
    {
        QProcessEnvironment environment = withoutSession();
        environment.remove("QT_QPA_PLATFORM");
        environment.remove("WAYLAND_DISPLAY");
        environment.insert("DISPLAY", ":4999");
        const Outcome outcome = run({ kShipped }, {}, environment);
        QCOMPARE(outcome.status, kInputOutput);
        QCOMPARE(outcome.errors.count('\n'), 1);
        for (const char* word : { "DISPLAY=:4999", "QT_QPA_PLATFORM=offscreen", "--screenshot" })
            QVERIFY2(outcome.errors.contains(word), outcome.errors.constData());
    }

private:
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

    static nlohmann::json shipped()
    {
        QFile file(kShipped);
        return file.open(QIODevice::ReadOnly) ? nlohmann::json::parse(file.readAll().toStdString())
                                              : nlohmann::json();
    }

    QTemporaryDir m_folder;
};

MEMWALL_TEST(TestInputs, QCoreApplication)

} // namespace tst_inputs

#include "tst_inputs.moc"
