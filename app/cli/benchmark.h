// How smooth the program is on this computer: simulating, the first frame, frames of the playing window
// at two sizes, panning the timeline. All in seconds of this computer.
#pragma once

#include "core/simulate.h"

#include <QSize>

#include <vector>

namespace memwall::app
{

struct FrameFigures
{
    QSize size;
    double medianS = 0, maxS = 0;
    double blitS = 0; ///< copying a picture of that size, for comparison
};

struct BenchmarkFigures
{
    double simulateS = 0;
    double firstFrameS = 0; ///< from the start of the process
    std::vector<FrameFigures> frames;
    double timelinePanS = 0; ///< one step of panning, in the window of the first size
};

/// Opens a window that nobody sees. REQUIRES: a QApplication, no other window.
[[nodiscard]] BenchmarkFigures benchmark(const core::Scenario& scenario, const core::Catalog& catalog);
[[nodiscard]] nlohmann::ordered_json benchmarkJson(const BenchmarkFigures& figures);
[[nodiscard]] std::string benchmarkTable(const BenchmarkFigures& figures);

} // namespace memwall::app
