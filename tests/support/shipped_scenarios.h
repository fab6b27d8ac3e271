// The scenarios that ship with the program, simulated.
#pragma once

#include "core/scenario/read_trace.h"
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "tests/support/shipped_catalog.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace memwall::tests
{

inline std::string textOfFile(const std::filesystem::path& path)
{
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

inline std::vector<std::filesystem::path> shippedScenarios()
{
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios"))
        if (entry.path().extension() == ".json")
            paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

/// With the requests of its trace. Throws with every problem of the file.
inline core::Scenario shippedScenario(const std::filesystem::path& path, const core::Catalog& catalog)
{
    auto scenario = core::readScenario(textOfFile(path), catalog);
    if (!scenario)
        throw std::runtime_error(listOf(scenario.error()));
    core::Workload& workload = scenario->workload;
    if (workload.trace) {
        auto trace = core::readTrace(textOfFile(path.parent_path() / workload.trace->file), *workload.trace);
        if (!trace)
            throw std::runtime_error(listOf(trace.error()));
        workload.traceRequests.read = std::make_shared<const core::Trace>(*std::move(trace));
    }
    return *std::move(scenario);
}

} // namespace memwall::tests
