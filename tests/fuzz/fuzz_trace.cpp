// A trace file; its first byte chooses the format.
#include "core/scenario/read_trace.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cmath>

using namespace memwall;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    constexpr unsigned kFormats = 4;
    core::TraceSource source;
    source.format = static_cast<core::TraceFormat>(data[0] % kFormats);
    const auto trace = core::readTrace({ reinterpret_cast<const char*>(data) + 1, size - 1 }, source);
    if (!trace) {
        fuzz::requireClear(trace.error());
        return 0;
    }
    fuzz::require(!trace->requests.empty(), "a trace has requests");
    fuzz::require(std::is_sorted(trace->requests.begin(), trace->requests.end(),
                      [](const core::TraceRequest& a, const core::TraceRequest& b) { return a.atS < b.atS; }),
        "requests come in order");
    for (const core::TraceRequest& request : trace->requests)
        fuzz::require(std::isfinite(request.atS) && request.atS >= 0 && request.promptTokens > 0
                && request.outputTokens > 0,
            "a request has a time, a prompt and an answer");
    return 0;
}
