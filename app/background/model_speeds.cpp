#include "app/background/model_speeds.h"

#include "core/scenario/scenario_io.h"

#include <algorithm>

namespace memwall::app
{

using nlohmann::json;

std::expected<core::Scenario, core::Problems> scenarioOn(
    const json& chip, const core::ModelId& model, const core::FormatId& format, const core::Catalog& catalog)
{
    const core::Model* known = catalog.model(model);
    const std::string title = (known != nullptr ? known->name : model.text());
    const json scenario {
        { "memwall", 1 }, { "title", title + " on this computer" },
        { "description",
            "Rates of the memory and the cost of a weight were measured on the computer that this was made "
            "on." },
        { "workload",
            { { "arrivals", "together" }, { "users", 1 }, { "prompt_tokens", 512 },
                { "output_tokens", 128 } } },
        { "systems",
            json::array({ { { "name", "This computer" }, { "model", model.text() },
                { "weight_bits", format.text() },
                { "pools", json::array({ { { "role", "both" }, { "chip", chip }, { "chips", 1 } } }) } } }) }
    };
    return core::readScenario(scenario.dump(), catalog);
}

std::vector<ModelSpeed> modelSpeeds(const json& chip, const core::Catalog& catalog)
{
    std::vector<ModelSpeed> speeds;
    for (const core::Model& model : catalog.models) {
        ModelSpeed speed { model.id, model.name, 0, {} };
        for (std::size_t i = 0; i < kSpeedFormats.size(); ++i) {
            const auto scenario = scenarioOn(chip, model.id, kSpeedFormats[i], catalog);
            if (!scenario)
                continue;
            const core::SimulationResult result = core::simulate(*scenario, catalog);
            const core::Report& report = result.systems.front().report;
            speed.parameters = report.model.totalParams;
            if (report.fits && report.tpotS > 0)
                speed.formats[i] = { 1 / report.tpotS, 1 / report.bandHigh, 1 / report.bandLow };
        }
        if (std::any_of(speed.formats.begin(), speed.formats.end(),
                [](const auto& format) { return format.has_value(); }))
            speeds.push_back(std::move(speed));
    }
    std::stable_sort(speeds.begin(), speeds.end(),
        [](const ModelSpeed& a, const ModelSpeed& b) { return a.parameters < b.parameters; });
    return speeds;
}

} // namespace memwall::app
