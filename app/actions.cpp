#include "app/actions.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QUndoStack>
#include <QWidget>

namespace memwall::app
{

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Actions", text);
}

/// Adds commands to one menu and to the window, which is what makes their keys work.
class MenuFiller
{
public:
    MenuFiller(QWidget& window, QMenu& bar, const QString& title)
        : m_window(window)
        , m_menu(*bar.addMenu(title))
    {
    }

    QAction* add(const QString& text, const QList<QKeySequence>& keys = {}, const QString& name = {})
    {
        QAction* action = m_menu.addAction(text);
        action->setShortcuts(keys);
        action->setObjectName(name);
        m_window.addAction(action);
        return action;
    }

    void add(QAction* action)
    {
        m_menu.addAction(action);
        m_window.addAction(action);
    }

    QMenu* addMenu(const QString& text) { return m_menu.addMenu(text); }
    MenuFiller below(const QString& title) { return { m_window, m_menu, title }; }
    void separate() { m_menu.addSeparator(); }

private:
    QWidget& m_window;
    QMenu& m_menu;
};

void fillFile(MenuFiller file, Actions& actions)
{
    actions.newFrom = file.addMenu(tr("&New from"));
    actions.open = file.add(tr("&Open…"), { QKeySequence::Open }, QStringLiteral("open"));
    actions.recent = file.addMenu(tr("Open &recent"));
    actions.openModel = file.add(tr("Open &model config…"), {}, QStringLiteral("openModel"));
    file.separate();
    actions.save = file.add(tr("&Save"), { QKeySequence::Save }, QStringLiteral("save"));
    actions.saveAs = file.add(
        tr("Save &as…"), { QKeySequence(QStringLiteral("Ctrl+Shift+S")) }, QStringLiteral("saveAs"));
    actions.original = file.add(tr("&Back to the original"), {}, QStringLiteral("original"));
    actions.original->setEnabled(false);
    file.separate();
    actions.quit = file.add(tr("&Quit"), { QKeySequence(QStringLiteral("Ctrl+Q")) }, QStringLiteral("quit"));
}

void fillExport(MenuFiller exports, Actions& actions)
{
    actions.exportPicture = exports.add(
        tr("&Picture…"), { QKeySequence(QStringLiteral("Ctrl+E")) }, QStringLiteral("exportPicture"));
    actions.exportMovie = exports.add(
        tr("&Movie…"), { QKeySequence(QStringLiteral("Ctrl+Shift+E")) }, QStringLiteral("exportMovie"));
    actions.exportHandout
        = exports.add(tr("&Handout for a class…"), { QKeySequence::Print }, QStringLiteral("exportHandout"));
    actions.exportTrace = exports.add(tr("&Trace for Perfetto…"), {}, QStringLiteral("exportTrace"));
}

