// The roofline of one chip: what arithmetic intensity allows, with where prefill and decode stand.
#pragma once

#include "widgets/plots/card.h"
#include "widgets/plots/plot_words.h"

class QCustomPlot;
class QMouseEvent;

namespace memwall::ui
{

class RooflineCard : public Card
{
    Q_OBJECT
public:
    explicit RooflineCard(QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;

protected:
    void showData(const InsightData& shown) override;
    [[nodiscard]] std::string csvOf(const core::Report& report) const override;

private:
    [[nodiscard]] const core::Phase* roof() const;
    void rebuild();
    void setRanges(const core::Phase& roof);
    void addRoof(const core::Phase& phase, bool second);
    void addPoint(const core::Phase& phase, bool prefill);
    void showValues(QMouseEvent* event);

    core::Phase m_prefill, m_decode;
    double m_left = 0.1, m_right = 1e5; ///< range of arithmetic intensity shown
    QCustomPlot* m_plot;
    QLabel* m_without;
    PlotWords m_words;
};

} // namespace memwall::ui
