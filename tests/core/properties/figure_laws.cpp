#include "core/export/report_json.h"
#include "core/figures/report_steps.h"
#include "core/simulate.h"
#include "tests/core/properties/laws.h"
#include "tests/support/stepper.h"
#include "widgets/words/sayings.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace memwall::tests
{

using namespace core;

namespace
{

void everyNumber(const nlohmann::ordered_json& json, const std::string& path)
{
    if (json.is_structured()) {
        for (const auto& [key, value] : json.items())
            if (key != "sensitivity" && key != "sensitivities")
                everyNumber(value, path + '/' + key);
        return;
    }
    if (json.is_number() && !(std::isfinite(json.get<double>()) && json.get<double>() >= 0))
        throw Broken("the report has " + json.dump() + " at " + path);
}

void operatorIsSound(const Operator& op, double k)
{
    const auto sound = [k](Affine value) { return std::isfinite(value.at(k)) && value.at(k) >= 0; };
    bool all = sound(op.busy) && sound(op.duration) && sound(op.flops) && sound(op.begin)
        && op.duration.at(k) >= op.busy.at(k) * (1 - 1e-12) && std::isfinite(op.chips) && op.chips > 0;
    for (const Affine& lane : op.lanes)
        all = all && sound(lane);
    for (const Flow& flow : op.flows)
        all = all && sound(flow.bytes);
    if (!all)
        throw Broken("an operator has a time or an amount that is negative or not finite: "
            + std::string(nameOf(op.kind)));
}

void memoryHolds(const Played& played, std::size_t pool)
{
    const Run& run = *played.run;
    const PoolInfo& info = run.pools[pool];
    for (const LevelUse& level : info.levels)
        if (level.capacity && level.weightBytes > level.capacity->value)
            throw Broken("weights of " + level.name + " exceed its capacity");
    const std::size_t kvLevel = played.machine.pools[pool].chip.kvLevel;
    const double room
        = info.levels[kvLevel].kvCapacity.value_or(Bytes { std::numeric_limits<double>::infinity() }).value;
    for (const std::int64_t index : run.segmentsOf(pool)) {
        const Segment& segment = run.segments[static_cast<std::size_t>(index)];
        for (const Instant t : { segment.begin, segment.begin + (segment.end - segment.begin) / 2,
                 segment.end - Duration { 1 }, segment.end }) {
            const double held = run.kvBytes(pool, t);
            if (!(held >= 0 && held <= room * (1 + 1e-9)))
                throw Broken("pool " + std::to_string(pool) + " holds " + std::to_string(held)
                    + " bytes of KV cache at " + std::to_string(toSeconds(t)) + " s, it has room for "
                    + std::to_string(room));
        }
    }
}

} // namespace

void figuresAreSound(const Played& played)
{
    everyNumber(reportJson({ { { played.run, played.report } } }, ui::wordingOfFiles()), {});
    for (const Segment& segment : played.run->segments)
        for (const double k : { 0.0, static_cast<double>(segment.steps - 1) })
            for (const Pass& pass : segment.shape->passes)
                forEachOperator(pass, [k](const Operator& op, double) { operatorIsSound(op, k); });
    for (std::size_t pool = 0; pool < played.run->pools.size(); ++pool)
        memoryHolds(played, pool);
}

void breakdownAddsUp(const Played& played)
{
    const Breakdown& parts = played.report.breakdown;
    for (const double part : { parts.weights, parts.kv, parts.compute, parts.communication, parts.fixed,
             parts.draft, parts.transfer, parts.queue })
        if (!(part >= 0))
            throw Broken("a part of the breakdown is negative");
    // Ends of segments are rounded to picoseconds.
    const double rounding = 1e-12 * static_cast<double>(played.run->segments.size() + 1);
    if (std::abs(parts.total() - played.report.tpotS) > 1e-9 * played.report.tpotS + rounding)
        throw Broken("the breakdown adds up to " + std::to_string(parts.total() * 1e6) + " µs, a token takes "
            + std::to_string(played.report.tpotS * 1e6));
}

void closedFormHolds(const Played& played)
{
    const Replay again = replay(played.machine, *played.run);
    if (again.worst() > 1e-9)
        throw Broken(
            "closed form and step by step differ by " + std::to_string(again.worst()) + ": " + again.where);
}

} // namespace memwall::tests
