// A hand on the memory wall: which edge of the opening it can take hold of, and what bandwidth it asks for
// by where it holds it.
#pragma once

#include "widgets/scene/stage_scene.h"

#include <QPainter>

#include <optional>
#include <vector>

namespace memwall::ui
{

/// An opening in a wall of brick, as it is drawn.
struct WallOpening
{
    std::size_t house = 0, door = 0;
    QRectF pipe, wall; ///< the pipe's height is the opening
};

class WallHold
{
public:
    /// The pointer is there. True where that changes what can be taken hold of. REQUIRES: !holds().
    bool hover(const std::vector<WallOpening>& openings, QPointF at, const Theme& theme);
    /// It takes hold; false where there is nothing to hold.
    bool begin(
        const StageFrame& frame, const std::vector<WallOpening>& openings, QPointF at, const Theme& theme);
    /// The hand is there now: what the door's published bandwidth is to be multiplied by. Absent: as before.
    /// REQUIRES: holds().
    std::optional<double> move(QPointF at);
    void end() { m_held.reset(); }

    [[nodiscard]] bool holds() const { return m_held.has_value(); }
    /// The opening under the pointer or in the hand.
    [[nodiscard]] const std::optional<WallOpening>& opening() const { return m_opening; }
    /// The picture is the hand: the opening stands where it is held, whatever has been computed by now. Lets
    /// go where the picture has no such opening any more.
    void apply(StageFrame& frame);
    /// Handles at both edges, of the opening as it is drawn now.
    void paint(QPainter& painter, const std::vector<WallOpening>& openings, const Theme& theme) const;

private:
    struct Held
    {
        double published = 0; ///< B/s
        double scale = 1;
        double away = 0; ///< the pointer's way to the edge, so that the edge does not jump to it
        WidthScale widths = WidthScale::Log;
    };

    std::optional<WallOpening> m_opening;
    std::optional<Held> m_held;
};

/// Whether a hand can move the opening: brick, in one chip's picture, of a bandwidth that is published.
[[nodiscard]] bool canBeHeld(const HouseFrame& house, const DoorFrame& door);
/// A factor that can be set: two digits, inside what the picture can show, 1 where it is nearly that.
[[nodiscard]] double settableScale(double scale, double published);

} // namespace memwall::ui
