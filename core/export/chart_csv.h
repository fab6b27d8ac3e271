// The values of charts as comma-separated text: a head with units, then one row per point. Heads, and the
// words of columns that tell rows apart (bound_by, change, phase, figure), are the format: no language
// changes them.
#pragma once

#include "core/base/saying.h"
#include "core/figures/chart_data.h"
#include "core/whatif/batch_curve.h"

#include <string>
#include <vector>

namespace memwall::core
{

[[nodiscard]] std::string batchCurveCsv(const std::vector<BatchPoint>& curve);
[[nodiscard]] std::string operatorsCsv(const std::vector<StepUnderRoof>& steps);
/// The gaps of every answer: user, token, time and gap. A last line says where there would be more rows.
[[nodiscard]] std::string gapsCsv(const Run& run, const Wording& words, std::size_t maxRows = 1'000'000);
[[nodiscard]] std::string memoryCsv(const MemoryOverTime& memory);
[[nodiscard]] std::string energyCsv(const EnergyParts& energy, const Wording& words);
[[nodiscard]] std::string breakdownCsv(const Breakdown& breakdown, const Wording& words);
[[nodiscard]] std::string sensitivityCsv(const Report& report);
/// Prefill and decode under the roofline.
[[nodiscard]] std::string phasesCsv(const Report& report);
[[nodiscard]] std::string kvOverTimeCsv(const Report& report);
/// The bottleneck and the figures that users feel.
[[nodiscard]] std::string bottleneckCsv(const Report& report, const Wording& words);
[[nodiscard]] std::string figuresCsv(const Report& report);

} // namespace memwall::core
