#include "app/actions.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QUndoStack>
#include <QWidget>

namespace memwall::app
{

namespace
{

struct ActionsText
{
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

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
    actions.newFrom = file.addMenu(ActionsText::tr("&New from"));
    actions.open = file.add(ActionsText::tr("&Open…"), { QKeySequence::Open }, QStringLiteral("open"));
    actions.recent = file.addMenu(ActionsText::tr("Open &recent"));
    actions.openModel = file.add(ActionsText::tr("Open &model config…"), {}, QStringLiteral("openModel"));
    file.separate();
    actions.save = file.add(ActionsText::tr("&Save"), { QKeySequence::Save }, QStringLiteral("save"));
    actions.saveAs = file.add(ActionsText::tr("Save &as…"), { QKeySequence(QStringLiteral("Ctrl+Shift+S")) },
        QStringLiteral("saveAs"));
    actions.original = file.add(ActionsText::tr("&Back to the original"), {}, QStringLiteral("original"));
    actions.original->setEnabled(false);
    file.separate();
    actions.quit = file.add(
        ActionsText::tr("&Quit"), { QKeySequence(QStringLiteral("Ctrl+Q")) }, QStringLiteral("quit"));
}

void fillExport(MenuFiller exports, Actions& actions)
{
    actions.exportPicture = exports.add(ActionsText::tr("&Picture…"),
        { QKeySequence(QStringLiteral("Ctrl+E")) }, QStringLiteral("exportPicture"));
    actions.exportMovie = exports.add(ActionsText::tr("&Movie…"),
        { QKeySequence(QStringLiteral("Ctrl+Shift+E")) }, QStringLiteral("exportMovie"));
    actions.exportHandout = exports.add(
        ActionsText::tr("&Handout for a class…"), { QKeySequence::Print }, QStringLiteral("exportHandout"));
    actions.exportTrace
        = exports.add(ActionsText::tr("&Trace for Perfetto…"), {}, QStringLiteral("exportTrace"));
}

void fillEdit(MenuFiller edit, QWidget& window, QUndoStack& undoStack, Actions& actions)
{
    QAction* undo = undoStack.createUndoAction(&window, ActionsText::tr("Undo"));
    undo->setShortcuts(QKeySequence::Undo);
    undo->setObjectName(QStringLiteral("undo"));
    QAction* redo = undoStack.createRedoAction(&window, ActionsText::tr("Redo"));
    redo->setShortcuts(
        { QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y")) });
    redo->setObjectName(QStringLiteral("redo"));
    edit.add(undo);
    edit.add(redo);
    edit.separate();
    actions.settings = edit.add(ActionsText::tr("Settings of the &scenario…"),
        { QKeySequence(QStringLiteral("Ctrl+,")) }, QStringLiteral("settings"));
    edit.separate();
    actions.find = edit.add(ActionsText::tr("&Find in the timeline…"),
        { QKeySequence(QStringLiteral("Ctrl+F")) }, QStringLiteral("find"));
    actions.findNext
        = edit.add(ActionsText::tr("Find &next"), { QKeySequence(Qt::Key_F3) }, QStringLiteral("findNext"));
    actions.findPrevious = edit.add(ActionsText::tr("Find &previous"),
        { QKeySequence(QStringLiteral("Shift+F3")) }, QStringLiteral("findPrevious"));
    actions.selectFrom = edit.add(ActionsText::tr("Select from the playhead"), { QKeySequence(Qt::Key_I) },
        QStringLiteral("selectFrom"));
    actions.selectTo = edit.add(ActionsText::tr("Select up to the playhead"), { QKeySequence(Qt::Key_O) },
        QStringLiteral("selectTo"));
    edit.separate();
    actions.target = edit.add(ActionsText::tr("What would it &take?"),
        { QKeySequence(QStringLiteral("Ctrl+T")) }, QStringLiteral("target"));
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
    add(ActionsText::tr("As the &scenario says"), ThemeChoice::Scenario);
    add(ActionsText::tr("&Dark"), ThemeChoice::Dark);
    add(ActionsText::tr("&Light"), ThemeChoice::Light);
    add(ActionsText::tr("As the s&ystem"), ThemeChoice::System);
}

void fillPanels(MenuFiller& view, Actions& actions)
{
    const auto add = [&](Panel panel, const QString& text, const char* key, const char* name) {
        actions.panels[panel]
            = view.add(text, { QKeySequence(QString::fromUtf8(key)) }, QString::fromUtf8(name));
        actions.panels[panel]->setCheckable(true);
    };
    add(Panel::List, ActionsText::tr("List of s&cenarios"), "Ctrl+L", "list");
    add(Panel::Insight, ActionsText::tr("&Insight"), "Ctrl+I", "insight");
    add(Panel::Tape, ActionsText::tr("Ans&wer"), "Ctrl+J", "tape");
    add(Panel::Timeline, ActionsText::tr("Ti&meline"), "Ctrl+K", "timeline");
}

void fillTimeline(MenuFiller timeline, Actions& actions)
{
    const auto add = [&](const QString& text, Qt::Key key, const char* name) {
        QAction* action = timeline.add(text, { QKeySequence(key) }, QString::fromUtf8(name));
        action->setProperty(
            kSheetText, QString { ActionsText::tr("Timeline: ") + text.toLower().remove(u'&') });
        return action;
    };
    actions.zoomIn = add(ActionsText::tr("Zoom &in"), Qt::Key_W, "timelineIn");
    actions.zoomOut = add(ActionsText::tr("Zoom &out"), Qt::Key_S, "timelineOut");
    actions.earlier = add(ActionsText::tr("&Earlier"), Qt::Key_A, "timelineEarlier");
    actions.later = add(ActionsText::tr("&Later"), Qt::Key_D, "timelineLater");
}

void fillView(MenuFiller view, QWidget& window, Actions& actions)
{
    fillThemes(*view.addMenu(ActionsText::tr("&Theme")), window, actions);
    view.separate();
    actions.larger = view.add(ActionsText::tr("&Larger"),
        { QKeySequence(QStringLiteral("Ctrl++")), QKeySequence(QStringLiteral("Ctrl+=")) },
        QStringLiteral("larger"));
    actions.smaller = view.add(
        ActionsText::tr("&Smaller"), { QKeySequence(QStringLiteral("Ctrl+-")) }, QStringLiteral("smaller"));
    actions.normalSize = view.add(ActionsText::tr("&Normal size"), { QKeySequence(QStringLiteral("Ctrl+0")) },
        QStringLiteral("normalSize"));
    view.separate();
    actions.explain = view.add(
        ActionsText::tr("E&xplain what I point at"), { QKeySequence(Qt::Key_E) }, QStringLiteral("explain"));
    actions.explain->setCheckable(true);
    actions.charts = view.add(ActionsText::tr("C&harts…"), { QKeySequence(QStringLiteral("Ctrl+Shift+C")) },
        QStringLiteral("charts"));
    actions.origin = view.add(ActionsText::tr("&Where does this number come from?"),
        { QKeySequence(QStringLiteral("Ctrl+Shift+W")) }, QStringLiteral("origin"));
    actions.measurements = view.add(ActionsText::tr("&Predicted against measured…"),
        { QKeySequence(QStringLiteral("Ctrl+Shift+M")) }, QStringLiteral("measurements"));
    view.separate();
    fillPanels(view, actions);
    view.separate();
    actions.trueWidths = view.add(ActionsText::tr("T&rue widths of openings"), { QKeySequence(Qt::Key_T) },
        QStringLiteral("trueWidths"));
    actions.allChips = view.add(
        ActionsText::tr("One chip or &all"), { QKeySequence(Qt::Key_Z) }, QStringLiteral("allChips"));
    fillTimeline(view.below(ActionsText::tr("T&imeline")), actions);
    view.separate();
    actions.fullScreen = view.add(ActionsText::tr("&Full screen"), { QKeySequence(QStringLiteral("F11")) },
        QStringLiteral("fullScreen"));
    actions.reducedMotion = view.add(ActionsText::tr("Reduced &motion"), {}, QStringLiteral("reducedMotion"));
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
        { ActionsText::tr("Next operator"), ActionsText::tr("Previous operator"), QString(),
            core::Depth::Operator },
        { ActionsText::tr("Next layer"), ActionsText::tr("Previous layer"), QStringLiteral("Ctrl+"),
            core::Depth::Layer },
        { ActionsText::tr("Next token"), ActionsText::tr("Previous token"), QStringLiteral("Shift+"),
            core::Depth::Step },
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
        actions.setBookmark[i] = set.add(ActionsText::tr("Bookmark &%1").arg(digit),
            { QKeySequence(QStringLiteral("Ctrl+") + digit) }, QStringLiteral("setBookmark") + digit);
        actions.toBookmark[i] = to.add(ActionsText::tr("Bookmark &%1").arg(digit), { QKeySequence(digit) },
            QStringLiteral("toBookmark") + digit);
        actions.setBookmark[i]->setProperty(
            kSheetKeys, i == 0 ? ActionsText::tr("Ctrl+1 to Ctrl+9") : QString());
        actions.toBookmark[i]->setProperty(kSheetKeys, i == 0 ? ActionsText::tr("1 to 9") : QString());
        actions.setBookmark[i]->setProperty(kSheetText, ActionsText::tr("Set a bookmark; again removes it"));
        actions.toBookmark[i]->setProperty(kSheetText, ActionsText::tr("Go to a bookmark"));
    }
}

void fillPlayback(MenuFiller playback, Actions& actions)
{
    actions.play = playback.add(
        ActionsText::tr("&Play or pause"), { QKeySequence(Qt::Key_Space) }, QStringLiteral("play"));
    playback.separate();
    fillSteps(playback, actions);
    actions.toStart = playback.add(
        ActionsText::tr("To the &start"), { QKeySequence(Qt::Key_Home) }, QStringLiteral("toStart"));
    actions.toEnd = playback.add(
        ActionsText::tr("To the &end"), { QKeySequence(Qt::Key_End) }, QStringLiteral("toEnd"));
    fillBookmarks(playback.below(ActionsText::tr("Set &bookmark")),
        playback.below(ActionsText::tr("&Go to bookmark")), actions);
    playback.separate();
    actions.slower = playback.add(
        ActionsText::tr("S&lower"), { QKeySequence(Qt::Key_BracketLeft) }, QStringLiteral("slower"));
    actions.faster = playback.add(
        ActionsText::tr("&Faster"), { QKeySequence(Qt::Key_BracketRight) }, QStringLiteral("faster"));
    actions.realTime = playback.add(ActionsText::tr("&Real time"),
        { QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter) }, QStringLiteral("realTime"));
    actions.restart = playback.add(
        ActionsText::tr("&Restart"), { QKeySequence(QStringLiteral("R")) }, QStringLiteral("restart"));
}

void fillRace(MenuFiller race, Actions& actions)
{
    const auto key
        = [](const char* keys) -> QList<QKeySequence> { return { QKeySequence(QString::fromUtf8(keys)) }; };
    actions.addLane = race.add(
        ActionsText::tr("&Add this system as a lane"), key("Ctrl+Shift+A"), QStringLiteral("addLane"));
    actions.addLaneFrom = race.addMenu(ActionsText::tr("Add a lane &from"));
    actions.addLaneFile
        = race.add(ActionsText::tr("Add a lane from a f&ile…"), {}, QStringLiteral("addLaneFile"));
    race.separate();
    actions.race = race.add(ActionsText::tr("&Race view"), key("Ctrl+R"), QStringLiteral("race"));
    actions.race->setCheckable(true);
    actions.backToRace
        = race.add(ActionsText::tr("&Back to the race"), key("Esc"), QStringLiteral("backToRace"));
    for (int lane = 1; lane <= 4; ++lane) {
        actions.soloLanes.push_back(race.add(ActionsText::tr("Lane &%1 in Explore").arg(lane),
            { QKeySequence(QStringLiteral("Alt+%1").arg(lane)) }, QStringLiteral("solo%1").arg(lane)));
    }
    race.separate();
    actions.laneUp = race.add(ActionsText::tr("Move lane &up"), key("Ctrl+Up"), QStringLiteral("laneUp"));
    actions.laneDown
        = race.add(ActionsText::tr("Move lane &down"), key("Ctrl+Down"), QStringLiteral("laneDown"));
    actions.removeLane = race.add(ActionsText::tr("Re&move lane"), key("Del"), QStringLiteral("removeLane"));
}

void fillTools(MenuFiller tools, Actions& actions)
{
    actions.measure = tools.add(ActionsText::tr("&Measure this computer…"), {}, QStringLiteral("measure"));
}

void fillHelp(MenuFiller help, Actions& actions)
{
    actions.manual
        = help.add(ActionsText::tr("&Manual"), { QKeySequence(Qt::Key_F1) }, QStringLiteral("manual"));
    actions.shortcuts = help.add(ActionsText::tr("&Keyboard shortcuts"), { QKeySequence(Qt::Key_Question) },
        QStringLiteral("shortcuts"));
    actions.about = help.add(ActionsText::tr("&About Memwall"), {}, QStringLiteral("about"));
}

} // namespace

Actions createActions(QWidget& window, QUndoStack& undoStack)
{
    Actions actions;
    actions.menu = new QMenu(&window);
    QMenu& bar = *actions.menu;
    fillFile({ window, bar, ActionsText::tr("&File") }, actions);
    fillExport({ window, bar, ActionsText::tr("E&xport") }, actions);
    fillEdit({ window, bar, ActionsText::tr("&Edit") }, window, undoStack, actions);
    fillView({ window, bar, ActionsText::tr("&View") }, window, actions);
    fillPlayback({ window, bar, ActionsText::tr("&Playback") }, actions);
    fillRace({ window, bar, ActionsText::tr("&Race") }, actions);
    fillTools({ window, bar, ActionsText::tr("&Tools") }, actions);
    fillHelp({ window, bar, ActionsText::tr("&Help") }, actions);
    return actions;
}

} // namespace memwall::app
