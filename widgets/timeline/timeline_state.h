// What the timeline widget keeps between events. Internal to timeline.
#pragma once

#include "widgets/timeline/timeline_layout.h"
#include "widgets/timeline/timeline_widget.h"

#include <QPixmap>

#include <algorithm>
#include <array>

class QPushButton;

namespace memwall::ui
{

/// What a press began: until the release every move continues it.
enum class Drag : std::uint8_t
{
    None,
    Scrub,
    Pan,
    MoveFrame,
    FrameBegin,
    FrameEnd,
};

/// Everything the static picture depends on.
struct PictureKey
{
    std::shared_ptr<const core::Run> run; ///< kept: another run at the same address is not the same
    core::TimeSpan window;
    QSize size;
    double ratio = 1;
    Theme theme;
    bool operator==(const PictureKey&) const = default;
};

inline constexpr std::array kDepths { core::Depth::Segment, core::Depth::Step, core::Depth::Layer,
    core::Depth::Operator };

struct TimelineWidget::State
{
    std::shared_ptr<const core::Run> run;
    core::Instant time {};
    core::TimeSpan window;
    Theme theme = Theme::darkTheme();
    Drag drag = Drag::None;
    QPointF pressed;
    core::TimeSpan windowAtPress;
    std::array<QPushButton*, 4> buttons {};
    PictureKey key;
    QPixmap picture;
    TimelineLayout layout;

    [[nodiscard]] bool empty() const { return !run || run->end() == core::Instant {}; }
    [[nodiscard]] core::Instant clamped(core::Instant t) const
    {
        return std::clamp(t, core::Instant {}, run ? run->end() : core::Instant {});
    }
    [[nodiscard]] TimeScale scale(int width) const { return laneScale(window, width, theme.px(1)); }
    [[nodiscard]] TimeScale whole() const
    {
        return { { {}, run->end() }, layout.minimap.left(), layout.minimap.width() };
    }
    [[nodiscard]] core::TimeSpan zoomed(core::Instant anchor, double factor) const
    {
        const auto part = [&](core::Duration d) { return core::fromSeconds(core::toSeconds(d) * factor); };
        return { anchor - part(anchor - window.begin), anchor + part(window.end - anchor) };
    }
    [[nodiscard]] Drag dragAt(QPointF point, Qt::MouseButton button) const;
    [[nodiscard]] core::TimeSpan windowFor(QPointF point, int width) const;
    void refresh(const TimelineWidget& widget);
    void checkButton() const;
};

} // namespace memwall::ui
