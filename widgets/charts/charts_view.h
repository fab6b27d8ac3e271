// All charts of a run: a list of them, and the chosen one large, with what can be done with it.
#pragma once

#include "widgets/plots/chart.h"
#include "widgets/plots/chart_actions.h"

class QListWidget;
class QStackedWidget;
class QToolButton;

namespace memwall::ui
{

class ChartsView : public QWidget
{
    Q_OBJECT
public:
    explicit ChartsView(QWidget* parent = nullptr);

    /// Another run; what is worked out beside it follows.
    void setResult(const core::SystemResult& result, const core::Workload& workload, core::BatchKnob knob);
    void setEnergy(core::EnergyParts energy);
    void addPoint(const core::BatchPoint& point);
    void setCurveComplete();
    void setTime(core::Instant time);
    void setTheme(const Theme& theme);

    [[nodiscard]] const std::vector<Chart*>& charts() const { return m_charts; }
    [[nodiscard]] Chart& current() const;
    void choose(const QString& name); ///< by object name; an unknown one changes nothing

signals:
    void saveRequested(const memwall::ui::ChartFile& file);

private:
    void addChart(Chart* chart);
    void addButtons(class QBoxLayout& row);
    void refresh();

    ChartData m_data;
    Theme m_theme;
    QListWidget* m_list;
    QStackedWidget* m_stack;
    std::vector<Chart*> m_charts;
    std::vector<QToolButton*> m_buttons;
};

} // namespace memwall::ui
