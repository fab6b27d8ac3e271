// What every fuzz target begins with: the shipped catalog, and a way to say that a promise was broken.
#pragma once

#include "core/base/saying.h"
#include "core/catalog/catalog.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace memwall::fuzz
{

/// Ends the run where something is not so: libFuzzer keeps the input.
inline void require(bool holds, const std::string& promise)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", promise.c_str());
    std::abort();
}

/// Names of sayings in place of words, which are not fuzzed, and their parts.
inline std::string plainly(const core::Saying& saying)
{
    std::string text(saying.what);
    for (const core::SayingPart& part : saying.parts) {
        text += ' ';
        if (const auto* name = std::get_if<std::string>(&part))
            text += *name;
        else if (const auto* count = std::get_if<core::Count>(&part))
            text += count->text;
        else
            for (const core::Saying& within : std::get<core::Sayings>(part))
                text += plainly(within);
    }
    return text;
}

inline const core::Catalog& catalog()
{
    static const core::Catalog read
        = core::readCatalog(std::filesystem::path(MEMWALL_SOURCE_DIR) / "resources/catalog").value();
    return read;
}

/// Every problem can be told: where, what and what would be right.
inline void requireClear(const core::Problems& problems)
{
    require(!problems.empty() && problems.size() <= core::ProblemList::kMost + 1,
        "problems are told and bounded");
    for (const core::Problem& problem : problems) {
        const std::string text = core::describe(problem, plainly, "file");
        require(
            !problem.message.empty() && text.find('\x1b') == std::string::npos, "a problem is plain text");
    }
}

} // namespace memwall::fuzz
