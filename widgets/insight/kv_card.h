// KV cache over the answer: the notepad that grows, with a cursor at the present time.
#pragma once

#include "widgets/plots/card.h"

class QCustomPlot;
class QCPItemLine;
class QCPItemText;

namespace memwall::ui
{

class KvCard : public Card
{
    Q_OBJECT
public:
    explicit KvCard(QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    void setTime(core::Instant time) override;
    [[nodiscard]] bool speaksOf(const InsightData& shown) const override;

protected:
    void showData(const InsightData& shown) override;
    [[nodiscard]] std::string csvOf(const core::Report& report) const override;

private:
    void rebuild();
    [[nodiscard]] double bytesAt(double seconds) const;

    std::vector<core::Report::KvPoint> m_points;
    double m_time = 0;
    QCustomPlot* m_plot;
    QCPItemLine* m_cursor;
    QCPItemText* m_value;
};

} // namespace memwall::ui
