#include "core/simulate.h"
#include "tests/support/painted_text.h"
#include "tests/support/test_program.h"
#include "widgets/controls/bar_layout.h"
#include "widgets/controls/choice_button.h"
#include "widgets/controls/choice_popup.h"
#include "widgets/controls/number_field.h"
#include "widgets/controls/number_popup.h"
#include "widgets/controls/scenario_bar.h"
#include "widgets/theme/text_width.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QtWidgets>

namespace tst_scenario_bar
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

const core::Catalog& catalog()
{
    static const core::Catalog value
        = core::readCatalog(std::string { MEMWALL_SOURCE_DIR } + "/resources/catalog").value();
    return value;
}

core::Scenario scenario(const std::string& chip, const std::string& model)
{
    core::Scenario made;
    core::Pool pool;
    pool.chip.id = chip;
    pool.chips = 4;
    pool.tensorParallel = 4;
    core::System system;
    system.model.id = model;
    system.pools = { pool };
    made.systems = { system };
    return made;
}

/// The bar with an owner that applies what is asked for, as the program's document does.
struct Bench
{
    explicit Bench(const core::Scenario& start)
        : current { start }
    {
        QObject::connect(&bar, &ScenarioBar::settingsRequested, &bar,
            [this](const core::Settings& settings, const QString& text, const QString& key) {
                texts << text;
                keys << key;
                const auto next = core::withSettings(current, settings, catalog());
                valid = valid && next.has_value();
                if (next)
                    current = *next;
                bar.setScenario(current, 0);
            });
        bar.setScenario(current, 0);
        bar.resize(1100, bar.sizeHint().height());
        bar.show();
    }

    [[nodiscard]] QAbstractButton* button(const char* name) const
    {
        return bar.findChild<QAbstractButton*>(QString::fromLatin1(name));
    }
    template <typename Widget> [[nodiscard]] Widget* part(const char* name) const
    {
        return bar.findChild<Widget*>(QString::fromLatin1(name));
    }
    void click(const char* name) const { QTest::mouseClick(button(name), Qt::LeftButton); }

    core::Scenario current;
    ScenarioBar bar { catalog() };
    QStringList texts, keys;
    bool valid = true;
};

} // namespace

