// What is wrong with an input: where, what, and what would be right. Expected failures are values of
// this type; they are collected, so that one reading reports every mistake of a file.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

struct Problem
{
    std::string pointer; ///< JSON pointer, e.g. "/systems/0/pools/1/chip"; empty for the whole file
    std::optional<int> line; ///< 1-based line of the file, where known
    std::string message; ///< what is wrong, e.g. "unknown chip \"h100\""
    std::string remedy; ///< what would be right, e.g. "did you mean \"h100_sxm\"?"

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// "FILE:LINE: POINTER: message; remedy", leaving out what is unknown.
[[nodiscard]] std::string describe(const Problem& problem, const std::string& file = {});

} // namespace memwall::core
