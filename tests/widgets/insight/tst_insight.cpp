// The insight column: what it says, that the charts stand where the report says, that nothing is cut off.
#include "tests/support/sample_runs.h"
#include "tests/support/test_program.h"
#include "tests/widgets/insight/render_panel.h"
#include "widgets/charts/breakdown_card.h"
#include "widgets/insight/insight_column.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <qcustomplot.h>

namespace tst_insight
{

using namespace memwall;
using namespace memwall::ui;
using namespace memwall::tests;

namespace
{

Sample oneUser()
{
    return sampleOf(roomyMachine(), together(1, 1024, 256));
}

template <typename T> T* child(QWidget& widget, const char* name)
{
    return widget.findChild<T*>(QString::fromLatin1(name));
}

} // namespace

class TestInsight : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void partsOfATokenAddUpToAll()
    {
        core::Breakdown breakdown { 8, 1, 0.5, 0.25, 0.2, 0.04, 0.01, 0 };
        double sum = 0;
        for (const BreakdownPart& part : breakdownParts(breakdown, Theme::darkTheme()))
            sum += part.share;
        QVERIFY(std::abs(sum - 1) < 1e-12);
        breakdown.queue = 1e-6;
        QCOMPARE(breakdownParts(breakdown, Theme::darkTheme()).size(), 7U);
    }

    void figuresAreThoseOfTheReport()
    {
        InsightColumn column;
        Sample sample = oneUser();
        sample.report.tpotS = 0.0168;
        sample.report.ttftS = 0.079;
        sample.report.energyJPerToken.reset();
        column.setResult(sample.report, sample.run);
        QVERIFY(child<QLabel>(column, "tpot")->text().startsWith(QStringLiteral("16.8")));
        QVERIFY(child<QLabel>(column, "ttft")->text().startsWith(QStringLiteral("79")));
        QCOMPARE(child<QLabel>(column, "energy")->text(), QStringLiteral("—"));
        QVERIFY(!child<QLabel>(column, "energy")->toolTip().isEmpty());
    }

    void rooflinePointsStandWhereTheReportSays()
    {
        InsightColumn column;
        const Sample sample = oneUser();
        column.setResult(sample.report, sample.run);
        auto* plot = child<QCustomPlot>(column, "rooflinePlot");
        QVERIFY(plot != nullptr);
        int found = 0;
        for (int i = 0; i < plot->graphCount(); ++i) {
            const auto* graph = plot->graph(i);
            if (graph->lineStyle() != QCPGraph::lsNone)
                continue;
            const core::Phase& phase
                = graph->name() == QStringLiteral("decode") ? sample.report.decode : sample.report.prefill;
            QCOMPARE(graph->data()->at(0)->key, phase.flopPerByte);
            QCOMPARE(graph->data()->at(0)->value, phase.flopsPerSecond);
            QVERIFY(plot->xAxis->range().contains(phase.flopPerByte));
            QVERIFY(plot->yAxis->range().contains(phase.flopsPerSecond));
            ++found;
        }
        QCOMPARE(found, 2);
    }

    void theKvCursorFollowsTime()
    {
        InsightColumn column;
        const Sample sample = oneUser();
        column.setResult(sample.report, sample.run);
        column.resize(320, 900);
        column.show();
        auto* plot = child<QCustomPlot>(column, "kvPlot");
        const auto valueAt = [&](double seconds) {
            column.setTime(core::instantAt(seconds));
            for (int i = 0; i < plot->itemCount(); ++i)
                if (const auto* text = qobject_cast<QCPItemText*>(plot->item(i)))
                    return text->text();
            return QString {};
        };
        const double end = core::toSeconds(sample.run->end());
        const QString early = valueAt(end * 0.3);
        const QString late = valueAt(end * 0.9);
        QVERIFY(!early.isEmpty());
        QVERIFY(early != late);
    }

