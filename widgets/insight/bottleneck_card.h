// What holds us back at the playhead, in a title and a sentence, with what doubling each resource would buy.
#pragma once

#include "widgets/plots/card.h"

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
    /// Speaks of what runs then: of the prefill while a prompt is read, else of a mean token.
    void setTime(core::Instant time) override;
    /// Prefills and transfers that are over before a sentence can be read are not spoken of.
    void setShortest(core::Duration shortest) { m_shortest = shortest; }
    [[nodiscard]] bool speaksOf(const InsightData& shown) const override;

signals:
    void targetRequested(); ///< "What would it take?"

protected:
    void showData(const InsightData& shown) override;
    [[nodiscard]] std::string csvOf(const core::Report& report) const override;

private:
    void addBars();
    void showHold();
    void colourTitle();

    InsightData m_shown;
    core::RunPhase m_phase = core::RunPhase::Tokens;
    core::Duration m_shortest {};
    core::PhaseHold m_hold;
    QLabel* m_title;
    QLabel* m_text;
    QLabel* m_range;
    SensitivityBars* m_bars;
    QPushButton* m_ask;
};

} // namespace memwall::ui
