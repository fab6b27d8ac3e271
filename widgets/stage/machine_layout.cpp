#include "widgets/flow/example_choice.h"
#include "widgets/stage/machine_view.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr int kMostDomains = 4;

/// As many columns as make chips of this aspect largest.
CellGrid gridOf(const QRectF& area, int chips, double aspect)
{
    CellGrid best { area, 1, std::max(1, chips), chips };
    double largest = 0;
    for (int columns = 1; columns <= chips; ++columns) {
        const int rows = (chips + columns - 1) / columns;
        const double height = std::min(area.height() / rows, area.width() / columns / aspect);
        if (height > largest) {
            largest = height;
            best = { area, columns, rows, chips };
        }
    }
    return best;
}

} // namespace

MachineLayout layoutMachine(const HouseFrame& house, const QRectF& area, const Theme& theme)
{
    MachineLayout layout;
    const double line = QFontMetricsF { theme.font(TextRole::Body) }.height();
    const int count = (house.chips + house.domain - 1) / house.domain;
    const int shown = std::min(count, kMostDomains);
    layout.hidden = count - shown;
    QRectF racks = area;
    if (!house.messages.empty()) {
        layout.message = { area.left(), area.bottom() - line, area.width(), line };
        racks.setBottom(layout.message.top() - theme.px(6));
    }
    if (!house.parts.empty() && area.height() > theme.px(190)) {
        const double height = theme.px(20) + line;
        layout.parts = { area.left(), racks.bottom() - height, area.width(), theme.px(18) };
        layout.partsText = { area.left(), layout.parts.bottom() + theme.px(3), area.width(), line };
        racks.setBottom(layout.parts.top() - theme.px(10));
    }
    const double hop = shown > 1 ? std::min(theme.px(120), racks.width() * 0.14) : 0.0;
    const double width = (racks.width() - hop * (shown - 1)) / shown;
    const double pad = theme.px(10);
    for (int d = 0; d < shown; ++d) {
        MachineLayout::Domain domain;
        domain.first = d * house.domain;
        domain.box = { racks.left() + d * (width + hop), racks.top(), width, racks.height() };
        domain.head = { domain.box.left() + pad, domain.box.top() + theme.px(6), width - 2 * pad, line };
        const double foot = domain.box.bottom() - theme.px(16);
        domain.wire = { domain.head.left(), foot, domain.head.width(), theme.px(4) };
        const double top = domain.head.bottom() + theme.px(6);
        const QRectF room { domain.head.left(), top, domain.head.width(), foot - theme.px(8) - top };
        domain.chips = gridOf(room, std::min(house.domain, house.chips - domain.first), 0.9);
        layout.domains.push_back(domain);
        if (d > 0)
            layout.hops.emplace_back(
                domain.box.left() - hop, racks.top() + racks.height() * 0.3, hop, racks.height() * 0.4);
    }
    return layout;
}

ChipPicture pictureOf(const QRectF& chip, const Theme& theme)
{
    const double gap = std::max(0.5, std::min(chip.width(), chip.height()) * 0.06);
    const QRectF box = chip.adjusted(gap, gap, -gap, -gap);
    if (std::min(box.width(), box.height()) < theme.px(34))
        return { {}, box, {}, false };
    const double pad = box.width() * 0.12;
    const double line = QFontMetricsF { theme.font(TextRole::Caption) }.height();
    QRectF label;
    double top = box.top() + box.height() * 0.14;
    if (box.height() > 4 * line) {
        label = { box.left() + pad / 2, box.top() + theme.px(2), box.width() - pad, line };
        top = label.bottom() + theme.px(2);
    }
    const double height = box.bottom() - box.height() * 0.1 - top;
    const double half = (box.width() - 3 * pad) / 2;
    return { label, { box.left() + pad, top, half, height },
        { box.left() + 2 * pad + half, top, half, height }, true };
}

std::vector<int> chipsAtWork(const HouseFrame& house, const HouseNow& now)
{
    if (!now.atWork)
        return {};
    const int busy = std::clamp(static_cast<int>(std::lround(now.chipsBusy)), 1, house.inStep);
    // How many hold a chosen expert is computed; which ones differs from layer to layer.
    std::vector<int> chips = exampleChoice(busy, house.inStep, now.seed);
    for (int& chip : chips)
        chip += now.stage * house.inStep;
    return chips;
}

std::vector<double> workOfChips(const HouseFrame& house, const HouseNow& now)
{
    std::vector<double> work(static_cast<std::size_t>(house.inStep * house.stages), 0.0);
    const bool events = now.seen == Seen::Operators;
    for (std::size_t chip = 0; chip < work.size(); ++chip)
        if (const std::size_t stage = chip / static_cast<std::size_t>(house.inStep);
            stage < now.stages.size() && !(events && now.stages[stage] >= 1))
            work[chip] = now.stages[stage];
    if (events)
        for (const int chip : chipsAtWork(house, now))
            work[static_cast<std::size_t>(chip)] = 1;
    return work;
}

} // namespace memwall::ui
