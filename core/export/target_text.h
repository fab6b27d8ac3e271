// Answers to "what would it take" for `--reach`: a table for people, rows for programs.
#pragma once

#include "core/base/saying.h"
#include "core/whatif/target.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace memwall::core
{

/// One system's answers, one per resource. REQUIRES: at least one row.
struct SystemReach
{
    std::string name;
    std::vector<Reach> rows;
};

/// "tpot_s ≤ 10 ms".
[[nodiscard]] std::string targetText(const Target& target);
[[nodiscard]] std::string reachTable(
    const std::vector<SystemReach>& systems, const Target& target, const Wording& words);
[[nodiscard]] nlohmann::ordered_json reachJson(
    const std::vector<SystemReach>& systems, const Target& target, const Wording& words);

} // namespace memwall::core
