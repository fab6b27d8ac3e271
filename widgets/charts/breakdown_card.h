// Where one token's time goes: one stacked bar and its legend.
#pragma once

#include "widgets/charts/card.h"

class QGridLayout;

namespace memwall::ui
{

/// One part of a token's time as shown.
struct BreakdownPart
{
    QString name;
    double seconds = 0;
    double share = 0;
    QBrush brush;
};

/// Parts that are worth showing (at least 0.05 %), in the bar's order.
[[nodiscard]] std::vector<BreakdownPart> breakdownParts(const core::Breakdown& breakdown, const Theme& theme);

class BreakdownCard : public Card
{
    Q_OBJECT
public:
    explicit BreakdownCard(QWidget* parent = nullptr);
    ~BreakdownCard() override;

    void setData(const InsightData& shown) override;
    void setTheme(const Theme& theme) override;

private:
    void rebuild();
    void rebuildLegend(const std::vector<BreakdownPart>& parts);

    struct Bar;
    core::Breakdown m_breakdown;
    std::unique_ptr<Bar> m_bar;
    QWidget* m_legend;
    QLabel* m_error;
};

} // namespace memwall::ui
