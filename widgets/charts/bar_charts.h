// The charts made of bars: where a token's time goes, where its energy goes, what twice of each resource
// would save.
#pragma once

#include "widgets/plots/bar_chart.h"

namespace memwall::ui
{

class TimeChart : public BarChart
{
    Q_OBJECT
public:
    explicit TimeChart(QWidget* parent = nullptr);
    [[nodiscard]] std::string chartCsv() const override;

protected:
    void draw() override;
};

class EnergyChart : public BarChart
{
    Q_OBJECT
public:
    explicit EnergyChart(QWidget* parent = nullptr);
    [[nodiscard]] std::string chartCsv() const override;

protected:
    void draw() override;
};

class SavingsChart : public BarChart
{
    Q_OBJECT
public:
    explicit SavingsChart(QWidget* parent = nullptr);
    [[nodiscard]] std::string chartCsv() const override;

protected:
    void draw() override;
};

} // namespace memwall::ui
