// What the catalog says of models and chips, under the names that lessons use for it.
#pragma once

#include "core/machine/machine.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace memwall::core
{

/// total_params, weight_bytes, …, expert_params in this format of weights and of the KV cache.
[[nodiscard]] nlohmann::json modelFacts(const Model& model, const Format& format, double kvElementBytes);
/// weights_bandwidth, …, power_w; what is not published is left out.
[[nodiscard]] nlohmann::json chipFacts(
    const Chip& chip, const Format& format, const std::optional<Link>& link);

/// Of "model/ID/NAME", "chip/ID/NAME", "constant/ID"; with the formats of a machine. Nothing: no such fact.
[[nodiscard]] std::optional<double> factAt(
    const std::string& path, const Machine& machine, const Catalog& catalog);

} // namespace memwall::core
