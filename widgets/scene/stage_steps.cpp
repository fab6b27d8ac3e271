#include "widgets/scene/stage_steps.h"

#include "core/timeline/totals.h"
#include "widgets/flow/belt.h"

#include <algorithm>

namespace memwall::ui
{

namespace
{

/// The longest segment of this pool that writes tokens.
const core::Segment* typicalSegment(const core::Run& run, std::size_t pool)
{
    const core::Segment* typical = nullptr;
    for (const std::int64_t index : run.segmentsOf(pool)) {
        const core::Segment& segment = run.segments[static_cast<std::size_t>(index)];
        const auto rank = [](const core::Segment& s) {
            return std::pair { s.kind != core::SegmentKind::Prefill, s.steps };
        };
        if (typical == nullptr || rank(segment) > rank(*typical))
            typical = &segment;
    }
    return typical;
}

} // namespace

std::optional<core::TimeSpan> typicalStep(const core::Run& run, std::size_t pool)
{
    const core::Segment* typical = typicalSegment(run, pool);
    if (typical == nullptr)
        return std::nullopt;
    const std::int64_t k = typical->steps / 2;
    return core::TimeSpan { typical->boundary(k), typical->boundary(k + 1) };
}

std::vector<double> kvByLevel(const core::PoolInfo& pool, double bytes)
{
    std::vector<double> held(pool.levels.size(), 0.0);
    for (std::size_t i = pool.levels.size(); i-- > 0 && bytes > 0;) {
        const auto& room = pool.levels[i].kvCapacity;
        held[i] = room ? std::clamp(room->value, 0.0, bytes) : bytes;
        bytes -= held[i];
    }
    return held;
}

double bytesDuring(const core::Run& run, std::size_t pool, std::uint8_t door, core::TimeSpan span)
{
    const core::KindBytes passed = core::passedDuring(run, pool, door, span);
    double bytes = 0;
    for (const core::Kind kind : core::kAllKinds)
        if (drawnAt(run, door, kind))
            bytes += passed[core::indexOf(kind)];
    return bytes;
}

bool kindOccurs(const core::Run& run, core::Kind kind)
{
    for (std::size_t pool = 0; pool < run.pools.size(); ++pool) {
        if (run.doorBytes(pool, core::kLinkDoor, kind, run.end()) > 0)
            return true;
        for (std::size_t level = 0; level < run.pools[pool].levels.size(); ++level)
            if (run.doorBytes(pool, static_cast<std::uint8_t>(level), kind, run.end()) > 0)
                return true;
    }
    return false;
}

double farShareOf(const core::Run& run, std::size_t pool)
{
    const core::Segment* typical = typicalSegment(run, pool);
    double all = 0, far = 0;
    if (typical == nullptr)
        return 0;
    for (const core::Pass& pass : typical->shape->passes)
        for (const std::uint8_t kind : pass.layerKindOf)
            for (const core::Operator& op : pass.layerKinds[kind].operators) {
                const double seconds = op.lanes[core::indexOf(core::Lane::Communication)].base * pass.repeat;
                all += seconds;
                far += seconds * double { op.farShare };
            }
    return all > 0 ? far / all : 0;
}

std::uint8_t wallDoor(const HouseFrame& house)
{
    for (const DoorFrame& door : house.doors)
        if (door.wall)
            return door.door;
    return 0;
}

double stepBytes(const core::Run& run, std::size_t pool, std::uint8_t door)
{
    const auto step = typicalStep(run, pool);
    return step ? bytesDuring(run, pool, door, *step) : 0.0;
}

double linkBytes(const core::Run& run, std::size_t pool)
{
    if (!run.transferSegments().empty()) {
        const auto first = static_cast<std::size_t>(run.transferSegments().front());
        const core::Segment& transfer = run.segments[first];
        if (transfer.pool == pool)
            return bytesDuring(run, pool, core::kLinkDoor, { transfer.begin, transfer.end });
    }
    return stepBytes(run, pool, core::kLinkDoor);
}

} // namespace memwall::ui
