// Numbers for people: two or three significant digits, SI steps (GB = 10⁹), a thin space before the unit.
// The only place where a figure becomes text.
#pragma once

#include <QString>

#include <string>

namespace memwall::core
{
struct Report;
struct ReportFigure;
}

namespace memwall::ui
{

inline constexpr int kFigures = 3; ///< significant digits of whatever has a unit

[[nodiscard]] QString formatBytes(double bytes); ///< "139 GB", "80 KB", "340 MB"
/// Of so many bytes, in their unit but without it, and as long at every value: " 0.8", "12.3" of "34.8 GB".
[[nodiscard]] QString formatBytesOf(double bytes, double whole);
[[nodiscard]] QString formatRate(double bytesPerSecond); ///< "3.35 TB/s"
[[nodiscard]] QString formatFlops(double flopsPerSecond); ///< "989 Tflop/s"
[[nodiscard]] QString formatSeconds(double seconds); ///< "14.7 ms", "312 ms", "17 µs"
[[nodiscard]] QString formatSecondsTo(double seconds, int significant); ///< … to so many digits
[[nodiscard]] QString formatEnergy(double joules); ///< "3.2 J", "14.7 mJ"
[[nodiscard]] QString formatPercent(double share); ///< 0.884 → "88 %", 0.0031 → "0.31 %"
[[nodiscard]] QString formatWhole(std::int64_t number); ///< with all its digits: "1,310,720"
[[nodiscard]] QString formatCount(double count); ///< "1,800", "68", "2.4"
[[nodiscard]] QString formatExact(double value, const QString& unit); ///< all digits, for tooltips
[[nodiscard]] QString formatBothWays(double bytes); ///< "85.89934592 GB = 80 GiB", all digits
/// "1 s here = 4.9 ms there" for a time scale (real seconds per simulated second).
[[nodiscard]] QString formatTimeScale(double timeScale);
/// Three significant digits without a unit: "3.35", "139", "0.34".
[[nodiscard]] QString formatNumber(double value, int significant = 3);

/// A figure of a report in its unit; tokens/s without it, which their name has.
[[nodiscard]] QString formatFigure(
    const core::ReportFigure& figure, const core::Report& report, const QString& unknown);

/// A name or sentence of core as it stands.
[[nodiscard]] QString plain(std::string_view text);

} // namespace memwall::ui
