// What holds us back, in a title and a sentence, with what doubling each resource would buy.
#pragma once

#include "widgets/charts/card.h"

namespace memwall::ui
{

class BottleneckCard : public Card
{
    Q_OBJECT
public:
    explicit BottleneckCard(QWidget* parent = nullptr);

    void setData(const InsightData& shown) override;
    void setTheme(const Theme& theme) override;
    [[nodiscard]] bool speaksOf(const InsightData& shown) const override;

private:
    void colourTitle();

    core::Bottleneck m_bottleneck = core::Bottleneck::Memory;
    bool m_kvLeads = false;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_range;
};

} // namespace memwall::ui
