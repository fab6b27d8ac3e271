// The transport bar asks for what its buttons say and shows what it is told.
#include "tests/support/test_program.h"
#include "widgets/controls/transport_bar.h"

#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

namespace tst_transport_bar
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

void press(TransportBar& bar, const char* name)
{
    QTest::mouseClick(bar.findChild<QToolButton*>(QString::fromLatin1(name)), Qt::LeftButton);
}

} // namespace

class TestTransportBar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void buttonsAskForWhatTheySay()
    {
        TransportBar bar;
        bar.setTime(core::instantAt(1), core::instantAt(4));
        bar.show();
        QSignalSpy play(&bar, &TransportBar::playRequested);
        QSignalSpy seek(&bar, &TransportBar::seekRequested);
        QSignalSpy step(&bar, &TransportBar::stepRequested);
        press(bar, "play");
        QCOMPARE(play.takeFirst().front().toBool(), true);
        bar.setPlaying(true);
        press(bar, "play");
        QCOMPARE(play.takeFirst().front().toBool(), false);
        press(bar, "start");
        QCOMPARE(seek.takeFirst().front().value<core::Instant>(), core::Instant {});
        press(bar, "end");
        QCOMPARE(seek.takeFirst().front().value<core::Instant>(), core::instantAt(4));
        press(bar, "forward");
        QCOMPARE(step.takeFirst().at(1).toInt(), 1);
        press(bar, "back");
        QCOMPARE(step.takeFirst().at(1).toInt(), -1);
    }

    void slowMotionIsStatedAndAskedFor()
    {
        TransportBar bar;
        bar.setTimeScale(200);
        QVERIFY(
            bar.findChild<QToolButton*>(QStringLiteral("scaleText"))->text().contains(QStringLiteral("5")));
        QSignalSpy scale(&bar, &TransportBar::timeScaleRequested);
        auto* slider = bar.findChild<QSlider*>(QStringLiteral("slow"));
        slider->setValue(slider->maximum());
        QVERIFY(std::abs(scale.takeFirst().front().toDouble() / 1e6 - 1) < 1e-6);
        press(bar, "realTime");
        QCOMPARE(scale.takeFirst().front().toDouble(), 1.0);
    }

    void aTimeScaleIsTyped()
    {
        TransportBar bar;
        bar.resize(1400, 48);
        bar.show();
        bar.setTimeScale(200);
        QSignalSpy asked { &bar, &TransportBar::timeScaleRequested };
        auto* popup = bar.findChild<QWidget*>(QStringLiteral("timeScalePopup"));
        const auto type = [&](const char* text) {
            if (!popup->isVisible())
                QTest::mouseClick(bar.findChild<QToolButton*>(QStringLiteral("scaleText")), Qt::LeftButton);
            auto* field = qobject_cast<QLineEdit*>(popup->focusWidget());
            field->selectAll();
            QTest::keyClicks(field, QString::fromLatin1(text));
            QTest::keyClick(field, Qt::Key_Return);
        };
        type("-3");
        type("fast");
        QVERIFY(popup->isVisible());
        QCOMPARE(asked.size(), 0);
        type("4.5");
        QVERIFY(!popup->isVisible());
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toDouble(), 4.5);
    }

    void beingToldASpeedIsNotAWishForOne()
    {
        TransportBar bar;
        QSignalSpy scale(&bar, &TransportBar::timeScaleRequested);
        bar.setTimeScale(300);
        QCOMPARE(scale.size(), 0);
    }

    void textFollowsTheScaleOnceShown()
    {
        applyTheme(Theme::darkTheme(1));
        TransportBar bar;
        applyTheme(Theme::darkTheme(2));
        bar.setTheme(Theme::darkTheme(2));
        bar.show();
        QCoreApplication::processEvents();
        for (const char* name : { "clock", "total", "slowText", "scaleText" })
            QVERIFY2(bar.findChild<QWidget*>(QString::fromLatin1(name))->font().pixelSize() >= 22, name);
    }

    void aLongerRunIsReadWhole()
    {
        TransportBar bar;
        bar.show();
        for (int width = 500; width < 1000; width += 3) {
            bar.resize(width, 48);
            bar.setTime(core::instantAt(0.1), core::instantAt(4.658));
            QCoreApplication::processEvents();
            bar.setTime(core::instantAt(0.1), core::instantAt(21.548));
            QCoreApplication::processEvents();
            for (const auto* label : bar.findChildren<QLabel*>())
                QVERIFY2(!label->isVisible() || label->width() >= label->minimumSizeHint().width(),
                    qPrintable(QString("%1 at %2").arg(label->objectName()).arg(width)));
        }
    }

    void theClockKeepsItsWidthWhileItRuns()
    {
        TransportBar bar;
        bar.resize(900, 48);
        bar.show();
        auto* clock = bar.findChild<QLabel*>(QStringLiteral("clock"));
        bar.setTime(core::instantAt(0.111), core::instantAt(4.36));
        QCoreApplication::processEvents();
        const int before = clock->width();
        bar.setTime(core::instantAt(3.888), core::instantAt(4.36));
        QCoreApplication::processEvents();
        QCOMPARE(clock->width(), before);
        bar.setTime(core::instantAt(12e-6), core::instantAt(58e-6));
        QVERIFY(clock->text().contains(QStringLiteral("12.0")));
    }
};

MEMWALL_TEST(TestTransportBar, QApplication)

} // namespace tst_transport_bar

#include "tst_transport_bar.moc"