    void aModelThatDoesNotFitIsExplainedAndTheRestIsHidden()
    {
        InsightColumn column;
        Sample sample = sampleOf(plainMachine(llama70b()), together(1, 10, 10));
        sample.report.bottleneckTitle = { "wall.capacity", {} };
        sample.report.bottleneckText = sample.run->fitReason;
        column.setResult(sample.report, sample.run);
        column.show();
        QVERIFY(child<QWidget>(column, "bottleneck")->isVisible());
        for (const char* hidden : { "figures", "roofline", "breakdown", "kv" })
            QVERIFY2(!child<QWidget>(column, hidden)->isVisible(), hidden);
        QVERIFY(child<QLabel>(column, "bottleneckText")->text().contains(QStringLiteral("chips")));
    }

    void outsideTheValidatedRangeIsSaid()
    {
        InsightColumn column;
        Sample sample = oneUser();
        sample.report.inRange = false;
        sample.report.rangeNote = { "range.chip", {} };
        column.setResult(sample.report, sample.run);
        column.show();
        QVERIFY(child<QLabel>(column, "rangeNote")->isVisible());
    }

    void sentencesAreNeverCutOff()
    {
        for (const double scale : { 1.0, 1.5, 2.0 })
            for (const int width : { 300, 400 }) {
                InsightColumn column;
                Sample sample = oneUser();
                sample.report.bottleneckTitle = { "wall.chips", {} };
                sample.report.bottleneckText = { { "cause.messages.token", { "45 %" } },
                    { "remedy.three",
                        { core::Sayings { { "gain.bandwidth.saves", { "13 %" } } },
                            core::Sayings { { "gain.also.arithmetic.saves", { "0.0 %" } } },
                            core::Sayings { { "gain.also.latency.saves", { "35 %" } } } } } };
                column.setResult(sample.report, sample.run);
                column.setTheme(Theme::lightTheme(scale));
                column.resize(static_cast<int>(width * scale), static_cast<int>(700 * scale));
                column.show();
                QCoreApplication::processEvents();
                for (const char* name : { "bottleneckTitle", "bottleneckText" }) {
                    const auto* label = child<QLabel>(column, name);
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()), name);
                }
            }
    }

    void everyPanelRendersAlone()
    {
        const Sample sample = oneUser();
        const core::SystemResult result { sample.run, sample.report };
        for (const QString& name : panelNames()) {
            const QImage image
                = tests::renderPanel(name, result, core::instantAt(1), Theme::darkTheme(), { 320, 220 }, 2.0);
            QCOMPARE(image.size(), QSize(640, 440));
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); y += 3)
                for (int x = 0; x < image.width(); x += 3)
                    colours.insert(image.pixel(x, y));
            QVERIFY2(colours.size() > 4, qPrintable(name));
        }
        QVERIFY(tests::renderPanel(QStringLiteral("none"), result, {}, Theme::darkTheme(), { 10, 10 }, 1)
                    .isNull());
    }

    void themesChangeEveryCard()
    {
        const Sample sample = oneUser();
        InsightColumn column;
        column.setResult(sample.report, sample.run);
        column.resize(320, 900);
        column.show();
        column.setTheme(Theme::darkTheme());
        const QImage dark = column.grab().toImage();
        column.setTheme(Theme::lightTheme());
        const QImage light = column.grab().toImage();
        for (const QWidget* card : { child<QWidget>(column, "figures"), child<QWidget>(column, "roofline"),
                 child<QWidget>(column, "kv") }) {
            const QPoint inside = card->geometry().topLeft() + QPoint(20, card->height() - 6);
            QVERIFY(QColor(dark.pixel(inside)).lightnessF() < 0.3F);
            QVERIFY(QColor(light.pixel(inside)).lightnessF() > 0.8F);
        }
    }
};

MEMWALL_TEST(TestInsight, QApplication)

} // namespace tst_insight

#include "tst_insight.moc"
