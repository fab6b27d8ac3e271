// The commands that move the playhead: the transport, the keys, the timeline, the bookmarks; and the frames
// while it plays.
#pragma once

#include "app/window/window_context.h"

#include <QTimer>

namespace memwall::app
{

class PlaybackController : public QObject
{
    Q_OBJECT
public:
    explicit PlaybackController(const WindowContext& in);

private:
    void connectClock();
    void connectActions();
    void connectTimeline();
    void connectBookmarks();

    const WindowContext& m_in;
    QTimer m_frames; ///< runs only while something moves
};

} // namespace memwall::app
