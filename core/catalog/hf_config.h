// A Hugging Face config.json as a model in the catalog's own format, so that it can stand inline in a
// scenario.
#pragma once

#include "core/base/object_reader.h"

#include <nlohmann/json.hpp>

#include <expected>
#include <string>

namespace memwall::core
{

/// Has model_type and the width of its layers, at the top or in text_config.
[[nodiscard]] bool isHuggingFaceConfig(const nlohmann::json& value);

/// A model that readModel takes. Pointers of the problems are those of the config. A model_type that is not
/// known is read as a Llama-like one, with a note in the result.
[[nodiscard]] std::expected<nlohmann::json, Problems> modelFromHuggingFace(
    const nlohmann::json& config, std::string name);
/// The same for a config that stands at a pointer of another document; null where something was reported.
[[nodiscard]] nlohmann::json modelFromHuggingFace(
    ReadContext& context, const nlohmann::json& config, const std::string& pointer, std::string name);

} // namespace memwall::core
