// What holds us back, in a title and a sentence, with what doubling each resource would buy.
#pragma once

#include "widgets/charts/card.h"

class QPushButton;

namespace memwall::ui
{

class SensitivityBars;

class BottleneckCard : public Card
{
    Q_OBJECT
public:
    explicit BottleneckCard(QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;
    [[nodiscard]] bool speaksOf(const InsightData& shown) const override;

signals:
    void targetRequested(); ///< "What would it take?"

protected:
    void showData(const InsightData& shown) override;
    [[nodiscard]] std::string csvOf(const core::Report& report) const override;

private:
    void addBars();
    void colourTitle();

    core::Bottleneck m_bottleneck = core::Bottleneck::Memory;
    bool m_kvLeads = false;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_range;
    SensitivityBars* m_bars;
    QPushButton* m_ask;
};

} // namespace memwall::ui
