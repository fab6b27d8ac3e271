// Every command of the program, once: text, key and place in the menu. The window connects them; keys
// work whether or not the menu is open.
#pragma once

#include "app/frame/panel_layout.h"
#include "core/timeline/run.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QVector>

#include <array>

class QUndoStack;

namespace memwall::app
{

/// Where the colours come from; stored in the settings by this number.
enum class ThemeChoice : std::uint8_t
{
    Scenario, ///< as the scenario file says
    Dark,
    Light,
    System,
};

/// Properties of an action that say how the sheet of shortcuts shows it; empty keys: not at all.
inline constexpr auto kSheetKeys = "sheetKeys";
inline constexpr auto kSheetText = "sheetText";

/// All owned by the window that they were made for.
struct Actions
{
    struct Step
    {
        QAction* action = nullptr;
        core::Depth depth = core::Depth::Operator;
        int direction = 1;
    };

    QMenu* menu = nullptr; ///< everything, for the menu button
    QMenu* newFrom = nullptr; ///< filled with the shipped scenarios
    QMenu* recent = nullptr;
    QAction *open = nullptr, *save = nullptr, *saveAs = nullptr, *original = nullptr, *quit = nullptr;
    QAction *exportPicture = nullptr, *exportMovie = nullptr, *exportHandout = nullptr,
            *exportPerfetto = nullptr;
    QAction *openModel = nullptr, *target = nullptr;
    QActionGroup* themes = nullptr; ///< data: int of ThemeChoice
    QAction *larger = nullptr, *smaller = nullptr, *normalSize = nullptr;
    QAction* settings = nullptr; ///< all that can be set of the scenario
    QAction* fullScreen = nullptr;
    QAction* reducedMotion = nullptr; ///< pictures hold still between steps, checkable
    PerPanel<QAction*> panels {}; ///< checkable: hides and shows it
    QAction *trueWidths = nullptr, *allChips = nullptr; ///< of the stage
    QAction *zoomIn = nullptr, *zoomOut = nullptr, *earlier = nullptr, *later = nullptr; ///< the timeline
    QAction *play = nullptr, *toStart = nullptr, *toEnd = nullptr;
    QVector<Step> steps;
    QAction *find = nullptr, *findNext = nullptr, *findPrevious = nullptr;
    QAction *selectFrom = nullptr, *selectTo = nullptr; ///< edges of the timeline's selection
    std::array<QAction*, 9> setBookmark {}, toBookmark {};
    QAction *slower = nullptr, *faster = nullptr, *realTime = nullptr;
    QAction* restart = nullptr; ///< from the beginning, playing
    QAction *race = nullptr, *backToRace = nullptr; ///< all lanes, or one of them in Explore
    QAction *addLane = nullptr, *addLaneFile = nullptr;
    QMenu* addLaneFrom = nullptr; ///< filled with the shipped scenarios
    QVector<QAction*> soloLanes; ///< lane 1 to 4 in Explore
    QAction *laneUp = nullptr, *laneDown = nullptr, *removeLane = nullptr;
    QAction *lessonNext = nullptr, *lessonBack = nullptr, *lessonReplay = nullptr, *lessonLeave = nullptr;
    QAction *presentFromStart = nullptr, *present = nullptr, *notes = nullptr, *claims = nullptr;
    QAction* measure = nullptr;
    QAction* explain = nullptr; ///< explain mode, checkable
    QAction* charts = nullptr;
    QAction *origin = nullptr, *measurements = nullptr; ///< where a number comes from, how good they are
    QAction *manual = nullptr, *shortcuts = nullptr, *about = nullptr;
};

[[nodiscard]] Actions createActions(QWidget& window, QUndoStack& undoStack);

} // namespace memwall::app
