// A QCustomPlot that paints itself anew, instead of its buffered pixels, while its picture is exported.
#pragma once

#include <QVector>

class QCustomPlot;
class QPaintEngine;
class QWidget;

namespace memwall::ui
{

[[nodiscard]] QCustomPlot* newVectorPlot(QWidget* parent);

/// Whether the picture of this very widget is being exported: nothing that only the screen needs.
[[nodiscard]] bool isExported(const QWidget& root);

/// As long as it lives, all plots made by newVectorPlot inside a widget paint anew, and what is no part of a
/// picture is hidden: buttons, and what lies over plots.
class ExportedPlots
{
public:
    explicit ExportedPlots(QWidget& root);
    ~ExportedPlots();
    ExportedPlots(const ExportedPlots&) = delete;
    ExportedPlots& operator=(const ExportedPlots&) = delete;

private:
    void hide(QWidget& widget);

    QWidget& m_root;
    QWidget* const m_focus; ///< hiding what has the focus would give it away
    QVector<QCustomPlot*> m_plots;
    QVector<QWidget*> m_hidden;
};

} // namespace memwall::ui
