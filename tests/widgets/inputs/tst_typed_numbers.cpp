// A number of the bar: typed, dragged, taken or refused with a sentence.
#include "core/simulate.h"
#include "tests/support/bar_bench.h"
#include "tests/support/test_program.h"
#include "widgets/inputs/choice_button.h"
#include "widgets/inputs/choice_popup.h"
#include "widgets/inputs/number_field.h"
#include "widgets/inputs/number_popup.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QtWidgets>

namespace tst_typed_numbers
{

using namespace memwall;
using namespace memwall::ui;
using test::BarBench;
using test::catalog;
using test::scenario;

class TestTypedNumbers : public QObject
{
    Q_OBJECT

private slots:
    void init()
    { // The offscreen platform says so of popups and fixed sizes.
        QTest::failOnWarning(QRegularExpression { QStringLiteral("^(?!This plugin does not support)") });
    }

    void aDragAsksManyTimesWithOneKey()
    {
        BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
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
        BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
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
        BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
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
        BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
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
        BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
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
        BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
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
        BarBench bench { many };
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
        BarBench bench { stream };
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
        BarBench bench { scenario("h100_sxm", "llama-3.1-70b") };
        bench.click("prompt");
        auto* exact = bench.part<NumberField>("promptPopupExact");
        exact->selectAll();
        QTest::keyClicks(exact, QStringLiteral("12345"));
        QTest::keyClick(exact, Qt::Key_Return);
        QCOMPARE(bench.current.workload.promptTokens.value, 12345);
        QCOMPARE(bench.keys, QStringList { QString {} });
        QCOMPARE(exact->range().most, 131072.0 - 256);
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
};

MEMWALL_TEST(TestTypedNumbers, QApplication)

} // namespace tst_typed_numbers

#include "tst_typed_numbers.moc"
