// A shipped scenario as the program opens it: with the requests of its trace.
#pragma once

#include "core/scenario/read_trace.h"
#include "core/scenario/scenario_io.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace memwall::tests
{

inline std::string textOf(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

/// REQUIRES: a good scenario, and a good trace where it names one.
inline core::Scenario scenarioIn(const std::filesystem::path& file, const core::Catalog& catalog)
{
    core::Scenario scenario = *core::readScenario(textOf(file), catalog);
    if (scenario.workload.arrivals == core::Arrivals::Trace) {
        const std::string text = textOf(file.parent_path() / scenario.workload.trace->file);
        scenario.workload.traceRequests.read
            = std::make_shared<const core::Trace>(*core::readTrace(text, *scenario.workload.trace));
    }
    return scenario;
}

} // namespace memwall::tests
