// How far to trust the time per token: the ideal, the typical band, where no measurement reaches.
#include "core/figures/band.h"
#include "core/figures/range.h"
#include "core/figures/report_steps.h"

#include <algorithm>

namespace memwall::core
{

void reportTrust(const Machine& machine, const Run& run, Report& report)
{
    double seconds = 0, tokens = 0, steps = 0;
    for (const Segment& segment : run.segments) {
        if (segment.kind != SegmentKind::Decode && segment.kind != SegmentKind::Speculation)
            continue;
        seconds += idealSeconds(run, segment);
        steps += static_cast<double>(segment.steps);
    }
    for (const RequestRun& request : run.requests)
        for (const Cycle& cycle : request.cycles)
            tokens += cycle.emitted / static_cast<double>(run.requests.size());
    const double perStep = steps > 0 ? seconds / steps : 0;
    report.idealTpotS = tokens > 0 ? perStep * steps / tokens : perStep;
    report.idealTokensPerSPerUser = report.idealTpotS > 0 ? 1 / report.idealTpotS : 0;
    report.rangeNote = outsideRange(rangeCaseOf(machine, run, RangeFigure::PerToken));
    report.inRange = report.rangeNote.empty();
    const double error
        = std::max(relativeError(machine, report.breakdown), report.inRange ? 0.0 : kUnsureError);
    report.bandLow = report.tpotS / (1 + error);
    report.bandHigh = report.tpotS * (1 + error);
}

} // namespace memwall::core
