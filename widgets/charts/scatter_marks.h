// Marks, ticks and legend of the plot of predicted against measured: a colour and a shape for each kind of
// figure, so that colour is not the only signal.
#pragma once

#include "core/validate/figure_kind.h"
#include "widgets/theme/theme.h"

#include <QSharedPointer>

class QCPAxisTicker;
class QCPScatterStyle;
class QCustomPlot;

namespace memwall::ui
{

/// Filled inside the validated range, hollow outside.
[[nodiscard]] QCPScatterStyle markOf(core::FigureKind kind, bool filled, const Theme& theme);
/// Powers of ten from a billionth up: "1µ", "10m", "1k".
[[nodiscard]] QSharedPointer<QCPAxisTicker> wideTicker();
void styleLegend(QCustomPlot& plot, const Theme& theme);

} // namespace memwall::ui
