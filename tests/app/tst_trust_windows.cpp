// The windows that say how far to trust a number, opened from the real window.
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/charts/scatter_plot.h"
#include "widgets/charts/scatter_view.h"
#include "widgets/insight/origin_view.h"
#include "widgets/plots/chart_actions.h"
#include "widgets/plots/chart_export.h"
#include "widgets/plots/figure_label.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

namespace tst_trust_windows
{

using namespace memwall;
using namespace memwall::app;

constexpr int kCheckMs = 60'000; ///< all measurements, on a busy computer

class TestTrustWindows : public test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase() { load(); }

    void init()
    {
        show();
        QVERIFY(open());
        m_window->playback().setPlaying(false);
    }
    void cleanup() { close(); }

    void aClickOnAFigureShowsItsOrigin_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<core::Headline>("headline");
        QTest::newRow("time per token") << QStringLiteral("tpot") << core::Headline::Tpot;
        QTest::newRow("first token") << QStringLiteral("ttft") << core::Headline::Ttft;
        QTest::newRow("energy") << QStringLiteral("energy") << core::Headline::Energy;
        QTest::newRow("bottleneck") << QStringLiteral("bottleneckTitle") << core::Headline::Bottleneck;
    }

    void aClickOnAFigureShowsItsOrigin()
    {
        QFETCH(QString, label);
        QFETCH(core::Headline, headline);
        auto* figure = m_window->findChild<ui::FigureLabel*>(label);
        QVERIFY(figure);
        QTest::mouseClick(figure, Qt::LeftButton);
        const auto* view = m_window->findChild<ui::OriginView*>();
        QVERIFY(view && view->isVisible());
        QCOMPARE(view->shown(), std::optional(headline));
    }

    void theKeyboardReachesAFigureToo()
    {
        auto* figure = m_window->findChild<ui::FigureLabel*>(QStringLiteral("tpot"));
        figure->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(figure->hasFocus());
        QTest::keyClick(figure, Qt::Key_Space);
        QVERIFY(m_window->findChild<ui::OriginView*>());
        QVERIFY(!m_window->playback().isPlaying()); // Space belonged to the figure
    }

    void theOriginFollowsWhatIsOnScreen()
    {
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        const auto* view = m_window->findChild<ui::OriginView*>();
        QVERIFY(view);
        const auto* figure = view->findChild<QLabel*>(QStringLiteral("originFigure"));
        const auto* page = view->findChild<QTextBrowser*>(QStringLiteral("originPage"));
        const QString before = figure->text();
        QCOMPARE(before, m_window->findChild<QLabel*>(QStringLiteral("tpot"))->text());
        QTRY_VERIFY(page->toPlainText().contains(QStringLiteral("differs:")));
        QVERIFY(m_window->document().apply({ { "/systems/0/weight_bits", 8 } }, QStringLiteral("8"), {}));
        QTRY_VERIFY(settled());
        QVERIFY(figure->text() != before);
        QCOMPARE(figure->text(), m_window->findChild<QLabel*>(QStringLiteral("tpot"))->text());
    }

    void thePageCanBeCopiedAsText()
    {
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        const auto* view = m_window->findChild<ui::OriginView*>();
        QTRY_VERIFY_WITH_TIMEOUT(
            view->text().contains(QStringLiteral("Nearest published measurements")), kCheckMs);
        for (QPushButton* button : view->findChildren<QPushButton*>())
            if (button->text().contains(QStringLiteral("text")))
                button->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied, view->text());
        QVERIFY(copied.contains(QStringLiteral("TPOT = ")));
    }

    void everyFigureHasAPage()
    {
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        auto* list = m_window->findChild<QListWidget*>(QStringLiteral("originFigures"));
        const auto* page = m_window->findChild<QTextBrowser*>(QStringLiteral("originPage"));
        QVERIFY(list->count() >= 8);
        for (int row = 0; row < list->count(); ++row) {
            list->setCurrentRow(row);
            QVERIFY(page->toPlainText().contains(QStringLiteral("Formula")));
            QVERIFY(page->toPlainText().contains(QStringLiteral("Inputs")));
        }
    }

    void theMeasurementsAreShownFilteredAndRinged()
    {
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        const auto* view = m_window->findChild<ui::ScatterView*>();
        QVERIFY(view);
        QTRY_VERIFY_WITH_TIMEOUT(view->shown().size() > 1400, kCheckMs);
        const std::size_t all = view->shown().size();
        auto* kinds = view->findChild<QComboBox*>(QStringLiteral("scatterKind"));
        kinds->setCurrentText(QStringLiteral("decode"));
        QVERIFY(view->shown().size() > 300 && view->shown().size() < all);
        QVERIFY(view->findChild<QLabel*>(QStringLiteral("scatterErrors"))
                    ->text()
                    .contains(QStringLiteral("median")));
        const std::string csv = view->plot().chartCsv();
        QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), std::ptrdiff_t(view->shown().size() + 1));
        QVERIFY(!ui::chartImage(view->plot(), 1).isNull());
        const QByteArray svg = ui::chartSvg(view->plot());
        QVERIFY(svg.contains("<text") && !svg.contains("<image"));
        QCOMPARE(view->plot().actions().saveActions().size(), 3);
    }

    void bothWindowsSurviveThemesSizesAndClosing()
    {
        QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        for (const char* theme : { "light", "dark" }) {
            QVERIFY(m_window->document().apply({ { "/view/theme", theme } }, QStringLiteral("theme"), {}));
            QTRY_VERIFY(settled());
            QVERIFY(!m_window->findChild<ui::OriginView*>()->window()->grab().isNull());
            QVERIFY(!m_window->findChild<ui::ScatterView*>()->window()->grab().isNull());
        }
        m_window->findChild<ui::OriginView*>()->window()->close();
        QTRY_VERIFY(!m_window->findChild<ui::OriginView*>());
        QVERIFY(m_window->document().apply({ { "/workload/users", 4 } }, QStringLiteral("4"), {}));
        QTRY_VERIFY(settled());
    }

private:
};

MEMWALL_TEST(TestTrustWindows, QApplication)

} // namespace tst_trust_windows

#include "tst_trust_windows.moc"
