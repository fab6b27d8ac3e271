// QCustomPlot in the program's colours and type. Include in .cpp files of charts only.
#pragma once

#include "widgets/theme/theme.h"

#include <qcustomplot.h>

namespace memwall::ui
{

/// Powers of ten with SI letters: 1T, 10T, 1P.
class SiTicker : public QCPAxisTickerLog
{
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar, int precision) override;
};

void stylePlot(QCustomPlot& plot, const Theme& theme);

} // namespace memwall::ui
