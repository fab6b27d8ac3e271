// What the timeline widget keeps between events. Internal to timeline.
#pragma once

#include "core/timeline/find.h"
#include "widgets/timeline/timeline_layout.h"
#include "widgets/timeline/timeline_marks.h"
#include "widgets/timeline/timeline_widget.h"

#include <QPixmap>
#include <QVariantAnimation>

#include <algorithm>
#include <array>

class QPushButton;

namespace memwall::ui
{

class FindBar;
class RangeCard;

/// What a press began: until the release every move continues it.
enum class Drag : std::uint8_t
{
    None,
    Scrub,
    Pan,
    MoveFrame,
    FrameBegin,
    FrameEnd,
    Select, ///< from where it was pressed
    SelectBegin,
    SelectEnd,
};

/// What the ground depends on.
struct GroundKey
{
    std::shared_ptr<const core::Run> run; ///< kept: another run at the same address is not the same
    QSize size;
    double ratio = 1;
    Theme theme;
    bool operator==(const GroundKey&) const = default;
};

/// Everything the static picture depends on.
struct PictureKey
{
    GroundKey ground;
    core::TimeSpan window;
    Bookmarks bookmarks;
    bool operator==(const PictureKey&) const = default;
};

inline constexpr std::array kDepths { core::Depth::Segment, core::Depth::Step, core::Depth::Layer,
    core::Depth::Operator };

struct TimelineWidget::State
{
    std::shared_ptr<const core::Run> run;
    std::size_t lanes = 0; ///< that the run has
    core::Instant time {};
    core::TimeSpan window;
    Theme theme = Theme::darkTheme();
    Drag drag = Drag::None;
    QPointF pressed;
    core::TimeSpan windowAtPress;
    std::array<QPushButton*, 4> buttons {};

    QVariantAnimation glide;
    core::TimeSpan glideFrom, glideTo;

    FindBar* findBar = nullptr;
    std::unique_ptr<core::Finder> finder; ///< of run and of the words in the field
    std::optional<core::TimeSpan> hit;

    RangeCard* card = nullptr;
    std::optional<core::TimeSpan> selection;
    Bookmarks bookmarks;

    GroundKey groundKey;
    TimelineGround ground;
    std::vector<std::pair<std::size_t, LaneRole>> groundLanes; ///< those that the ground's picture shows
    QPixmap groundPicture;
    PictureKey key;
    QPixmap picture;
    TimelineLayout layout;

    [[nodiscard]] bool empty() const { return !run || run->end() == core::Instant {}; }
    [[nodiscard]] core::Instant clamped(core::Instant t) const
    {
        return std::clamp(t, core::Instant {}, run ? run->end() : core::Instant {});
    }
    /// A window of this length that begins there, pushed into the run.
    [[nodiscard]] core::TimeSpan windowAt(core::Instant wanted, core::Duration wantedLength) const;
    [[nodiscard]] core::TimeSpan clampedWindow(core::TimeSpan wanted) const;
    [[nodiscard]] core::TimeSpan moved(core::TimeSpan from, core::Duration by) const;
    [[nodiscard]] TimeScale scale(int width) const
    {
        return laneScale(window, width, theme.px(1), ground.labels);
    }
    [[nodiscard]] TimeScale whole() const
    {
        return { { {}, run->end() }, layout.minimap.left(), layout.minimap.width() };
    }
    [[nodiscard]] bool gliding() const { return glide.state() == QAbstractAnimation::Running; }
    /// Where the window is, or is on its way to.
    [[nodiscard]] core::TimeSpan goal() const { return gliding() ? glideTo : window; }
    /// The goal, longer by a factor, with the anchor where it is in the view now.
    [[nodiscard]] core::TimeSpan zoomed(core::Instant anchor, double factor) const;
    [[nodiscard]] Drag dragAt(QPointF point, Qt::MouseButton button) const;
    [[nodiscard]] std::optional<Drag> edgeAt(QPointF point) const;
    [[nodiscard]] core::TimeSpan windowFor(QPointF point, int width) const;
    void refresh(const TimelineWidget& widget);
    void refreshGround(const TimelineWidget& widget);
    void checkButton() const;
    /// A picture of the widget's size, ready to paint on.
    static void prepare(QPixmap& picture, const GroundKey& key);
};

} // namespace memwall::ui
