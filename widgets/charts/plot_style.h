// QCustomPlot in the program's colours and type.
#pragma once

#include "widgets/theme/theme.h"

#include <QSharedPointer>

class QCPAxisTicker;
class QCustomPlot;

namespace memwall::ui
{

/// Powers of ten with SI letters: 1T, 10T, 1P.
[[nodiscard]] QSharedPointer<QCPAxisTicker> siTicker();

void stylePlot(QCustomPlot& plot, const Theme& theme);

} // namespace memwall::ui
