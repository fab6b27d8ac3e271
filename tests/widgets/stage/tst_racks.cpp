// Racks say what they are: every rack, chip and hop has its name, and below stands what one rack alone would
// do.
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/support/film.h"
#include "tests/support/painted_text.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/base/format.h"
#include "widgets/scene/machine_words.h"
#include "widgets/scene/stage_scene.h"

#include <QRegularExpression>
#include <QTest>

#include <fstream>
#include <sstream>

namespace tst_racks
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

QString plain(QString text)
{
    return text.replace(QChar { 0x2009 }, u' ');
}

} // namespace

class TestRacks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_catalog = tests::shippedCatalog();
        std::stringstream text;
        text << std::ifstream(
            std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios/machines/gpus-across-racks.memwall.json")
                    .rdbuf();
        m_scenario = core::readScenario(text.str(), m_catalog).value();
        m_system = core::simulate(m_scenario, m_catalog).systems.front();
    }

    void everyRackChipAndHopHasItsName_data()
    {
        QTest::addColumn<QSize>("stage");
        QTest::newRow("in a window of 1280 × 720") << QSize(930, 300);
        QTest::newRow("in a window of 1920 × 1080") << QSize(1330, 560);
    }
    void everyRackChipAndHopHasItsName()
    {
        QFETCH(QSize, stage);
        const QStringList texts = paintedAt(stage);
        QCOMPARE(texts.filter(QRegularExpression(QStringLiteral("^H100( SXM)?$"))).size(), 16);
        for (const char* words : { "Rack 1", "Rack 2", "hop" })
            QVERIFY2(!texts.filter(QString::fromLatin1(words)).isEmpty(), words);
    }

    void oneRackIsComparedWithTwo()
    {
        core::Scenario one = m_scenario;
        core::Pool& pool = one.systems.front().pools.front();
        pool.chips = pool.tensorParallel = 8;
        const double alone = core::simulate(one, m_catalog).systems.front().report.tpotS;
        const QStringList message = paintedAt({ 1330, 560 }).filter(QStringLiteral("8 chips, one rack"));
        QCOMPARE(message.size(), 1);
        QVERIFY2(message.front().contains(plain(formatSeconds(alone))), qPrintable(message.front()));
        QVERIFY2(message.front().contains(plain(formatSeconds(m_system.report.tpotS))),
            qPrintable(message.front()));
        QVERIFY(message.front().contains(QStringLiteral("16 chips, two racks")));
        QVERIFY(message.front().contains(QStringLiteral("2 times the chips")));
    }

    void theMessageSaysWhichWayItGoes()
    {
        HouseFrame house;
        house.chips = 16;
        house.domain = 8;
        core::Report report;
        report.tpotS = 0.010;
        QVERIFY(rackMessages(house, report).isEmpty()); // one rack
        report.oneDomain = core::Report::OneDomain { 8, 0.015 };
        QVERIFY(rackMessages(house, report).front().contains(QStringLiteral("1.5 times as fast")));
        report.oneDomain->tpotS = 0.009;
        QVERIFY(rackMessages(house, report).front().contains(QStringLiteral("slower for 2 times the chips")));
        report.oneDomain->tpotS.reset();
        QVERIFY(rackMessages(house, report).front().contains(QStringLiteral("does not fit")));
    }

    void whatComesNextIsPointedOut()
    {
        StageInput input;
        input.run = m_system.run;
        // An all-reduce lasts seconds on screen.
        input.pace = { .speed = 10e-6, .running = true };
        const StageFrame frame = stageFrame(input);
        const core::Instant begin = tests::amongWords(*input.run);
        std::vector<double> talk;
        constexpr int kThirds = 600;
        for (int third = 0; third < kThirds; ++third) {
            input.time = begin + input.pace.over((third + 0.5) / 3);
            talk.push_back(stageNow(input, frame).houses.front().farTalk);
        }
        int heard = 0;
        for (std::size_t i = 1; i < talk.size(); ++i)
            if (talk[i] == 1 && talk[i - 1] < 1) {
                QVERIFY2(talk[i - 1] > 0, "it lights up without a sign");
                ++heard;
            }
        QVERIFY(heard > 3);
        input.pace.speed *= 20; // announced, it would change too often
        for (int third = 0; third < kThirds; ++third) {
            input.time = begin + input.pace.over((third + 0.5) / 3);
            const HouseNow now = stageNow(input, frame).houses.front();
            QVERIFY(now.seen != Seen::Operators || now.farTalk == 0 || now.farTalk == 1);
        }
    }

private:
    [[nodiscard]] QStringList paintedAt(QSize size) const
    {
        StageInput input;
        input.run = m_system.run;
        input.report = &m_system.report;
        input.theme = Theme::darkTheme();
        input.time = core::instantAt(core::toSeconds(m_system.run->end()) * 0.5);
        test::TextDevice device(size);
        QPainter painter(&device);
        paintStage(painter, QRectF { QPointF {}, QSizeF { size } }, input);
        painter.end();
        QStringList texts;
        for (const test::PaintedText& text : device.texts())
            texts << plain(text.text);
        return texts;
    }

    core::Catalog m_catalog;
    core::Scenario m_scenario;
    core::SystemResult m_system;
};

MEMWALL_TEST(TestRacks, QApplication)

} // namespace tst_racks

#include "tst_racks.moc"
