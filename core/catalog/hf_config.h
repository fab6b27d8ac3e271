// A Hugging Face config.json as a model in the catalog's own format, so that it can stand inline in a
// scenario.
#pragma once

#include "core/base/problem.h"

#include <nlohmann/json.hpp>

#include <expected>
#include <string>

namespace memwall::core
{

/// Has model_type and the width of its layers, at the top or in text_config.
[[nodiscard]] bool isHuggingFaceConfig(const nlohmann::json& value);

/// Pointers of the problems are those of the config. A model_type that is not known is read as a Llama-like
/// one, with a note in the result.
[[nodiscard]] std::expected<nlohmann::json, Problems> modelFromHuggingFace(
    const nlohmann::json& config, std::string name);

} // namespace memwall::core
