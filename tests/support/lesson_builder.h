// A lesson over four H100 with the steps that a test writes.
#pragma once

#include "core/lesson/lesson_results.h"
#include "core/simulate.h"
#include "tests/support/shipped_catalog.h"

namespace memwall::tests
{

inline const core::Catalog& oneCatalog()
{
    static const core::Catalog catalog = shippedCatalog();
    return catalog;
}

/// steps: JSON of a list. Throws where the lesson does not read.
inline core::Scenario lessonOfSteps(const std::string& steps)
{
    nlohmann::json file = fourH100();
    file["lesson"] = { { "steps", nlohmann::json::parse(steps) } };
    auto scenario = core::readScenario(file.dump(), oneCatalog());
    if (!scenario)
        throw std::runtime_error(listOf(scenario.error()));
    return *std::move(scenario);
}

inline core::LessonResults resultsOf(core::Scenario scenario)
{
    return { std::move(scenario), oneCatalog(),
        [](const core::Scenario& played, const core::Catalog& catalog, const std::stop_token& stop) {
            return core::simulate(played, catalog, stop);
        } };
}

} // namespace memwall::tests
