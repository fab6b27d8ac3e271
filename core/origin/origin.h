// Where a headline figure comes from: its formula in words and with the present numbers, every input with
// its source, an ideal and a typical band, and why it may be outside the validated range. Worked out when
// somebody asks, not with every simulation.
#pragma once

#include "core/catalog/catalog.h"
#include "core/figures/report.h"
#include "core/origin/equation.h"
#include "core/scenario/scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

struct ReportFigure;

enum class Headline : std::uint8_t
{
    Tpot,
    Ttft,
    TokensPerUser,
    Throughput,
    Bottleneck,
    Memory,
    MaxUsers,
    Energy,
    Cost,
};

/// "time per output token (TPOT)".
[[nodiscard]] Saying titleOf(Headline headline);

/// Its figure in the report; null where it has none of its own: the bottleneck, memory in use.
[[nodiscard]] const ReportFigure* figureOf(Headline headline);

/// A number that a figure rests on.
struct OriginInput
{
    NamedFigure figure;
    Saying source; ///< a title; this scenario for what the user set
    std::string url {}, date {};
    std::optional<Confidence> confidence {}; ///< absent: set by the user, or exact
    std::string note {};
    std::optional<double> prior {}; ///< value before the fit to measurements; absent: not fitted
    int witnesses = 0; ///< groups of measurements that moved it
};

/// "vendor", "measured" …
[[nodiscard]] std::string_view nameOf(Confidence confidence);

struct Origin
{
    Headline headline = Headline::Tpot;
    NamedFigure figure; ///< as the report has it
    Saying words; ///< of a figure that is no number: the bottleneck's name
    std::optional<double> ideal; ///< peak rates, no fixed costs
    std::optional<double> low, high; ///< typical band; absent: exact, or nobody knows
    std::vector<Equation> equations; ///< the figure's own first, then those of its terms
    std::vector<OriginInput> inputs;
    Saying outside; ///< why outside the validated range; empty: inside
    Sayings remarks; ///< what the formula leaves out
};

/// All headline figures that the system has, in the order of the enumeration. Nothing for a system that does
/// not fit. Cost: a few passes over the run's segments.
/// REQUIRES: the result is that of this system and workload, simulated with this catalog.
[[nodiscard]] std::vector<Origin> originOf(
    const System& system, const Workload& workload, const Catalog& catalog, const SystemResult& result);

/// One figure's origin as plain text, for the clipboard and the terminal.
[[nodiscard]] std::string originText(const Origin& origin, const Wording& words);

} // namespace memwall::core
