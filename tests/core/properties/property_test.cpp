#include "tests/core/properties/property_test.h"

#include "core/scenario/scenario_io.h"
#include "tests/core/properties/laws.h"
#include "tests/support/shipped_catalog.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

namespace memwall::tests
{

namespace
{

/// A break of a law, or any other exception, as words; empty: all is well.
std::string complaint(const core::Scenario& scenario, const core::Catalog& catalog)
{
    try {
        keepsTheLaws(play(scenario, catalog));
        return {};
    } catch (const std::exception& error) {
        return error.what();
    }
}

bool replayed(const char* path, const core::Catalog& catalog)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    const auto scenario = core::readScenario(text.str(), catalog);
    const std::string wrong = scenario ? complaint(*scenario, catalog) : listOf(scenario.error());
    std::cerr << path << ": " << (wrong.empty() ? "keeps the laws" : wrong) << '\n';
    return wrong.empty();
}

/// The same scenarios in every run, unless RC_PARAMS asks for others.
void setDefaults(Pools pools)
{
    const std::string parameters = "max_success=500 seed=" + std::to_string(1 + static_cast<int>(pools));
    setenv("RC_PARAMS", parameters.c_str(), 0);
}

} // namespace

bool lawsHold(Pools pools, const char* name)
{
    const core::Catalog catalog = shippedCatalog();
    if (const char* path = std::getenv("MEMWALL_REPLAY"))
        return replayed(path, catalog);
    setDefaults(pools);
    const std::string file = std::string(name) + ".failed.memwall.json";
    return rc::check(name, [&] {
        const Drawn drawn = *scenarios(pools, catalog);
        const auto scenario = core::readScenario(drawn.text, catalog);
        RC_PRE(scenario.has_value());
        const std::string wrong = complaint(*scenario, catalog);
        if (wrong.empty())
            return;
        // Shrinking ends with the smallest that fails: the last one written.
        std::ofstream(file) << drawn.text;
        RC_LOG() << "Saved as " << file << ". Replay it with MEMWALL_REPLAY=" << file << '\n';
        RC_FAIL(wrong);
    });
}

} // namespace memwall::tests
