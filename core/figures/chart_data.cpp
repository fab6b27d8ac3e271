#include "core/figures/chart_data.h"

#include "core/figures/report_steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// Where the weights are read, or, where they are wiring, the KV cache.
std::size_t roofDoor(const PoolInfo& pool)
{
    if (!pool.levels[pool.homeLevel].weightsInPlace)
        return pool.homeLevel;
    for (std::size_t i = 0; i < pool.levels.size(); ++i)
        if (i != pool.homeLevel && pool.levels[i].holds)
            return i;
    return pool.homeLevel;
}

void addOperator(
    const Pass& pass, const Operator& op, double runs, double step, std::size_t door, StepUnderRoof& roof)
{
    auto same = std::find_if(roof.operators.begin(), roof.operators.end(),
        [&](const OperatorPoint& point) { return point.pass == pass.kind && point.kind == op.kind; });
    if (same == roof.operators.end())
        same = roof.operators.insert(same, OperatorPoint { .pass = pass.kind, .kind = op.kind });
    if (op.duration.at(step) * same->runs >= same->seconds) // longer than the mean of those before
        same->bound = op.bound;
    same->runs += runs;
    same->flops += op.flops.at(step) * runs;
    same->seconds += op.duration.at(step) * runs;
    for (const Flow& flow : op.flows)
        if (flow.door == door)
            same->bytes += flow.bytes.at(step) * runs;
}

/// The segment under way at t, or the last before, or the first.
const Segment* segmentAt(const Run& run, std::size_t pool, Instant t)
{
    // The feed-forward pool takes part in the steps of the attention pool.
    const bool shared = run.segmentsOf(pool).empty() && run.pools[pool].role == PoolRole::Ffn;
    const std::vector<std::int64_t>& own = run.segmentsOf(shared ? 0 : pool);
    if (own.empty())
        return nullptr;
    const auto after = std::upper_bound(own.begin(), own.end(), t, [&run](Instant time, std::int64_t index) {
        return time < run.segments[static_cast<std::size_t>(index)].begin;
    });
    return &run.segments[static_cast<std::size_t>(after == own.begin() ? *after : *std::prev(after))];
}

StepUnderRoof underRoof(const PoolInfo& pool, std::size_t index, const Segment& segment, Instant t)
{
    const std::int64_t step = t < segment.begin ? 0
        : t >= segment.end                      ? segment.steps - 1
                                                : segment.stepAt(t);
    const std::size_t door = roofDoor(pool);
    StepUnderRoof roof;
    roof.role = pool.role;
    roof.chip = pool.chipName;
    roof.door = pool.levels[door].door;
    roof.peakFlops = pool.peakFlops;
    roof.peakBandwidth = pool.levels[door].bandwidth;
    roof.kind = segment.kind;
    roof.time = { segment.boundary(step), segment.boundary(step + 1) };
    for (const Pass& pass : segment.shape->passes)
        forEachOperator(pass, [&](const Operator& op, double times) {
            if (op.pool == index)
                addOperator(pass, op, times * pass.repeat, static_cast<double>(step), door, roof);
        });
    std::stable_sort(roof.operators.begin(), roof.operators.end(),
        [](const OperatorPoint& a, const OperatorPoint& b) { return a.seconds > b.seconds; });
    return roof;
}

} // namespace

std::string_view nameOf(PassKind kind)
{
    switch (kind) {
    case PassKind::Prefill:
        return "prefill";
    case PassKind::Decode:
        return "decode";
    case PassKind::Draft:
        return "draft";
    case PassKind::Verify:
        return "verify";
    case PassKind::Transfer:
        return "transfer";
    case PassKind::Mixed:
        return "mixed";
    }
    return "decode";
}

std::vector<StepUnderRoof> stepsUnderRoof(const Run& run, Instant t)
{
    std::vector<StepUnderRoof> steps;
    for (std::size_t pool = 0; run.fits && pool < run.pools.size(); ++pool)
        if (const Segment* segment = segmentAt(run, pool, t); segment != nullptr) {
            StepUnderRoof step = underRoof(run.pools[pool], pool, *segment, t);
            if (!step.operators.empty())
                steps.push_back(std::move(step));
        }
    return steps;
}

std::vector<TokenGap> tokenGaps(const Run& run, std::size_t request, std::size_t most)
{
    const RequestRun& answer = run.requests[request];
    std::vector<TokenGap> gaps;
    if (answer.rejected || answer.outputTokens < 2)
        return gaps;
    gaps.reserve(std::min(most, static_cast<std::size_t>(answer.outputTokens - 1)));
    Instant last = run.tokenTime(request, 0);
    for (std::int64_t token = 1; token < answer.outputTokens && gaps.size() < most; ++token) {
        const Instant now = run.tokenTime(request, token);
        gaps.push_back({ token, toSeconds(now), toSeconds(now - last) });
        last = now;
    }
    return gaps;
}

MemoryOverTime memoryOverTime(const Run& run, int intervals)
{
    MemoryOverTime memory;
    const std::int64_t end = run.end().time_since_epoch().count();
    if (!run.fits || end <= 0)
        return memory;
    std::vector<Instant> times;
    for (int i = 0; i <= intervals; ++i) {
        // In two parts: the product of a long run's picoseconds would not fit.
        const std::int64_t t = end / intervals * i + end % intervals * i / intervals;
        times.push_back(Instant { Duration { t } });
        memory.timeS.push_back(toSeconds(times.back()));
    }
    for (std::size_t p = 0; p < run.pools.size(); ++p) {
        const PoolInfo& pool = run.pools[p];
        for (std::size_t i = 0; i < pool.levels.size(); ++i) {
            const LevelUse& level = pool.levels[i];
            if (!level.holds)
                continue;
            MemoryPlace place { pool.role, level.name, {}, level.weightBytes * pool.chips, {} };
            if (level.capacity)
                place.capacity = *level.capacity * pool.chips;
            if (i == roofDoor(pool) && pool.role != PoolRole::Ffn)
                for (const Instant t : times)
                    place.kv.push_back(run.kvBytes(p, t) * pool.chips);
            if (place.weights > 0 || !place.kv.empty())
                memory.places.push_back(std::move(place));
        }
    }
    return memory;
}

} // namespace memwall::core
