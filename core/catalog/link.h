// A connection between chips, or between pools.
#pragma once

#include "core/base/units.h"
#include "core/catalog/sourced.h"

#include <optional>
#include <string>

namespace memwall::core
{

struct Link
{
    LinkId id;
    std::string name; ///< "NVLink 4 + NVSwitch"
    Sourced<BytesPerSecond> bandwidth; ///< per direction and chip
    Sourced<double> share; ///< achieved share of it for large messages
    Sourced<Seconds> latency; ///< one message, one way, software included
    /// All-reduce of a small message over n ranks costs alpha0 + alphaPerRank * (n - 1): kernels of an
    /// engine's own, launched in a graph.
    std::optional<Sourced<Seconds>> allReduceAlpha0, allReduceAlphaPerRank;
    /// The same with the collectives that the vendor's library ships; absent: no difference is published.
    std::optional<Sourced<Seconds>> stockAlpha0, stockAlphaPerRank;
    /// Cards behind one shared root: each one's rate falls with (2 / n)^x. 0: a switch, nothing is shared.
    Sourced<double> rootSharing;
    /// Low-latency protocol: share of the rate it reaches, and the
    /// extra start-up of the bulk protocol that takes over for large messages.
    double lowLatencyShare = 0.26;
    Seconds bulkStart { 16e-6 };

    bool operator==(const Link&) const = default;
};

} // namespace memwall::core
