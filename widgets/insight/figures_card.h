// The figures that users feel: time per token, first token, tokens per second, energy, cost, and the band.
#pragma once

#include "core/figures/figure_table.h"
#include "widgets/plots/card.h"

namespace memwall::ui
{

class FiguresCard : public Card
{
    Q_OBJECT
public:
    explicit FiguresCard(QWidget* parent = nullptr);

protected:
    void showData(const InsightData& shown) override;
    [[nodiscard]] std::string csvOf(const core::Report& report) const override;

private:
    struct Figure
    {
        QLabel* caption;
        QLabel* value;
        core::ReportFigure figure = "bytes_per_token/weights"; ///< of a label that has no origin
    };
    Figure addFigure(
        const QString& name, const QString& caption, std::optional<core::Headline> headline = {});
    /// Those that speak, two in a row, without holes.
    void place(const std::vector<std::pair<Figure, bool>>& figures);

    class QGridLayout* m_grid;
    Figure m_perToken, m_firstToken, m_perUser, m_total, m_energy, m_cost, m_memory;
    QLabel* m_band;
};

} // namespace memwall::ui
