#include "app/session/playback.h"

#include <algorithm>
#include <chrono>

namespace memwall::app
{

namespace
{

constexpr double kFastest = 1e-3;
constexpr double kSlowest = 1e9; // a second of a wafer's operator lasts half a minute

} // namespace

Playback::Now Playback::steadyNow()
{
    return [] {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        return static_cast<qint64>(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count());
    };
}

Playback::Playback(Now now, QObject* parent)
    : QObject(parent)
    , m_now(std::move(now))
{
    m_anchorNow = m_now();
}

void Playback::setRun(std::shared_ptr<const core::Run> run)
{
    // A machine on which the model does not fit has no time; coming back from it finds the old place.
    std::optional<Place> place = m_lostPlace;
    if (const core::Run* before = lead())
        place = placeAt(*before, time());
    m_runs = { std::move(run) };
    m_beyond.reset();
    const core::Run* now = lead();
    m_lostPlace = now != nullptr ? std::nullopt : place;
    anchorAt(now != nullptr && place ? instantOf(*now, *place) : core::Instant {});
    emit timeChanged(m_anchorTime);
}

void Playback::startRun(std::shared_ptr<const core::Run> run)
{
    startRuns({ std::move(run) });
}

void Playback::setRuns(Runs runs)
{
    const core::Instant kept = m_beyond.value_or(time());
    m_runs = std::move(runs);
    m_lostPlace.reset();
    m_beyond = kept > end() ? std::optional(kept) : std::nullopt;
    anchorAt(kept);
    emit timeChanged(m_anchorTime);
}

void Playback::startRuns(Runs runs)
{
    m_runs = std::move(runs);
    m_lostPlace.reset();
    m_beyond.reset();
    anchorAt(core::Instant {});
    m_playedBefore = 0;
    emit timeChanged(m_anchorTime);
}

core::Instant Playback::end() const
{
    core::Instant last {};
    for (const auto& run : m_runs)
        last = std::max(last, run ? run->end() : core::Instant {});
    return last;
}

const core::Run* Playback::lead() const
{
    const auto first = std::find_if(
        m_runs.begin(), m_runs.end(), [](const auto& run) { return run && run->end() > core::Instant {}; });
    return first == m_runs.end() ? nullptr : first->get();
}

double Playback::realSecondsSinceAnchor() const
{
    return m_playing ? static_cast<double>(m_now() - m_anchorNow) * 1e-9 : 0.0;
}

core::Instant Playback::time() const
{
    const double left = core::toSeconds(end() - m_anchorTime);
    const double gone = realSecondsSinceAnchor() / m_timeScale;
    return gone >= left ? end() : m_anchorTime + core::fromSeconds(gone);
}

double Playback::playedSeconds() const
{
    return m_playedBefore + realSecondsSinceAnchor();
}

void Playback::anchorAt(core::Instant time)
{
    m_playedBefore = playedSeconds();
    m_anchorTime = std::clamp(time, core::Instant {}, end());
    m_anchorNow = m_now();
}

void Playback::setPlaying(bool playing)
{
    if (playing == m_playing || (playing && !hasTime()))
        return;
    if (playing)
        m_beyond.reset();
    const core::Instant from = playing && time() >= end() ? core::Instant {} : time();
    anchorAt(from);
    m_playing = playing;
    emit timeChanged(from);
    emit playingChanged(playing);
}

void Playback::seek(core::Instant time)
{
    m_beyond.reset();
    anchorAt(time);
    emit timeChanged(m_anchorTime);
}

void Playback::step(core::Depth depth, int direction)
{
    if (!hasTime())
        return;
    const core::Instant from = time();
    setPlaying(false);
    core::Instant to = direction > 0 ? end() : core::Instant {};
    for (const auto& run : m_runs) {
        if (!run || run->end() <= core::Instant {})
            continue;
        if (direction < 0)
            to = std::max(to, run->previousBoundary(from, depth));
        else if (from < run->end()) // one that is done has no boundary ahead
            to = std::min(to, run->nextBoundary(from, depth));
    }
    seek(to);
}

void Playback::setTimeScale(double timeScale)
{
    const double clamped = std::clamp(timeScale, kFastest, kSlowest);
    if (clamped == m_timeScale)
        return;
    anchorAt(time());
    m_timeScale = clamped;
    emit timeScaleChanged(clamped);
}

void Playback::advance()
{
    const core::Instant now = time();
    emit timeChanged(now);
    if (m_playing && now >= end())
        setPlaying(false);
}

} // namespace memwall::app
