#include "app/window/panel_controller.h"

#include "app/frame/panel_handle.h"
#include "app/frame/surface.h"
#include "widgets/controls/scenario_bar.h"
#include "widgets/controls/scenario_list.h"
#include "widgets/insight/insight_column.h"
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

PanelController::PanelController(const WindowContext& in)
    : m_in(in)
{
    connect(&m_in.session, &Session::modeChanged, this, &PanelController::makeRoom);
    connect(m_in.parts.body, &Body::placingRequested, this, &PanelController::place);
    connect(m_in.parts.insight, &ui::InsightColumn::leastWidthChanged, this, &PanelController::place,
        Qt::QueuedConnection);
    for (const Panel panel : kAllPanels) {
        const auto toggle = [this, panel] { show(panel, panelOf(m_in.parts, panel)->isHidden()); };
        connect(m_in.actions.panels[panel], &QAction::triggered, this, toggle);
        connect(m_in.parts.handles[panel], &QAbstractButton::clicked, this, toggle);
    }
    connect(&m_in.session, &Session::opened, this, &PanelController::focusStage);
}

void PanelController::show(Panel panel, bool shown)
{
    m_wishes[panel] = { shown, shown };
    QWidget* widget = panelOf(m_in.parts, panel);
    const QWidget* focused = QApplication::focusWidget();
    if (!shown && focused && (focused == widget || widget->isAncestorOf(focused)))
        focusStage();
    place();
    if (shown && panel == Panel::List)
        m_in.parts.list->setFocus(Qt::OtherFocusReason); // arrows and Return choose
    if (m_in.options.remembers)
        QSettings().setValue(kPanelKeys[panel], shown);
}

/// After a scenario was chosen, keys are about what it shows; a list that was called over it has done its
/// work.
void PanelController::focusStage()
{
    if (m_wishes[Panel::List].called) {
        m_wishes[Panel::List].called = false;
        place();
    }
    QWidget* stage = m_in.session.isRace() ? static_cast<QWidget*>(m_in.parts.race) : m_in.parts.stage;
    stage->setFocus(Qt::OtherFocusReason);
}

void PanelController::place()
{
    const PanelPlaces places = placePanels(m_in.parts.body->size(),
        panelSizes(m_in.parts, m_theme, m_in.window.width()), m_wishes, m_in.session.isRace());
    placeParts(m_in.parts, places, m_in.session.isRace());
    for (const Panel panel : kAllPanels) {
        m_in.actions.panels[panel]->setChecked(!places.panels[panel].isNull());
        m_in.actions.panels[panel]->setEnabled(!places.handles[panel].isNull());
    }
}

void PanelController::makeRoom()
{
    m_in.parts.brand->setVisible(m_in.window.width() >= m_theme.px(kRoomForBrand));
    const bool several = m_in.session.canRace();
    m_in.parts.systems->setVisible(
        several && !m_in.session.isRace() && m_in.window.width() >= m_theme.px(kRoomForSystems));
    m_in.parts.addLane->setText(
        m_in.window.width() >= m_theme.px(kRoomForLaneWord) ? tr("+ Race lane") : QStringLiteral("+"));
    place();
}

void PanelController::restore(const QSettings& settings)
{
    for (const Panel panel : kAllPanels)
        if (const QVariant shown = settings.value(kPanelKeys[panel]); shown.isValid())
            m_wishes[panel].shown = shown.toBool();
}

void PanelController::setTheme(const ui::Theme& theme)
{
    m_theme = theme;
    makeRoom();
}

} // namespace memwall::app
