// A Hugging Face config.json given in place of a scenario: its model, inline in a scenario that is there
// already.
#pragma once

#include "app/files/catalog_location.h"
#include "app/files/scenario_file.h"

#include <QString>

#include <expected>

namespace memwall::app
{

/// "Llama-3.1-8B: 8.03 billion parameters, 32 layers." and what was assumed.
[[nodiscard]] QString modelSentence(const core::Catalog& catalog, const core::ModelRef& model);

/// What must be set so that a system runs the model, tokens that fit its context included.
[[nodiscard]] core::Settings modelSettings(const core::Catalog& catalog, const core::Scenario& scenario,
    std::size_t system, const core::ModelRef& model);

struct ScenarioOrModel
{
    core::Scenario scenario;
    bool isModel = false; ///< the file is a model's, the scenario is nobody's file
    QByteArray digest; ///< of the file
};

/// What stands in a scenario's file, or on standard input for "-"; a config.json gives the default scenario
/// with this model in its first system. The requests of a trace are not read yet.
[[nodiscard]] std::expected<ScenarioOrModel, LoadFailure> readScenarioOrModel(
    const QString& path, const core::Catalog& catalog, const Folders& folders);

} // namespace memwall::app
