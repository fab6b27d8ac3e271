// A QCustomPlot that paints itself anew, instead of its buffered pixels, while its picture is exported.
#pragma once

#include <QVector>

class QCustomPlot;
class QPaintEngine;
class QWidget;

namespace memwall::ui
{

[[nodiscard]] QCustomPlot* newVectorPlot(QWidget* parent);

/// Whether what is painted keeps shapes as shapes.
[[nodiscard]] bool isVector(const QPaintEngine* engine);

/// As long as it lives, all plots made by newVectorPlot inside a widget paint anew, and what lies over them
/// is hidden.
class ExportedPlots
{
public:
    explicit ExportedPlots(QWidget& root);
    ~ExportedPlots();
    ExportedPlots(const ExportedPlots&) = delete;
    ExportedPlots& operator=(const ExportedPlots&) = delete;

private:
    QVector<QCustomPlot*> m_plots;
    QVector<QWidget*> m_hidden;
};

} // namespace memwall::ui
