// The charts window's view, and what every chart gives away: picture, vectors, values.
#include "core/base/csv.h"
#include "core/export/chart_csv.h"
#include "tests/support/test_program.h"
#include "tests/widgets/insight/insight_cases.h"
#include "widgets/charts/charts_view.h"
#include "widgets/charts/gaps_chart.h"
#include "widgets/charts/latency_chart.h"
#include "widgets/charts/memory_chart.h"
#include "widgets/charts/operators_chart.h"
#include "widgets/plots/card.h"
#include "widgets/plots/chart_actions.h"
#include "widgets/plots/chart_export.h"

#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>
#include <QXmlStreamReader>
#include <qcustomplot.h>

namespace tst_chart_views
{

using namespace memwall;
using namespace memwall::tests;
using namespace memwall::ui;

namespace
{

core::EnergyParts someEnergy(const core::Report& report)
{
    const double third = report.energyJPerToken->value / 3;
    constexpr auto kBoth = core::PoolRole::Both;
    return { { { kBoth, core::EnergyCause::Moved, { "named", { "HBM3" } }, core::Kind::Weights, third,
                   { "named", { "a" } } },
                 { kBoth, core::EnergyCause::Moved, { "named", { "HBM3" } }, core::Kind::KvCache, third,
                     { "named", { "b" } } },
                 { kBoth, core::EnergyCause::Idle, "energy.idle", {}, third, { "named", { "c" } } } },
        {} };
}

std::vector<core::BatchPoint> someCurve(const core::Report& report)
{
    std::vector<core::BatchPoint> curve;
    for (const std::int64_t batch : { 1, 2, 3, 4, 8, 16 }) {
        core::BatchPoint point;
        point.batch = batch;
        point.meanBatch = static_cast<double>(batch);
        point.present = batch == 3;
        point.tpotS = report.tpotS * (1 + 0.05 * static_cast<double>(batch - 3));
        point.tokensPerSPerUser = 1 / point.tpotS;
        point.throughputTokensPerS = report.throughputTokensPerS * static_cast<double>(batch) / 3;
        curve.push_back(point);
    }
    return curve;
}

struct ShownCharts
{
    ChartsView view;
    core::SystemResult result = withEnergy();

    static core::SystemResult withEnergy()
    {
        core::SystemResult result = fourChipsResult();
        result.report.energyJPerToken = core::Band { .low = 20, .value = 40, .high = 80 };
        return result;
    }

    explicit ShownCharts(const Theme& theme = Theme::darkTheme(), QSize size = { 1000, 640 })
    {
        view.setTheme(theme);
        view.resize(size);
        view.show();
        view.setResult(result, together(3, 2048, 200), core::BatchKnob::Users);
        view.setTime(core::instantAt(0.6 * core::toSeconds(result.run->end())));
        view.setEnergy(someEnergy(result.report));
        for (const core::BatchPoint& point : someCurve(result.report))
            view.addPoint(point);
        view.setCurveComplete();
        QCoreApplication::processEvents();
    }

