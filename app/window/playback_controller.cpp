#include "app/window/playback_controller.h"

#include "widgets/controls/transport_bar.h"
#include "widgets/race/race_widget.h"
#include "widgets/timeline/timeline_widget.h"

namespace memwall::app
{

PlaybackController::PlaybackController(const WindowContext& in)
    : m_in(in)
{
    constexpr int kFrameMs = 16;
    m_frames.setInterval(kFrameMs);
    m_frames.setTimerType(Qt::PreciseTimer);
    connectClock();
    connectActions();
    connectTimeline();
    connectBookmarks();
}

void PlaybackController::connectClock()
{
    Playback& playback = m_in.session.playback();
    ui::TransportBar* transport = m_in.parts.transport;
    connect(&m_frames, &QTimer::timeout, &playback, &Playback::advance);
    connect(&playback, &Playback::playingChanged, this, [this, transport](bool playing) {
        transport->setPlaying(playing);
        playing ? m_frames.start() : m_frames.stop();
    });
    connect(&playback, &Playback::timeScaleChanged, transport, &ui::TransportBar::setTimeScale);
    connect(&playback, &Playback::timeScaleChanged, m_in.parts.race, &ui::RaceWidget::setTimeScale);
    connect(m_in.parts.timeline, &ui::TimelineWidget::seekRequested, &playback, &Playback::seek);
    connect(transport, &ui::TransportBar::playRequested, &playback, &Playback::setPlaying);
    connect(transport, &ui::TransportBar::seekRequested, &playback, &Playback::seek);
    connect(transport, &ui::TransportBar::stepRequested, &playback, &Playback::step);
    connect(transport, &ui::TransportBar::timeScaleRequested, &playback, &Playback::setTimeScale);
    connect(transport, &ui::TransportBar::refused, this,
        [this](const QString& why) { m_in.say(tr("Not taken: %1").arg(why)); });
}

void PlaybackController::connectActions()
{
    connect(m_in.actions.play, &QAction::triggered, this,
        [this] { m_in.session.playback().setPlaying(!m_in.session.playback().isPlaying()); });
    connect(m_in.actions.toStart, &QAction::triggered, this,
        [this] { m_in.session.playback().seek(core::Instant {}); });
    connect(m_in.actions.toEnd, &QAction::triggered, this,
        [this] { m_in.session.playback().seek(m_in.session.playback().end()); });
    for (const Actions::Step& step : m_in.actions.steps)
        connect(step.action, &QAction::triggered, this,
            [this, step] { m_in.session.playback().step(step.depth, step.direction); });
    connect(m_in.actions.slower, &QAction::triggered, this,
        [this] { m_in.session.playback().setTimeScale(m_in.session.playback().timeScale() * 2); });
    connect(m_in.actions.faster, &QAction::triggered, this,
        [this] { m_in.session.playback().setTimeScale(m_in.session.playback().timeScale() / 2); });
    connect(m_in.actions.restart, &QAction::triggered, this, [this] {
        m_in.session.playback().seek(core::Instant {});
        m_in.session.playback().setPlaying(true);
    });
    connect(m_in.actions.realTime, &QAction::triggered, this,
        [this] { m_in.session.playback().setTimeScale(1.0); });
}

void PlaybackController::connectTimeline()
{
    ui::TimelineWidget* timeline = m_in.parts.timeline;
    // Not while something else stands in its place: a race, a full screen.
    connect(m_in.actions.find, &QAction::triggered, timeline, [timeline] {
        if (timeline->isVisible())
            timeline->openFind();
    });
    connect(m_in.actions.findNext, &QAction::triggered, timeline, [timeline] { timeline->findStep(+1); });
    connect(m_in.actions.findPrevious, &QAction::triggered, timeline, [timeline] { timeline->findStep(-1); });
    connect(m_in.actions.selectFrom, &QAction::triggered, timeline, &ui::TimelineWidget::selectFromPlayhead);
    connect(m_in.actions.selectTo, &QAction::triggered, timeline, &ui::TimelineWidget::selectToPlayhead);
    connect(m_in.actions.zoomIn, &QAction::triggered, timeline, [timeline] { timeline->zoom(0.5); });
    connect(m_in.actions.zoomOut, &QAction::triggered, timeline, [timeline] { timeline->zoom(2); });
    connect(m_in.actions.earlier, &QAction::triggered, timeline, [timeline] { timeline->pan(-1); });
    connect(m_in.actions.later, &QAction::triggered, timeline, [timeline] { timeline->pan(1); });
}

void PlaybackController::connectBookmarks()
{
    for (std::size_t i = 0; i < ui::kBookmarks; ++i) {
        connect(m_in.actions.setBookmark[i], &QAction::triggered, this, [this, i] {
            m_in.session.bookmarks().toggle(i, m_in.session.playback().time());
            m_in.parts.timeline->setBookmarks(m_in.session.bookmarks().instants());
        });
        connect(m_in.actions.toBookmark[i], &QAction::triggered, this, [this, i] {
            if (const auto time = m_in.session.bookmarks().instants()[i])
                m_in.session.playback().seek(*time);
        });
    }
}

} // namespace memwall::app
