#include "widgets/tape/stall.h"

#include "widgets/scene/stage_blocks.h"

#include <algorithm>

namespace memwall::ui
{

std::optional<core::Duration> stallAt(
    const core::Run& run, std::size_t request, core::Instant t, const Pace& pace)
{
    const core::Instant held = pace.held(t);
    const std::int64_t written = run.tokensWritten(request, held);
    if (written == 0 || written >= run.requests[request].outputTokens)
        return {};
    const std::optional<core::Moment> moment = run.at(mainPool(run), held);
    if (!moment || moment->segment->kind != core::SegmentKind::Prefill)
        return {};
    const auto& batch = moment->segment->requests;
    if (std::find(batch.begin(), batch.end(), static_cast<int>(request)) != batch.end())
        return {};
    return held - run.tokenTime(request, written - 1);
}

} // namespace memwall::ui
