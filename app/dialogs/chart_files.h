// Keeping what a chart gives away: asks where, and writes it there.
#pragma once

class QWidget;

namespace memwall::ui
{
struct ChartFile;
}

namespace memwall::app
{

/// What goes wrong is said in a box over the parent.
void saveChart(const ui::ChartFile& file, QWidget& parent);

} // namespace memwall::app
