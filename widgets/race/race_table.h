// The differences of a race as a table: a row per lane, each figure beside the first lane's. What does not
// answer has its reason in the row, never a zero.
#pragma once

#include "widgets/race/race_lanes.h"
#include "widgets/theme/theme.h"

#include <QStringList>
#include <QTableWidget>

namespace memwall::ui
{

struct RaceRow
{
    QString name;
    QStringList cells; ///< as raceColumns() without the name; empty: see reason
    QString reason;
    std::vector<bool> best; ///< per cell: no lane is better
};

/// Names of the columns, the lane's first.
[[nodiscard]] QStringList raceColumns();
[[nodiscard]] std::vector<RaceRow> raceRows(const std::vector<RaceLane>& lanes);

class RaceTable : public QTableWidget
{
    Q_OBJECT
public:
    explicit RaceTable(QWidget* parent = nullptr);

    void setLanes(const std::vector<RaceLane>& lanes);
    void setTheme(const Theme& theme);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void fitHeight();
    [[nodiscard]] double wholeWidth(int column) const;
    void fitColumns();

    std::vector<RaceRow> m_rows;
    Theme m_theme = Theme::darkTheme();
};

} // namespace memwall::ui
