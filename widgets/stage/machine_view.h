// All chips of a pool at a glance: fast domains (a node, a rack, a pod) side by side with the hop between
// them, chip by chip. The same layout serves racks of GPUs, pods of LPUs and the other house of a pair.
#pragma once

#include "widgets/stage/stage_layout.h"

#include <vector>

namespace memwall::ui
{

struct StageCanvas;

struct MachineLayout
{
    struct Domain
    {
        QRectF box, head, wire; ///< wire: the fast link that joins its chips
        CellGrid chips;
        int first = 0; ///< number of its first chip
    };
    std::vector<Domain> domains;
    std::vector<QRectF> hops; ///< from each domain to the next
    QRectF parts, partsText; ///< where one token's time goes; null in a small picture
    QRectF message; ///< one rack against all; null where there is nothing to say
    int hidden = 0; ///< domains that are not drawn
};

[[nodiscard]] MachineLayout layoutMachine(const HouseFrame& house, const QRectF& area, const Theme& theme);

/// Numbers of the chips at work at this instant: those of the pipeline stage, and of them as many as the
/// operator keeps busy.
[[nodiscard]] std::vector<int> chipsAtWork(const HouseFrame& house, const HouseNow& now);

/// Share of the time that each chip of the first replica works: of events, 1 for chipsAtWork.
[[nodiscard]] std::vector<double> workOfChips(const HouseFrame& house, const HouseNow& now);

/// Bins of one chip in the picture: fills and lit cores are read from here.
struct ChipPicture
{
    QRectF label; ///< its name; null in a small picture
    QRectF bin, cores;
    bool detailed = false; ///< otherwise bin is the whole chip
};
[[nodiscard]] ChipPicture pictureOf(const QRectF& chip, const Theme& theme);

void paintMachineBackground(const StageCanvas& canvas, std::size_t house);
void paintMachine(const StageCanvas& canvas, std::size_t house, const HouseNow& now);

} // namespace memwall::ui
