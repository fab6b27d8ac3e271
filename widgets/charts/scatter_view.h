// Predicted against measured: the plot of all published points, narrowed by quantity, machine and source,
// with the errors of those that are left.
#pragma once

#include "core/validate/check.h"
#include "widgets/plots/chart_actions.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <memory>

class QComboBox;
class QHBoxLayout;
class QLabel;

namespace memwall::ui
{

class ScatterPlot;

class ScatterView : public QWidget
{
    Q_OBJECT
public:
    explicit ScatterView(QWidget* parent = nullptr);

    /// The catalog names machines and must outlive the view.
    void setCheck(std::shared_ptr<const core::ModelCheck> check, const core::Catalog& catalog);
    /// What is shown while there is no check.
    void setNotice(const QString& sentence);
    /// Points to ring: those nearest to the scenario on screen, by index in the check.
    void setRinged(std::vector<std::size_t> points);
    void setTheme(const Theme& theme);

    /// The points that the filters leave and that have a prediction.
    [[nodiscard]] const std::vector<std::size_t>& shown() const { return m_shown; }
    [[nodiscard]] ScatterPlot& plot() const { return *m_plot; }
    /// What the pointer is told over a place of the plot; empty: nothing there.
    [[nodiscard]] QString textAt(QPointF place) const;

signals:
    void saveRequested(const memwall::ui::ChartFile& file);

private:
    QComboBox* addFilter(const QString& name, const QString& caption, QHBoxLayout& row);
    void fillFilters();
    void filter();
    void sayErrors();

    std::shared_ptr<const core::ModelCheck> m_check;
    const core::Catalog* m_catalog = nullptr;
    std::vector<std::size_t> m_shown;
    Theme m_theme;
    ScatterPlot* m_plot;
    QComboBox *m_kind = nullptr, *m_chip = nullptr, *m_source = nullptr;
    QLabel *m_errors, *m_key;
};

} // namespace memwall::ui
