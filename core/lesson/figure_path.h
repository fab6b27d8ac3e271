// Figures in the documents of --json, by the names that lessons have for them.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace memwall::core
{

/// Words of --json, "memory", "compute" …, as numbers of their own; nothing for another word.
[[nodiscard]] std::optional<double> wordValue(std::string_view name);

/// What "tpot_s", "pools[0].busy_share" lead to from a value; null pointer: nowhere. Below what is null all
/// is null.
[[nodiscard]] const nlohmann::json* memberAt(const nlohmann::json& value, const std::string& path);

/// As a number: true is 1, a word has its own, what is null is not known. Nothing: it is none, or nowhere.
[[nodiscard]] std::optional<double> numberOf(const nlohmann::json* value);

/// A figure below one document; unknown where there is no document, for then nothing is known.
[[nodiscard]] std::optional<double> numberAt(const nlohmann::json& document, const std::string& path);

} // namespace memwall::core
