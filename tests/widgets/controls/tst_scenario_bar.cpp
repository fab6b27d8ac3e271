// What the bar asks for becomes the scenario.
#include "tests/support/bar_bench.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QtWidgets>

namespace tst_scenario_bar
{

using namespace memwall;
using namespace memwall::ui;
using test::BarBench;
using test::catalog;
using test::scenario;

class TestScenarioBar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    { // The offscreen platform says so of popups and fixed sizes.
        QTest::failOnWarning(QRegularExpression { QStringLiteral("^(?!This plugin does not support)") });
    }

    void searchingAndEnterChooseAChip()
    {
        BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.click("hardware");
        auto* search = bench.part<QLineEdit>("hardwarePopupSearch");
        QVERIFY(search->isVisible());
        QTest::keyClicks(search, QStringLiteral("wse-3"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!search->isVisible());
        QCOMPARE(bench.current.systems[0].pools[0].chip.id, core::ChipId("wse3"));
        QCOMPARE(bench.texts, QStringList { QStringLiteral("Set hardware to 4 × WSE-3") });
        QVERIFY(bench.valid);
    }

    void aChipOfOnesOwnIsWrittenIntoTheScenario()
    {
        const auto value = [](double number) {
            return nlohmann::json { { "value", number }, { "source", "mine" }, { "confidence", "measured" } };
        };
        const nlohmann::json own { { "id", "mine" }, { "class", "cpu" }, { "short_name", "My machine" },
            { "weights_level", "DRAM" }, { "default_engine", "llama.cpp-cpu" },
            { "peak_dense_flops", { { "fp32", value(1e11) } } },
            { "memory_far_to_near",
                { { { "level", "DRAM" }, { "capacity_bytes", value(3.2e10) },
                    { "bandwidth_Bps", value(2e10) } } } } };
        BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.bar.setOwnChips({ own });
        bench.click("hardware");
        auto* search = bench.part<QLineEdit>("hardwarePopupSearch");
        QTest::keyClicks(search, QStringLiteral("my machine"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(bench.valid);
        QVERIFY(bench.current.systems[0].pools[0].chip.object == own);
        QCOMPARE(bench.current.systems[0].pools[0].chips, 1);
    }

    void aNumberOfChipsIsOneClick()
    {
        BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.click("hardware");
        auto* eight = bench.part<QPushButton>("count8");
        QVERIFY(eight->isVisible());
        QTest::mouseClick(eight, Qt::LeftButton);
        QCOMPARE(bench.current.systems[0].pools[0].chips, 8);
        QCOMPARE(bench.current.systems[0].pools[0].tensorParallel, 8);
        QVERIFY(eight->isChecked());
    }

    void arrowsAndEnterChooseAModel()
    {
        BarBench bench { scenario("h100_sxm", "llama-3.1-8b") };
        bench.button("model")->setFocus();
        QTest::keyClick(bench.button("model"), Qt::Key_Return);
        auto* search = bench.part<QLineEdit>("modelPopupSearch");
        QVERIFY(search->isVisible());
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(bench.current.systems[0].model.id, core::ModelId("llama-3.1-70b"));
    }

    void aModelWithLinearAttentionCanBeChosen()
    {
        BarBench bench { scenario("h100_sxm", "llama-3.1-8b") };
        bench.click("model");
        QTest::keyClicks(bench.part<QLineEdit>("modelPopupSearch"), QStringLiteral("minimax-m1"));
        QTest::keyClick(bench.part<QLineEdit>("modelPopupSearch"), Qt::Key_Return);
        QCOMPARE(bench.current.systems[0].model.id, core::ModelId("minimax-m1"));
    }

    void weightsAreBitsOrAFormat()
    {
        BarBench bench { scenario("h100_sxm", "llama-3.1-8b") };
        bench.click("weights");
        QTest::keyClick(bench.part<QLineEdit>("weightsPopupSearch"), Qt::Key_Down);
        QTest::keyClick(bench.part<QLineEdit>("weightsPopupSearch"), Qt::Key_Return);
        QCOMPARE(std::get<int>(bench.current.systems[0].weightBits), 8);
        bench.click("weights");
        QTest::keyClicks(bench.part<QLineEdit>("weightsPopupSearch"), QStringLiteral("q4_k_m"));
        QTest::keyClick(bench.part<QLineEdit>("weightsPopupSearch"), Qt::Key_Return);
        QCOMPARE(std::get<core::FormatId>(bench.current.systems[0].weightBits), core::FormatId("q4_k_m"));
    }

    void spaceTogglesTheSwitches()
    {
        BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
        QTest::keyClick(bench.button("speculative"), Qt::Key_Space);
        QVERIFY(bench.current.systems[0].speculation);
        QVERIFY(bench.button("speculative")->isChecked());
        bench.click("disaggregated");
        QCOMPARE(bench.current.systems[0].pools.size(), std::size_t { 2 });
        bench.click("disaggregated");
        QCOMPARE(bench.current.systems[0].pools.size(), std::size_t { 1 });
        QVERIFY(bench.valid);
    }

    void aSwitchThatIsNotGrantedStaysAsTheScenarioSays()
    {
        ScenarioBar bar { catalog() };
        bar.setScenario(scenario("h100_sxm", "llama-3.1-70b"), 0);
        bar.resize(1600, bar.sizeHint().height());
        bar.show();
        QSignalSpy spy { &bar, &ScenarioBar::settingsRequested };
        auto* speculative = bar.findChild<QAbstractButton*>(QStringLiteral("speculative"));
        QTest::mouseClick(speculative, Qt::LeftButton);
        QCOMPARE(spy.count(), 1);
        QVERIFY(!speculative->isChecked());
    }

    void whatCannotBeTurnedOnSaysWhy()
    {
        BarBench bench { scenario("h100_sxm", "gemma-2-27b") };
        QVERIFY(!bench.button("speculative")->isEnabled());
        QVERIFY(bench.button("speculative")->toolTip().contains(QStringLiteral("vocabulary")));
    }

    void everyControlHasANameAndATooltip()
    {
        BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
        for (const auto* each : bench.bar.findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly)) {
            QVERIFY(!each->objectName().isEmpty());
            QVERIFY(!each->accessibleName().isEmpty());
            QVERIFY(!each->toolTip().isEmpty());
        }
    }
};

MEMWALL_TEST(TestScenarioBar, QApplication)

} // namespace tst_scenario_bar

#include "tst_scenario_bar.moc"
