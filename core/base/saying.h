// What is to be said to people, without words: which sentence, and what stands in its places. Core says;
// whoever shows it makes the words, in the reader's language (widgets/words).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace memwall::core
{

struct Saying;
using Sayings = std::vector<Saying>; ///< one after the other

/// A number that decides between singular and plural.
struct Count
{
    std::int64_t number = 0;
    std::string text; ///< as it is written

    bool operator==(const Count&) const = default;
};

/// "12345".
[[nodiscard]] Count plainCount(std::int64_t number);
/// "12,345".
[[nodiscard]] Count groupedCount(std::int64_t number);

/// A name or a figure with its unit, a count, or a sentence within the sentence.
using SayingPart = std::variant<std::string, Count, Sayings>;

struct Saying
{
    Saying() = default;
    /// Names alone read as what they are: { "wall.fixed" }.
    Saying(const char* name, std::vector<SayingPart> itsParts = {})
        : what(name)
        , parts(std::move(itsParts))
    {
    }
    Saying(std::string_view name, std::vector<SayingPart> itsParts = {})
        : what(name)
        , parts(std::move(itsParts))
    {
    }

    std::string_view what; ///< "batch.capped"; names of this kind live as long as the program. Empty: nothing
    std::vector<SayingPart> parts; ///< of its places, in their order

    [[nodiscard]] bool empty() const { return what.empty(); }
    bool operator==(const Saying&) const = default;
};

/// Puts a saying into words.
using Wording = std::function<std::string(const Saying&)>;

/// All of them, a space or something else between two.
[[nodiscard]] std::string worded(
    const Sayings& sayings, const Wording& wording, std::string_view between = " ");

} // namespace memwall::core
