// Weights and KV cache in every memory that holds something, over the run, with its capacity.
#pragma once

#include "widgets/plots/chart.h"

namespace memwall::ui
{

class MemoryChart : public Chart
{
    Q_OBJECT
public:
    explicit MemoryChart(QWidget* parent = nullptr);

    [[nodiscard]] std::string chartCsv() const override;
    [[nodiscard]] std::vector<ChartMark> marks() const override;
    [[nodiscard]] QString textAt(QPointF place) const override;
    [[nodiscard]] const core::MemoryOverTime& memory() const { return m_memory; }

protected:
    void draw() override;

private:
    void layOut();
    void addPlace(QCPAxisRect& rect, const core::MemoryPlace& place, bool last);
    void addArea(QCPAxisRect& rect, const QVector<double>& values, core::Kind kind);
    void say();
    [[nodiscard]] QString describe(const core::MemoryPlace& place, std::size_t at) const;

    core::MemoryOverTime m_memory;
    std::weak_ptr<const core::Run> m_computed; ///< an address may be another run's by now
};

} // namespace memwall::ui
