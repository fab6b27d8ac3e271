// Explain mode in the real window: whatever one points at says a sentence, a number, a formula and a source.
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/controls/explain_card.h"
#include "widgets/plots/figure_label.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QTest>

namespace tst_explain_mode
{

using namespace memwall;
using namespace memwall::app;

class TestExplainMode : public test::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { load(); }
    void init()
    {
        show({}, { 1600, 1000 });
        QVERIFY(open());
        m_window->playback().setPlaying(false);
    }
    void cleanup() { close(); }

    void theStageSaysWhatOnePointsAt()
    {
        const ui::ExplainCard& card = explain(*m_window);
        ui::StageWidget& stage = *m_window->parts().stage;
        QStringList told;
        for (int x = 10; x < stage.width(); x += 12)
            for (int y = 10; y < stage.height(); y += 24) {
                point(stage, { x, y });
                if (card.isVisible() && !told.contains(card.text()))
                    told << card.text();
            }
        const QString all = told.join(u'\n');
        for (const char* part : { "HBM3", "memory wall", "arithmetic units", "more chips", "Source: " })
            QVERIFY2(all.contains(QLatin1String(part)), part);
        QVERIFY(told.size() >= 6);
        QVERIFY(m_window->rect().contains(card.geometry()));
    }

    void aFigureSaysItsFormulaAndItsSources()
    {
        const ui::ExplainCard& card = explain(*m_window);
        auto* figure = m_window->findChild<ui::FigureLabel*>(QStringLiteral("tpot"));
        QVERIFY(figure);
        QCoreApplication::processEvents();
        point(*figure, figure->rect().center());
        QVERIFY(card.isVisible());
        QVERIFY(card.text().contains(QStringLiteral("typically")));
        QVERIFY(card.text().contains(QStringLiteral(" = ")));
        QVERIFY(card.text().contains(QStringLiteral("Source: ")));
    }

    void theTimelineSaysWhatRuns()
    {
        QCoreApplication::processEvents();
        const ui::ExplainCard& card = explain(*m_window);
        ui::TimelineWidget& timeline = *m_window->parts().timeline;
        bool told = false;
        for (int y = 0; y < timeline.height(); y += 6) {
            point(timeline, { timeline.width() / 2, y });
            told = told || (card.isVisible() && card.text().contains(QStringLiteral("layer")));
        }
        QVERIFY(told);
    }

    void escapeLeaves()
    {
        const ui::ExplainCard& card = explain(*m_window);
        point(*m_window->parts().stage, { 200, 120 });
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!card.isVisible());
        QVERIFY(!m_window->findChild<QAction*>(QStringLiteral("explain"))->isChecked());
        point(*m_window->parts().stage, { 220, 120 });
        QVERIFY(!card.isVisible());
    }

private:
    static const ui::ExplainCard& explain(MainWindow& window)
    {
        window.findChild<QAction*>(QStringLiteral("explain"))->trigger();
        return *window.findChild<ui::ExplainCard*>(QStringLiteral("explainCard"));
    }

    static void point(QWidget& widget, QPoint at)
    {
        const QPointF global = widget.mapToGlobal(QPointF(at));
        QMouseEvent move(QEvent::MouseMove, at, global, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &move);
    }
};

MEMWALL_TEST(TestExplainMode, QApplication)

} // namespace tst_explain_mode

#include "tst_explain_mode.moc"
