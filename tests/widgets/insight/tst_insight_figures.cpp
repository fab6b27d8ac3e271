// What the cards say: the sentence, the figures, the shares of a token's time.
#include "tests/support/test_program.h"
#include "tests/widgets/insight/insight_cases.h"
#include "widgets/base/format.h"
#include "widgets/charts/breakdown_card.h"

#include <QAbstractBarSeries>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QLabel>
#include <QTest>

namespace tst_insight_figures
{

using namespace memwall;
using namespace memwall::tests;
using namespace memwall::ui;

namespace
{

QColor titleColour(core::Bottleneck bottleneck, bool kvLeads = false)
{
    core::SystemResult result = fourChipsResult();
    result.report.bottleneck = bottleneck;
    if (kvLeads)
        std::swap(result.report.breakdown.weights, result.report.breakdown.kv);
    const ShownColumn column { result };
    return column.find(QStringLiteral("bottleneckTitle"))->palette().color(QPalette::WindowText);
}

QString textOf(const ShownColumn& column, const char* name)
{
    return column.find<QLabel>(QString::fromLatin1(name))->text();
}

} // namespace

class TestInsightFigures : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void theTitleHasTheColourOfWhatHoldsBack()
    {
        const Theme theme = Theme::darkTheme();
        QCOMPARE(titleColour(core::Bottleneck::Memory), theme.color(core::Kind::Weights));
        QCOMPARE(titleColour(core::Bottleneck::Memory, true), theme.color(core::Kind::KvCache));
        QCOMPARE(titleColour(core::Bottleneck::Communication), theme.color(core::Kind::Communication));
        QCOMPARE(titleColour(core::Bottleneck::Fixed), theme.color(core::Kind::Draft));
        QCOMPARE(titleColour(core::Bottleneck::Compute), theme.computeBusy);
        QCOMPARE(titleColour(core::Bottleneck::Capacity), theme.bad);
    }

    void figuresAreTheReports()
    {
        core::SystemResult result = fourChipsResult();
        result.report.tpotS = 14.7e-3;
        result.report.ttftS = 0.312;
        result.report.tokensPerSPerUser = 68;
        result.report.energyJPerToken = core::Band { 41, 41, 41 };
        result.report.bandLow = 12.1e-3;
        result.report.bandHigh = 16.9e-3;
        result.report.idealTpotS = 10.4e-3;
        const ShownColumn column { result };
        QCOMPARE(textOf(column, "tpot"), QStringLiteral("14.7\u2009ms"));
        QCOMPARE(textOf(column, "ttft"), QStringLiteral("312\u2009ms"));
        QCOMPARE(textOf(column, "perUser"), QStringLiteral("68"));
        QCOMPARE(textOf(column, "energy"), QStringLiteral("41\u2009J"));
        for (const char* part : { "12.1", "16.9", "10.4" })
            QVERIFY(textOf(column, "band").contains(QString::fromLatin1(part)));
    }

    void theTotalIsShownOnlyWhereItDiffers()
    {
        const ShownColumn three { fourChipsResult() };
        QVERIFY(three.find(QStringLiteral("total"))->isVisible());
        const ShownColumn one { resultOf(fourChips(), together(1, 2048, 200)) };
        QVERIFY(!one.find(QStringLiteral("total"))->isVisible());
    }

    void aCostIsShownWhereThereAreAPriceAndAPlace()
    {
        core::SystemResult result = resultOf(fourChips(), together(1, 2048, 200));
        result.report.costUsdPerMtoken = core::Band { 16.9, 16.9, 16.9 };
        const ShownColumn priced { result };
        QCOMPARE(textOf(priced, "cost"), QStringLiteral("16.9\u2009USD"));
        // Figures follow each other without a hole, two in a row.
        const auto top = [&priced](const char* name) {
            return priced.find(QString::fromLatin1(name))->mapTo(&priced.area, QPoint {}).y();
        };
        QCOMPARE(top("perUser"), top("energy"));
        QCOMPARE(top("cost"), top("bytes"));
        result.report.costUsdPerMtoken.reset();
        const ShownColumn unknown { result };
        QVERIFY(!unknown.find(QStringLiteral("cost"))->isVisible());
    }

