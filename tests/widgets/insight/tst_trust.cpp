// The band of a figure and the plot of predicted over measured values, on points made by hand.
#include "tests/support/builders.h"
#include "tests/support/test_program.h"
#include "widgets/charts/scatter_view.h"
#include "widgets/insight/band_strip.h"
#include "widgets/insight/origin_view.h"
#include "widgets/plots/figure_label.h"

#include <QComboBox>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <qcustomplot.h>

namespace tst_trust
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

core::CheckedPoint point(const char* id, const char* source, core::Metric metric, double measured,
    double predicted, const char* outside = "")
{
    core::CheckedPoint made;
    made.point.id = id;
    made.point.source = core::PublicationId(source);
    made.point.group = id;
    made.point.model = "Model";
    made.point.metric = metric;
    made.point.value = measured;
    made.predicted = predicted;
    made.outside = outside;
    made.chip = core::ChipId("plain");
    made.sigma = 0.2;
    return made;
}

std::shared_ptr<const core::ModelCheck> fourPoints()
{
    auto check = std::make_shared<core::ModelCheck>();
    check->points = { point("A-1", "A", core::Metric::Tpot, 0.010, 0.011),
        point("A-2", "A", core::Metric::Tpot, 0.020, 0.050, "range.attention"),
        point("B-1", "B", core::Metric::Ttft, 0.500, 0.400), point("B-2", "B", core::Metric::Ttft, 1, 1) };
    check->points.back().predicted.reset();
    check->sources = { { core::PublicationId("A"), "Source A", "https://a.example", "2024" } };
    return check;
}

core::Catalog plainCatalog()
{
    core::Catalog catalog;
    catalog.chips = { tests::plainChip() };
    catalog.chips[0].id = core::ChipId("plain");
    catalog.chips[0].shortName = "Plain";
    return catalog;
}

Origins oneOrigin()
{
    core::Origin origin;
    origin.figure = { "term.tpot", 0.010, "s" };
    origin.ideal = 0.008;
    origin.low = 0.009;
    origin.high = 0.0115;
    origin.equations = { { origin.figure, { { { { "term.weights", 0.010, "s" } } } } } };
    origin.inputs
        = { { { { "named", { "HBM" } }, 3.35e12, "B/s" }, { "named", { "The maker's <data sheet>" } } } };
    origin.inputs[0].confidence = core::Confidence::Vendor;
    origin.outside = { "range.attention" };
    Origins all;
    all.system = QStringLiteral("One");
    all.figures = { { origin, {} } };
    return all;
}

} // namespace

