// The clock of the window: simulated time as a function of the computer's time, anchored at the last
// change, so that no error adds up and a late frame is skipped, never slowed. Owns the playhead.
#pragma once

#include "app/session/place.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace memwall::app
{

class Playback : public QObject
{
    Q_OBJECT
public:
    using Runs = std::vector<std::shared_ptr<const core::Run>>;
    /// Nanoseconds of a clock that never goes back.
    using Now = std::function<qint64()>;

    explicit Playback(Now now = steadyNow(), QObject* parent = nullptr);

    /// Keeps the playhead's place: the same token and fraction of its step.
    void setRun(std::shared_ptr<const core::Run> run);
    /// A different story: the playhead goes to its beginning.
    void startRun(std::shared_ptr<const core::Run> run);
    /// Several machines on one clock, which ends with the slowest. The playhead keeps its
    /// time, also through runs that end before it, as long as it is not moved meanwhile.
    void setRuns(Runs runs);
    void startRuns(Runs runs);

    [[nodiscard]] core::Instant time() const; ///< now, not at the last frame
    [[nodiscard]] core::Instant end() const;
    [[nodiscard]] bool isPlaying() const { return m_playing; }
    [[nodiscard]] double timeScale() const { return m_timeScale; }
    /// How long this has been playing, in seconds of the computer; pauses do not count.
    [[nodiscard]] double playedSeconds() const;

    void setPlaying(bool playing); ///< at the end, playing starts again from 0
    void seek(core::Instant time);
    /// To the next or previous boundary; stops the clock, a step is for looking.
    void step(core::Depth depth, int direction);
    /// Real seconds per simulated second; clamped to what can be watched.
    void setTimeScale(double timeScale);
    /// Called for each frame: reports the time, and stops at the end.
    void advance();

    [[nodiscard]] static Now steadyNow();

signals:
    void timeChanged(memwall::core::Instant time);
    void playingChanged(bool playing);
    void timeScaleChanged(double timeScale);

private:
    [[nodiscard]] double realSecondsSinceAnchor() const;
    void anchorAt(core::Instant time);
    [[nodiscard]] bool hasTime() const { return end() > core::Instant {}; }
    /// The first that takes any time: places are told by it.
    [[nodiscard]] const core::Run* lead() const;

    Now m_now;
    Runs m_runs;
    std::optional<Place> m_lostPlace; ///< where the playhead was before a run without time
    std::optional<core::Instant> m_beyond; ///< where the playhead was, after the end of the runs shown now
    core::Instant m_anchorTime {};
    qint64 m_anchorNow = 0;
    double m_playedBefore = 0; ///< seconds played up to the anchor
    double m_timeScale = 1.0;
    bool m_playing = false;
};

} // namespace memwall::app