    template <typename T> T& chart(const char* name)
    {
        view.choose(QString::fromLatin1(name));
        QCoreApplication::processEvents();
        return *view.findChild<T*>(QString::fromLatin1(name));
    }
};

/// Names of all elements; empty where it is no XML.
QStringList elementsOf(const QByteArray& svg)
{
    QStringList names;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement)
            names << reader.name().toString();
    return reader.hasError() ? QStringList() : names;
}

std::size_t recordsOf(const std::string& csv)
{
    core::CsvReader reader(csv);
    core::CsvRecord record;
    std::size_t records = 0;
    while (reader.next(record))
        ++records;
    return records;
}

void verifyGivesAway(ChartSource& chart)
{
    const QByteArray svg = chartSvg(chart);
    const QStringList elements = elementsOf(svg);
    QVERIFY2(!elements.isEmpty(), qPrintable(chart.chartName()));
    QVERIFY2(elements.contains(QStringLiteral("text")), qPrintable(chart.chartName()));
    QVERIFY2(!elements.contains(QStringLiteral("image")), qPrintable(chart.chartName()));
    QVERIFY2(elements.count(QStringLiteral("path")) + elements.count(QStringLiteral("polyline")) > 0,
        qPrintable(chart.chartName()));
    const QImage image = chartImage(chart, 3);
    QCOMPARE(image.width(), 3 * chart.chartPicture().width());
    QVERIFY(chartPng(chart, 1).startsWith("\x89PNG"));
    QVERIFY2(recordsOf(chart.chartCsv()) >= 2, qPrintable(chart.chartName()));
}

/// The four commands, under their names; what is saved is what the chart gives.
void verifyActions(ChartSource& chart, ChartActions& actions)
{
    QSignalSpy saved(&actions, &ChartActions::saveRequested);
    QCOMPARE(actions.saveActions().size(), 3);
    QStringList suffixes;
    for (QAction* action : actions.saveActions()) {
        QVERIFY(!action->shortcut().isEmpty());
        QVERIFY(chart.chartPicture().actions().contains(action)); // the context menu is made of these
        action->trigger();
        const auto file = saved.back().front().value<ChartFile>();
        QVERIFY(!file.bytes.isEmpty());
        QVERIFY2(
            QRegularExpression(QStringLiteral("^[\\p{L}\\p{N}-]+\\.[a-z]+$")).match(file.name).hasMatch(),
            qPrintable(file.name));
        suffixes << file.suffix;
    }
    QCOMPARE(suffixes, QStringList({ QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("csv") }));
    actions.copyAction()->trigger();
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    QVERIFY(copied->hasImage());
    QCOMPARE(copied->text().toStdString(), chart.chartCsv());
    QCOMPARE(chart.chartPicture().contextMenuPolicy(), Qt::ActionsContextMenu);
}

} // namespace

