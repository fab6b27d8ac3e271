// Commands of what plays: the clock, and the lesson.
#include "app/frame/menu_filler.h"

namespace memwall::app
{

namespace
{

void fillSteps(MenuFiller& playback, Actions& actions)
{
    struct Row
    {
        QString forward, back, modifier;
        core::Depth depth;
    };
    const QVector<Row> rows {
        { Menu::tr("Next operator"), Menu::tr("Previous operator"), QString(), core::Depth::Operator },
        { Menu::tr("Next layer"), Menu::tr("Previous layer"), QStringLiteral("Ctrl+"), core::Depth::Layer },
        { Menu::tr("Next token"), Menu::tr("Previous token"), QStringLiteral("Shift+"), core::Depth::Step },
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
        actions.setBookmark[i] = set.add(Menu::tr("Bookmark &%1").arg(digit),
            { QKeySequence(QStringLiteral("Ctrl+") + digit) }, QStringLiteral("setBookmark") + digit);
        actions.toBookmark[i] = to.add(Menu::tr("Bookmark &%1").arg(digit), { QKeySequence(digit) },
            QStringLiteral("toBookmark") + digit);
        actions.setBookmark[i]->setProperty(kSheetKeys, i == 0 ? Menu::tr("Ctrl+1 to Ctrl+9") : QString());
        actions.toBookmark[i]->setProperty(kSheetKeys, i == 0 ? Menu::tr("1 to 9") : QString());
        actions.setBookmark[i]->setProperty(kSheetText, Menu::tr("Set a bookmark; again removes it"));
        actions.toBookmark[i]->setProperty(kSheetText, Menu::tr("Go to a bookmark"));
    }
}

} // namespace

void fillPlayback(MenuFiller playback, Actions& actions)
{
    actions.play
        = playback.add(Menu::tr("&Play or pause"), { QKeySequence(Qt::Key_Space) }, QStringLiteral("play"));
    playback.separate();
    fillSteps(playback, actions);
    actions.toStart
        = playback.add(Menu::tr("To the &start"), { QKeySequence(Qt::Key_Home) }, QStringLiteral("toStart"));
    actions.toEnd
        = playback.add(Menu::tr("To the &end"), { QKeySequence(Qt::Key_End) }, QStringLiteral("toEnd"));
    fillBookmarks(
        playback.below(Menu::tr("Set &bookmark")), playback.below(Menu::tr("&Go to bookmark")), actions);
    playback.separate();
    actions.slower
        = playback.add(Menu::tr("S&lower"), { QKeySequence(Qt::Key_BracketLeft) }, QStringLiteral("slower"));
    actions.faster
        = playback.add(Menu::tr("&Faster"), { QKeySequence(Qt::Key_BracketRight) }, QStringLiteral("faster"));
    actions.realTime = playback.add(Menu::tr("&Real time"),
        { QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter) }, QStringLiteral("realTime"));
    actions.restart = playback.add(
        Menu::tr("&Restart"), { QKeySequence(QStringLiteral("R")) }, QStringLiteral("restart"));
}

void fillLesson(MenuFiller lesson, Actions& actions)
{
    actions.lessonNext
        = lesson.add(Menu::tr("&Next"), { QKeySequence(Qt::Key_PageDown) }, QStringLiteral("lessonNext"));
    actions.lessonBack
        = lesson.add(Menu::tr("&Back"), { QKeySequence(Qt::Key_PageUp) }, QStringLiteral("lessonBack"));
    actions.lessonReplay = lesson.add(Menu::tr("Play the step &again"),
        { QKeySequence(QStringLiteral("Shift+R")) }, QStringLiteral("lessonReplay"));
    actions.lessonLeave = lesson.add(Menu::tr("&Leave the lesson"), {}, QStringLiteral("lessonLeave"));
    for (QAction* action :
        { actions.lessonNext, actions.lessonBack, actions.lessonReplay, actions.lessonLeave }) {
        action->setProperty(kSheetText, Menu::tr("Lesson: %1").arg(action->text().toLower().remove(u'&')));
        action->setEnabled(false);
    }
    lesson.separate();
    actions.presentFromStart = lesson.add(Menu::tr("&Present from the start"), { QKeySequence(Qt::Key_F5) },
        QStringLiteral("presentFromStart"));
    actions.present = lesson.add(Menu::tr("Present from &here"), { QKeySequence(QStringLiteral("Shift+F5")) },
        QStringLiteral("present"));
    actions.notes
        = lesson.add(Menu::tr("Speaker's n&otes"), { QKeySequence(Qt::Key_F6) }, QStringLiteral("notes"));
    lesson.separate();
    actions.claims = lesson.add(
        Menu::tr("Popular &claims, tested…"), { QKeySequence(Qt::Key_F7) }, QStringLiteral("claims"));
}

} // namespace memwall::app
