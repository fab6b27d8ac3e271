// JSON text → values: the one reader of every input. Strict JSON: no comments, no repeated keys; bounded in
// size and depth, so that no file can exhaust memory or the stack.
#pragma once

#include "core/base/problem.h"

#include <nlohmann/json.hpp>

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace memwall::core
{

/// Levels of brackets. Whoever walks a value that was read may do so by recursion.
inline constexpr std::size_t kMaxJsonDepth = 64;
/// Ten times the longest file that is shipped and more than anybody writes by hand.
inline constexpr std::size_t kMaxJsonBytes = std::size_t { 16 } << 20;

/// Mistakes of syntax, repeated keys and what exceeds the limits are reported with their line; never throws.
[[nodiscard]] std::expected<nlohmann::json, Problems> parseJson(std::string_view text);

/// A value as people type it: JSON, or a plain word where the text is none. What is JSON but exceeds the
/// limits, or repeats a key, is a mistake.
[[nodiscard]] std::expected<nlohmann::json, Problems> parseJsonOrWord(std::string_view text);

/// Gives problems that were found in the values of a text their lines: that of the value at the problem's
/// pointer or, where it is missing, of the nearest one around it. REQUIRES: parseJson took the text.
void addLines(Problems& problems, std::string_view text);

/// A key or index as a token of a JSON pointer: ~ and / escaped.
[[nodiscard]] std::string pointerToken(std::string_view key);
/// What the tokens of a JSON pointer name, e.g. "systems", "0"; nothing where the text is no pointer.
[[nodiscard]] std::optional<std::vector<std::string>> pointerTokens(std::string_view pointer);

} // namespace memwall::core
