// The plot of predicted over measured values: a mark for every point, the line of equal values, those a
// factor of two away, and rings around the points nearest to what is on screen.
#pragma once

#include "core/validate/check.h"
#include "core/validate/figure_kind.h"
#include "widgets/plots/chart_source.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <memory>

class QCustomPlot;

namespace memwall::ui
{

class ChartActions;

class ScatterPlot : public QWidget, public ChartSource
{
    Q_OBJECT
public:
    explicit ScatterPlot(QWidget* parent = nullptr);

    /// Points by index in the check, ascending, each with a prediction. The catalog names machines and must
    /// outlive the plot.
    void setPoints(std::shared_ptr<const core::ModelCheck> check, const core::Catalog& catalog,
        std::vector<std::size_t> shown);
    void setRinged(std::vector<std::size_t> points);
    void setTheme(const Theme& theme);

    [[nodiscard]] QString chartName() const override;
    [[nodiscard]] QWidget& chartPicture() override { return *this; }
    [[nodiscard]] std::string chartCsv() const override; ///< of the points shown
    [[nodiscard]] ChartActions& actions() const { return *m_actions; }
    /// What the pointer is told over a place of the plot; empty: nothing there.
    [[nodiscard]] QString textAt(QPointF place) const;

private:
    void rebuild();
    void addMarks(core::FigureKind kind, bool inside);
    void addRings();
    void addLines();
    void setRanges();
    [[nodiscard]] QPointF pixelOf(const core::CheckedPoint& point) const;
    [[nodiscard]] QString describe(const core::CheckedPoint& point) const;

    std::shared_ptr<const core::ModelCheck> m_check;
    const core::Catalog* m_catalog = nullptr;
    std::vector<std::size_t> m_shown, m_ringed;
    Theme m_theme;
    double m_from = 1e-3, m_to = 1e3; ///< range of both axes at rest
    QCustomPlot* m_plot;
    ChartActions* m_actions;
};

} // namespace memwall::ui
