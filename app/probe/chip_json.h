// A measurement as a chip in the catalog's own format, and all of its figures as JSON.
#pragma once

#include "app/probe/measurement.h"

#include <nlohmann/json.hpp>

namespace memwall::probe
{

inline constexpr auto kChipId = "this_computer";

/// What a chip needs that was not measured.
struct ChipContext
{
    std::string date; ///< of the measurement: "2026-11-26"
    /// Share of the arithmetic peak that large products reach on processors, as the catalog knows it.
    double computeEfficiency = 0;
    std::string computeSource; ///< where that comes from
};

[[nodiscard]] nlohmann::ordered_json chipJson(const Measurement& measurement, const ChipContext& context);
[[nodiscard]] nlohmann::ordered_json figuresJson(const Measurement& measurement, const std::string& date);

} // namespace memwall::probe
