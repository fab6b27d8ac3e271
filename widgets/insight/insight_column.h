// The right column: what holds us back, how fast is it, why. Bottleneck sentence, key figures, roofline
// (QCustomPlot), where the time goes (Qt Charts), KV cache over the answer (QCustomPlot).
#pragma once

#include "core/origin/origin.h"
#include "widgets/flow/pace.h"
#include "widgets/plots/card.h"
#include "widgets/plots/chart_actions.h"
#include "widgets/theme/theme.h"

#include <QWidget>

#include <memory>

namespace memwall::ui
{

class InsightColumn : public QWidget
{
    Q_OBJECT
public:
    explicit InsightColumn(QWidget* parent = nullptr);
    ~InsightColumn() override;

    void setResult(const core::Report& report, std::shared_ptr<const core::Run> run);
    void setTime(core::Instant time);
    /// What is shorter than a second on screen is not spoken of.
    void setPace(const Pace& pace);
    void setTheme(const Theme& theme);
    /// The cards that are wanted, by name; none: all of them. Of these, those that have something to say are
    /// shown.
    void setCards(const QStringList& names);
    /// This card alone, whichever are wanted; empty: those again.
    void setOnly(const QString& name);
    /// Where a popup about the bottleneck opens.
    [[nodiscard]] QWidget& bottleneckCard() const;

signals:
    void leastWidthChanged(); ///< of minimumSizeHint(): other words came
    void targetRequested(); ///< "What would it take?"
    /// Somebody wants to keep a card's picture or values.
    void saveRequested(const memwall::ui::ChartFile& file);
    /// Somebody wants to know where a figure comes from.
    void originRequested(core::Headline headline);
    /// Somebody wants these cards alone; none: all of them.
    void cardsRequested(const QStringList& names);

protected:
    bool event(QEvent* event) override;

private:
    void askForHeight();
    void addHiding(Card& card);
    void showCards();
    [[nodiscard]] QStringList cardsBut(const QString& name) const;

    struct State;
    std::unique_ptr<State> m_state;
};

/// One card of the column alone: "bottleneck", "figures", "roofline", "breakdown", "kv"; null for another
/// name.
[[nodiscard]] std::unique_ptr<Card> cardNamed(const QString& name);
[[nodiscard]] QStringList panelNames();

} // namespace memwall::ui
