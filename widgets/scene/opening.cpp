// How wide a door is drawn.
#include "widgets/base/format.h"
#include "widgets/scene/stage_scene.h"
#include "widgets/scene/stage_words.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kOpenWall = 21e15; ///< B/s at which an opening is as high as the wall
constexpr double kNarrow = 10e9, kNarrowShare = 0.02; ///< where the log scale begins

/// What every factor of ten adds.
double decade()
{
    return (1 - kNarrowShare) / std::log10(kOpenWall / kNarrow);
}

} // namespace

double openingOf(double bytesPerSecond, WidthScale widths)
{
    if (bytesPerSecond <= 0)
        return 0;
    if (widths == WidthScale::True)
        return std::min(1.0, bytesPerSecond / kOpenWall);
    if (bytesPerSecond < kNarrow)
        return kNarrowShare * bytesPerSecond / kNarrow;
    return std::min(1.0, kNarrowShare + decade() * std::log10(bytesPerSecond / kNarrow));
}

double bandwidthOf(double opening, WidthScale widths)
{
    if (opening <= 0)
        return 0;
    if (widths == WidthScale::True)
        return std::min(1.0, opening) * kOpenWall;
    if (opening < kNarrowShare)
        return kNarrow * opening / kNarrowShare;
    return kNarrow * std::pow(10.0, (std::min(1.0, opening) - kNarrowShare) / decade());
}

QString rateText(double bytesPerSecond, double scale)
{
    return scale == 1 ? formatRate(bytesPerSecond)
                      : Words::tr("%1 × %2").arg(formatRate(bytesPerSecond / scale), formatNumber(scale));
}

double openingBetween(double bytesPerSecond, double towardsTrue)
{
    const double log = openingOf(bytesPerSecond, WidthScale::Log);
    return log + (openingOf(bytesPerSecond, WidthScale::True) - log) * towardsTrue;
}

QString scaleText(WidthScale widths)
{
    return widths == WidthScale::Log
        ? Words::tr("log widths: ×10 bandwidth = +%1 of the wall").arg(formatPercent(decade()))
        : Words::tr("true scale: the wall is %1 high").arg(formatRate(kOpenWall));
}

} // namespace memwall::ui
