// Time per token against tokens per second of all users, over batch sizes, with the present point marked.
#pragma once

#include "widgets/plots/chart.h"

namespace memwall::ui
{

class LatencyChart : public Chart
{
    Q_OBJECT
public:
    explicit LatencyChart(QWidget* parent = nullptr);

    [[nodiscard]] std::string chartCsv() const override;
    [[nodiscard]] std::vector<ChartMark> marks() const override;

protected:
    void draw() override;

private:
    void setRanges();
    void addCurve();
    void addPresent(const core::BatchPoint& point);
    void addPromise();
    void say();
    [[nodiscard]] QString describe(const core::BatchPoint& point) const;
};

} // namespace memwall::ui
