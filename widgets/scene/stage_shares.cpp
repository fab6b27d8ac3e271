#include "widgets/scene/stage_shares.h"

#include "core/timeline/activity.h"
#include "widgets/scene/stage_texts.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

bool isWork(core::OperatorKind kind)
{
    return !isMessage(kind) && kind != core::OperatorKind::StepOverhead;
}

int stageOf(const core::Run& run, std::size_t pool, const std::optional<int>& layer)
{
    return layer && run.layers > 0 ? *layer * std::max(1, run.pools[pool].stages) / run.layers : 0;
}

void see(HouseNow& now, const core::Run& run, std::size_t pool, const core::Span& span)
{
    const core::Operator& op = *span.op;
    if (!isWork(op.kind))
        return;
    now.atWork = true;
    now.stage = stageOf(run, pool, span.layer);
    now.chipsBusy = op.kind == core::OperatorKind::Experts ? op.chips : run.pools[pool].inStep;
    now.seed = static_cast<std::uint64_t>(span.step * 131 + span.layer.value_or(0));
}

/// A message crosses to another domain in the last part of its busy time.
void hear(HouseNow& now, const core::Span& span, core::TimeSpan window)
{
    const core::Operator& op = *span.op;
    const double busy = op.busy.at(static_cast<double>(span.step));
    const core::Instant end = span.time.begin + core::fromSeconds(busy);
    const core::Instant far = end - core::fromSeconds(busy * double { op.farShare });
    const auto during = [window](core::Instant from, core::Instant to) {
        return from < to && from <= window.end && to > window.begin;
    };
    if (during(far, end))
        now.farTalk = 1;
    if (during(span.time.begin, far))
        now.nearTalk = 1;
}

/// Each operator of a window, lit as long as the window has a part of it.
void lookAtEvents(HouseNow& now, const core::Run& run, std::size_t pool, core::TimeSpan window)
{
    constexpr std::size_t kMost = 64;
    const core::TimeSpan asked { window.begin, window.end + core::Duration { 1 } };
    for (const core::Span& span : run.spans(pool, asked, core::Depth::Operator, kMost)) {
        if (span.op == nullptr || span.op->pool != pool)
            continue;
        see(now, run, pool, span);
        if (isMessage(span.op->kind))
            hear(now, span, asked);
    }
    now.stages.assign(static_cast<std::size_t>(std::max(1, run.pools[pool].stages)), 0.0);
    if (now.atWork)
        now.stages[static_cast<std::size_t>(now.stage)] = 1;
}

/// What acts in a window and does not yet, dimly: an eye that is led there sees it act.
void announce(HouseNow& now, const core::Run& run, std::size_t pool, core::TimeSpan window)
{
    constexpr double kDim = 0.3;
    HouseNow next;
    lookAtEvents(next, run, pool, window);
    now.nearTalk = std::max(now.nearTalk, kDim * next.nearTalk);
    now.farTalk = std::max(now.farTalk, kDim * next.farTalk);
    for (std::size_t stage = 0; stage < next.stages.size(); ++stage)
        now.stages[stage] = std::max(now.stages[stage], kDim * next.stages[stage]);
}

double overlap(core::TimeSpan a, core::TimeSpan b)
{
    return std::max(0.0, core::toSeconds(std::min(a.end, b.end) - std::max(a.begin, b.begin)));
}

/// The time in which the layers of each stage are worked on in the pass under way.
std::vector<core::TimeSpan> stageSpans(const core::Run& run, std::size_t pool, const core::Moment& moment)
{
    const auto stages = static_cast<std::size_t>(std::max(1, run.pools[pool].stages));
    const auto step = static_cast<double>(moment.step);
    double begin = 0;
    const auto& passes = moment.segment->shape->passes;
    for (int i = 0; i < moment.passIndex; ++i)
        begin += passes[static_cast<std::size_t>(i)].duration.at(step)
            * passes[static_cast<std::size_t>(i)].repeat;
    begin += moment.pass->duration.at(step) * moment.repetition;
    const auto at = [&](std::size_t stage) {
        const auto& layers = moment.pass->layerBegin;
        const double inside = layers[stage * (layers.size() - 1) / stages].at(step);
        return moment.stepSpan.begin + core::fromSeconds(begin + inside);
    };
    std::vector<core::TimeSpan> spans;
    for (std::size_t stage = 0; stage < stages; ++stage)
        spans.push_back({ at(stage), at(stage + 1) });
    return spans;
}

