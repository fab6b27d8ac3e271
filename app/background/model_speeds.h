// What the catalog's models would run at on one chip, by the program's own model.
#pragma once

#include "core/base/problem.h"
#include "core/simulate.h"

#include <array>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace memwall::app
{

/// Formats that are predicted: those whose kernels were measured, 4 and 8 bits.
inline const std::array kSpeedFormats { core::FormatId("q4_0"), core::FormatId("q8_0") };

struct ModelSpeed
{
    core::ModelId id;
    std::string name;
    double parameters = 0;
    struct OfFormat
    {
        double tokensPerS = 0;
        double low = 0, high = 0; ///< typical range
    };
    std::array<std::optional<OfFormat>, kSpeedFormats.size()> formats; ///< absent: does not fit
};

/// One user, a short prompt. Small models first; without those that fit in no format.
[[nodiscard]] std::vector<ModelSpeed> modelSpeeds(const nlohmann::json& chip, const core::Catalog& catalog);

/// A scenario of one model on the chip, which is written inline.
[[nodiscard]] std::expected<core::Scenario, core::Problems> scenarioOn(const nlohmann::json& chip,
    const core::ModelId& model, const core::FormatId& format, const core::Catalog& catalog);

} // namespace memwall::app
