// Settings: a list of pointers and values, [["/workload/users", 8], …], set one after the other as a user
// would, and all at once.
#include "core/base/json_document.h"
#include "core/scenario/scenario_io.h"
#include "tests/fuzz/fuzz.h"

#include <fstream>
#include <sstream>

using namespace memwall;

namespace
{

const core::Scenario& base()
{
    static const core::Scenario scenario = [] {
        std::ifstream file(
            std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios/machines/gpu-hbm.memwall.json");
        std::ostringstream text;
        text << file.rdbuf();
        return core::readScenario(text.str(), fuzz::catalog()).value();
    }();
    return scenario;
}

core::Settings settingsIn(const nlohmann::json& list)
{
    core::Settings settings;
    if (list.is_array())
        for (const auto& pair : list)
            if (pair.is_array() && pair.size() == 2 && pair[0].is_string())
                settings.emplace_back(pair[0].get<std::string>(), pair[1]);
    return settings;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto typed = core::parseJsonOrWord(text);
    if (!typed)
        fuzz::requireClear(typed.error());
    const core::Settings settings = typed ? settingsIn(*typed) : core::Settings {};
    const auto all = core::withSettings(base(), settings, fuzz::catalog());
    if (!all)
        fuzz::requireClear(all.error());
    // A sweep writes over what the last values left: the answer must be that of a fresh start.
    core::Variations variations(base(), fuzz::catalog());
    for (int round = 0; round < 2; ++round) {
        const auto same = variations.with(settings);
        fuzz::require(same.has_value() == all.has_value() && (!same || *same == *all),
            "settings mean the same however they are applied");
    }
    core::Scenario scenario = base();
    for (const auto& setting : settings)
        if (auto changed = core::withSettings(scenario, { setting }, fuzz::catalog()))
            scenario = *std::move(changed);
    const auto again = core::readScenario(core::writeScenario(scenario), fuzz::catalog());
    fuzz::require(again && *again == scenario, "what was set is written and read again");
    return 0;
}
