// Energy and cost of one token: bytes moved, arithmetic, idle power; chips written off, electricity.
#pragma once

#include "core/figures/report.h"
#include "core/machine/machine.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

inline constexpr double kSecondsPerYear = 365.25 * 86'400;
inline constexpr double kJoulesPerKwh = 3.6e6;
inline constexpr double kTokensPerMtoken = 1e6;

/// Joules of one pool over a whole run, all its replicas.
struct PoolEnergy
{
    double memory = 0; ///< bytes through the doors of memory
    double link = 0; ///< bytes between chips
    double arithmetic = 0;
    double idle = 0; ///< what the chips draw all the time
    std::optional<double> most; ///< published power times time; absent: not published
    /// Part of `memory` by level and by what moved, and the bytes.
    struct Moved
    {
        std::array<double, kKinds> joules {}, bytes {};
    };
    std::vector<Moved> levels;
    double flops = 0, linkBytes = 0; ///< all chips, whole run
    std::string unknownLevel; ///< a level that bytes leave and whose energy per bit is not published

    [[nodiscard]] double total() const { return memory + link + arithmetic + idle; }
};

/// Tokens that all answers of all replicas have.
[[nodiscard]] double tokensOf(const Machine& machine, const Run& run);
/// Share of its published power above idle that a pool draws, where that is all that is known. A machine of
/// fixed latencies draws it at its published speed, so whenever it works.
[[nodiscard]] double busyPower(const Machine& machine, const Report& report, std::size_t pool);
[[nodiscard]] PoolEnergy poolEnergy(const Machine& machine, const Run& run, std::size_t pool);

/// Joules per token and their band, from the parts where they are known, else from the published power.
/// Wants the report's utilization and shares of the pools.
void reportEnergy(const Machine& machine, const Run& run, Report& report);
/// Dollars per million tokens; nothing where a chip has no price. Wants the report's energy.
void reportCost(const Machine& machine, const Run& run, Report& report);

} // namespace memwall::core
