// Which panels stand around the stage: by themselves where there is room, by hand for good. And where the
// keys go.
#include "app/window/main_window.h"
#include "app/window/panel_handle.h"
#include "app/window/surface.h"
#include "widgets/controls/scenario_bar.h"
#include "widgets/controls/scenario_list.h"
#include "widgets/race/race_widget.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QApplication>
#include <QComboBox>
#include <QSettings>
#include <QToolButton>

namespace memwall::app
{

namespace
{

constexpr double kRoomForBrand = 1400; // window widths at scale 1
constexpr double kRoomForLaneWord = 900, kRoomForSystems = 700;

const PerPanel<QString> kPanelKeys { { QStringLiteral("window/list"), QStringLiteral("window/insight"),
    QStringLiteral("window/tape"), QStringLiteral("window/timeline") } };

} // namespace

void MainWindow::connectPanels()
{
    connect(m_parts.body, &Body::placingRequested, this, &MainWindow::placePanelsAnew);
    for (const Panel panel : kAllPanels) {
        const auto toggle = [this, panel] { showPanel(panel, panelOf(m_parts, panel)->isHidden()); };
        connect(m_actions.panels[panel], &QAction::triggered, this, toggle);
        connect(m_parts.handles[panel], &QAbstractButton::clicked, this, toggle);
    }
    connect(&m_document, &Document::opened, this, &MainWindow::focusStage);
    connect(m_actions.settings, &QAction::triggered, m_parts.scenarioBar, &ui::ScenarioBar::openSettings);
    connect(m_actions.trueWidths, &QAction::triggered, this, [this] {
        const bool isTrue = m_document.scenario().view.stageWidths == "true";
        emit m_parts.stage->widthScaleRequested(isTrue ? ui::WidthScale::Log : ui::WidthScale::True);
    });
    connect(m_actions.allChips, &QAction::triggered, m_parts.stage, &ui::StageWidget::toggleZoom);
    connect(m_actions.zoomIn, &QAction::triggered, this, [this] { m_parts.timeline->zoom(0.5); });
    connect(m_actions.zoomOut, &QAction::triggered, this, [this] { m_parts.timeline->zoom(2); });
    connect(m_actions.earlier, &QAction::triggered, this, [this] { m_parts.timeline->pan(-1); });
    connect(m_actions.later, &QAction::triggered, this, [this] { m_parts.timeline->pan(1); });
}

void MainWindow::showPanel(Panel panel, bool shown)
{
    m_wishes[panel] = { shown, shown };
    QWidget* widget = panelOf(m_parts, panel);
    const QWidget* focused = QApplication::focusWidget();
    if (!shown && focused && (focused == widget || widget->isAncestorOf(focused)))
        focusStage();
    placePanelsAnew();
    if (shown && panel == Panel::List)
        m_parts.list->setFocus(Qt::OtherFocusReason); // arrows and Return choose
    if (m_options.remembers)
        QSettings().setValue(kPanelKeys[panel], shown);
}

/// After a scenario was chosen, keys are about what it shows; a list that was called over it has done its
/// work.
void MainWindow::focusStage()
{
    if (m_wishes[Panel::List].called) {
        m_wishes[Panel::List].called = false;
        placePanelsAnew();
    }
    QWidget* stage = m_isRace ? static_cast<QWidget*>(m_parts.race) : m_parts.stage;
    stage->setFocus(Qt::OtherFocusReason);
}

void MainWindow::placePanelsAnew()
{
    const PanelPlaces places
        = placePanels(m_parts.body->size(), panelSizes(m_parts, m_theme, width()), m_wishes, m_isRace);
    placeParts(m_parts, places, m_isRace);
    for (const Panel panel : kAllPanels) {
        m_actions.panels[panel]->setChecked(!places.panels[panel].isNull());
        m_actions.panels[panel]->setEnabled(!places.handles[panel].isNull());
    }
}

/// What the window has room for.
void MainWindow::updateColumns()
{
    m_parts.brand->setVisible(width() >= m_theme.px(kRoomForBrand));
    const bool several = m_document.scenario().systems.size() > 1;
    m_parts.systems->setVisible(several && !m_isRace && width() >= m_theme.px(kRoomForSystems));
    m_parts.addLane->setText(
        width() >= m_theme.px(kRoomForLaneWord) ? tr("+ Race lane") : QStringLiteral("+"));
    placePanelsAnew();
}

void MainWindow::restorePanels(const QSettings& settings)
{
    for (const Panel panel : kAllPanels)
        if (const QVariant shown = settings.value(kPanelKeys[panel]); shown.isValid())
            m_wishes[panel].shown = shown.toBool();
}

} // namespace memwall::app