void fillEdit(MenuFiller edit, QWidget& window, QUndoStack& undoStack, Actions& actions)
{
    QAction* undo = undoStack.createUndoAction(&window, tr("Undo"));
    undo->setShortcuts(QKeySequence::Undo);
    undo->setObjectName(QStringLiteral("undo"));
    QAction* redo = undoStack.createRedoAction(&window, tr("Redo"));
    redo->setShortcuts(
        { QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y")) });
    redo->setObjectName(QStringLiteral("redo"));
    edit.add(undo);
    edit.add(redo);
    edit.separate();
    actions.settings = edit.add(tr("Settings of the &scenario…"), { QKeySequence(QStringLiteral("Ctrl+,")) },
        QStringLiteral("settings"));
    edit.separate();
    actions.find = edit.add(
        tr("&Find in the timeline…"), { QKeySequence(QStringLiteral("Ctrl+F")) }, QStringLiteral("find"));
    actions.findNext = edit.add(tr("Find &next"), { QKeySequence(Qt::Key_F3) }, QStringLiteral("findNext"));
    actions.findPrevious = edit.add(
        tr("Find &previous"), { QKeySequence(QStringLiteral("Shift+F3")) }, QStringLiteral("findPrevious"));
    actions.selectFrom
        = edit.add(tr("Select from the playhead"), { QKeySequence(Qt::Key_I) }, QStringLiteral("selectFrom"));
    actions.selectTo
        = edit.add(tr("Select up to the playhead"), { QKeySequence(Qt::Key_O) }, QStringLiteral("selectTo"));
    edit.separate();
    actions.target = edit.add(
        tr("What would it &take?"), { QKeySequence(QStringLiteral("Ctrl+T")) }, QStringLiteral("target"));
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
    add(tr("As the &scenario says"), ThemeChoice::Scenario);
    add(tr("&Dark"), ThemeChoice::Dark);
    add(tr("&Light"), ThemeChoice::Light);
    add(tr("As the s&ystem"), ThemeChoice::System);
}

void fillPanels(MenuFiller& view, Actions& actions)
{
    const auto add = [&](Panel panel, const QString& text, const char* key, const char* name) {
        actions.panels[panel]
            = view.add(text, { QKeySequence(QString::fromUtf8(key)) }, QString::fromUtf8(name));
        actions.panels[panel]->setCheckable(true);
    };
    add(Panel::List, tr("List of s&cenarios"), "Ctrl+L", "list");
    add(Panel::Insight, tr("&Insight"), "Ctrl+I", "insight");
    add(Panel::Tape, tr("Ans&wer"), "Ctrl+J", "tape");
    add(Panel::Timeline, tr("Ti&meline"), "Ctrl+K", "timeline");
}

void fillTimeline(MenuFiller timeline, Actions& actions)
{
    const auto add = [&](const QString& text, Qt::Key key, const char* name) {
        QAction* action = timeline.add(text, { QKeySequence(key) }, QString::fromUtf8(name));
        action->setProperty(kSheetText, QString { tr("Timeline: ") + text.toLower().remove(u'&') });
        return action;
    };
    actions.zoomIn = add(tr("Zoom &in"), Qt::Key_W, "timelineIn");
    actions.zoomOut = add(tr("Zoom &out"), Qt::Key_S, "timelineOut");
    actions.earlier = add(tr("&Earlier"), Qt::Key_A, "timelineEarlier");
    actions.later = add(tr("&Later"), Qt::Key_D, "timelineLater");
}

void fillView(MenuFiller view, QWidget& window, Actions& actions)
{
    fillThemes(*view.addMenu(tr("&Theme")), window, actions);
    view.separate();
    actions.larger = view.add(tr("&Larger"),
        { QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+=")) },
        QStringLiteral("larger"));
    actions.smaller
        = view.add(tr("&Smaller"), { QKeySequence(QStringLiteral("Ctrl+-")) }, QStringLiteral("smaller"));
    actions.normalSize = view.add(
        tr("&Normal size"), { QKeySequence(QStringLiteral("Ctrl+0")) }, QStringLiteral("normalSize"));
    view.separate();
    actions.explain
        = view.add(tr("E&xplain what I point at"), { QKeySequence(Qt::Key_E) }, QStringLiteral("explain"));
    actions.explain->setCheckable(true);
    actions.charts = view.add(
        tr("C&harts…"), { QKeySequence(QStringLiteral("Ctrl+Shift+C")) }, QStringLiteral("charts"));
    actions.origin = view.add(tr("&Where does this number come from?"),
        { QKeySequence(QStringLiteral("Ctrl+Shift+W")) }, QStringLiteral("origin"));
    actions.measurements = view.add(tr("&Predicted against measured…"),
        { QKeySequence(QStringLiteral("Ctrl+Shift+M")) }, QStringLiteral("measurements"));
    view.separate();
    fillPanels(view, actions);
    view.separate();
    actions.trueWidths
        = view.add(tr("T&rue widths of openings"), { QKeySequence(Qt::Key_T) }, QStringLiteral("trueWidths"));
    actions.allChips
        = view.add(tr("One chip or &all"), { QKeySequence(Qt::Key_Z) }, QStringLiteral("allChips"));
    fillTimeline(view.below(tr("T&imeline")), actions);
    view.separate();
    actions.fullScreen
        = view.add(tr("&Full screen"), { QKeySequence(QStringLiteral("F11")) }, QStringLiteral("fullScreen"));
    actions.reducedMotion = view.add(tr("Reduced &motion"), {}, QStringLiteral("reducedMotion"));
    for (QAction* action : { actions.fullScreen, actions.reducedMotion })
        action->setCheckable(true);
}

void fillSteps(MenuFiller& playback, Actions& actions)
{
    struct Row
    {
        QString forward, back, modifier;
        core::Depth depth;
    };
    const QVector<Row> rows {
        { tr("Next operator"), tr("Previous operator"), QString(), core::Depth::Operator },
        { tr("Next layer"), tr("Previous layer"), QStringLiteral("Ctrl+"), core::Depth::Layer },
        { tr("Next token"), tr("Previous token"), QStringLiteral("Shift+"), core::Depth::Step },
    };
    for (const Row& row : rows) {
        const QKeySequence right(row.modifier + QStringLiteral("Right"));
        const QKeySequence left(row.modifier + QStringLiteral("Left"));
        actions.steps.push_back({ playback.add(row.forward, { right }), row.depth, +1 });
        actions.steps.push_back({ playback.add(row.back, { left }), row.depth, -1 });
    }
}

/// Nine commands with nine keys: the sheet of shortcuts shows them as one row.
void fillBookmarks(MenuFiller set, MenuFiller to, Actions& actions)
{
    for (std::size_t i = 0; i < actions.setBookmark.size(); ++i) {
        const QString digit = QString::number(i + 1);
        actions.setBookmark[i] = set.add(tr("Bookmark &%1").arg(digit),
            { QKeySequence(QStringLiteral("Ctrl+") + digit) }, QStringLiteral("setBookmark") + digit);
        actions.toBookmark[i] = to.add(
            tr("Bookmark &%1").arg(digit), { QKeySequence(digit) }, QStringLiteral("toBookmark") + digit);
        actions.setBookmark[i]->setProperty(kSheetKeys, i == 0 ? tr("Ctrl+1 to Ctrl+9") : QString());
        actions.toBookmark[i]->setProperty(kSheetKeys, i == 0 ? tr("1 to 9") : QString());
        actions.setBookmark[i]->setProperty(kSheetText, tr("Set a bookmark; again removes it"));
        actions.toBookmark[i]->setProperty(kSheetText, tr("Go to a bookmark"));
    }
}

void fillPlayback(MenuFiller playback, Actions& actions)
{
    actions.play
        = playback.add(tr("&Play or pause"), { QKeySequence(Qt::Key_Space) }, QStringLiteral("play"));
    playback.separate();
    fillSteps(playback, actions);
    actions.toStart
        = playback.add(tr("To the &start"), { QKeySequence(Qt::Key_Home) }, QStringLiteral("toStart"));
    actions.toEnd = playback.add(tr("To the &end"), { QKeySequence(Qt::Key_End) }, QStringLiteral("toEnd"));
    fillBookmarks(playback.below(tr("Set &bookmark")), playback.below(tr("&Go to bookmark")), actions);
    playback.separate();
    actions.slower
        = playback.add(tr("S&lower"), { QKeySequence(Qt::Key_BracketLeft) }, QStringLiteral("slower"));
    actions.faster
        = playback.add(tr("&Faster"), { QKeySequence(Qt::Key_BracketRight) }, QStringLiteral("faster"));
    actions.realTime = playback.add(tr("&Real time"),
        { QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter) }, QStringLiteral("realTime"));
    actions.restart
        = playback.add(tr("&Restart"), { QKeySequence(QStringLiteral("R")) }, QStringLiteral("restart"));
}

void fillRace(MenuFiller race, Actions& actions)
{
    const auto key
        = [](const char* keys) -> QList<QKeySequence> { return { QKeySequence(QString::fromUtf8(keys)) }; };
    actions.addLane
        = race.add(tr("&Add this system as a lane"), key("Ctrl+Shift+A"), QStringLiteral("addLane"));
    actions.addLaneFrom = race.addMenu(tr("Add a lane &from"));
    actions.addLaneFile = race.add(tr("Add a lane from a f&ile…"), {}, QStringLiteral("addLaneFile"));
    race.separate();
    actions.race = race.add(tr("&Race view"), key("Ctrl+R"), QStringLiteral("race"));
    actions.race->setCheckable(true);
    actions.backToRace = race.add(tr("&Back to the race"), key("Esc"), QStringLiteral("backToRace"));
    for (int lane = 1; lane <= 4; ++lane) {
        actions.soloLanes.push_back(race.add(tr("Lane &%1 in Explore").arg(lane),
            { QKeySequence(QStringLiteral("Alt+%1").arg(lane)) }, QStringLiteral("solo%1").arg(lane)));
    }
    race.separate();
    actions.laneUp = race.add(tr("Move lane &up"), key("Ctrl+Up"), QStringLiteral("laneUp"));
    actions.laneDown = race.add(tr("Move lane &down"), key("Ctrl+Down"), QStringLiteral("laneDown"));
    actions.removeLane = race.add(tr("Re&move lane"), key("Del"), QStringLiteral("removeLane"));
}

void fillTools(MenuFiller tools, Actions& actions)
{
    actions.measure = tools.add(tr("&Measure this computer…"), {}, QStringLiteral("measure"));
}

void fillHelp(MenuFiller help, Actions& actions)
{
    actions.manual = help.add(tr("&Manual"), { QKeySequence(Qt::Key_F1) }, QStringLiteral("manual"));
    actions.shortcuts = help.add(
        tr("&Keyboard shortcuts"), { QKeySequence(Qt::Key_Question) }, QStringLiteral("shortcuts"));
    actions.about = help.add(tr("&About Memwall"), {}, QStringLiteral("about"));
}

} // namespace

Actions createActions(QWidget& window, QUndoStack& undoStack)
{
    Actions actions;
    actions.menu = new QMenu(&window);
    QMenu& bar = *actions.menu;
    fillFile({ window, bar, tr("&File") }, actions);
    fillExport({ window, bar, tr("E&xport") }, actions);
    fillEdit({ window, bar, tr("&Edit") }, window, undoStack, actions);
    fillView({ window, bar, tr("&View") }, window, actions);
    fillPlayback({ window, bar, tr("&Playback") }, actions);
    fillRace({ window, bar, tr("&Race") }, actions);
    fillTools({ window, bar, tr("&Tools") }, actions);
    fillHelp({ window, bar, tr("&Help") }, actions);
    return actions;
}

} // namespace memwall::app
