// The built program with little memory: files that ask for much are played or refused with the field that
// asks, what cannot be had is said, and no start is lost to the file that ended the one before.
#include "app/files/catalog_location.h"
#include "app/files/recent_files.h"
#include "app/files/settings_file.h"
#include "tests/support/program.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFloat16> // QCOMPARE of JSON asks for it
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

#include <csignal>
#include <sys/resource.h>

namespace tst_memory
{

using namespace memwall::app;
using namespace memwall::tests;

namespace
{

constexpr int kLongMs = 280'000;

/// Instrumented programs map far more addresses than they use.
void limitMemory(QProcess& program, rlim_t bytes)
{
#ifdef __SANITIZE_ADDRESS__
    Q_UNUSED(program)
    Q_UNUSED(bytes)
#else
    program.setChildProcessModifier([bytes] {
        const rlimit limit { bytes, bytes };
        setrlimit(RLIMIT_AS, &limit);
    });
#endif
}

Outcome run(const QStringList& arguments, rlim_t bytes)
{
    QProcess program;
    limitMemory(program, bytes);
    return outcomeOf(program, arguments);
}

nlohmann::json fourChips(nlohmann::json workload)
{
    return { { "memwall", 1 }, { "workload", std::move(workload) },
        { "systems",
            nlohmann::json::array({ { { "model", "llama-3.1-70b" },
                { "pools",
                    nlohmann::json::array(
                        { { { "role", "both" }, { "chip", "h100_sxm" }, { "chips", 4 } } }) } } }) } };
}

nlohmann::json atRandom(int requests, double rate, nlohmann::json prompt, nlohmann::json output)
{
    return { { "arrivals", "poisson" }, { "requests", requests }, { "rate_per_s", rate },
        { "prompt_tokens", std::move(prompt) }, { "output_tokens", std::move(output) } };
}

} // namespace

class TestMemory : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QCoreApplication::setOrganizationName(QStringLiteral("memwall")); // whose settings the program reads
        QCoreApplication::setApplicationName(QStringLiteral("memwall"));
        useSettingsFile();
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
    }

    void whatAsksForMuchIsPlayedOrNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("pointer"); // empty: it is played
        QTest::addColumn<int>("megabytes");
        constexpr int kAll = 4000, kFew = 900; // a step's shape of its own for each event would take more
        using nlohmann::json;
        const json lengths { { "distribution", "lognormal" }, { "median", 400 }, { "p90", 1500 } };
        write("conversations", fourChips(atRandom(1'000'000, 25, lengths, lengths)));
        QTest::newRow("a million conversations") << "conversations"
                                                 << "/workload/requests" << kAll;
        write("words", fourChips(atRandom(60'000, 100, 40, 4)));
        QTest::newRow("many short questions") << "words"
                                              << "" << kFew;
        json parts = fourChips(atRandom(30, 0.001, 20'000, 4));
        parts["systems"][0]["batching"] = { { "policy", "chunked" }, { "prefill_chunk_tokens", 1 } };
        write("parts", parts);
        QTest::newRow("prompts in parts of one token") << "parts"
                                                       << "" << kFew;
        writeTrace("trace", 60'000);
        QTest::newRow("a long trace") << "trace"
                                      << "" << kFew;
        json rounds = fourChips(atRandom(1'000'000, 25, lengths, lengths));
        rounds["systems"][0]["speculation"] = { { "method", "ngram" }, { "draft_tokens", 2 } };
        write("rounds", rounds);
        QTest::newRow("a million with drafts") << "rounds"
                                               << "/workload/requests" << kAll;
    }
    void whatAsksForMuchIsPlayedOrNamed()
    {
        QFETCH(QString, name);
        QFETCH(QString, pointer);
        QFETCH(int, megabytes);
        const Outcome outcome
            = run({ "--json", "-", file(name) }, static_cast<rlim_t>(megabytes) * 1'000'000);
        QVERIFY2(outcome.status == (pointer.isEmpty() ? kGood : kBadScenario), outcome.errors.constData());
        const auto json = nlohmann::json::parse(outcome.output.toStdString(), nullptr, false);
        QVERIFY(json.is_object());
        QCOMPARE(json["systems"][0]["fits"].get<bool>(), pointer.isEmpty());
        if (pointer.isEmpty())
            return;
        QVERIFY(outcome.errors.startsWith("memwall: "));
        QVERIFY2(outcome.errors.contains((file(name) + u": " + pointer + u": ").toUtf8()),
            outcome.errors.constData());
        QVERIFY(outcome.errors.contains("at most about"));
    }

    void memoryThatIsNotThereIsSaid()
    {
#ifndef __SANITIZE_ADDRESS__
        int said = 0;
        for (rlim_t megabytes = 300; megabytes <= 900; megabytes += 100) {
            const Outcome outcome
                = run({ "--json", "-", file(QStringLiteral("conversations")) }, megabytes << 20);
            QVERIFY(outcome.status >= 0); // no signal
            if (outcome.status != kInputOutput)
                continue;
            QCOMPARE(outcome.errors, QByteArray("memwall: there is not enough memory for this\n"));
            QCOMPARE(outcome.output, QByteArray());
            ++said;
        }
        QVERIFY(said > 0);
#endif
    }

    void anInterruptedSweepWritesWholeRows()
    {
        QStringList seeds;
        for (int seed = 1; seed <= 60; ++seed)
            seeds << QString::number(seed);
        QProcess program;
        program.start(QStringLiteral(MEMWALL_PROGRAM),
            { "--sweep", "/workload/seed=" + seeds.join(u','), "--json", "-",
                file(QStringLiteral("words")) });
        QVERIFY(program.waitForReadyRead(kLongMs)); // the array has begun
        program.terminate();
        QVERIFY(program.waitForFinished(kLongMs));
        QCOMPARE(program.exitCode(), kInterrupted);
        QVERIFY(program.readAllStandardError().contains("interrupted"));
        QVERIFY(
            nlohmann::json::parse(program.readAllStandardOutput().toStdString(), nullptr, false).is_array());
    }

    void theWindowEndsInTheMiddleOfItsWork()
    {
        RecentFiles().clear();
        QProcess program;
        start(program, { file(QStringLiteral("conversations")) });
        program.terminate();
        QVERIFY(program.waitForFinished(kLongMs));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), kInterrupted);
        QCOMPARE(recent(), QStringList()); // it was never shown
    }

    void whatEndedTheLastStartIsSkippedAndNamed()
    {
        RecentFiles().clear();
        RecentFiles().add(file(QStringLiteral("words")));
        QProcess first;
        start(first, {});
        first.kill(); // as a crash would
        QVERIFY(first.waitForFinished(kLongMs));
        QProcess second;
        second.start(QStringLiteral(MEMWALL_PROGRAM), QStringList());
        QTRY_COMPARE_WITH_TIMEOUT(
            recent().value(0), QFileInfo(defaultScenario(findFolders())).absoluteFilePath(), kLongMs);
        second.terminate();
        QVERIFY(second.waitForFinished(kLongMs));
        const QByteArray said = second.readAllStandardError();
        QVERIFY2(said.contains(file(QStringLiteral("words")).toUtf8()), said.constData());
        QVERIFY(!QFileInfo::exists(marker()));
        QVERIFY(recent().contains(file(QStringLiteral("words"))));
    }

private:
    QString file(const QString& name) const
    {
        return m_folder.filePath(name + QStringLiteral(".memwall.json"));
    }

    void write(const char* name, const nlohmann::json& scenario) const
    {
        QFile out(file(QString::fromLatin1(name)));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(QByteArray::fromStdString(scenario.dump()));
    }

    void writeTrace(const char* name, int rows) const
    {
        QFile out(m_folder.filePath(QStringLiteral("rows.csv")));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write("at_s,prompt_tokens,output_tokens\n");
        for (int i = 0; i < rows; ++i)
            out.write(QStringLiteral("%1,%2,%3\n")
                          .arg(i * 0.05)
                          .arg(1 + i % 997 * 7919 % 500)
                          .arg(1 + i % 997 * 104729 % 20)
                          .toUtf8());
        write(name,
            fourChips({ { "arrivals", "trace" },
                { "trace", { { "file", "rows.csv" }, { "format", "memwall" } } } }));
    }

    /// Until the program has noted what it is about to play in its window.
    void start(QProcess& program, const QStringList& arguments) const
    {
        QFile::remove(marker());
        program.start(QStringLiteral(MEMWALL_PROGRAM), arguments);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(marker()), kLongMs);
    }
    QString marker() const
    {
        return m_folder.filePath(QStringLiteral("memwall/opening"));
    }
    static QStringList recent()
    {
        return RecentFiles().paths();
    }

    QTemporaryDir m_folder;
};

MEMWALL_TEST(TestMemory, QCoreApplication)

} // namespace tst_memory

#include "tst_memory.moc"
