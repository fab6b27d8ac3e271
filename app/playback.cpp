#include "app/playback.h"

#include <algorithm>
#include <chrono>

namespace memwall::app
{

namespace
{

constexpr double kFastest = 1e-3;
constexpr double kSlowest = 1e9; // a second of a wafer's operator lasts half a minute

bool hasTime(const std::shared_ptr<const core::Run>& run)
{
    return run && run->end() > core::Instant {};
}

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
    if (hasTime(m_run))
        place = placeAt(*m_run, time());
    m_run = std::move(run);
    m_lostPlace = hasTime(m_run) ? std::nullopt : place;
    anchorAt(hasTime(m_run) && place ? instantOf(*m_run, *place) : core::Instant {});
    emit timeChanged(m_anchorTime);
}

void Playback::startRun(std::shared_ptr<const core::Run> run)
{
    m_run = std::move(run);
    m_lostPlace.reset();
    anchorAt(core::Instant {});
    m_playedBefore = 0;
    emit timeChanged(m_anchorTime);
}

core::Instant Playback::end() const
{
    return m_run ? m_run->end() : core::Instant {};
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
    if (playing == m_playing || (playing && !hasTime(m_run)))
        return;
    const core::Instant from = playing && time() >= end() ? core::Instant {} : time();
    anchorAt(from);
    m_playing = playing;
    emit timeChanged(from);
    emit playingChanged(playing);
}

void Playback::seek(core::Instant time)
{
    anchorAt(time);
    emit timeChanged(m_anchorTime);
}

void Playback::step(core::Depth depth, int direction)
{
    if (!hasTime(m_run))
        return;
    const core::Instant from = time();
    setPlaying(false);
    seek(direction > 0 ? m_run->nextBoundary(from, depth) : m_run->previousBoundary(from, depth));
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
