// Where the parts of the window stand below its toolbar. The stage is the hero: panels come by themselves
// only where it keeps its room; one that is called by hand where there is none lies over it. Pure.
#pragma once

#include <QRect>

#include <array>
#include <cstdint>
#include <optional>

namespace memwall::app
{

enum class Panel : std::uint8_t
{
    List,
    Insight,
    Tape,
    Timeline,
};
inline constexpr std::size_t kPanels = 4;
inline constexpr std::array kAllPanels { Panel::List, Panel::Insight, Panel::Tape, Panel::Timeline };

template <typename T> struct PerPanel : std::array<T, kPanels>
{
    using std::array<T, kPanels>::operator[];
    [[nodiscard]] T& operator[](Panel panel) { return (*this)[static_cast<std::size_t>(panel)]; }
    [[nodiscard]] const T& operator[](Panel panel) const { return (*this)[static_cast<std::size_t>(panel)]; }
};

struct PanelWish
{
    std::optional<bool> shown; ///< by hand, kept for ever; absent: where there is room
    bool called = false; ///< by hand while there was no room for it

    bool operator==(const PanelWish&) const = default;
};

/// Lengths that the parts ask for, in pixels.
struct PanelSizes
{
    PerPanel<int> least {}; ///< width of the columns, height of the rows
    int transport = 0;
    int gap = 0;
    int handle = 0; ///< thickness of the strip that hides and shows a panel
    QSize stage; ///< what panels that come by themselves leave to it; beside the list its width times kWide
    QSize smallest; ///< what panels that were called by hand leave to it before they lie over it
};

struct PanelPlaces
{
    PerPanel<QRect> panels {}; ///< null: hidden
    PerPanel<bool> over {}; ///< lies over the stage
    PerPanel<QRect> handles {}; ///< null: there is nothing to show
    QRect main; ///< the stage, or the race in its place
    QRect transport;
};

/// race: stage, tape, timeline and insight have given way to a race.
[[nodiscard]] PanelPlaces placePanels(
    QSize size, const PanelSizes& sizes, const PerPanel<PanelWish>& wishes, bool race);

} // namespace memwall::app
