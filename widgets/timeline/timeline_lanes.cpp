#include "widgets/timeline/timeline_lanes.h"

#include "core/timeline/totals.h"
#include "widgets/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace memwall::ui
{

namespace
{

struct TimelineLanesText
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString levelName(const core::PoolInfo& pool)
{
    return pool.levels.empty() ? QString {} : QString::fromStdString(pool.levels[core::wallLevel(pool)].name);
}

std::shared_ptr<const WholeSegments> wholeSegments(const core::Run& run, std::vector<std::int64_t> indexes)
{
    auto whole = std::make_shared<WholeSegments>();
    whole->secondsBefore.push_back(0);
    for (const std::int64_t index : indexes) {
        const core::Segment& segment = run.segments[static_cast<std::size_t>(index)];
        whole->secondsBefore.push_back(
            whole->secondsBefore.back() + core::toSeconds(segment.end - segment.begin));
    }
    whole->indexes = std::move(indexes);
    return whole;
}

std::vector<std::int64_t> prefillsOf(const core::Run& run, std::size_t pool)
{
    std::vector<std::int64_t> found;
    for (const std::int64_t index : run.segmentsOf(pool)) {
        const core::Segment& segment = run.segments[static_cast<std::size_t>(index)];
        if (segment.kind == core::SegmentKind::Prefill && segment.pool == pool)
            found.push_back(index);
    }
    return found;
}

/// Several pools on the same chip are told apart by what they are for.
bool sharesItsName(const core::Run& run, std::size_t pool)
{
    return std::count_if(run.pools.begin(), run.pools.end(), [&](const core::PoolInfo& other) {
        return other.chipName == run.pools[pool].chipName;
    }) > 1;
}

} // namespace

std::vector<TimelineLane> lanesOf(const core::Run& run)
{
    std::vector<TimelineLane> lanes;
    const bool several = run.pools.size() > 1;
    for (std::size_t pool = 0; pool < run.pools.size(); ++pool) {
        const core::PoolInfo& info = run.pools[pool];
        const bool byRole = several && sharesItsName(run, pool);
        const QString name = byRole ? wordOf(info.role) : QString::fromStdString(info.chipName);
        const QString prefix = several ? name + QStringLiteral(" · ") : QString {};
        const auto add = [&](LaneRole role, const QString& label) {
            lanes.push_back({ pool, role, prefix + label, {}, {}, {} });
        };
        if (auto prefills = prefillsOf(run, pool); !prefills.empty()) {
            add(LaneRole::Prefill,
                byRole ? TimelineLanesText::tr("prompts") : TimelineLanesText::tr("prefill"));
            lanes.back().segments = wholeSegments(run, std::move(prefills));
        }
        const auto used = [&](core::Lane lane) { return run.laneSeconds(pool, lane, run.end()) > 0; };
        if (used(core::Lane::Compute))
            add(LaneRole::Compute, TimelineLanesText::tr("compute"));
        if (used(core::Lane::Weights))
            add(LaneRole::Weights, TimelineLanesText::tr("%1 read").arg(levelName(info)));
        if (used(core::Lane::KvCache))
            add(LaneRole::KvCache, TimelineLanesText::tr("KV read"));
        // Transfers between pools share the decoding pool's meter; its chips may still talk to each other.
        const bool receives = info.role == core::PoolRole::Decode && !run.transferSegments().empty();
        const bool talks = info.inStep > 1 || info.stages > 1 || info.role == core::PoolRole::Attention;
        if (talks && used(core::Lane::Communication))
            add(LaneRole::Link,
                info.stages > 1 || info.role == core::PoolRole::Attention
                    ? TimelineLanesText::tr("hops")
                    : TimelineLanesText::tr("all-reduce"));
        if (receives)
            lanes.push_back({ pool, LaneRole::Transfer, TimelineLanesText::tr("KV transfer"), {}, {},
                wholeSegments(run, run.transferSegments()) });
        if (used(core::Lane::Fixed))
            add(LaneRole::Latency, TimelineLanesText::tr("fixed latency"));
    }
    return lanes;
}

} // namespace memwall::ui
