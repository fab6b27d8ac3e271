#include "widgets/flow/sight.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

// What comes faster is a flicker: an event is two changes, and three a second are the limit.
constexpr double kMostEventsPerSecond = 1.5;

// An event that is announced is three changes.
constexpr double kMostAnnouncedPerSecond = 1;

/// Operators, layers and passes of one step.
struct StepCounts
{
    double operators = 0, layers = 0;

    explicit StepCounts(const core::StepShape& shape)
    {
        for (const core::Pass& pass : shape.passes) {
            double inside = static_cast<double>(pass.before.size() + pass.after.size());
            for (const std::uint8_t kind : pass.layerKindOf)
                inside += static_cast<double>(pass.layerKinds[kind].operators.size());
            operators += pass.repeat * inside;
            layers += pass.repeat * static_cast<double>(pass.layerKindOf.size());
        }
    }
};

Seen seenAt(const StepCounts& counts, double stepS)
{
    const auto slow = [stepS](double events) { return events <= kMostEventsPerSecond * stepS; };
    return slow(counts.operators) ? Seen::Operators
        : slow(counts.layers)     ? Seen::Layers
        : slow(1)                 ? Seen::Steps
                                  : Seen::Shares;
}

/// Of which a stretch has a whole number.
core::Duration unitOf(const core::Moment& moment, const StepCounts& counts, Seen seen, core::Duration third)
{
    const core::Duration step = moment.stepSpan.length();
    if (seen == Seen::Operators || step <= core::Duration {})
        return third;
    if (seen == Seen::Shares || counts.layers <= 0)
        return step;
    const double pass = moment.pass != nullptr && !moment.pass->layerBegin.empty()
        ? moment.pass->layerBegin.back().at(static_cast<double>(moment.step))
            - moment.pass->layerBegin.front().at(static_cast<double>(moment.step))
        : 0.0;
    const auto layers = moment.pass != nullptr ? moment.pass->layerKindOf.size() : 0;
    return layers > 0 && pass > 0 ? core::fromSeconds(pass / static_cast<double>(layers)) : third;
}

} // namespace

Sight sightOf(const core::Run& run, std::size_t pool, core::Instant t, const Pace& pace)
{
    Sight sight { pace.held(t), {}, Seen::Operators };
    const core::Duration third = pace.over(1.0 / 3);
    core::Duration length = third;
    const std::optional<core::Moment> moment = run.at(pool, sight.time);
    if (moment && pace.third() > core::Duration {}) {
        const StepCounts counts { *moment->segment->shape };
        const double stepS = core::toSeconds(moment->stepSpan.length()) / pace.speed;
        sight.seen = seenAt(counts, stepS);
        sight.announces = counts.operators <= kMostAnnouncedPerSecond * stepS;
        const core::Duration unit
            = std::max(core::Duration { 1 }, unitOf(*moment, counts, sight.seen, third));
        length = core::multiplied(unit, (third - core::Duration { 1 }) / unit + 1);
    }
    sight.stretch = { std::max(core::Instant {}, sight.time - length), sight.time };
    return sight;
}

core::Instant heldStep(const core::Run& run, core::Instant t, const Pace& pace)
{
    const core::Duration second = pace.over(1);
    if (!pace.running || second <= core::Duration {} || t >= run.end())
        return t;
    core::Depth depth = core::Depth::Step;
    double fewest = HUGE_VAL;
    for (std::size_t pool = 0; pool < run.pools.size(); ++pool)
        if (const auto moment = run.at(pool, t)) {
            const StepCounts counts { *moment->segment->shape };
            const double stepS = core::toSeconds(moment->stepSpan.length()) / pace.speed;
            fewest = std::min(fewest, stepS);
            depth = counts.operators <= stepS ? core::Depth::Operator
                : counts.layers <= stepS      ? core::Depth::Layer
                                              : core::Depth::Step;
        }
    const core::Instant whole = fewest >= 1 ? t : core::Instant { t.time_since_epoch() / second * second };
    return run.previousBoundary(whole + core::Duration { 1 }, depth);
}

} // namespace memwall::ui
