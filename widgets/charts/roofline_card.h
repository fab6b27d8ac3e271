// The roofline of one chip: what arithmetic intensity allows, with where prefill and decode stand.
#pragma once

#include "widgets/charts/card.h"

class QCustomPlot;
class QMouseEvent;

namespace memwall::ui
{

class RooflineCard : public Card
{
    Q_OBJECT
public:
    explicit RooflineCard(QWidget* parent = nullptr);

    void setData(const InsightData& shown) override;
    void setTheme(const Theme& theme) override;

private:
    void rebuild();
    void addRoof(const core::Phase& phase, bool second);
    void addPoint(const QString& name, const core::Phase& phase, const QColor& colour, bool left);
    void showValues(QMouseEvent* event);

    core::Phase m_prefill, m_decode;
    double m_left = 0.1, m_right = 1e5; ///< range of arithmetic intensity shown
    QCustomPlot* m_plot;
    QLabel* m_without;
};

} // namespace memwall::ui
