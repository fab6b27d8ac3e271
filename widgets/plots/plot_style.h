// QCustomPlot in the program's colours and type.
#pragma once

#include "widgets/theme/theme.h"

#include <QSharedPointer>

#include <functional>

class QCPAxis;
class QCPAxisTicker;
class QCustomPlot;

namespace memwall::ui
{

/// Powers of ten with SI letters: 1T, 10T, 1P.
[[nodiscard]] QSharedPointer<QCPAxisTicker> siTicker();
/// Powers of ten, or 1, 2 and 5 of them where the range is short, each with its own words.
[[nodiscard]] QSharedPointer<QCPAxisTicker> logTicker(std::function<QString(double)> text);
/// Evenly spaced, each with its own words.
[[nodiscard]] QSharedPointer<QCPAxisTicker> linearTicker(std::function<QString(double)> text);

void styleAxis(QCPAxis& axis, const Theme& theme);
/// The four axes of the plot's first rect, and its ground.
void stylePlot(QCustomPlot& plot, const Theme& theme);

} // namespace memwall::ui
