// How sayings are put: a table per room of core, in English, each text marked for translation in the context
// "core".
#pragma once

#include <QtGlobal>

#include <span>
#include <string_view>

namespace memwall::ui
{

struct SayingWords
{
    std::string_view what; ///< of the saying
    const char* text; ///< %1 is its first part; the plural where the saying has a count
    const char* one = nullptr; ///< the singular, in English; translations have their own
    bool capital = false; ///< begins with a part that is written small elsewhere
};

// Sorted in no way; every saying of core stands in one of them, which a test keeps.
[[nodiscard]] std::span<const SayingWords> figuresSayings();
[[nodiscard]] std::span<const SayingWords> lessonSayings();
[[nodiscard]] std::span<const SayingWords> originSayings();
[[nodiscard]] std::span<const SayingWords> problemCatalogSayings();
[[nodiscard]] std::span<const SayingWords> problemRunSayings();
[[nodiscard]] std::span<const SayingWords> problemSayings();
[[nodiscard]] std::span<const SayingWords> problemScenarioSayings();
[[nodiscard]] std::span<const SayingWords> runSayings();
[[nodiscard]] std::span<const SayingWords> scenarioSayings();
[[nodiscard]] std::span<const SayingWords> tableSayings();

/// All of these tables.
[[nodiscard]] std::span<const std::span<const SayingWords>> allSayings();

} // namespace memwall::ui
