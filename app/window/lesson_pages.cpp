#include "app/window/lesson_pages.h"

#include "core/base/assert.h"

#include <QCoreApplication>

namespace memwall::app
{

namespace
{

struct LessonPages
{
    Q_DECLARE_TR_FUNCTIONS(LessonPages)
};

QString text(const std::string& words)
{
    return QString::fromStdString(words);
}

/// "Lesson 1 · The memory wall": files of lessons begin with their number.
QString headingOf(const LessonPlayer& player)
{
    const QString title = text(player.scenario().title);
    return !title.isEmpty() && title.front().isDigit() ? LessonPages::tr("Lesson %1").arg(title) : title;
}

/// What going on does now.
QString nextWord(const LessonPlayer& player)
{
    switch (player.stage()) {
    case LessonPlayer::Stage::Telling:
        return player.step().ask ? LessonPages::tr("Show the answer") : LessonPages::tr("Play");
    case LessonPlayer::Stage::Playing:
        return LessonPages::tr("To the end");
    case LessonPlayer::Stage::Done:
        break;
    }
    return player.isLast() ? QString() : LessonPages::tr("Next");
}

ui::LessonPage::Number numberOf(const core::LessonQuestion& ask, const LessonPlayer& player)
{
    ui::LessonPage::Number number { ask.from, ask.to, text(ask.unit), player.guess(), {}, 0, 0, false };
    const auto answer = player.told() ? player.told()->answer : std::nullopt;
    if (!player.isRevealed() || !answer)
        return number;
    number.answer = answer;
    number.isRight = player.guess() && core::isNear(ask, *player.guess(), *answer);
    number.low = ask.offBy ? *answer - *ask.offBy : *answer / ask.within.value_or(1);
    number.high = ask.offBy ? *answer + *ask.offBy : *answer * ask.within.value_or(1);
    return number;
}

void addQuestion(const core::LessonQuestion& ask, const LessonPlayer& player, ui::LessonPage& page)
{
    const core::ToldStep* told = player.told();
    page.question = text(told ? told->question : ask.question);
    for (std::size_t i = 0; i < ask.choices.size(); ++i)
        page.choices.push_back({ text(ask.choices[i].text), player.hands()[i] });
    if (player.chosen())
        page.chosen = static_cast<int>(*player.chosen());
    if (ask.kind == core::LessonQuestion::Kind::Number)
        page.number = numberOf(ask, player);
    if (!player.isRevealed() || !told)
        return;
    if (told->right)
        page.right = static_cast<int>(*told->right);
    if (player.stage() == LessonPlayer::Stage::Done)
        page.because = text(told->because);
}

} // namespace

QString cardOf(const QString& focus)
{
    if (focus == u"insight.bottleneck" || focus == u"chart.sensitivity")
        return QStringLiteral("bottleneck");
    if (focus == u"insight.metrics")
        return QStringLiteral("figures");
    if (focus == u"chart.roofline" || focus == u"chart.breakdown" || focus == u"chart.kv")
        return focus.section(u'.', 1);
    return {};
}

ui::LessonPage pageOf(const LessonPlayer& player)
{
    MEMWALL_ASSERT(player.isOn());
    const core::LessonStep& step = player.step();
    ui::LessonPage page;
    page.lesson = headingOf(player);
    page.title = text(step.title);
    page.step = static_cast<int>(player.index()) + 1;
    page.steps = static_cast<int>(player.lesson().steps.size());
    page.say = player.told() ? text(player.told()->say) : QString(u'…');
    if (step.ask)
        addQuestion(*step.ask, player, page);
    for (std::size_t i = 0; i < step.goals.size(); ++i)
        page.goals.push_back({ text(step.goals[i].text),
            player.told() && i < player.told()->reached.size() && player.told()->reached[i] });
    for (std::size_t i = 0; i < player.hints(); ++i)
        page.hints << text(step.hints[i]);
    page.hasHint = player.hints() < step.hints.size();
    page.edge = step.edge;
    page.next = nextWord(player);
    page.canGoBack = player.index() > 0 || (player.isRevealed() && (step.ask || step.play));
    return page;
}

} // namespace memwall::app