class TestTrust : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression { QStringLiteral("^(?!This plugin does not support)") });
    }

    void theBandStandsAroundTheFigure()
    {
        BandStrip strip;
        strip.resize(400, 64);
        strip.setData({ 10, 8, 9, 12, { 11 }, QStringLiteral("s") });
        QVERIFY(strip.xOf(8) > 0 && strip.xOf(12) < 400);
        QVERIFY(strip.xOf(8) < strip.xOf(9) && strip.xOf(9) < strip.xOf(10) && strip.xOf(10) < strip.xOf(12));
        // Logarithmic: equal factors are equal lengths.
        QVERIFY(std::abs((strip.xOf(10) - strip.xOf(8)) - (strip.xOf(12.5) - strip.xOf(10))) < 1e-6);
        QVERIFY(!strip.grab().isNull());
        strip.setData({ 10, {}, {}, {}, {}, QStringLiteral("B") });
        QVERIFY(strip.isHidden());
    }

    void aFigureIsAskedByClickAndByKey()
    {
        FigureLabel label;
        label.setText(QStringLiteral("14.7 ms"));
        label.resize(120, 30);
        QSignalSpy asked(&label, &FigureLabel::asked);
        QTest::mouseClick(&label, Qt::LeftButton);
        QTest::keyClick(&label, Qt::Key_Return);
        QTest::keyClick(&label, Qt::Key_Space);
        QCOMPARE(asked.count(), 3);
        QTest::mouseClick(&label, Qt::RightButton);
        QTest::keyClick(&label, Qt::Key_A);
        QCOMPARE(asked.count(), 3);
    }

    void thePageHasFormulaInputsAndTheWarning()
    {
        OriginView view;
        view.setOrigins(oneOrigin());
        const QString page = view.findChild<QTextBrowser*>(QStringLiteral("originPage"))->toPlainText();
        QVERIFY(page.contains(QStringLiteral("TPOT = weights")));
        QVERIFY(page.contains(QStringLiteral("Outside the validated range.")));
        QVERIFY(page.contains(QStringLiteral("The maker's <data sheet>"))); // not taken for a tag
        QVERIFY(page.contains(QStringLiteral("■ vendor")));
        QVERIFY(view.text().contains(QStringLiteral("3.35\u2009TB/s")));
    }

    void aSystemWithoutFiguresSaysWhy()
    {
        OriginView view;
        Origins none;
        none.system = QStringLiteral("Too big");
        view.setOrigins(none);
        QVERIFY(!view.shown());
        QVERIFY(view.text().isEmpty());
        QVERIFY(!view.findChild<QTextBrowser*>(QStringLiteral("originPage"))->toPlainText().isEmpty());
    }

    void filtersNarrowThePoints()
    {
        const core::Catalog catalog = plainCatalog();
        ScatterView view;
        view.setCheck(fourPoints(), catalog);
        QCOMPARE(view.shown(), (std::vector<std::size_t> { 0, 1, 2 })); // the fourth has no prediction
        auto* kinds = view.findChild<QComboBox*>(QStringLiteral("scatterKind"));
        kinds->setCurrentIndex(kinds->findText(QStringLiteral("decode")));
        QCOMPARE(view.shown(), (std::vector<std::size_t> { 0, 1 }));
        auto* sources = view.findChild<QComboBox*>(QStringLiteral("scatterSource"));
        sources->setCurrentIndex(sources->findData(QStringLiteral("B")));
        QVERIFY(view.shown().empty());
        QVERIFY(!view.findChild<QLabel*>(QStringLiteral("scatterErrors"))->text().isEmpty());
    }

    void marksAreFilledInsideTheRangeAndHollowOutside()
    {
        const core::Catalog catalog = plainCatalog();
        ScatterView view;
        view.resize(600, 600);
        view.setCheck(fourPoints(), catalog);
        const auto* plot = view.findChild<QCustomPlot*>();
        int filled = 0, hollow = 0;
        for (int i = 0; i < plot->graphCount(); ++i) {
            const QCPGraph* graph = plot->graph(i);
            if (graph->lineStyle() != QCPGraph::lsNone)
                continue;
            (graph->scatterStyle().brush() == Qt::NoBrush ? hollow : filled) += graph->dataCount();
        }
        QCOMPARE(filled, 2);
        QCOMPARE(hollow, 1);
    }

    void theErrorsAreThoseOfThePointsShown()
    {
        const core::Catalog catalog = plainCatalog();
        ScatterView view;
        view.setCheck(fourPoints(), catalog);
        // |error| 10, 150, 20 %: median 20; two of three inside a band of 20 %.
        const QString text = view.findChild<QLabel*>(QStringLiteral("scatterErrors"))->text();
        QVERIFY2(text.contains(QStringLiteral("3 points in 3 series")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("median 20\u2009%")), qPrintable(text));
    }

    void thePointerIsToldWhatAMarkIs()
    {
        const core::Catalog catalog = plainCatalog();
        ScatterView view;
        view.resize(700, 700);
        view.setCheck(fourPoints(), catalog);
        view.grab(); // lays the plot out
        auto* plot = view.findChild<QCustomPlot*>();
        plot->replot();
        const QPointF mark(plot->xAxis->coordToPixel(0.020), plot->yAxis->coordToPixel(0.050));
        const QString text = view.textAt(mark);
        for (const char* part : { "A-2", "Plain", "50\u2009ms", "20\u2009ms", "Source A", "few points" })
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
        QVERIFY(view.textAt(mark + QPointF(-60, 0)).isEmpty());
    }

    void nearestPointsAreRinged()
    {
        const core::Catalog catalog = plainCatalog();
        ScatterView view;
        view.setCheck(fourPoints(), catalog);
        const auto* plot = view.findChild<QCustomPlot*>();
        const int before = plot->graphCount();
        view.setRinged({ 2, 3 });
        QCOMPARE(plot->graphCount(), before + 1);
        QCOMPARE(plot->graph(before)->dataCount(), 1); // the one that is shown
    }

    void bothThemesAreDrawn()
    {
        const core::Catalog catalog = plainCatalog();
        ScatterView plot;
        OriginView page;
        plot.setCheck(fourPoints(), catalog);
        page.setOrigins(oneOrigin());
        for (const Theme& theme : { Theme::darkTheme(), Theme::lightTheme(2) }) {
            plot.setTheme(theme);
            page.setTheme(theme);
            QVERIFY(!plot.grab().isNull());
            QVERIFY(!page.grab().isNull());
            QCOMPARE(page.shown(), std::optional(core::Headline::Tpot));
        }
    }
};

MEMWALL_TEST(TestTrust, QApplication)

} // namespace tst_trust

#include "tst_trust.moc"