class TestScenarioBar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    { // The offscreen platform says so of popups and fixed sizes.
        QTest::failOnWarning(QRegularExpression { QStringLiteral("^(?!This plugin does not support)") });
    }

    void searchingAndEnterChooseAChip()
    {
        Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.click("hardware");
        auto* search = bench.part<QLineEdit>("hardwarePopupSearch");
        QVERIFY(search->isVisible());
        QTest::keyClicks(search, QStringLiteral("wse-3"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!search->isVisible());
        QCOMPARE(bench.current.systems[0].pools[0].chip.id, std::string { "wse3" });
        QCOMPARE(bench.texts, QStringList { QStringLiteral("Set hardware to 4 × WSE-3") });
        QVERIFY(bench.valid);
    }

    void aChipOfOnesOwnIsWrittenIntoTheScenario()
    {
        const auto value = [](double number) {
            return nlohmann::json { { "value", number }, { "source", "mine" }, { "confidence", "measured" } };
        };
        const nlohmann::json own { { "id", "mine" }, { "class", "cpu" }, { "short_name", "My machine" },
            { "weights_level", "DRAM" }, { "default_engine", "llama.cpp-cpu" },
            { "peak_dense_flops", { { "fp32", value(1e11) } } },
            { "memory_far_to_near",
                { { { "level", "DRAM" }, { "capacity_bytes", value(3.2e10) },
                    { "bandwidth_Bps", value(2e10) } } } } };
        Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.bar.setOwnChips({ own });
        bench.click("hardware");
        auto* search = bench.part<QLineEdit>("hardwarePopupSearch");
        QTest::keyClicks(search, QStringLiteral("my machine"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(bench.valid);
        QVERIFY(bench.current.systems[0].pools[0].chip.object == own);
        QCOMPARE(bench.current.systems[0].pools[0].chips, 1);
    }

    void aNumberOfChipsIsOneClick()
    {
        Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.click("hardware");
        auto* eight = bench.part<QPushButton>("count8");
        QVERIFY(eight->isVisible());
        QTest::mouseClick(eight, Qt::LeftButton);
        QCOMPARE(bench.current.systems[0].pools[0].chips, 8);
        QCOMPARE(bench.current.systems[0].pools[0].tensorParallel, 8);
        QVERIFY(eight->isChecked());
    }

    void arrowsAndEnterChooseAModel()
    {
        Bench bench { scenario("h100_sxm", "llama-3.1-8b") };
        bench.button("model")->setFocus();
        QTest::keyClick(bench.button("model"), Qt::Key_Return);
        auto* search = bench.part<QLineEdit>("modelPopupSearch");
        QVERIFY(search->isVisible());
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(bench.current.systems[0].model.id, std::string { "llama-3.1-70b" });
    }

    void aModelWithLinearAttentionCanBeChosen()
    {
        Bench bench { scenario("h100_sxm", "llama-3.1-8b") };
        bench.click("model");
        QTest::keyClicks(bench.part<QLineEdit>("modelPopupSearch"), QStringLiteral("minimax-m1"));
        QTest::keyClick(bench.part<QLineEdit>("modelPopupSearch"), Qt::Key_Return);
        QCOMPARE(bench.current.systems[0].model.id, std::string { "minimax-m1" });
    }

    void weightsAreBitsOrAFormat()
    {
        Bench bench { scenario("h100_sxm", "llama-3.1-8b") };
        bench.click("weights");
        QTest::keyClick(bench.part<QLineEdit>("weightsPopupSearch"), Qt::Key_Down);
        QTest::keyClick(bench.part<QLineEdit>("weightsPopupSearch"), Qt::Key_Return);
        QCOMPARE(std::get<int>(bench.current.systems[0].weightBits), 8);
        bench.click("weights");
        QTest::keyClicks(bench.part<QLineEdit>("weightsPopupSearch"), QStringLiteral("q4_k_m"));
        QTest::keyClick(bench.part<QLineEdit>("weightsPopupSearch"), Qt::Key_Return);
        QCOMPARE(std::get<std::string>(bench.current.systems[0].weightBits), std::string { "q4_k_m" });
    }

    void aDragAsksManyTimesWithOneKey()
    {
        Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.click("users");
        auto* slider = bench.part<QSlider>("usersPopupSlider");
        QVERIFY(slider->isVisible());
        const QPoint knob { 8, slider->height() / 2 };
        QTest::mousePress(slider, Qt::LeftButton, Qt::NoModifier, knob);
        for (const int x : { 40, 80, 120, 160 })
            QTest::mouseMove(slider, knob + QPoint { x, 0 });
        QVERIFY(bench.keys.size() >= 3); // while the button is still down
        QTest::mouseRelease(slider, Qt::LeftButton, Qt::NoModifier, knob + QPoint { 160, 0 });
        QVERIFY(!bench.keys.first().isEmpty());
        QCOMPARE(bench.keys.count(bench.keys.first()), bench.keys.size());
        QVERIFY(bench.current.workload.users > 1);
        QVERIFY(bench.valid);
    }

    void clickingTypingAndReturnChangeTheNumber_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("wanted");
        QTest::addRow("users") << QByteArray { "users" } << QStringLiteral("64") << 64.0;
        QTest::addRow("a power of ten") << QByteArray { "users" } << QStringLiteral("1e3") << 1000.0;
        QTest::addRow("thousands") << QByteArray { "users" } << QStringLiteral("12,000") << 12000.0;
        QTest::addRow("beyond the slider") << QByteArray { "users" } << QStringLiteral("100k") << 100000.0;
        QTest::addRow("prompt") << QByteArray { "prompt" } << QStringLiteral("4096") << 4096.0;
        QTest::addRow("output") << QByteArray { "output" } << QStringLiteral("32") << 32.0;
    }

    /// As a hand does it: nothing is focused by the test, keys go where the program sends them.
    void clickingTypingAndReturnChangeTheNumber()
    {
        QFETCH(QByteArray, button);
        QFETCH(QString, typed);
        QFETCH(double, wanted);
        Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.click(button.constData());
        auto* popup = bench.part<NumberPopup>(QByteArray { button + "Popup" }.constData());
        QTest::keyClicks(popup->focusWidget(), typed);
        QTest::keyClick(popup->focusWidget(), Qt::Key_Return);
        const core::Workload& work = bench.current.workload;
        const std::int64_t now = button == "users" ? work.users
            : button == "prompt"                   ? work.promptTokens.value
                                                   : work.outputTokens.value;
        QCOMPARE(double(now), wanted);
        QVERIFY(!popup->isVisible());
        QCOMPARE(bench.texts.size(), 1); // one step to undo
    }

    void whatCannotBeTakenStaysAndSaysWhatIsAllowed_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("why");
        const auto add = [](const char* button, const char* typed, const char* why) {
            QTest::addRow("%s %s", button, typed)
                << QByteArray { button } << QString::fromLatin1(typed) << QString::fromLatin1(why);
        };
        for (const char* button : { "users", "prompt", "output" }) {
            add(button, "1e9", "too much");
            add(button, "-1", "too little");
            add(button, "0", "too little");
            add(button, "3.7", "not a whole number");
            add(button, "3,7", "a point separates decimals");
            add(button, "many", "no number");
            add(button, "nan", "no number");
            add(button, "inf", "no number");
            add(button, "1e999", "no number");
            add(button, " ", "missing");
        }
        add("prompt", "131072", "The model holds 131,072 tokens, and the answer takes 256.");
    }
    void whatCannotBeTakenStaysAndSaysWhatIsAllowed()
    {
        QFETCH(QByteArray, button);
        QFETCH(QString, typed);
        QFETCH(QString, why);
        Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.click(button.constData());
        auto* popup = bench.part<NumberPopup>(QByteArray { button + "Popup" }.constData());
        auto* field = qobject_cast<QLineEdit*>(popup->focusWidget());
        QTest::keyClicks(field, typed);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(bench.texts.isEmpty());
        QVERIFY(popup->isVisible());
        QCOMPARE(field->text(), typed);
        const auto* said = bench.part<QLabel>(QByteArray { button + "PopupRefused" }.constData());
        QVERIFY(said->isVisible());
        QVERIFY2(said->text().contains(why), qPrintable(said->text()));
        QVERIFY2(said->text().contains(QStringLiteral("1 to ")), qPrintable(said->text()));
        QTest::keyClick(field, Qt::Key_Backspace); // another try
        QVERIFY(!said->isVisible());
    }

    void escapeClosesWithoutWhatWasTyped()
    {
        Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.click("users");
        auto* popup = bench.part<NumberPopup>("usersPopup");
        QTest::keyClicks(popup->focusWidget(), QStringLiteral("64"));
        QTest::keyClick(popup->focusWidget(), Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QVERIFY(bench.texts.isEmpty());
        bench.click("users");
        QCOMPARE(qobject_cast<QLineEdit*>(popup->focusWidget())->text(), QStringLiteral("1"));
    }

    void aClickBesideTakesWhatWasTypedOrSaysWhyNot()
    {
        Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
        QSignalSpy refused { &bench.bar, &ScenarioBar::refused };
        auto* popup = bench.part<NumberPopup>("usersPopup");
        for (const char* typed : { "64", "lots" }) {
            bench.click("users");
            QTest::keyClicks(popup->focusWidget(), QString::fromLatin1(typed));
            popup->close(); // what a click beside a popup does
        }
        QCOMPARE(bench.current.workload.users, 64);
        QCOMPARE(refused.size(), 1);
        QVERIFY(refused[0][0].toString().contains(QStringLiteral("lots")));
    }

    void aNumberOfChipsThatIsNoButtonCanBeTyped()
    {
        Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.click("hardware");
        auto* exact = bench.part<QLineEdit>("hardwarePopupExact");
        exact->setFocus();
        exact->selectAll();
        QTest::keyClicks(exact, QStringLiteral("6"));
        QTest::keyClick(exact, Qt::Key_Return);
        QCOMPARE(bench.current.systems[0].pools[0].chips, 6);
        QVERIFY(!bench.part<ChoicePopup>("hardwarePopup")->isVisible());
        bench.click("hardware");
        exact->selectAll();
        QTest::keyClicks(exact, QStringLiteral("100000"));
        QTest::keyClick(exact, Qt::Key_Return);
        QVERIFY(bench.part<QLabel>("hardwarePopupRefused")->isVisible());
        QCOMPARE(bench.current.systems[0].pools[0].chips, 6);
        // Six is no usual number: its button goes with the click on another one.
        QTest::mouseClick(bench.part<QPushButton>("count8"), Qt::LeftButton);
        QCOMPARE(bench.current.systems[0].pools[0].chips, 8);
        QVERIFY(bench.part<QPushButton>("count6") == nullptr);
    }

    void theCapOfTheBatchIsNamedAndCanBeRaised()
    {
        core::Scenario many = scenario("h100_sxm", "llama-3.1-8b");
        many.workload.users = 200;
        many.workload.outputTokens.value = 100;
        Bench bench { many };
        bench.bar.setReport(core::simulate(many, catalog()).systems[0].report);
        const auto* users = bench.part<ChoiceButton>("users");
        QCOMPARE(users->value(), QStringLiteral("200 · 64 run"));
        bench.click("users");
        const auto* note = bench.part<QLabel>("usersPopupNote");
        QVERIFY(note->isVisible());
        QVERIFY2(
            note->text().startsWith(QStringLiteral("64 run at once, 136 wait: the batch is capped at 64")),
            qPrintable(note->text()));
        auto* batch = bench.part<NumberField>("maxBatch");
        batch->setFocus();
        batch->selectAll();
        QTest::keyClicks(batch, QStringLiteral("200"));
        QTest::keyClick(batch, Qt::Key_Return);
        QCOMPARE(bench.current.systems[0].batching.maxBatch, 200);
        bench.bar.setReport(core::simulate(bench.current, catalog()).systems[0].report);
        QCOMPARE(users->value(), QStringLiteral("200"));
    }

    void aStreamOfRequestsHasItsRateThere()
    {
        core::Scenario stream = scenario("h100_sxm", "llama-3.1-8b");
        stream.workload.arrivals = core::Arrivals::Poisson;
        Bench bench { stream };
        bench.click("users");
        auto* rate = bench.part<NumberField>("ratePerS");
        QVERIFY(rate->isVisible());
        rate->selectAll();
        QTest::keyClicks(rate, QStringLiteral("2.5"));
        QTest::keyClick(rate, Qt::Key_Return);
        QCOMPARE(bench.current.workload.ratePerS, 2.5);
    }

    void theFieldIsExactAndNeverMerged()
    {
        Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.click("prompt");
        auto* exact = bench.part<NumberField>("promptPopupExact");
        exact->selectAll();
        QTest::keyClicks(exact, QStringLiteral("12345"));
        QTest::keyClick(exact, Qt::Key_Return);
        QCOMPARE(bench.current.workload.promptTokens.value, 12345);
        QCOMPARE(bench.keys, QStringList { QString {} });
        QCOMPARE(exact->range().most, 131072.0 - 256);
    }

    void spaceTogglesTheSwitches()
    {
        Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
        QTest::keyClick(bench.button("speculative"), Qt::Key_Space);
        QVERIFY(bench.current.systems[0].speculation);
        QVERIFY(bench.button("speculative")->isChecked());
        bench.click("disaggregated");
        QCOMPARE(bench.current.systems[0].pools.size(), std::size_t { 2 });
        bench.click("disaggregated");
        QCOMPARE(bench.current.systems[0].pools.size(), std::size_t { 1 });
        QVERIFY(bench.valid);
    }

    void aSwitchThatIsNotGrantedStaysAsTheScenarioSays()
    {
        ScenarioBar bar { catalog() };
        bar.setScenario(scenario("h100_sxm", "llama-3.1-70b"), 0);
        bar.resize(1600, bar.sizeHint().height());
        bar.show();
        QSignalSpy spy { &bar, &ScenarioBar::settingsRequested };
        auto* speculative = bar.findChild<QAbstractButton*>(QStringLiteral("speculative"));
        QTest::mouseClick(speculative, Qt::LeftButton);
        QCOMPARE(spy.count(), 1);
        QVERIFY(!speculative->isChecked());
    }

    void whatCannotBeTurnedOnSaysWhy()
    {
        Bench bench { scenario("h100_sxm", "gemma-2-27b") };
        QVERIFY(!bench.button("speculative")->isEnabled());
        QVERIFY(bench.button("speculative")->toolTip().contains(QStringLiteral("vocabulary")));
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
        Bench bench { scenario("taalas_hc1", "llama-4-maverick") };
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
            Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
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
        apart.systems[0].pools[1].chip.id = "sn40l";
        Bench bench { apart };
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

    void theSliderCoversOneToTheMost()
    {
        QCOMPARE(valueAt(0, 4096), 1);
        QCOMPARE(valueAt(kLogSteps, 4096), 4096);
        // Half of the way in the logarithm is the square root: 64.
        QCOMPARE(valueAt(kLogSteps / 2, 4096), 64);
        QCOMPARE(positionOf(64, 4096), kLogSteps / 2);
        QCOMPARE(positionOf(5, 1), 0);
    }

    void popupsFitTheirScreenAtEveryScale()
    {
        for (const double scale : { 1.0, 1.5, 2.0 }) {
            Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
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

    void everyControlHasANameAndATooltip()
    {
        Bench bench { scenario("h100_sxm", "llama-3.1-70b") };
        for (const auto* each : bench.bar.findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly)) {
            QVERIFY(!each->objectName().isEmpty());
            QVERIFY(!each->accessibleName().isEmpty());
            QVERIFY(!each->toolTip().isEmpty());
        }
    }
};

MEMWALL_TEST(TestScenarioBar, QApplication)

} // namespace tst_scenario_bar

#include "tst_scenario_bar.moc"
