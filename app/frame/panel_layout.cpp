#include "app/frame/panel_layout.h"

#include <algorithm>
#include <cmath>

namespace memwall::app
{

namespace
{

constexpr double kWideStage = 1.4; ///< a stage beside which the list comes by itself, in its usual widths
constexpr double kTimelineShare = 0.33; ///< of what stage and timeline share in a high window

/// Decides along one axis: which panels are there, and which of them lie over the stage.
class Axis
{
public:
    /// room: what stage and panels share.
    Axis(int room, int smallest, const PanelSizes& sizes, const PerPanel<PanelWish>& wishes)
        : m_usual(room)
        , m_room(room)
        , m_smallest(smallest)
        , m_sizes(sizes)
        , m_wishes(wishes)
    {
    }

    /// stage: what it has to keep for the panel to come by itself.
    void decide(Panel panel, int stage, PanelPlaces& places)
    {
        const int wanted = m_sizes.least[panel];
        // By themselves panels come as if none were called by hand: one never chases another.
        const bool byItself = m_usual - wanted >= stage;
        m_usual -= byItself ? wanted : 0;
        const PanelWish& wish = m_wishes[panel];
        if (!wish.shown.value_or(byItself))
            return;
        const bool fits = m_room - wanted >= m_smallest;
        if (!fits && !wish.called)
            return;
        places.over[panel] = !fits;
        m_shown[panel] = true;
        m_room -= fits ? wanted : 0;
    }

    [[nodiscard]] bool shows(Panel panel) const { return m_shown[panel]; }
    [[nodiscard]] int left() const { return m_room; } ///< to the stage

private:
    int m_usual, m_room, m_smallest;
    const PanelSizes& m_sizes;
    const PerPanel<PanelWish>& m_wishes;
    PerPanel<bool> m_shown {};
};

/// List and insight; gives what is left between their handles.
QRect placeColumns(
    QSize size, const PanelSizes& sizes, const PerPanel<PanelWish>& wishes, bool race, PanelPlaces& places)
{
    const int edges = sizes.handle + (race ? sizes.gap : sizes.handle);
    Axis axis(size.width() - edges, sizes.smallest.width(), sizes, wishes);
    if (!race)
        axis.decide(Panel::Insight, sizes.stage.width(), places);
    axis.decide(Panel::List, static_cast<int>(std::lround(sizes.stage.width() * kWideStage)), places);
    const auto widthOf = [&](Panel panel) { return axis.shows(panel) ? sizes.least[panel] : 0; };
    const int list = std::min(widthOf(Panel::List), size.width() - sizes.handle);
    const int insight = std::min(widthOf(Panel::Insight), size.width() - sizes.handle);
    if (list > 0)
        places.panels[Panel::List] = { 0, 0, list, size.height() };
    places.handles[Panel::List] = { list, 0, sizes.handle, size.height() };
    if (insight > 0)
        places.panels[Panel::Insight] = { size.width() - insight, 0, insight, size.height() };
    if (!race)
        places.handles[Panel::Insight]
            = { size.width() - insight - sizes.handle, 0, sizes.handle, size.height() };
    const int left = sizes.handle + (places.over[Panel::List] ? 0 : list);
    const int right
        = size.width() - (race ? sizes.gap : sizes.handle) - (places.over[Panel::Insight] ? 0 : insight);
    return { left, 0, right - left, size.height() };
}

/// Tape and timeline stand under the stage, each with its handle above it; where neither is there, the
/// handles share one line.
void placeRows(QRect centre, const PanelSizes& sizes, const PerPanel<PanelWish>& wishes, PanelPlaces& places)
{
    const int bottom = centre.bottom() + 1 - sizes.gap;
    places.transport = { centre.left(), bottom - sizes.transport, centre.width(), sizes.transport };
    const int end = places.transport.top() - sizes.gap;
    const int top = centre.top() + sizes.gap;
    Axis axis(end - top - 2 * sizes.handle, sizes.smallest.height(), sizes, wishes);
    axis.decide(Panel::Tape, sizes.stage.height(), places);
    axis.decide(Panel::Timeline, sizes.stage.height(), places);
    const auto stands = [&](Panel panel) { return axis.shows(panel) && !places.over[panel]; };
    int y = end;
    const auto row = [&](int height) {
        y -= height;
        return QRect { centre.left(), y, centre.width(), height };
    };
    if (stands(Panel::Timeline)) {
        const int least = sizes.least[Panel::Timeline];
        const int shared = axis.left() + least;
        const int most = std::max(least, shared - sizes.stage.height());
        const int wanted = static_cast<int>(std::lround(shared * kTimelineShare));
        places.panels[Panel::Timeline] = row(std::clamp(wanted, least, most));
    }
    places.handles[Panel::Timeline] = row(sizes.handle);
    if (stands(Panel::Tape))
        places.panels[Panel::Tape] = row(sizes.least[Panel::Tape]);
    if (stands(Panel::Tape) || stands(Panel::Timeline)) {
        places.handles[Panel::Tape] = row(sizes.handle);
    } else {
        const QRect line = places.handles[Panel::Timeline];
        places.handles[Panel::Tape] = line.adjusted(0, 0, -line.width() / 2, 0);
        places.handles[Panel::Timeline] = line.adjusted(line.width() / 2, 0, 0, 0);
    }
    places.main = { centre.left(), top, centre.width(), std::max(0, y - top) };
    // What lies over the stage grows from its lower edge.
    for (const Panel panel : { Panel::Timeline, Panel::Tape })
        if (places.over[panel]) {
            const int height = std::min(sizes.least[panel], places.main.height());
            y = std::max(y - height, top);
            places.panels[panel] = { centre.left(), y, centre.width(), height };
        }
}

} // namespace

PanelPlaces placePanels(QSize size, const PanelSizes& sizes, const PerPanel<PanelWish>& wishes, bool race)
{
    PanelPlaces places;
    const QRect centre = placeColumns(size, sizes, wishes, race, places);
    if (!race) {
        placeRows(centre, sizes, wishes, places);
        return places;
    }
    const int bottom = centre.bottom() + 1 - sizes.gap;
    places.transport = { centre.left(), bottom - sizes.transport, centre.width(), sizes.transport };
    places.main = { centre.left(), centre.top() + sizes.gap, centre.width(),
        std::max(0, places.transport.top() - sizes.gap - centre.top() - sizes.gap) };
    return places;
}

} // namespace memwall::app
