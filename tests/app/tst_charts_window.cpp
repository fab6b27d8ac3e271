// The window of charts, opened from the real window: it follows scenario and playback.
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/charts/charts_view.h"
#include "widgets/charts/operators_chart.h"

#include <QListWidget>
#include <QPointer>
#include <QTest>

namespace tst_charts_window
{

using namespace memwall;
using namespace memwall::app;

class TestChartsWindow : public test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase() { load(); }

    void init()
    {
        show();
        QVERIFY(open());
        m_window->playback().setPlaying(false);
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        m_view = m_window->findChild<ui::ChartsView*>();
        QVERIFY(m_view && m_view->isVisible());
    }
    void cleanup() { close(); }

    void theCurveContainsThePresentFigures()
    {
        QTRY_VERIFY(curveText().contains(QStringLiteral(",1,")));
        const core::Report& report = m_window->result()->systems.front().report;
        QTRY_VERIFY_WITH_TIMEOUT(curveText().count(u'\n') > 5, 20'000);
        bool found = false;
        for (const QString& line : curveText().split(u'\n')) {
            const QStringList fields = line.split(u',');
            if (fields.size() < 8 || fields[6] != QStringLiteral("1"))
                continue;
            found = true;
            QVERIFY(std::abs(fields[3].toDouble() - report.tpotS) < 1e-9 * report.tpotS);
            QVERIFY(std::abs(fields[2].toDouble() - report.throughputTokensPerS)
                < 1e-9 * report.throughputTokensPerS);
        }
        QVERIFY(found);
    }

    void itFollowsTheScenario()
    {
        m_view->choose(QStringLiteral("timeChart"));
        const QString before = m_view->current().sentence();
        QVERIFY(m_window->document().apply({ { "/systems/0/weight_bits", 8 } }, QStringLiteral("8"), {}));
        QTRY_VERIFY(settled());
        QVERIFY(m_view->current().sentence() != before);
    }

    void itFollowsThePlayback()
    {
        m_view->choose(QStringLiteral("operatorsChart"));
        auto* chart = m_view->findChild<ui::OperatorsChart*>();
        m_window->playback().seek(core::Instant {});
        QVERIFY(chart->steps().front().kind == core::SegmentKind::Prefill);
        m_window->playback().seek(m_window->playback().end());
        QVERIFY(chart->steps().front().kind == core::SegmentKind::Decode);
    }

    void theEnergyComesWithItsParts()
    {
        m_view->choose(QStringLiteral("energyChart"));
        QTRY_VERIFY(!m_view->current().chartCsv().empty());
        QVERIFY(QString::fromStdString(m_view->current().chartCsv()).contains(QStringLiteral("idle")));
    }

    void itSurvivesThemesOtherFilesAndClosing()
    {
        for (const char* theme : { "light", "dark" }) {
            QVERIFY(m_window->document().apply({ { "/view/theme", theme } }, QStringLiteral("theme"), {}));
            QTRY_VERIFY(settled());
            for (const ui::Chart* chart : m_view->charts()) {
                m_view->choose(chart->objectName());
                QVERIFY(!m_view->window()->grab().isNull());
            }
        }
        m_view->window()->close();
        QTRY_VERIFY(!m_window->findChild<ui::ChartsView*>());
        QVERIFY(m_window->document().apply({ { "/workload/users", 4 } }, QStringLiteral("4"), {}));
        QTRY_VERIFY(settled());
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_window->findChild<ui::ChartsView*>());
    }

private:
    [[nodiscard]] QString curveText() const
    {
        m_view->choose(QStringLiteral("latencyChart"));
        return QString::fromStdString(m_view->current().chartCsv());
    }

    QPointer<ui::ChartsView> m_view;
};

MEMWALL_TEST(TestChartsWindow, QApplication)

} // namespace tst_charts_window

#include "tst_charts_window.moc"