class TestChartViews : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void everyChartGivesPictureVectorsAndValues()
    {
        ShownCharts shown;
        QVERIFY(shown.view.charts().size() >= 7);
        for (Chart* chart : shown.view.charts()) {
            shown.view.choose(chart->objectName());
            QCoreApplication::processEvents();
            QVERIFY2(chart->findChild<QCustomPlot*>()->isVisible(), qPrintable(chart->objectName()));
            verifyGivesAway(*chart);
            verifyActions(*chart, chart->actions());
        }
    }

    void everyCardDoesTheSame()
    {
        const ShownColumn column { everyPartResult() };
        const auto cards = column.widget.findChildren<Card*>();
        QCOMPARE(cards.size(), 5);
        for (Card* card : cards) {
            verifyGivesAway(*card);
            verifyActions(*card, card->actions());
        }
    }

    void theKeysOfACardWorkWhereItHasTheFocus()
    {
        const ShownColumn column { fourChipsResult() };
        auto* card = column.find<Card>(QStringLiteral("kv"));
        QSignalSpy saved(&column.widget, &InsightColumn::saveRequested);
        card->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(card->hasFocus());
        QTest::keyClick(card, Qt::Key_V, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(saved.count(), 1);
        QCOMPARE(saved.front().front().value<ChartFile>().bytes.toStdString(), card->chartCsv());
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(card, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), card->chartCsv());
    }

    void theCurveShowsEveryPointAndThePresentOne()
    {
        ShownCharts shown;
        auto& chart = shown.chart<LatencyChart>("latencyChart");
        const auto marks = chart.marks();
        QCOMPARE(marks.size(), std::size_t(6));
        QVERIFY(marks[2].text.startsWith(QStringLiteral("Now: 3 users")));
        auto* plot = chart.findChild<QCustomPlot*>();
        const QCPGraph* now = plot->graph(plot->graphCount() - 1);
        QCOMPARE(now->data()->begin()->key, shown.result.report.throughputTokensPerS);
        QCOMPARE(now->data()->begin()->value, shown.result.report.tpotS);
        for (const ChartMark& mark : marks) {
            QVERIFY(QRectF(plot->axisRect()->rect()).contains(mark.area.center()));
            QCOMPARE(chart.textAt(mark.area.center()), mark.text);
            QVERIFY(mark.text.contains(QStringLiteral(" = "))); // a formula with its numbers
        }
    }

    void operatorsFollowTheTime()
    {
        ShownCharts shown;
        auto& chart = shown.chart<OperatorsChart>("operatorsChart");
        QVERIFY(chart.steps().front().kind == core::SegmentKind::Decode);
        const QString before = chart.sentence();
        shown.view.setTime(core::Instant {});
        QVERIFY(chart.steps().front().kind == core::SegmentKind::Prefill);
        QVERIFY(chart.sentence() != before);
        auto* plot = chart.findChild<QCustomPlot*>();
        bool ridge = false;
        for (int i = 0; i < plot->itemCount(); ++i)
            if (auto* text = qobject_cast<QCPItemText*>(plot->item(i)))
                ridge = ridge || text->text().contains(QStringLiteral("ridge"));
        QVERIFY(ridge);
    }

    void gapsHaveALinePerUser()
    {
        ShownCharts shown;
        auto& chart = shown.chart<GapsChart>("gapsChart");
        auto* plot = chart.findChild<QCustomPlot*>();
        const auto users = shown.result.run->requests.size();
        QCOMPARE(chart.marks().size(), users);
        QCOMPARE(plot->graph(0)->dataCount(), int(core::tokenGaps(*shown.result.run, 0).size()));
        QCOMPARE(plot->graphCount(), int(users) + 1); // and the mark of the longest
        QVERIFY(plot->itemCount() > 1); // shades where prompts are worked on
        for (const ChartMark& mark : chart.marks())
            QVERIFY(chart.textAt(mark.area.center()).startsWith(QStringLiteral("User ")));
    }

    void memoryStaysBelowItsCapacity()
    {
        ShownCharts shown;
        auto& chart = shown.chart<MemoryChart>("memoryChart");
        auto* plot = chart.findChild<QCustomPlot*>();
        QCOMPARE(std::size_t(plot->axisRects().size()), chart.memory().places.size());
        const core::MemoryPlace& place = chart.memory().places.front();
        QVERIFY(plot->yAxis->range().contains(place.capacity->value));
        const QString text = chart.textAt(plot->axisRect()->center());
        QVERIFY(text.contains(QStringLiteral("free")) && text.contains(QStringLiteral(" = ")));
    }

    void aRunAtTheAddressOfAnotherIsDrawnAnew()
    {
        alignas(core::Run) std::array<std::byte, sizeof(core::Run)> room {};
        const auto placed = [&room](const core::Run& run) {
            return std::shared_ptr<core::Run>(
                new (room.data()) core::Run(run), [](core::Run* gone) { std::destroy_at(gone); });
        };
        const core::SystemResult result = fourChipsResult();
        core::Run larger = *result.run;
        for (core::LevelUse& level : larger.pools.front().levels)
            if (level.capacity)
                level.capacity->value *= 2;
        MemoryChart chart(nullptr);
        chart.resize(800, 500);
        chart.show();
        ChartData data;
        data.report = result.report;
        data.run = placed(*result.run);
        chart.setData(data);
        const double before = chart.memory().places.front().capacity->value;
        data.run.reset();
        data.run = placed(larger);
        chart.setData(data);
        QCOMPARE(chart.memory().places.front().capacity->value, 2 * before);
    }

    void keysWalkOverTheMarks()
    {
        ShownCharts shown;
        for (Chart* chart : shown.view.charts()) {
            shown.view.choose(chart->objectName());
            QCoreApplication::processEvents();
            const auto marks = chart->marks();
            QVERIFY(marks.size() > 1);
            chart->clearFocus();
            chart->setFocus(Qt::TabFocusReason);
            QTRY_VERIFY(chart->hasFocus());
            QCOMPARE(chart->readout(), marks.front().text);
            QTest::keyClick(chart, Qt::Key_Right);
            QCOMPARE(chart->readout(), marks[1].text);
            QCOMPARE(chart->accessibleDescription(), marks[1].text);
            QTest::keyClick(chart, Qt::Key_End);
            QCOMPARE(chart->readout(), marks.back().text);
            QVERIFY(!chart->accessibleName().isEmpty());
        }
    }

    void thePictureDoesNotShowTheFocus()
    {
        ShownCharts shown;
        auto& chart = shown.chart<LatencyChart>("latencyChart");
        const auto shapes = [&chart] {
            const QStringList elements = elementsOf(chartSvg(chart));
            return elements.count(QStringLiteral("path")) + elements.count(QStringLiteral("rect"));
        };
        chart.clearFocus();
        const auto before = shapes();
        chart.setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(chart.hasFocus());
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(shapes(), before);
        QVERIFY(chart.hasFocus());
        const ShownColumn column { fourChipsResult() };
        auto* card = column.find<Card>(QStringLiteral("bottleneck"));
        const QByteArray unfocused = chartSvg(*card);
        card->setFocus();
        QTRY_VERIFY(card->hasFocus());
        QCOMPARE(chartSvg(*card), unfocused);
    }

    void theListChoosesTheChart()
    {
        ShownCharts shown;
        auto* list = shown.view.findChild<QListWidget*>();
        QCOMPARE(std::size_t(list->count()), shown.view.charts().size());
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(&shown.view.current(), shown.view.charts()[1]);
        QCOMPARE(list->currentItem()->text(), shown.view.current().chartName());
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("dark");
        QTest::newRow("small") << QSize(820, 560) << 1.0 << true;
        QTest::newRow("usual, light") << QSize(1088, 688) << 1.0 << false;
        QTest::newRow("large") << QSize(2400, 1500) << 2.0 << true;
    }

    void nothingIsClipped()
    {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, dark);
        ShownCharts shown { dark ? Theme::darkTheme(scale) : Theme::lightTheme(scale), size };
        QCOMPARE(shown.view.size(), size);
        for (Chart* chart : shown.view.charts()) {
            shown.view.choose(chart->objectName());
            QCoreApplication::processEvents();
            const auto labelsFit = [chart] {
                for (const QLabel* label : chart->findChildren<QLabel*>())
                    if (label->isVisible() && !label->text().isEmpty()) {
                        QVERIFY2(!label->wordWrap()
                                || label->heightForWidth(label->width()) <= label->height() + 1,
                            qPrintable(chart->objectName() + label->text()));
                        QVERIFY(chart->rect().contains(label->geometry()));
                    }
            };
            labelsFit();
            chart->clearFocus();
            chart->setFocus(Qt::TabFocusReason);
            for (std::size_t i = 0; i < chart->marks().size(); ++i) {
                QTest::keyClick(chart, Qt::Key_Right);
                labelsFit();
            }
            auto* plot = chart->findChild<QCustomPlot*>();
            for (int i = 0; i < plot->itemCount(); ++i)
                if (auto* text = qobject_cast<QCPItemText*>(plot->item(i)))
                    QVERIFY2(QRectF(plot->rect())
                                 .adjusted(-1, -1, 1, 1)
                                 .contains(QRectF(
                                     text->topLeft->pixelPosition(), text->bottomRight->pixelPosition())),
                        qPrintable(chart->objectName() + text->text()));
        }
    }

    void aSystemThatDoesNotFitSaysSo()
    {
        ShownCharts shown;
        auto run = std::make_shared<core::Run>();
        run->fits = false;
        core::Report report;
        report.fits = false;
        shown.view.setResult({ run, report }, together(1, 10, 10), core::BatchKnob::Users);
        for (Chart* chart : shown.view.charts()) {
            shown.view.choose(chart->objectName());
            QVERIFY(!chart->findChild<QCustomPlot*>()->isVisible());
            QVERIFY(chart->chartCsv().empty());
            QVERIFY(chart->textAt({ 100, 100 }).isEmpty());
            QTest::keyClick(chart, Qt::Key_Right);
            QVERIFY(!chartSvg(*chart).isEmpty());
        }
    }
};

MEMWALL_TEST(TestChartViews, QApplication)

} // namespace tst_chart_views

#include "tst_chart_views.moc"
