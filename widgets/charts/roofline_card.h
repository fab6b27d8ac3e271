// The roofline of one chip: what arithmetic intensity allows, with where prefill and decode stand.
#pragma once

#include "widgets/charts/card.h"
#include "widgets/charts/word_placer.h"

class QCPItemText;
class QCustomPlot;
class QMouseEvent;

namespace memwall::ui
{

class RooflineCard : public Card
{
    Q_OBJECT
public:
    explicit RooflineCard(QWidget* parent = nullptr);

    void setTheme(const Theme& theme) override;

protected:
    void showData(const InsightData& shown) override;
    [[nodiscard]] std::string csvOf(const core::Report& report) const override;

private:
    /// Words at a place of the plot; where around it they stand is decided when the axes have their size.
    struct Word
    {
        QCPItemText* item;
        QPointF coords;
        Side side;
    };

    [[nodiscard]] const core::Phase* roof() const;
    void rebuild();
    void setRanges(const core::Phase& roof);
    void addRoof(const core::Phase& phase, bool second);
    void addPoint(const core::Phase& phase, bool prefill);
    void addWord(const QString& text, QPointF coords, Side side, const QColor& colour);
    void placeWords();
    void showValues(QMouseEvent* event);

    core::Phase m_prefill, m_decode;
    double m_left = 0.1, m_right = 1e5; ///< range of arithmetic intensity shown
    QCustomPlot* m_plot;
    QLabel* m_without;
    std::vector<Word> m_words;
    std::vector<QPointF> m_marks; ///< plot coordinates
};

} // namespace memwall::ui
