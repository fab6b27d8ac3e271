// The two plots: points where the report puts them, words inside the axes and apart, a cursor that follows.
#include "tests/support/test_program.h"
#include "tests/widgets/insight/insight_cases.h"
#include "widgets/base/format.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <qcustomplot.h>

namespace tst_insight_plots
{

using namespace memwall;
using namespace memwall::tests;
using namespace memwall::ui;

namespace
{

QCustomPlot* rooflineOf(const ShownColumn& column)
{
    return column.find<QCustomPlot>(QStringLiteral("rooflinePlot"));
}

QCPGraph* graphNamed(const QCustomPlot& plot, const QString& name)
{
    for (int i = 0; i < plot.graphCount(); ++i)
        if (plot.graph(i)->name() == name)
            return plot.graph(i);
    return nullptr;
}

QList<QCPItemText*> textsOf(const QCustomPlot& plot)
{
    QList<QCPItemText*> texts;
    for (int i = 0; i < plot.itemCount(); ++i)
        if (auto* text = qobject_cast<QCPItemText*>(plot.item(i)); text != nullptr && text->visible())
            texts << text;
    return texts;
}

QRectF placeOf(const QCPItemText& text)
{
    return QRectF { text.topLeft->pixelPosition(), text.bottomRight->pixelPosition() };
}

core::Phase phaseOf(core::Bottleneck bottleneck, double flopPerByte, double flopsPerSecond)
{
    const core::FlopsPerSecond peak { 500e12 };
    return { .bottleneck = bottleneck,
        .flopPerByte = flopPerByte,
        .computeBusy = flopsPerSecond / peak.value,
        .flopsPerSecond = flopsPerSecond,
        .peakFlops = peak,
        .peakBandwidth = core::BytesPerSecond { 2e12 },
        .present = true,
        .parts = {} };
}

/// Round numbers: 500 Tflop/s and 2 TB/s meet at 250; decode at 1 reaches 1.6 T, prefill at 2,000 400 T.
core::SystemResult roundResult()
{
    core::SystemResult result = fourChipsResult();
    result.report.decode = phaseOf(core::Bottleneck::Memory, 1, 1.6e12);
    result.report.prefill = phaseOf(core::Bottleneck::Compute, 2000, 400e12);
    return result;
}

core::SystemResult rampResult()
{
    core::SystemResult result = fourChipsResult();
    result.report.kvOverTime = { { 0, 0 }, { 1, 2e9 }, { 3, 4e9 }, { 4, 0 } };
    return result;
}

} // namespace

class TestInsightPlots : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void theRoofBendsAtTheRidgeAndSaysWhere()
    {
        const ShownColumn column { roundResult() };
        const QCustomPlot* plot = rooflineOf(column);
        const QCPGraph* roof = plot->graph(0);
        QCOMPARE(roof->dataCount(), 3);
        QCOMPARE(roof->data()->at(1)->key, 250.0);
        QCOMPARE(roof->data()->at(1)->value, 500e12);
        QCOMPARE(roof->data()->at(0)->value, roof->data()->at(0)->key * 2e12);
        QCOMPARE(roof->data()->at(2)->value, 500e12);
        const auto texts = textsOf(*plot);
        QVERIFY(std::any_of(texts.begin(), texts.end(),
            [](const QCPItemText* text) { return text->text().contains(QStringLiteral("250")); }));
    }

    void aPrefillOnAnotherChipHasARoofOfItsOwn()
    {
        core::SystemResult result = roundResult();
        const ShownColumn same { result };
        QVERIFY(graphNamed(*rooflineOf(same), QStringLiteral("prefill roof")) == nullptr);
        result.report.prefill.peakFlops = core::FlopsPerSecond { 1000e12 };
        result.report.prefill.peakBandwidth = core::BytesPerSecond { 2e12 };
        const ShownColumn other { result };
        const QCPGraph* second = graphNamed(*rooflineOf(other), QStringLiteral("prefill roof"));
        QVERIFY(second != nullptr);
        QCOMPARE(second->data()->at(1)->key, 500.0);
        QCOMPARE(second->data()->at(1)->value, 1000e12);
    }

    void wordsStayInsideTheAxesAndApart_data()
    {
        QTest::addColumn<double>("prefillFlopPerByte");
        QTest::addColumn<double>("decodeFlopPerByte");
        QTest::addColumn<double>("scale");
        for (const double scale : { 1.0, 1.5, 2.0 }) {
            QTest::addRow("far apart, scale %.1f", scale) << 2000.0 << 1.0 << scale;
            QTest::addRow("under the ridge, scale %.1f", scale) << 250.0 << 1.0 << scale;
            QTest::addRow("many users, scale %.1f", scale) << 2000.0 << 180.0 << scale;
            QTest::addRow("decode right of the ridge, scale %.1f", scale) << 20000.0 << 900.0 << scale;
            QTest::addRow("side by side, scale %.1f", scale) << 300.0 << 260.0 << scale;
        }
    }

