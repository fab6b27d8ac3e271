// The window's widgets and where they stand: top bar, list on the left, stage, tape, timeline and
// transport in the centre, insight on the right. No behaviour.
#pragma once

#include "app/frame/panel_layout.h"
#include "core/catalog/catalog.h"
#include "widgets/theme/theme.h"

class QComboBox;
class QLabel;
class QMainWindow;
class QScrollArea;
class QToolButton;

namespace memwall::ui
{
class InsightColumn;
class LessonCard;
class LessonHeader;
class ScenarioBar;
class ScenarioList;
class Spotlight;
class StageWidget;
class RaceWidget;
class TargetPopup;
class TapeWidget;
class TimelineWidget;
class TransportBar;
}

namespace memwall::app
{

class Body;
class Brand;
class NoticeBar;
class PanelHandle;
class Surface;

/// All owned by the window.
struct WindowParts
{
    Surface* topBar = nullptr;
    QToolButton* menuButton = nullptr;
    Brand* brand = nullptr;
    ui::ScenarioBar* scenarioBar = nullptr;
    QComboBox* systems = nullptr; ///< in Explore, where a scenario has several
    QToolButton* raceButton = nullptr; ///< all systems or one, where a scenario has several
    QToolButton* addLane = nullptr; ///< a click adds the system shown, its menu another one
    NoticeBar* notice = nullptr; ///< over everything below the top bar; hidden when there is nothing to say
    ui::ScenarioList* list = nullptr;
    Body* body = nullptr; ///< all below; its parts have no layout of Qt's: see placeParts
    ui::StageWidget* stage = nullptr;
    ui::TapeWidget* tape = nullptr;
    ui::TimelineWidget* timeline = nullptr;
    ui::RaceWidget* race = nullptr; ///< in place of stage, tape and timeline
    ui::TransportBar* transport = nullptr;
    QScrollArea* insightArea = nullptr;
    ui::InsightColumn* insight = nullptr;
    ui::LessonHeader* lessonHeader = nullptr; ///< in the list's place, or above the stage for a room
    ui::LessonCard* lessonCard = nullptr;
    ui::Spotlight* spotlight = nullptr; ///< over the body
    ui::TargetPopup* target = nullptr; ///< "What would it take?"
    PerPanel<PanelHandle*> handles {};
    QLabel* dropHint = nullptr; ///< over everything while a file is dragged
};

[[nodiscard]] WindowParts buildWindow(QMainWindow& window, const core::Catalog& catalog);
/// Colours, gaps and fixed widths of a theme.
void applyLook(const WindowParts& parts, const ui::Theme& theme);
/// What the parts ask for in a window so wide; in a wide one the charts beside the stage grow with it.
[[nodiscard]] PanelSizes panelSizes(const WindowParts& parts, const ui::Theme& theme, int windowWidth);
/// Puts the parts of the body where they belong; race: what it shows.
void placeParts(const WindowParts& parts, const PanelPlaces& places, bool race);
[[nodiscard]] QWidget* panelOf(const WindowParts& parts, Panel panel);

} // namespace memwall::app
