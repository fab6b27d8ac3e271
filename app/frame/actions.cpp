#include "app/frame/menu_filler.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QUndoStack>

namespace memwall::app
{

namespace
{

void fillFile(MenuFiller file, Actions& actions)
{
    actions.newFrom = file.addMenu(Menu::tr("&New from"));
    actions.open = file.add(Menu::tr("&Open…"), { QKeySequence::Open }, QStringLiteral("open"));
    actions.recent = file.addMenu(Menu::tr("Open &recent"));
    actions.openModel = file.add(Menu::tr("Open &model config…"), {}, QStringLiteral("openModel"));
    file.separate();
    actions.save = file.add(Menu::tr("&Save"), { QKeySequence::Save }, QStringLiteral("save"));
    actions.saveAs = file.add(
        Menu::tr("Save &as…"), { QKeySequence(QStringLiteral("Ctrl+Shift+S")) }, QStringLiteral("saveAs"));
    actions.original = file.add(Menu::tr("&Back to the original"), {}, QStringLiteral("original"));
    actions.original->setEnabled(false);
    file.separate();
    actions.quit
        = file.add(Menu::tr("&Quit"), { QKeySequence(QStringLiteral("Ctrl+Q")) }, QStringLiteral("quit"));
}

void fillExport(MenuFiller exports, Actions& actions)
{
    actions.exportPicture = exports.add(
        Menu::tr("&Picture…"), { QKeySequence(QStringLiteral("Ctrl+E")) }, QStringLiteral("exportPicture"));
    actions.exportMovie = exports.add(
        Menu::tr("&Movie…"), { QKeySequence(QStringLiteral("Ctrl+Shift+E")) }, QStringLiteral("exportMovie"));
    actions.exportHandout = exports.add(
        Menu::tr("&Handout for a class…"), { QKeySequence::Print }, QStringLiteral("exportHandout"));
    actions.exportPerfetto
        = exports.add(Menu::tr("&Trace for Perfetto…"), {}, QStringLiteral("exportPerfetto"));
}

void fillEdit(MenuFiller edit, QWidget& window, QUndoStack& undoStack, Actions& actions)
{
    QAction* undo = undoStack.createUndoAction(&window, Menu::tr("Undo"));
    undo->setShortcuts(QKeySequence::Undo);
    undo->setObjectName(QStringLiteral("undo"));
    QAction* redo = undoStack.createRedoAction(&window, Menu::tr("Redo"));
    redo->setShortcuts(
        { QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y")) });
    redo->setObjectName(QStringLiteral("redo"));
    edit.add(undo);
    edit.add(redo);
    edit.separate();
    actions.settings = edit.add(Menu::tr("Settings of the &scenario…"),
        { QKeySequence(QStringLiteral("Ctrl+,")) }, QStringLiteral("settings"));
    edit.separate();
    actions.find = edit.add(Menu::tr("&Find in the timeline…"), { QKeySequence(QStringLiteral("Ctrl+F")) },
        QStringLiteral("find"));
    actions.findNext
        = edit.add(Menu::tr("Find &next"), { QKeySequence(Qt::Key_F3) }, QStringLiteral("findNext"));
    actions.findPrevious = edit.add(Menu::tr("Find &previous"), { QKeySequence(QStringLiteral("Shift+F3")) },
        QStringLiteral("findPrevious"));
    actions.selectFrom = edit.add(
        Menu::tr("Select from the playhead"), { QKeySequence(Qt::Key_I) }, QStringLiteral("selectFrom"));
    actions.selectTo = edit.add(
        Menu::tr("Select up to the playhead"), { QKeySequence(Qt::Key_O) }, QStringLiteral("selectTo"));
    edit.separate();
    actions.target = edit.add(Menu::tr("What would it &take?"), { QKeySequence(QStringLiteral("Ctrl+T")) },
        QStringLiteral("target"));
}

void fillThemes(QMenu& menu, QWidget& window, Actions& actions)
{
    actions.themes = new QActionGroup(&window);
    const auto add = [&menu, &actions](const QString& text, ThemeChoice choice) {
        QAction* action = menu.addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
        actions.themes->addAction(action);
    };
    add(Menu::tr("As the &scenario says"), ThemeChoice::Scenario);
    add(Menu::tr("&Dark"), ThemeChoice::Dark);
    add(Menu::tr("&Light"), ThemeChoice::Light);
    add(Menu::tr("As the s&ystem"), ThemeChoice::System);
}

void fillPanels(MenuFiller& view, Actions& actions)
{
    const auto add = [&](Panel panel, const QString& text, const char* key, const char* name) {
        actions.panels[panel]
            = view.add(text, { QKeySequence(QString::fromUtf8(key)) }, QString::fromUtf8(name));
        actions.panels[panel]->setCheckable(true);
    };
    add(Panel::List, Menu::tr("List of s&cenarios"), "Ctrl+L", "list");
    add(Panel::Insight, Menu::tr("&Insight"), "Ctrl+I", "insight");
    add(Panel::Tape, Menu::tr("Ans&wer"), "Ctrl+J", "tape");
    add(Panel::Timeline, Menu::tr("Ti&meline"), "Ctrl+K", "timeline");
}

void fillTimeline(MenuFiller timeline, Actions& actions)
{
    const auto add = [&](const QString& text, Qt::Key key, const char* name) {
        QAction* action = timeline.add(text, { QKeySequence(key) }, QString::fromUtf8(name));
        action->setProperty(kSheetText, Menu::tr("Timeline: %1").arg(text.toLower().remove(u'&')));
        return action;
    };
    actions.zoomIn = add(Menu::tr("Zoom &in"), Qt::Key_W, "timelineIn");
    actions.zoomOut = add(Menu::tr("Zoom &out"), Qt::Key_S, "timelineOut");
    actions.earlier = add(Menu::tr("&Earlier"), Qt::Key_A, "timelineEarlier");
    actions.later = add(Menu::tr("&Later"), Qt::Key_D, "timelineLater");
}

void fillView(MenuFiller view, QWidget& window, Actions& actions)
{
    fillThemes(*view.addMenu(Menu::tr("&Theme")), window, actions);
    view.separate();
    actions.larger = view.add(Menu::tr("&Larger"),
        { QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+=")) },
        QStringLiteral("larger"));
    actions.smaller = view.add(
        Menu::tr("&Smaller"), { QKeySequence(QStringLiteral("Ctrl+-")) }, QStringLiteral("smaller"));
    actions.normalSize = view.add(
        Menu::tr("&Normal size"), { QKeySequence(QStringLiteral("Ctrl+0")) }, QStringLiteral("normalSize"));
    view.separate();
    actions.explain = view.add(
        Menu::tr("E&xplain what I point at"), { QKeySequence(Qt::Key_E) }, QStringLiteral("explain"));
    actions.explain->setCheckable(true);
    actions.charts = view.add(
        Menu::tr("C&harts…"), { QKeySequence(QStringLiteral("Ctrl+Shift+C")) }, QStringLiteral("charts"));
    actions.origin = view.add(Menu::tr("&Where does this number come from?"),
        { QKeySequence(QStringLiteral("Ctrl+Shift+W")) }, QStringLiteral("origin"));
    actions.measurements = view.add(Menu::tr("&Predicted against measured…"),
        { QKeySequence(QStringLiteral("Ctrl+Shift+M")) }, QStringLiteral("measurements"));
    view.separate();
    fillPanels(view, actions);
    view.separate();
    actions.trueWidths = view.add(
        Menu::tr("T&rue widths of openings"), { QKeySequence(Qt::Key_T) }, QStringLiteral("trueWidths"));
    actions.allChips
        = view.add(Menu::tr("One chip or &all"), { QKeySequence(Qt::Key_Z) }, QStringLiteral("allChips"));
    fillTimeline(view.below(Menu::tr("T&imeline")), actions);
    view.separate();
    actions.fullScreen = view.add(
        Menu::tr("&Full screen"), { QKeySequence(QStringLiteral("F11")) }, QStringLiteral("fullScreen"));
    actions.reducedMotion = view.add(Menu::tr("Reduced &motion"), {}, QStringLiteral("reducedMotion"));
    for (QAction* action : { actions.fullScreen, actions.reducedMotion })
        action->setCheckable(true);
}

void fillRace(MenuFiller race, Actions& actions)
{
    const auto key
        = [](const char* keys) -> QList<QKeySequence> { return { QKeySequence(QString::fromUtf8(keys)) }; };
    actions.addLane
        = race.add(Menu::tr("&Add this system as a lane"), key("Ctrl+Shift+A"), QStringLiteral("addLane"));
    actions.addLaneFrom = race.addMenu(Menu::tr("Add a lane &from"));
    actions.addLaneFile = race.add(Menu::tr("Add a lane from a f&ile…"), {}, QStringLiteral("addLaneFile"));
    race.separate();
    actions.race = race.add(Menu::tr("&Race view"), key("Ctrl+R"), QStringLiteral("race"));
    actions.race->setCheckable(true);
    actions.backToRace = race.add(Menu::tr("&Back to the race"), key("Esc"), QStringLiteral("backToRace"));
    for (int lane = 1; lane <= 4; ++lane) {
        actions.soloLanes.push_back(race.add(Menu::tr("Lane &%1 in Explore").arg(lane),
            { QKeySequence(QStringLiteral("Alt+%1").arg(lane)) }, QStringLiteral("solo%1").arg(lane)));
    }
    race.separate();
    actions.laneUp = race.add(Menu::tr("Move lane &up"), key("Ctrl+Up"), QStringLiteral("laneUp"));
    actions.laneDown = race.add(Menu::tr("Move lane &down"), key("Ctrl+Down"), QStringLiteral("laneDown"));
    actions.removeLane = race.add(Menu::tr("Re&move lane"), key("Del"), QStringLiteral("removeLane"));
}

void fillTools(MenuFiller tools, Actions& actions)
{
    actions.measure = tools.add(Menu::tr("&Measure this computer…"), {}, QStringLiteral("measure"));
}

void fillHelp(MenuFiller help, Actions& actions)
{
    actions.manual = help.add(Menu::tr("&Manual"), { QKeySequence(Qt::Key_F1) }, QStringLiteral("manual"));
    actions.shortcuts = help.add(
        Menu::tr("&Keyboard shortcuts"), { QKeySequence(Qt::Key_Question) }, QStringLiteral("shortcuts"));
    actions.about = help.add(Menu::tr("&About Memwall"), {}, QStringLiteral("about"));
}

} // namespace

Actions createActions(QWidget& window, QUndoStack& undoStack)
{
    Actions actions;
    actions.menu = new QMenu(&window);
    QMenu& bar = *actions.menu;
    fillFile({ window, bar, Menu::tr("&File") }, actions);
    fillExport({ window, bar, Menu::tr("E&xport") }, actions);
    fillEdit({ window, bar, Menu::tr("&Edit") }, window, undoStack, actions);
    fillView({ window, bar, Menu::tr("&View") }, window, actions);
    fillPlayback({ window, bar, Menu::tr("&Playback") }, actions);
    fillRace({ window, bar, Menu::tr("&Race") }, actions);
    fillLesson({ window, bar, Menu::tr("&Lesson") }, actions);
    fillTools({ window, bar, Menu::tr("&Tools") }, actions);
    fillHelp({ window, bar, Menu::tr("&Help") }, actions);
    return actions;
}

} // namespace memwall::app
