// The shipped catalog, and a small scenario on it to be bent by each case.
#pragma once

#include "core/catalog/catalog.h"
#include "widgets/words/sayings.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace memwall::tests
{

inline std::string listOf(const core::Problems& problems)
{
    std::string text;
    for (const core::Problem& problem : problems)
        text += core::describe(problem, ui::wordingOfFiles()) + '\n';
    return text;
}

/// Throws with every problem: Qt Test reports it as a failure of the calling test.
inline core::Catalog shippedCatalog()
{
    auto read = core::readCatalog(std::filesystem::path(MEMWALL_SOURCE_DIR) / "resources/catalog");
    if (!read)
        throw std::runtime_error(listOf(read.error()));
    return std::move(*read);
}

inline nlohmann::json fourH100()
{
    return nlohmann::json::parse(R"({
        "memwall": 1,
        "workload": {"arrivals": "together", "users": 1, "prompt_tokens": 1024, "output_tokens": 256},
        "systems": [{
            "name": "four", "model": "llama-3.1-70b", "weight_bits": 16, "engine": "graphs",
            "pools": [{"role": "both", "chip": "h100_sxm", "chips": 4, "tensor_parallel": 4}]
        }]
    })");
}

} // namespace memwall::tests
