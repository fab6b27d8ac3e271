// What is wrong with an input: where, what, and what would be right. Expected failures are values of
// this type; they are collected, so that one reading reports every mistake of a file.
#pragma once

#include "core/base/saying.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

struct Problem
{
    std::string pointer; ///< JSON pointer, e.g. "/systems/0/pools/1/chip"; empty for the whole file
    std::optional<int> line; ///< 1-based line of the file, where known
    Saying message; ///< what is wrong, e.g. "unknown chip \"h100\""
    Saying remedy; ///< what would be right, e.g. "did you mean \"h100_sxm\"?"

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;

/// Problems of one input as they are found: the first are kept, the others counted, for nobody reads a
/// thousand and they must not fill memory.
class ProblemList
{
public:
    static constexpr std::size_t kMost = 100;

    void add(Problem problem);
    [[nodiscard]] std::size_t size() const { return m_kept.size() + m_more; }
    [[nodiscard]] bool empty() const { return m_kept.empty(); }
    /// Whether another one would only be counted: its words need not be found.
    [[nodiscard]] bool isFull() const { return m_kept.size() == kMost; }
    /// All that were kept; a last one says how many more there are.
    [[nodiscard]] Problems take();

private:
    Problems m_kept;
    std::size_t m_more = 0;
};

/// A problem in words.
struct ShownProblem
{
    std::string pointer;
    std::optional<int> line;
    std::string message, remedy;
};

/// As people read it: on one line, of bearable length, and nothing in it that would steer a terminal.
[[nodiscard]] ShownProblem shown(const Problem& problem, const Wording& wording);

/// "FILE:LINE: POINTER: message; remedy" of the problem as shown, leaving out what is unknown.
[[nodiscard]] std::string describe(
    const Problem& problem, const Wording& wording, const std::string& file = {});

} // namespace memwall::core
