// Closed form against step by step: every shipped scenario played again, each step's passes built from what
// the requests hold at that very step.
#include "core/schedule/scheduler.h"
#include "tests/support/scenario_with_trace.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/stepper.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_step_by_step
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

constexpr double kTolerance = 1e-9;

std::vector<std::filesystem::path> scenarioFiles()
{
    std::vector<std::filesystem::path> files;
    const auto folder = std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().string().ends_with(".memwall.json"))
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

class TestStepByStep : public QObject
{
    Q_OBJECT

private slots:
    void theClosedFormGivesTheSameTimes_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto& file : scenarioFiles())
            QTest::newRow(file.filename().c_str()) << QString::fromStdString(file.string());
    }

    void theClosedFormGivesTheSameTimes()
    {
        QFETCH(QString, path);
        const Scenario scenario = scenarioIn(path.toStdString(), m_catalog);
        for (const System& system : scenario.systems) {
            const Machine machine = resolve(system, m_catalog);
            const Run run = schedule(machine, scenario.workload);
            QVERIFY(run.fits);
            const Replay again = replay(machine, run);
            std::int64_t steps = 0;
            for (const Segment& segment : run.segments)
                steps += segment.kind == SegmentKind::Transfer ? 0 : segment.steps;
            QCOMPARE(again.steps, steps);
            const QString figures
                = QStringLiteral("%1: %2 steps, times differ by %3, lengths by %4, amounts by %5: %6")
                      .arg(QString::fromStdString(system.name))
                      .arg(again.steps)
                      .arg(again.worstTime)
                      .arg(again.worstStep)
                      .arg(again.worstAmount)
                      .arg(QString::fromStdString(again.where));
            QVERIFY2(again.worst() <= kTolerance, qPrintable(figures));
        }
    }

private:
    Catalog m_catalog = shippedCatalog();
};

MEMWALL_TEST(TestStepByStep, QCoreApplication)

} // namespace tst_step_by_step

#include "tst_step_by_step.moc"