    void aMachineNobodyMeasuredIsMarkedInWords()
    {
        core::SystemResult result = fourChipsResult();
        const ShownColumn measured { result };
        QVERIFY(!measured.find(QStringLiteral("rangeNote"))->isVisible());
        result.report.inRange = false;
        result.report.rangeNote = { "range.chip", {} };
        const ShownColumn guessed { result };
        const auto* note = guessed.find<QLabel>(QStringLiteral("rangeNote"));
        QVERIFY(note->isVisible());
        QVERIFY(note->text().contains(QStringLiteral("outside the validated range"), Qt::CaseInsensitive));
        QVERIFY(note->text().contains(QStringLiteral("No published speed pins what this chip reaches")));
    }

    void sharesAddUpToTheWholeToken()
    {
        for (const core::SystemResult& result : { fourChipsResult(), everyPartResult() }) {
            double shares = 0, seconds = 0;
            for (const BreakdownPart& part : breakdownParts(result.report.breakdown, Theme::darkTheme())) {
                shares += part.share;
                seconds += part.seconds;
            }
            // At most eight parts of less than 0.05 % are left out.
            QVERIFY(shares > 1 - 8 * 0.0005 && shares < 1 + 1e-9);
            QVERIFY(std::abs(seconds / result.report.tpotS - 1) < 8 * 0.0005);
        }
    }

    void crumbsAreNotShown()
    {
        const core::Breakdown breakdown { .weights = 0.9991, .kv = 0.0004, .compute = 0.0005 };
        const auto parts = breakdownParts(breakdown, Theme::darkTheme());
        QCOMPARE(parts.size(), 2U);
        QCOMPARE(parts[0].share, 0.9991);
        QCOMPARE(parts[1].share, 0.0005);
    }

    void theBarHasOneSetPerPartAndTheirSharesAsLengths()
    {
        const core::SystemResult result = everyPartResult();
        const ShownColumn column { result };
        const auto series = column.find<QChartView>(QStringLiteral("breakdownChart"))->chart()->series();
        QCOMPARE(series.size(), 1);
        const auto sets = qobject_cast<QAbstractBarSeries*>(series[0])->barSets();
        QCOMPARE(sets.size(), 8);
        // 4 of 12.375 ms.
        QVERIFY(std::abs(sets[0]->at(0) - 100 * 4 / 12.375) < 1e-9);
        QVERIFY(std::abs(sets[7]->at(0) - 100 * 0.125 / 12.375) < 1e-9);
        for (qsizetype a = 0; a < 8; ++a)
            for (qsizetype b = a + 1; b < 8; ++b)
                QVERIFY2(sets[a]->brush() != sets[b]->brush(),
                    qPrintable(sets[a]->label() + QStringLiteral(" looks like ") + sets[b]->label()));
    }

    void theLegendNamesEveryPartWithItsPercentage()
    {
        const core::SystemResult result = everyPartResult();
        const ShownColumn column { result };
        QStringList texts;
        for (const QLabel* label : column.find(QStringLiteral("breakdown"))->findChildren<QLabel*>())
            texts << label->text();
        for (const BreakdownPart& part : breakdownParts(result.report.breakdown, Theme::darkTheme()))
            QVERIFY2(texts.contains(part.name + u' ' + formatPercent(part.share)), qPrintable(part.name));
    }

    void theBarFillsItsCardAtAnyWidth()
    {
        ShownColumn column { fourChipsResult() };
        const auto* view = column.find<QChartView>(QStringLiteral("breakdownChart"));
        const Theme theme = Theme::darkTheme();
        for (const int width : { 320, 480, 310 }) {
            column.area.resize(width, 900);
            QCoreApplication::processEvents();
            const QImage image = column.area.grab().toImage();
            const QRect bar { view->mapTo(&column.area, QPoint {}), view->size() };
            QCOMPARE(bar.width(), width - 2 * 16); // the card's margins
            // Two pixels in: beyond the line between the parts and the ground.
            for (const int y : { bar.top() + 2, bar.bottom() - 2 }) {
                QCOMPARE(image.pixelColor(bar.left() + 2, y), theme.color(core::Kind::Weights));
                QVERIFY(image.pixelColor(bar.right() - 2, y) != theme.panel);
            }
        }
    }
};

MEMWALL_TEST(TestInsightFigures, QApplication)

} // namespace tst_insight_figures

#include "tst_insight_figures.moc"
