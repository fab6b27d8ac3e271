// What the lanes of every shipped race say, at 200 instants, against their runs.
#include "tests/support/painted_text.h"
#include "tests/support/shipped_scenarios.h"
#include "tests/support/test_program.h"
#include "widgets/base/format.h"
#include "widgets/race/lane_painter.h"
#include "widgets/race/lane_says.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_lane_words
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

/// Every text of a lane as it is painted.
QStringList textsOf(const std::vector<RaceLane>& lanes, std::size_t i, const LaneNow& now, core::Instant t)
{
    const QSize size { 1400, 200 };
    const Theme theme = Theme::darkTheme();
    const LaneLayout layout = layoutLane(size, theme);
    test::TextDevice device { size };
    QPainter painter { &device };
    const LaneInk ink { painter, layout, theme };
    paintLaneWords(ink, lanes[i], false);
    paintLaneHold(ink, holdOf(lanes[i], now.state));
    paintLaneBars(ink, lanes[i], raceScale(lanes), now, now, t);
    painter.end();
    QStringList texts;
    for (const test::PaintedText& text : device.texts())
        texts << text.text;
    return texts;
}

} // namespace

class TestLaneWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = tests::shippedCatalog(); }

    void everyLabelIsTrueOfItsRun_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto& path : tests::shippedScenarios())
            if (path.parent_path().filename() == "race")
                QTest::newRow(path.filename().c_str()) << QString::fromStdString(path.string());
    }
    void everyLabelIsTrueOfItsRun()
    {
        QFETCH(QString, path);
        const core::Scenario scenario = tests::shippedScenario(path.toStdString(), m_catalog);
        const core::SimulationResult result = core::simulate(scenario, m_catalog);
        std::vector<RaceLane> lanes;
        for (std::size_t i = 0; i < result.systems.size(); ++i)
            lanes.push_back(raceLane(result.systems[i], &scenario.systems[i]));
        constexpr int kInstants = 200;
        for (std::size_t lane = 0; lane < lanes.size(); ++lane)
            for (int i = 0; i < kInstants; ++i) {
                // Half of the instants are in the prompt, which is a small part of a race.
                const core::RequestRun& request = lanes[lane].result.run->requests.front();
                const core::Instant end = i % 2 == 0 ? raceScale(lanes).end : request.firstToken;
                check(lanes, lane, core::Instant { end.time_since_epoch() * (2 * i + 1) / (2 * kInstants) });
            }
    }

private:
    static void check(const std::vector<RaceLane>& lanes, std::size_t lane, core::Instant t)
    {
        const core::Run& run = *lanes[lane].result.run;
        const core::Report& report = lanes[lane].result.report;
        const core::RequestRun& request = run.requests.front();
        const LaneNow now = laneNow(lanes, lane, t);
        const QStringList texts = textsOf(lanes, lane, now, t);
        const auto shows = [&](const QString& text) {
            QVERIFY2(texts.contains(text), qPrintable(text + QStringLiteral(" not in ") + texts.join(u'|')));
        };
        const bool reads = t >= request.prefillBegin && run.tokensWritten(0, t) == 0;
        shows(ui::wordsOf(reads ? report.promptVerdict.title : report.bottleneckTitle));
        shows(QStringLiteral("%1 of %2 tokens")
                  .arg(formatCount(static_cast<double>(run.tokensWritten(0, t))),
                      formatCount(static_cast<double>(request.outputTokens))));
        if (t < request.finish)
            shows(reads ? QStringLiteral("reads the prompt") : QStringLiteral("writes"));
        // Over the answer: from the first token to the last.
        const auto last = request.outputTokens - 1;
        const double seconds = core::toSeconds(run.tokenTime(0, last) - run.tokenTime(0, 0));
        const Statement speed = speedSays(report), perToken = perTokenSays(report);
        QCOMPARE(speed.base, TimeBase::Answer);
        if (run.requests.size() == 1) {
            QVERIFY(std::abs(speed.value("tokens_per_s_per_user") * seconds / static_cast<double>(last) - 1)
                < 1e-6);
            QVERIFY(std::abs(perToken.value("tpot_s") * static_cast<double>(last) / seconds - 1) < 1e-6);
        } else { // the mean of all answers, which the first one need not be
            QCOMPARE(speed.value("tokens_per_s_per_user"), report.tokensPerSPerUser);
            QCOMPARE(perToken.value("tpot_s"), report.tpotS);
        }
        QVERIFY(texts.join(u'|').contains(perToken.text()));
        shows(textOf(speed.figures.front()));
    }

    core::Catalog m_catalog;
};

MEMWALL_TEST(TestLaneWords, QApplication)

} // namespace tst_lane_words

#include "tst_lane_words.moc"
