// What the bar shows at every width, and in which order it gives way.
#include "tests/support/bar_bench.h"
#include "tests/support/painted_text.h"
#include "tests/support/test_program.h"
#include "widgets/controls/bar_layout.h"
#include "widgets/inputs/choice_button.h"
#include "widgets/theme/text_width.h"

#include <QRegularExpression>
#include <QtWidgets>

namespace tst_bar_layout
{

using namespace memwall;
using namespace memwall::ui;
using test::BarBench;
using test::scenario;

class TestBarLayout : public QObject
{
    Q_OBJECT

private slots:
    void init()
    { // The offscreen platform says so of popups and fixed sizes.
        QTest::failOnWarning(QRegularExpression { QStringLiteral("^(?!This plugin does not support)") });
    }

    void everyControlFitsAtEveryWidth_data()
    {
        QTest::addColumn<double>("scale");
        for (const double scale : { 1.0, 1.5, 2.0 })
            QTest::addRow("scale %.1f", scale) << scale;
    }

    void everyControlFitsAtEveryWidth()
    {
        QFETCH(double, scale);
        BarBench bench { scenario("taalas_hc1", "llama-4-maverick") };
        bench.bar.setTheme(Theme::darkTheme(scale));
        for (int width = 900; width <= 2400; width += 60) {
            bench.bar.resize(width, bench.bar.sizeHint().height());
            int right = 0;
            auto buttons = bench.bar.findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly);
            QCOMPARE(buttons.size(), 9);
            buttons.removeIf([](const QAbstractButton* each) { return each->isHidden(); });
            std::sort(buttons.begin(), buttons.end(), [](auto* a, auto* b) { return a->x() < b->x(); });
            for (const QAbstractButton* each : buttons) {
                QVERIFY(each->x() >= right);
                QVERIFY(each->width() > 20);
                right = each->geometry().right() + 1;
            }
            QVERIFY2(right <= width, qPrintable(QString::number(width)));
        }
    }

    /// "1 · 1,024 · 256" tells nobody what is one: what has no room for its word leaves for "More".
    void nothingInTheBarIsANumberOrASwitchWithoutItsWord()
    {
        for (const double scale : { 1.0, 2.0 }) {
            BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
            bench.bar.setTheme(Theme::darkTheme(scale));
            for (int width = 420; width <= 1300; width += 20) {
                bench.bar.resize(qRound(width * scale), bench.bar.sizeHint().height());
                QVERIFY(bench.button("more")->isVisible());
                QVERIFY(bench.button("users")->isVisible());
                for (const char* name : { "users", "prompt", "output", "speculative", "disaggregated" }) {
                    auto* control = bench.button(name);
                    if (control->isHidden())
                        continue;
                    test::TextDevice device { control->size() };
                    control->render(&device, {}, {}, QWidget::DrawWindowBackground);
                    const QString word = QString::fromLatin1(name);
                    QVERIFY2(std::ranges::any_of(device.texts(),
                                 [&](const auto& text) {
                                     return text.text.compare(word, Qt::CaseInsensitive) == 0;
                                 }),
                        qPrintable(QStringLiteral("%1 at %2: %3")
                                       .arg(word)
                                       .arg(width)
                                       .arg(device.texts().empty() ? QStringLiteral("no text")
                                                                   : device.texts().front().text)));
                }
            }
        }
    }

