// Where one token's time goes: one stacked bar and its legend.
#pragma once

#include "widgets/plots/card.h"
#include "widgets/plots/pattern_fill.h"

class QGridLayout;

namespace memwall::ui
{

/// One part of a token's time as shown.
struct BreakdownPart
{
    QString name;
    double seconds = 0;
    double share = 0;
    BarFill fill;
    QString formula; ///< of the seconds, in words
};

/// Parts that are worth showing (at least 0.05 %), in the bar's order.
[[nodiscard]] std::vector<BreakdownPart> breakdownParts(const core::Breakdown& breakdown, const Theme& theme);

class BreakdownCard : public Card
{
    Q_OBJECT
public:
    explicit BreakdownCard(QWidget* parent = nullptr);
    ~BreakdownCard() override;

    void setTheme(const Theme& theme) override;

protected:
    void showData(const InsightData& shown) override;
    [[nodiscard]] std::string csvOf(const core::Report& report) const override;

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
