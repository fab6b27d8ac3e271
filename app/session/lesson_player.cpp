#include "app/session/lesson_player.h"

#include "core/base/assert.h"
#include "core/lesson/play_span.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace memwall::app
{

LessonPlayer::LessonPlayer(Session& session, const core::Catalog& catalog)
    : m_session(session)
    , m_teller(catalog)
{
    connect(&m_teller, &LessonTeller::told, this, [this](const core::ToldStep& told) {
        m_told = told;
        emit changed();
    });
    connect(&m_session, &Session::opened, this, [this] {
        if (!m_turning)
            end();
    });
    // Queued: the clock has the result's runs only when everybody was told of it.
    connect(
        &m_session, &Session::resultChanged, this, [this] { settle(); }, Qt::QueuedConnection);
    connect(&m_session, &Session::scenarioChanged, this, [this] {
        if (isOn() && !m_turning && !step().goals.empty())
            tell(); // somebody tries
    });
    m_goesOn.setSingleShot(true);
    connect(&m_goesOn, &QTimer::timeout, this, [this] {
        m_stage = Stage::Done;
        next();
    });
    connect(&m_session.playback(), &Playback::timeChanged, this, &LessonPlayer::takeTime);
}

void LessonPlayer::begin(std::shared_ptr<const core::Scenario> scenario, std::size_t step)
{
    auto lesson = core::lessonOf(*scenario);
    MEMWALL_ASSERT(lesson && !lesson->steps.empty());
    m_lesson = *std::move(lesson);
    m_scenarios = core::lessonScenarios(*scenario, m_lesson, m_session.catalog());
    m_scenario = std::move(scenario);
    emit begun();
    show(std::min(step, m_lesson.steps.size() - 1));
}

void LessonPlayer::end()
{
    if (!isOn())
        return;
    m_teller.cancel();
    m_goesOn.stop();
    m_session.allowOnly({});
    m_scenario.reset();
    m_until.reset();
    m_told.reset();
    emit ended();
}

void LessonPlayer::show(std::size_t step)
{
    m_index = step;
    m_stage = Stage::Telling;
    m_told.reset();
    m_chosen.reset();
    m_guess.reset();
    m_hints = 0;
    m_until.reset();
    m_hands.assign(this->step().ask ? this->step().ask->choices.size() : 0, 0);
    if (!m_lesson.everyS || step == 0)
        m_session.playback().setPlaying(false);
    m_teller.request(m_scenario, m_index);
    const std::size_t shown = this->step().ask ? m_index : m_index + 1;
    m_session.allowOnly(this->step().unlock);
    if (m_scenarios[shown])
        turnTo(*m_scenarios[shown]);
    if (!this->step().ask && (!this->step().play || m_lesson.everyS))
        m_stage = Stage::Done;
    if (m_lesson.everyS)
        m_goesOn.start(std::chrono::milliseconds(std::llround(*m_lesson.everyS * 1000)));
    emit changed();
}

void LessonPlayer::turnTo(const core::Scenario& scenario)
{
    m_waits = true;
    m_turning = true;
    m_session.document().turnTo(scenario);
    m_turning = false;
    settle();
}

/// Once the result of its scenario is there.
void LessonPlayer::settle()
{
    if (!isOn() || m_session.isBusy() || !m_session.shown())
        return;
    if (!std::exchange(m_waits, false))
        return;
    const bool show = m_lesson.everyS.has_value();
    if (m_stage == Stage::Playing || (show && step().play))
        play();
    else if (!show)
        standAtBeginning();
}

void LessonPlayer::next()
{
    switch (m_stage) {
    case Stage::Telling:
        return reveal();
    case Stage::Playing: {
        const auto until = m_until;
        if (until)
            takeTime(*until);
        else
            m_stage = Stage::Done;
        emit changed();
        return;
    }
    case Stage::Done:
        isLast() ? emit finished() : show(m_index + 1);
    }
}

void LessonPlayer::back()
{
    if (m_stage != Stage::Telling && (step().ask || step().play))
        show(m_index);
    else if (m_index > 0)
        show(m_index - 1);
}

void LessonPlayer::goTo(std::size_t step)
{
    if (step < m_lesson.steps.size())
        show(step);
}

void LessonPlayer::replay()
{
    m_stage = Stage::Playing;
    play();
}

void LessonPlayer::reveal()
{
    m_stage = step().play ? Stage::Playing : Stage::Done;
    if (step().ask && m_scenarios[m_index + 1])
        turnTo(*m_scenarios[m_index + 1]);
    else if (m_stage == Stage::Playing)
        play();
    emit changed();
}

std::optional<core::TimeSpan> LessonPlayer::span() const
{
    const Shown& shown = m_session.shown();
    if (!step().play || !shown || !shown.current().run)
        return std::nullopt;
    const core::LessonPlay& play = *step().play;
    auto span = core::playSpan(play, *shown.result->systems.front().run, shown.workload());
    if (span && m_session.isRace() && play.what == "request")
        span->end = m_session.playback().end(); // the last lane's
    return span;
}

void LessonPlayer::standAtBeginning()
{
    Playback& playback = m_session.playback();
    const auto span = this->span();
    playback.setPlaying(false);
    if (!span)
        return;
    playback.setTimeScale(core::playScale(*step().play, *span));
    playback.seek(span->begin);
}

void LessonPlayer::play()
{
    const auto span = this->span();
    if (!span) {
        m_stage = Stage::Done;
        emit changed();
        return;
    }
    standAtBeginning();
    m_until = span->end;
    m_session.playback().setPlaying(true);
    emit changed();
}

void LessonPlayer::takeTime(core::Instant time)
{
    if (!isOn() || !m_until || time < *m_until)
        return;
    const core::Instant end = *std::exchange(m_until, std::nullopt);
    m_session.playback().setPlaying(false);
    // The last picture is of what was played, not of what comes after it.
    m_session.playback().seek(end < m_session.playback().end() ? end - core::Duration { 1 } : end);
    m_stage = Stage::Done;
    emit changed();
}

void LessonPlayer::choose(std::size_t choice)
{
    if (isRevealed() || !step().ask || choice >= step().ask->choices.size())
        return;
    m_chosen = choice;
    emit changed();
}

void LessonPlayer::guessAt(double value)
{
    if (isRevealed())
        return;
    m_guess = value;
    emit changed();
}

void LessonPlayer::raiseHand(std::size_t choice)
{
    if (isRevealed() || choice >= m_hands.size())
        return;
    ++m_hands[choice];
    emit changed();
}

void LessonPlayer::hint()
{
    m_hints = std::min(m_hints + 1, step().hints.size());
    emit changed();
}

void LessonPlayer::tell()
{
    m_teller.request(m_scenario, m_index, m_session.document().shared());
}

} // namespace memwall::app