/// Work divided among the stages: where steps can be seen, by who had the token in the stretch.
std::vector<double> stageShares(const core::Run& run, std::size_t pool,
    const std::optional<core::Moment>& moment, const Sight& sight, double work)
{
    const auto stages = static_cast<std::size_t>(std::max(1, run.pools[pool].stages));
    const bool passing = moment && moment->pass != nullptr && !moment->pass->layerBegin.empty();
    if (stages == 1 || sight.seen == Seen::Shares || !passing)
        return std::vector<double>(stages, work / static_cast<double>(stages));
    std::vector<double> shares;
    double all = 0;
    for (const core::TimeSpan& span : stageSpans(run, pool, *moment)) {
        shares.push_back(overlap(span, sight.stretch) / core::toSeconds(sight.stretch.length()));
        all += shares.back();
    }
    shares.back() += std::max(0.0, 1 - all); // the end of the pass before
    for (double& share : shares)
        share *= work;
    return shares;
}

/// How long ago the last layer was left, by this pass or by one of its kind just before; in lengths of the
/// pass.
std::optional<double> lastLayerLeft(const core::Moment& moment, core::Instant t, double passS)
{
    const core::Pass& pass = *moment.pass;
    if (moment.op == nullptr || pass.layerBegin.empty())
        return std::nullopt;
    const auto step = static_cast<double>(moment.step);
    const double layersEnd = pass.layerBegin.back().at(step);
    double in = core::toSeconds(t - moment.opSpan.begin) + moment.op->begin.at(step);
    if (moment.layer)
        in += pass.layerBegin[static_cast<std::size_t>(*moment.layer)].at(step);
    if (!moment.layer && in >= layersEnd)
        return (in - layersEnd) / passS;
    const bool first = moment.step == 0 && moment.repetition == 0;
    const bool another = moment.repetition == 0 && moment.segment->shape->passes.size() > 1;
    return first || another ? std::nullopt : std::optional { (passS - layersEnd + in) / passS };
}

} // namespace

void lookAround(HouseNow& now, const core::Run& run, std::size_t pool, const HouseFrame& house,
    const Sight& sight, const Pace& pace)
{
    now.seen = sight.seen;
    if (sight.seen == Seen::Operators) {
        const core::Duration third = pace.third();
        lookAtEvents(now, run, pool, { std::max(core::Instant {}, sight.time - third), sight.time });
        // At the next whole third of a second it acts.
        if (sight.announces)
            announce(now, run, pool, { sight.time + core::Duration { 1 }, core::later(sight.time, third) });
        return;
    }
    const core::Activity did = core::activityOver(run, pool, sight.stretch);
    if (did.seconds <= 0)
        return;
    const double talk = did.pacedBy(core::Lane::Communication) / did.seconds;
    const double work = (did.pacedBy(core::Lane::Compute) + did.pacedBy(core::Lane::Weights)
                            + did.pacedBy(core::Lane::KvCache))
        / did.seconds;
    now.farTalk = talk * house.farShare;
    now.nearTalk = talk - now.farTalk;
    now.atWork = work > 0;
    const std::optional<core::Moment> moment = run.at(pool, sight.time);
    now.stage = moment ? stageOf(run, pool, moment->layer) : 0;
    now.stages = stageShares(run, pool, moment, sight, work);
}

void lookAtLayers(HouseNow& now, const core::Run& run, std::size_t pool, core::Instant t, const Pace& pace)
{
    // Whatever stands at this instant: also between two passes.
    if (now.seen == Seen::Shares) {
        if (now.atWork && run.layers > 0)
            now.layerShare = 0.5;
        return;
    }
    const std::optional<core::Moment> moment = run.at(pool, t);
    if (!moment || moment->pass == nullptr || run.layers <= 0)
        return;
    const double passS = moment->pass->duration.at(static_cast<double>(moment->step));
    now.trail = passS > 0 ? std::min(1.0, core::toSeconds(pace.third()) / passS) : 0.0;
    if (passS > 0)
        now.left = lastLayerLeft(*moment, t, passS);
    // Also while another pool works on its part of the layer.
    if (moment->layer)
        now.layerShare = static_cast<double>(*moment->layer) / run.layers;
}

double litOf(const HouseNow& now, int layers, int cell, int cells)
{
    constexpr double kSlack = 1e-9;
    if (layers <= 0)
        return 0;
    if (now.seen == Seen::Shares)
        return now.layerShare ? 0.5 : 0.0;
    const auto fading
        = [&now](double gone) { return now.trail > 0 ? std::max(0.0, 1 - gone / now.trail) : 0.0; };
    const double from = static_cast<double>(cell) / cells, to = static_cast<double>(cell + 1) / cells;
    const double before = now.left ? fading(*now.left + 1 - to) : 0.0;
    if (!now.layerShare || from >= *now.layerShare + 1.0 / layers - kSlack)
        return before;
    const double gone = *now.layerShare - to;
    return gone < -kSlack ? 1 : std::max(before, fading(gone));
}

} // namespace memwall::ui
