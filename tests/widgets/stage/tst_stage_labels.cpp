// Every label of the stage is asked for its bounds: on every shipped scenario, at the sizes that the stage
// has in windows of 1280×720 to 4K, at every UI scale, nothing is cut, nothing lies over another text or
// outside.
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/support/painted_text.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/stage/stage_widget.h"

#include <QTest>

#include <fstream>
#include <sstream>

namespace tst_stage_labels
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

struct Case
{
    QSize stage;
    double scale;
};

/// Sizes of the stage in windows of 1280×720, 1920×1080 and 3840×2160 at their scales.
constexpr std::array kCases { Case { { 1232, 456 }, 2.0 }, Case { { 745, 396 }, 1.5 },
    Case { { 930, 300 }, 1.0 }, Case { { 1050, 430 }, 1.0 }, Case { { 1330, 480 }, 1.5 },
    Case { { 1330, 560 }, 1.0 }, Case { { 1860, 560 }, 1.5 }, Case { { 1860, 620 }, 2.0 },
    Case { { 3200, 1180 }, 1.0 }, Case { { 3100, 1160 }, 1.5 }, Case { { 2960, 1120 }, 2.0 } };

QString complaintAbout(const std::vector<test::PaintedText>& texts, const QRectF& panel)
{
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].text.contains(QChar { 0x2026 }))
            return QStringLiteral("cut: ") + texts[i].text;
        if (texts[i].covered)
            return QStringLiteral("covered: ") + texts[i].text;
        if (!panel.adjusted(-1, -1, 1, 1).contains(texts[i].rect))
            return QStringLiteral("outside: ") + texts[i].text;
        for (std::size_t j = 0; j < i; ++j) {
            const QRectF both = texts[i].rect.intersected(texts[j].rect);
            // Lines may touch by their empty leading.
            if (both.width() > 1
                && both.height() > 0.3 * std::min(texts[i].rect.height(), texts[j].rect.height()))
                return QStringLiteral("overlap: %1 | %2").arg(texts[i].text, texts[j].text);
        }
    }
    return {};
}

} // namespace

class TestStageLabels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_catalog = tests::shippedCatalog(); }

    void nothingIsCutOrCovered_data()
    {
        QTest::addColumn<QString>("path");
        for (const char* folder : { "machines", "tricks" })
            for (const auto& entry : std::filesystem::directory_iterator(
                     std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios" / folder))
                if (entry.path().extension() == ".json")
                    QTest::newRow(entry.path().filename().c_str())
                        << QString::fromStdString(entry.path().string());
    }
    void nothingIsCutOrCovered()
    {
        QFETCH(QString, path);
        std::stringstream text;
        text << std::ifstream(path.toStdString()).rdbuf();
        const auto scenario = core::readScenario(text.str(), m_catalog);
        QVERIFY(scenario.has_value());
        const core::SimulationResult result = core::simulate(*scenario, m_catalog);
        for (const core::SystemResult& system : result.systems)
            for (const Case& size : kCases)
                for (const StageZoom zoom : { StageZoom::Chip, StageZoom::Machine })
                    for (const double moment : { 0.001, 0.02, 0.5, 1.0 })
                        check(system, size, zoom, moment);
    }

    void theCounterHangsOnTheWallWhileAnswersAreWritten()
    {
        std::stringstream text;
        text << std::ifstream(std::string(MEMWALL_SOURCE_DIR) + "/scenarios/machines/gpu-hbm.memwall.json")
                    .rdbuf();
        const auto scenario = core::readScenario(text.str(), m_catalog);
        QVERIFY(scenario.has_value());
        const core::SimulationResult result = core::simulate(*scenario, m_catalog);
        for (const Case& size : kCases)
            for (const bool writes : { false, true }) {
                StageInput input;
                input.run = result.systems.front().run;
                input.theme = Theme::darkTheme(size.scale);
                input.time = core::instantAt(writes ? 0.5 : 0.01);
                test::TextDevice device(size.stage);
                QPainter painter(&device);
                paintStage(painter, QRectF { QPointF {}, QSizeF { size.stage } }, input);
                painter.end();
                const auto counts = std::count_if(
                    device.texts().begin(), device.texts().end(), [](const test::PaintedText& one) {
                        return one.text.contains(QStringLiteral(" of 34.8"));
                    });
                QCOMPARE(counts, writes ? 1 : 0);
            }
    }

private:
    void check(const core::SystemResult& system, const Case& size, StageZoom zoom, double moment)
    {
        StageInput input;
        input.run = system.run;
        input.report = &system.report;
        input.zoom = zoom;
        input.theme = Theme::darkTheme(size.scale);
        input.time = core::instantAt(core::toSeconds(system.run->end()) * moment);
        test::TextDevice device(size.stage);
        const QRectF panel { QPointF {}, QSizeF { size.stage } };
        QPainter painter(&device);
        paintStage(painter, panel, input);
        painter.end();
        const QString complaint = complaintAbout(device.texts(), panel);
        if (!complaint.isEmpty())
            QTest::qFail(qPrintable(QStringLiteral("%1×%2 at %3, zoom %4, at %5: %6")
                                        .arg(size.stage.width())
                                        .arg(size.stage.height())
                                        .arg(size.scale)
                                        .arg(static_cast<int>(zoom))
                                        .arg(moment)
                                        .arg(complaint)),
                __FILE__, __LINE__);
    }

    core::Catalog m_catalog;
};

MEMWALL_TEST(TestStageLabels, QApplication)

} // namespace tst_stage_labels

#include "tst_stage_labels.moc"
