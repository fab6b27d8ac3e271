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
    std::string id;
    std::string name; ///< "NVLink 4 + NVSwitch"
    Sourced<BytesPerSecond> bandwidth; ///< per direction and chip
    Sourced<double> share; ///< achieved share of it for large messages
    Sourced<Seconds> latency; ///< one message, one way, software included
    /// All-reduce of a small message over n ranks costs alpha0 + alphaPerRank * (n - 1).
    std::optional<Sourced<Seconds>> allReduceAlpha0, allReduceAlphaPerRank;
    /// Low-latency protocol (calibration.md section 1, item 7): share of the rate it reaches, and the
    /// extra start-up of the bulk protocol that takes over for large messages.
    double lowLatencyShare = 0.26;
    Seconds bulkStart { 16e-6 };

    bool operator==(const Link&) const = default;
};

} // namespace memwall::core
