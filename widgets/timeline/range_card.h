// A small card with the totals of the selected range: to read, to copy as text, to put away.
#pragma once

#include "core/timeline/totals.h"
#include "widgets/theme/theme.h"

#include <QStringList>
#include <QWidget>

#include <array>

class QLabel;
class QToolButton;

namespace memwall::ui
{

/// One line for length and words, then two or three for each pool: wall, link, rates; of one chip.
[[nodiscard]] QStringList rangeLines(const core::Run& run, const core::RangeTotals& totals);
/// The same for the clipboard, with the exact begin and end.
[[nodiscard]] QString rangeText(const core::Run& run, const core::RangeTotals& totals);

class RangeCard : public QWidget
{
    Q_OBJECT
public:
    explicit RangeCard(QWidget* parent = nullptr);

    void setLines(const QStringList& lines);
    void setTheme(const Theme& theme);

signals:
    void copyRequested();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel *m_title, *m_lines;
    std::array<QToolButton*, 2> m_buttons {};
    Theme m_theme;
};

} // namespace memwall::ui
