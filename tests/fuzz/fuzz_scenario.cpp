// A scenario's file: read, written, played and reported. What is read is played with few and short requests.
#include "core/export/perfetto.h"
#include "core/export/report_json.h"
#include "core/export/tables.h"
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace memwall;
using nlohmann::ordered_json;

namespace
{

/// The figures are the point, not how long a machine can be kept busy.
core::Scenario small(core::Scenario scenario)
{
    constexpr std::int64_t kMostRequests = 40;
    constexpr std::int64_t kMostTokens = 500;
    core::Workload& workload = scenario.workload;
    workload.users = std::min(workload.users, kMostRequests);
    workload.requests = std::min(workload.requests, kMostRequests);
    workload.events.resize(std::min<std::size_t>(workload.events.size(), kMostRequests));
    for (core::TokenCount* count : { &workload.promptTokens, &workload.outputTokens }) {
        count->value = std::min(count->value, kMostTokens);
        count->max = std::min(count->max, kMostTokens);
        count->min = std::min(count->min, count->max);
        count->median = std::min<double>(count->median, kMostTokens);
        count->p90 = std::min<double>(count->p90, kMostTokens);
    }
    for (core::ExtraRequest& event : workload.events) {
        event.promptTokens = std::min(event.promptTokens, kMostTokens);
        event.outputTokens = std::min(event.outputTokens, kMostTokens);
    }
    for (core::System& system : scenario.systems)
        system.batching.prefillChunkTokens = std::max(system.batching.prefillChunkTokens, 16);
    if (workload.arrivals == core::Arrivals::Trace)
        workload.traceRequests.read = std::make_shared<const core::Trace>(
            core::Trace { .requests = { { 0, 100, 10 }, { 0.5, 20, 3 } } });
    return scenario;
}

/// JSON has no infinity: it would be written as null, and a reader would miss a figure.
void requireFinite(const ordered_json& value, const std::string& at)
{
    if (value.is_number_float())
        fuzz::require(std::isfinite(value.get<double>()), "a figure is finite: " + at);
    if (value.is_structured())
        for (const auto& [key, child] : value.items())
            requireFinite(child, at + '/' + key);
}

void play(const core::Scenario& scenario)
{
    const core::SimulationResult result = core::simulate(scenario, fuzz::catalog());
    requireFinite(core::reportJson(result, fuzz::plainly), {});
    constexpr std::size_t kRows = 500;
    for (const std::string& text : { core::reportTable(result, fuzz::plainly), core::requestsCsv(result),
             core::timelineCsv(result, kRows), core::perfettoJson(result, kRows) })
        for (const char* word : { "nan", "inf" })
            fuzz::require(text.find(std::string(" ") + word + ' ') == std::string::npos
                    && text.find(std::string(",") + word + ',') == std::string::npos,
                "no figure is missing: " + text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto scenario = core::readScenario(text, fuzz::catalog());
    if (!scenario) {
        fuzz::requireClear(scenario.error());
        return 0;
    }
    const auto again = core::readScenario(core::writeScenario(*scenario), fuzz::catalog());
    fuzz::require(again && *again == *scenario, "what is written is read again");
    play(small(*scenario));
    return 0;
}
