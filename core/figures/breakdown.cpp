// Where the time of a token goes. Every operator's time has one cause or is shared between the kinds that
// passed its narrowest door; the parts add up to the whole.
#include "core/figures/report_steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

void addOperator(const Operator& op, double times, double steps, Breakdown& sum)
{
    const auto total = [&](Affine seconds) { return seconds.sumTo(steps) * times; };
    const double busy = total(op.busy);
    sum.fixed += total(op.duration) - busy;
    if (op.bound != Lane::Weights && op.bound != Lane::KvCache) {
        sum.*causeOf(op.bound).seconds += busy;
        return;
    }
    const double weights = std::min(busy, total(op.lanes[indexOf(Lane::Weights)]));
    const double kv = std::min(busy - weights, total(op.lanes[indexOf(Lane::KvCache)]));
    sum.weights += weights;
    sum.kv += kv;
    // What is left is activations on their way to and from arithmetic.
    sum.compute += busy - weights - kv;
}

} // namespace

Breakdown breakdownOf(const Segment& segment)
{
    Breakdown sum;
    const auto steps = static_cast<double>(segment.steps);
    for (const Pass& pass : segment.shape->passes) {
        Breakdown part;
        forEachOperator(pass,
            [&](const Operator& op, double times) { addOperator(op, times * pass.repeat, steps, part); });
        if (pass.kind == PassKind::Draft)
            sum.draft += part.total();
        else if (pass.kind == PassKind::Transfer)
            sum.transfer += part.total();
        else
            sum.add(part);
    }
    return sum;
}

void reportBreakdown(const Run& run, Report& report)
{
    std::vector<Breakdown> bySegment;
    bySegment.reserve(run.segments.size());
    for (const Segment& segment : run.segments)
        bySegment.push_back(breakdownOf(segment));
    double count = 0;
    for (const RequestRun& request : run.requests)
        count += !request.rejected && request.outputTokens > 1 ? 1 : 0;
    for (const RequestRun& request : run.requests) {
        if (request.rejected || request.outputTokens <= 1)
            continue;
        const double share = 1 / (count * static_cast<double>(request.outputTokens - 1));
        double inSteps = 0;
        for (std::size_t i = 1; i < request.pieces.size(); ++i) {
            const Breakdown& part = bySegment[static_cast<std::size_t>(request.pieces[i].segment)];
            report.breakdown.add(part, share);
            inSteps += part.total();
        }
        // Between its own steps an answer waits for other users' prompts.
        const double waited = toSeconds(request.finish - request.firstToken) - inSteps;
        report.breakdown.queue += std::max(0.0, waited) * share;
    }
}

} // namespace memwall::core