    void captionsGoBeforeValuesAreCut()
    {
        // 300 and 200 with a gap of 10 fit in 510; in 480 the first loses its caption (100) and no more.
        const std::vector<BarItem> items { { 300, 200, 50, 0, true }, { 200, 150, 50, 1, false } };
        QCOMPARE(layOutBar(items, 510, 10, 120)[1].x, 310);
        const auto tighter = layOutBar(items, 480, 10, 120);
        QVERIFY(tighter[0].compact && !tighter[1].compact);
        QCOMPARE(tighter[0].width, 200);
        // 200 + 150 + 10 is 360: in 300 only the long value is cut, to 140.
        const auto cut = layOutBar(items, 300, 10, 120);
        QCOMPARE(cut[0].width, 140);
        QCOMPARE(cut[1].width, 150);
        const auto tiny = layOutBar(items, 50, 10, 120);
        QCOMPARE(tiny[1].x + tiny[1].width, 50);
        const auto none = layOutBar(items, 0, 10, 120);
        QVERIFY(none[0].width == 1 && none[1].width == 1 && none[1].x == 11);
        // A switch that gives up its words (100 of 150) leaves the long value more than the 120 it was cut
        // to.
        const std::vector<BarItem> late { { 300, 200, 50, 0, true }, { 150, 50, 50, kLateRank, false } };
        const auto given = layOutBar(late, 240, 10, 120);
        QVERIFY(given[1].compact);
        QCOMPARE(given[0].width, 180);
    }

    void paddingAndMarkGoBeforeLettersShrink()
    {
        const Theme theme = Theme::darkTheme();
        ChoiceButton button { QStringLiteral("Hardware"), true };
        button.setTheme(theme);
        button.setValue(QStringLiteral("16 × H100 SXM"));
        button.setCompact(true);
        const double large = textWidth(button.value(), theme, TextRole::BodyStrong);
        for (int missing = 0; missing <= 40; ++missing) {
            button.resize(button.widthWith(false) - missing, 32);
            test::TextDevice device { button.size() };
            button.render(&device, {}, {}, QWidget::DrawWindowBackground);
            const auto& texts = device.texts();
            QCOMPARE(texts.size(), std::size_t { 1 });
            QCOMPARE(texts.front().text, button.value());
            if (missing <= 25 || missing >= 30) // between them, a pixel is rounded
                QCOMPARE(texts.front().rect.width() > large - 1, missing <= 25);
            QVERIFY(QRectF(button.rect()).contains(texts.front().rect));
        }
    }

    void twoPoolsKeepTheirNamesAsLongAsTheyCan()
    {
        core::Scenario apart = scenario("h100_sxm", "llama-3.1-70b");
        apart.systems[0].pools.push_back(apart.systems[0].pools[0]);
        apart.systems[0].pools[0].role = core::PoolRole::Prefill;
        apart.systems[0].pools[1].role = core::PoolRole::Decode;
        apart.systems[0].pools[1].chip.id = core::ChipId("sn40l");
        BarBench bench { apart };
        const auto* hardware = bench.part<ChoiceButton>("hardware");
        QStringList shown; // room comes back where other controls give up words
        for (int width = 1600; width >= 420; width -= 4) {
            bench.bar.resize(width, bench.bar.height());
            if (!shown.contains(hardware->shownValue()))
                shown << hardware->shownValue();
        }
        const QStringList wanted { QStringLiteral("4 × H100 SXM 80 GB → 4 × SN40L 64 GB"),
            QStringLiteral("4 × H100 SXM → 4 × SN40L"), QStringLiteral("4×H100 → 4×SN40L"),
            QStringLiteral("H100 → SN40L"), QStringLiteral("4→4") };
        QCOMPARE(shown, wanted);
    }

    void popupsFitTheirScreenAtEveryScale()
    {
        for (const double scale : { 1.0, 1.5, 2.0 }) {
            BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
            bench.bar.setTheme(Theme::darkTheme(scale));
            for (const char* name : { "hardware", "model", "weights", "users" }) {
                bench.click(name);
                const auto* popup
                    = bench.part<QFrame>(QByteArray { QByteArray { name } + "Popup" }.constData());
                const QRect room = popup->screen()->availableGeometry();
                QVERIFY2(popup->isVisible(), name);
                QVERIFY2(room.contains(popup->geometry()),
                    qPrintable(QStringLiteral("%1 at %2: %3 × %4 at %5, %6")
                                   .arg(QLatin1String(name))
                                   .arg(scale)
                                   .arg(popup->width())
                                   .arg(popup->height())
                                   .arg(popup->x())
                                   .arg(popup->y())));
            }
        }
    }
};

MEMWALL_TEST(TestBarLayout, QApplication)

} // namespace tst_bar_layout

#include "tst_bar_layout.moc"
