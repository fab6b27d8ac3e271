// Reads the fields of JSON objects and collects what is wrong with them: wrong types, values out of range,
// missing and unknown fields (naming the nearest known one).
#pragma once

#include "core/base/problem.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace memwall::core
{

/// Collects problems of one document; where there is a text, addLines gives them their lines.
struct ReadContext
{
    ProblemList problems;

    void report(std::string pointer, Saying message, Saying remedy)
    {
        problems.add({ std::move(pointer), {}, std::move(message), std::move(remedy) });
    }
};

/// Smallest and largest value allowed, both included.
struct Range
{
    double min = 0;
    double max = 1e300;
};

/// Keys are kept as views until finish(): literals, or texts that outlive the reader.
class ObjectReader
{
public:
    /// Reports when the value is no object; every field is then absent.
    ObjectReader(ReadContext& context, const nlohmann::json& value, std::string pointer);

    [[nodiscard]] std::string at(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const;

    /// The value of a field, null counting as absent; marks the field as known.
    const nlohmann::json* find(std::string_view key);
    const nlohmann::json* array(std::string_view key);
    const nlohmann::json* object(std::string_view key);

    std::optional<double> number(std::string_view key, Range range = {});
    std::optional<std::int64_t> integer(std::string_view key, Range range = {});
    /// One line of text as it may be shown anywhere.
    std::optional<std::string> text(std::string_view key);
    /// The same with its line ends.
    std::optional<std::string> lines(std::string_view key);
    /// Text that is shown nowhere as it stands, such as a path: every byte of it.
    std::optional<std::string> rawText(std::string_view key);
    std::optional<bool> flag(std::string_view key);
    /// One of the words; reports and returns nothing for another.
    std::optional<std::size_t> choice(std::string_view key, const std::vector<std::string>& words);

    /// remedy: what to give, where it is missing.
    void require(std::string_view key, Saying remedy);
    /// Accepts a field without reading it.
    void allow(std::initializer_list<std::string_view> keys);
    /// Reports fields that nobody asked for. Call last.
    void finish();

private:
    ReadContext& m_context;
    const nlohmann::json& m_value;
    std::string m_pointer;
    std::vector<std::string_view> m_known; ///< asked for so far
};

/// The most similar candidate by edit distance; empty when none is near.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);
/// "did you mean "x"?" or "known here are a, b, c".
[[nodiscard]] Saying suggestion(std::string_view word, const std::vector<std::string>& candidates);

} // namespace memwall::core
