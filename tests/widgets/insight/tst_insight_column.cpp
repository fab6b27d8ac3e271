// The column as a whole: which cards speak, that nothing leaves its card, themes, pictures of one panel.
#include "tests/support/test_program.h"
#include "tests/widgets/insight/insight_cases.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_insight_column
{

using namespace memwall;
using namespace memwall::tests;
using namespace memwall::ui;

namespace
{

QStringList labelsCutOff(const ShownColumn& column)
{
    QStringList cut;
    for (const QLabel* label : column.widget.findChildren<QLabel*>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        QWidget* card = label->parentWidget();
        while (card->parentWidget() != nullptr && !panelNames().contains(card->objectName()))
            card = card->parentWidget();
        const QRect place { label->mapTo(card, QPoint {}), label->size() };
        const int needed
            = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
        const bool wide = !label->wordWrap() && label->sizeHint().width() > label->width();
        if (!card->rect().contains(place) || wide || needed > label->height())
            cut << QStringLiteral("%1: \"%2\" needs %3 of %4 × %5")
                       .arg(card->objectName(), label->text())
                       .arg(needed)
                       .arg(label->width())
                       .arg(label->height());
    }
    return cut;
}

} // namespace

class TestInsightColumn : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void showsEveryCardInOrder()
    {
        const ShownColumn column { fourChipsResult() };
        int below = 0;
        for (const QString& name : panelNames()) {
            const auto* card = column.find(name);
            QVERIFY2(card != nullptr && card->isVisible(), qPrintable(name));
            const int top = card->mapTo(&column.widget, QPoint {}).y();
            QVERIFY2(top >= below, qPrintable(name));
            below = top + card->height();
        }
    }

    void cardsComeBackWhenTheMachineFits()
    {
        ShownColumn column { overflowResult() };
        column.show(fourChipsResult());
        for (const QString& name : panelNames())
            QVERIFY2(column.find(name)->isVisible(), qPrintable(name));
    }

    void showsTheCardsThatAreWanted()
    {
        ShownColumn column { fourChipsResult() };
        column.widget.setCards({ QStringLiteral("kv"), QStringLiteral("roofline") });
        const auto check = [&] {
            for (const QString& name : panelNames())
                QCOMPARE(column.find(name)->isVisible(),
                    name == QStringLiteral("kv") || name == QStringLiteral("roofline"));
        };
        check();
        column.show(fourChipsResult());
        check();
        auto* all = column.find<QPushButton>(QStringLiteral("allCards"));
        QVERIFY(all->isVisible());
        QSignalSpy asked(&column.widget, &InsightColumn::cardsRequested);
        QTest::mouseClick(all, Qt::LeftButton);
        QCOMPARE(asked.takeFirst().first().toStringList(), QStringList {});
        column.widget.setCards({});
        QVERIFY(!all->isVisible() && column.find(QStringLiteral("figures"))->isVisible());
    }

    void aCardIsHiddenByItsMenuButNeverTheLast()
    {
        ShownColumn column { fourChipsResult() };
        QSignalSpy asked(&column.widget, &InsightColumn::cardsRequested);
        auto* hide = column.find(QStringLiteral("kv"))->findChild<QAction*>(QStringLiteral("hideCard"));
        hide->trigger();
        const QStringList others = asked.takeFirst().first().toStringList();
        QCOMPARE(others.size(), panelNames().size() - 1);
        QVERIFY(!others.contains(QStringLiteral("kv")));
        column.widget.setCards({ QStringLiteral("kv") });
        hide->trigger();
        QCOMPARE(asked.size(), 0);
    }

    void aShorterSentenceGivesItsRoomBack()
    {
        core::SystemResult result = fourChipsResult();
        result.report.bottleneckText = { { "problem", { "Short" } } };
        ShownColumn column { result };
        const int before = column.find(QStringLiteral("bottleneck"))->height();
        core::SystemResult longer = result;
        std::string text(400, 'x');
        for (std::size_t i = 10; i < 400; i += 10)
            text[i] = ' ';
        longer.report.bottleneckText = { { "problem", { text } } };
        column.show(longer);
        QVERIFY(column.find(QStringLiteral("bottleneck"))->height() > before);
        column.show(result);
        QCOMPARE(column.find(QStringLiteral("bottleneck"))->height(), before);
    }

    void aSentenceInsteadOfThePlotTakesNoMoreThanItsLines()
    {
        const ShownColumn column { circuitResult() };
        const auto* card = column.find(QStringLiteral("roofline"));
        const auto* sentence = column.find<QLabel>(QStringLiteral("rooflineWithout"));
        QCOMPARE(sentence->height(), sentence->heightForWidth(sentence->width()));
        QVERIFY(card->height() < sentence->height() + 60); // title row, spacing and margins
    }

    void noTextLeavesItsCard_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<double>("scale");
        QTest::addColumn<QString>("system");
        for (const double scale : { 1.0, 1.5, 2.0 })
            for (const QSize size : { QSize { 300, 500 }, QSize { 300, 1200 }, QSize { 400, 900 } })
                for (const char* system : { "four chips", "every part", "circuit", "outside", "overflow" })
                    QTest::addRow("%s, %d × %d, scale %.1f", system, size.width(), size.height(), scale)
                        << size.width() << size.height() << scale << QString::fromLatin1(system);
    }

    void noTextLeavesItsCard()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(double, scale);
        QFETCH(QString, system);
        core::SystemResult result = system == QStringLiteral("every part") ? everyPartResult()
            : system == QStringLiteral("circuit")                          ? circuitResult()
            : system == QStringLiteral("overflow")                         ? overflowResult()
                                                                           : fourChipsResult();
        if (system == QStringLiteral("outside")) {
            result.report.inRange = false;
            result.report.rangeNote = { "range.chip", {} };
        }
        const ShownColumn column { result, Theme::darkTheme(scale), QSize { width, height } * scale };
        const QStringList cut = labelsCutOff(column);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
        const auto* bars = column.find(QStringLiteral("sensitivity"));
        QCOMPARE(bars->isVisible(), result.report.fits);
        QVERIFY(!bars->isVisible() || bars->parentWidget()->rect().contains(bars->geometry()));
        QVERIFY(!bars->isVisible() || bars->height() >= bars->sizeHint().height());
    }

    void everythingHasANameToCallItBy()
    {
        const ShownColumn column { fourChipsResult() };
        for (const char* name :
            { "bottleneck", "figures", "roofline", "rooflinePlot", "breakdown", "breakdownChart", "kv",
                "kvPlot", "tpot", "ttft", "perUser", "energy", "sensitivity", "askTarget" }) {
            const auto* widget = column.find(QString::fromLatin1(name));
            QVERIFY2(widget != nullptr && !widget->accessibleName().isEmpty(), name);
        }
    }

    void barsSayWhatTwiceWouldSave()
    {
        core::SystemResult result = fourChipsResult();
        result.report.tpotSensitivity = { -0.4, -0.1, 0.05, 0, -0.2 };
        result.report.ttftSensitivity.flops = -0.45;
        const ShownColumn column { result };
        auto* bars = column.find(QStringLiteral("sensitivity"));
        const QStringList lines = bars->toolTip().split(u'\n');
        QVERIFY(lines.size() >= 5); // and a hint for the keyboard
        QVERIFY2(lines[0].contains(QStringLiteral("bandwidth: −40")), qPrintable(lines[0]));
        QVERIFY2(lines[1].contains(QStringLiteral("−45")), qPrintable(lines[1]));
        QVERIFY2(lines[2].contains(QStringLiteral("+5")), qPrintable(lines[2]));
        // The largest saving stands out, and is four times as long as a quarter of it.
        const QImage picture = bars->grab().toImage();
        const auto filled = [&](const QColor& colour) {
            int count = 0;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    count += picture.pixelColor(x, y) == colour ? 1 : 0;
            return count;
        };
        const Theme theme = Theme::darkTheme();
        const double most = filled(theme.accent);
        QVERIFY(most > 100);
        QVERIFY(std::abs(filled(theme.faint) / most - (0.1 + 0.2) / 0.4) < 0.1);
        QVERIFY(filled(theme.bad) > 0);
    }

    void aQuestionAboutTargetsIsPassedOn()
    {
        const ShownColumn column { fourChipsResult() };
        QSignalSpy asked { &column.widget, &InsightColumn::targetRequested };
        column.find<QPushButton>(QStringLiteral("askTarget"))->click();
        QCOMPARE(asked.size(), 1);
    }

    void aPlotAloneHasItsContent()
    {
        const core::SystemResult result = fourChipsResult();
        const Theme theme = Theme::darkTheme();
        const auto has = [&](const char* name, const QColor& colour) {
            const QImage image = renderPanel(
                QString::fromLatin1(name), result, core::instantAt(1.0), theme, QSize { 400, 300 }, 1.0);
            int count = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == colour ? 1 : 0;
            return count;
        };
        // A disc 10 px wide has 78 of its kind's pixels, less its edge; the other two are far larger.
        QVERIFY(has("roofline", theme.color(core::Kind::Weights)) > 30);
        QVERIFY(has("kv", theme.color(core::Kind::KvCache)) > 100);
        QVERIFY(has("breakdown", theme.color(core::Kind::Weights)) > 1000);
    }

    void aMovedClockIsCheap()
    {
        ShownColumn column { fourChipsResult() };
        constexpr int kFrames = 600;
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < kFrames; ++i)
            column.widget.setTime(core::instantAt(0.005 * i));
        const double milliseconds = static_cast<double>(clock.nsecsElapsed()) * 1e-6 / kFrames;
        // The aim is 0.2 ms optimised; a debug or sanitizer build on a busy machine gets ten times that.
        QVERIFY2(milliseconds < 2.0, qPrintable(QString::number(milliseconds)));
    }
};

MEMWALL_TEST(TestInsightColumn, QApplication)

} // namespace tst_insight_column

#include "tst_insight_column.moc"