    void wordsStayInsideTheAxesAndApart()
    {
        QFETCH(double, prefillFlopPerByte);
        QFETCH(double, decodeFlopPerByte);
        QFETCH(double, scale);
        core::SystemResult result = roundResult();
        const auto place = [](core::Phase& phase, double flopPerByte) {
            phase.flopPerByte = flopPerByte;
            phase.flopsPerSecond = 0.8 * std::min(500e12, flopPerByte * 2e12);
        };
        place(result.report.prefill, prefillFlopPerByte);
        place(result.report.decode, decodeFlopPerByte);
        const ShownColumn column { result, Theme::darkTheme(scale), QSize { 300, 900 } * scale };
        const QCustomPlot* plot = rooflineOf(column);
        const QRectF axes { plot->axisRect()->rect() };
        const auto texts = textsOf(*plot);
        QVERIFY(texts.size() >= 3);
        for (const QCPItemText* text : texts) {
            QVERIFY2(axes.contains(placeOf(*text)), qPrintable(text->text()));
            for (const QCPItemText* other : texts)
                QVERIFY2(text == other || !placeOf(*text).intersects(placeOf(*other)),
                    qPrintable(text->text() + QStringLiteral(" on ") + other->text()));
        }
    }

    void aChipWithoutADoorGetsASentenceInstead()
    {
        const ShownColumn column { circuitResult() };
        QVERIFY(!rooflineOf(column)->isVisible());
        const auto labels = column.find(QStringLiteral("roofline"))->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->wordWrap() && !label->text().isEmpty();
        }));
    }

    void ticksAreWrittenWithLetters()
    {
        const ShownColumn column { roundResult() };
        const QStringList labels = rooflineOf(column)->yAxis->tickVectorLabels().toList();
        QVERIFY2(labels.contains(QStringLiteral("10T")) && labels.contains(QStringLiteral("100T")),
            qPrintable(labels.join(u' ')));
        QVERIFY(rooflineOf(column)->xAxis->tickVectorLabels().contains(QStringLiteral("1k")));
    }

    void theCursorsValueFollowsTheTime()
    {
        ShownColumn column { rampResult() };
        const auto* plot = column.find<QCustomPlot>(QStringLiteral("kvPlot"));
        const auto shown = [&](double seconds) {
            column.widget.setTime(core::instantAt(seconds));
            return textsOf(*plot).value(0)->text();
        };
        QCOMPARE(shown(0), QStringLiteral("0\u2009B"));
        QCOMPARE(shown(0.5), QStringLiteral("1\u2009GB"));
        QCOMPARE(shown(1), QStringLiteral("2\u2009GB"));
        QCOMPARE(shown(2), QStringLiteral("3\u2009GB"));
        QCOMPARE(shown(3), QStringLiteral("4\u2009GB"));
        QCOMPARE(shown(0.5), QStringLiteral("1\u2009GB"));
    }

    void theCursorStandsAtItsTimeAndItsWordsInsideThePlot()
    {
        ShownColumn column { rampResult() };
        const auto* plot = column.find<QCustomPlot>(QStringLiteral("kvPlot"));
        for (const double seconds : { 0.0, 0.1, 1.0, 2.0, 3.0, 3.9, 4.0 }) {
            column.widget.setTime(core::instantAt(seconds));
            const QCPItemText* value = textsOf(*plot).value(0);
            QVERIFY(std::abs(value->position->coords().x() - seconds) < 1e-9);
            const QRectF place = placeOf(*value);
            QVERIFY2(QRectF(plot->rect()).contains(place),
                qPrintable(QStringLiteral("%1 s: %2 to %3, %4 to %5")
                               .arg(seconds)
                               .arg(place.left())
                               .arg(place.right())
                               .arg(place.top())
                               .arg(place.bottom())));
        }
    }

    void aMovingCursorLeavesTheAreaAlone()
    {
        ShownColumn column { rampResult() };
        auto* plot = column.find<QCustomPlot>(QStringLiteral("kvPlot"));
        QSignalSpy replots { plot, &QCustomPlot::afterReplot };
        for (int i = 0; i < 10; ++i)
            column.widget.setTime(core::instantAt(0.3 * i));
        QCOMPARE(replots.count(), 0);
    }

    void theAreaIsTheReports()
    {
        const ShownColumn column { rampResult() };
        const QCPGraph* area = column.find<QCustomPlot>(QStringLiteral("kvPlot"))->graph(0);
        QCOMPARE(area->dataCount(), 4);
        QCOMPARE(area->data()->at(2)->key, 3.0);
        QCOMPARE(area->data()->at(2)->value, 4e9);
        QVERIFY(area->brush().style() != Qt::NoBrush);
    }

    void hoveringAPointTellsItsValues()
    {
        const ShownColumn column { roundResult() };
        QCustomPlot* plot = rooflineOf(column);
        const QPoint decode { qRound(plot->xAxis->coordToPixel(1)),
            qRound(plot->yAxis->coordToPixel(1.6e12)) };
        QTest::mouseMove(plot, decode);
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY2(QToolTip::text().contains(QStringLiteral("1 flop per byte")), qPrintable(QToolTip::text()));
    }
};

MEMWALL_TEST(TestInsightPlots, QApplication)

} // namespace tst_insight_plots

#include "tst_insight_plots.moc"
