// Geometry of the timeline from run, window and size. Pure; all pixels, no colours. The cost depends on
// pixels only: spans are asked for with a limit, and where there would be more the lanes become densities
// from closed-form meters, however long the run.
#pragma once

#include "core/timeline/run.h"
#include "widgets/timeline/time_scale.h"

#include <QRectF>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace memwall::ui
{

enum class LaneRole : std::uint8_t
{
    Prefill,
    Compute,
    Weights,
    KvCache,
    Link,
    Transfer,
    Latency, ///< launch, scheduler, pipeline fill: nothing moves
};

struct LaneBar
{
    QRectF rect;
    double share = 1; ///< of the time under it that is busy: how much of its height is filled
    bool draft = false; ///< belongs to the draft model
    QString label; ///< drawn inside where there is room
    std::optional<double> seconds {}; ///< … with this duration; absent: not one unit, but a share of many
};

/// Segments that a lane shows whole, in order of time.
struct WholeSegments
{
    std::vector<std::int64_t> indexes;
    std::vector<double> secondsBefore; ///< how long those before each last together; one more than indexes
};

struct TimelineLane
{
    std::size_t pool = 0;
    LaneRole role = LaneRole::Compute;
    QString label;
    QRectF rect;
    std::vector<LaneBar> bars;
    std::shared_ptr<const WholeSegments> segments; ///< prefills or transfers; null for the other lanes
};

/// A vertical rule: a token boundary, or a tick of the ruler.
struct TimeRule
{
    double x = 0;
    QString label;
};

struct MinimapPart
{
    QRectF rect;
    bool prefill = false;
};

/// What does not depend on the visible window: worked out once for a run and a size.
struct TimelineGround
{
    std::vector<TimelineLane> lanes; ///< all that ever have something
    std::vector<MinimapPart> overview;
    double labels = 0; ///< width of the column of lane names
};

struct TimelineLayout
{
    TimeScale scale;
    QRectF header, ruler, plot, minimap;
    core::Depth depth
        = core::Depth::Segment; ///< finest units that every pool at work is drawn in, one by one
    QString summary; ///< what is visible, in words
    std::vector<TimelineLane> lanes; ///< only those that ever have something
    std::vector<TimeRule> rules;
    std::vector<MinimapPart> overview;
    QRectF overviewFrame; ///< the visible window on the minimap
};

/// unit is the length of one pixel at scale 1 (Theme::px(1)).
[[nodiscard]] TimelineGround timelineGround(const core::Run& run, QSizeF size, double unit);

/// The ground must be that of the same run, size and unit.
[[nodiscard]] TimelineLayout layOutTimeline(
    const core::Run& run, const TimelineGround& ground, core::TimeSpan window, QSizeF size, double unit);
[[nodiscard]] TimelineLayout layOutTimeline(
    const core::Run& run, core::TimeSpan window, QSizeF size, double unit);

/// In which the names of so many lanes stand one below the other.
[[nodiscard]] double leastHeight(std::size_t lanes, double unit);

/// Free rows above and below the bars of a lane: fewer where the lane is low, so that words still fit.
[[nodiscard]] double laneInset(double height, double unit);

/// The scale of the lanes alone, beside a column of names so wide: cheap enough for every mouse event.
[[nodiscard]] TimeScale laneScale(core::TimeSpan window, double width, double unit, double labels);

} // namespace memwall::ui
