// JSON text with the line of every value, so that a problem can say where it is. Strict JSON: no
// comments, no repeated keys, at most kMaxJsonDepth levels deep.
#pragma once

#include "core/base/problem.h"

#include <nlohmann/json.hpp>

#include <expected>
#include <map>
#include <string>
#include <string_view>

namespace memwall::core
{

inline constexpr int kMaxJsonDepth = 64;

struct JsonDocument
{
    nlohmann::json value;
    std::map<std::string, int> lines; ///< JSON pointer → 1-based line of its key or value
};

/// Syntax errors and repeated keys are reported with their line; never throws.
[[nodiscard]] std::expected<JsonDocument, Problems> parseJson(std::string_view text);

/// A key or index as a token of a JSON pointer: ~ and / escaped.
[[nodiscard]] std::string pointerToken(std::string_view key);

} // namespace memwall::core
