// The roofline with every operator of the present step as a dot, and the ridge named.
#pragma once

#include "widgets/plots/chart.h"

namespace memwall::ui
{

class OperatorsChart : public Chart
{
    Q_OBJECT
public:
    explicit OperatorsChart(QWidget* parent = nullptr);

    [[nodiscard]] std::string chartCsv() const override;
    [[nodiscard]] std::vector<ChartMark> marks() const override;
    [[nodiscard]] const std::vector<core::StepUnderRoof>& steps() const { return m_steps; }

protected:
    void draw() override;
    bool follows(core::Instant time) override;

private:
    void setRanges();
    void addRoof(const core::StepUnderRoof& step, bool first);
    void addOperators(const core::StepUnderRoof& step, bool first);
    void say();
    [[nodiscard]] double sizeOf(const core::StepUnderRoof& step, const core::OperatorPoint& op) const;
    [[nodiscard]] QString describe(const core::StepUnderRoof& step, const core::OperatorPoint& op) const;

    std::vector<core::StepUnderRoof> m_steps;
    double m_left = 0.1, m_right = 1e5;
};

} // namespace memwall::ui
