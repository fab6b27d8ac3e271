#include "widgets/scene/wall_hold.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace memwall::ui
{

namespace
{

constexpr double kReach = 7; ///< px from an edge at which it can be taken
constexpr double kLeastBandwidth = 1e9; ///< B/s: less cannot be seen
constexpr double kNearlyOne = 0.04; ///< as published again, for a hand that is not exact

bool isSame(const WallOpening& a, const WallOpening& b)
{
    return a.house == b.house && a.door == b.door;
}

std::optional<WallOpening> openingAt(const std::vector<WallOpening>& openings, QPointF at, const Theme& theme)
{
    const double reach = theme.px(kReach);
    const auto found = std::find_if(openings.begin(), openings.end(), [&](const WallOpening& opening) {
        const double way
            = std::min(std::abs(at.y() - opening.pipe.top()), std::abs(at.y() - opening.pipe.bottom()));
        return way <= reach && at.x() >= opening.wall.left() - reach
            && at.x() <= opening.wall.right() + reach;
    });
    return found == openings.end() ? std::nullopt : std::optional(*found);
}

/// How far the pointer is from the middle of the wall.
double armOf(const WallOpening& opening, QPointF at)
{
    return std::abs(at.y() - opening.wall.center().y());
}

} // namespace

bool canBeHeld(const HouseFrame& house, const DoorFrame& door)
{
    return !house.whole && house.style == HouseStyle::Rooms && door.wall && door.bytesPerSecond;
}

double settableScale(double scale, double published)
{
    MEMWALL_ASSERT(published > 0);
    if (std::abs(scale - 1) <= kNearlyOne)
        return 1;
    const double inside = std::clamp(scale, std::min(1.0, kLeastBandwidth / published),
        std::max(1.0, bandwidthOf(1, WidthScale::True) / published));
    // By division where digits stand behind the point: 24 / 10 is 2.4, 24 × 0.1 is not.
    const double digits = 1 - std::floor(std::log10(inside));
    const double unit = std::pow(10.0, std::abs(digits));
    return digits >= 0 ? std::round(inside * unit) / unit : std::round(inside / unit) * unit;
}

bool WallHold::hover(const std::vector<WallOpening>& openings, QPointF at, const Theme& theme)
{
    MEMWALL_ASSERT(!holds());
    const std::optional<WallOpening> before = std::exchange(m_opening, openingAt(openings, at, theme));
    return before.has_value() != m_opening.has_value() || (before && !isSame(*before, *m_opening));
}

bool WallHold::begin(
    const StageFrame& frame, const std::vector<WallOpening>& openings, QPointF at, const Theme& theme)
{
    m_opening = openingAt(openings, at, theme);
    if (!m_opening)
        return false;
    const DoorFrame& door = frame.houses[m_opening->house].doors[m_opening->door];
    m_held = Held { door.bytesPerSecond.value() / door.scale, door.scale,
        armOf(*m_opening, at) - m_opening->pipe.height() / 2, frame.widths };
    return true;
}

std::optional<double> WallHold::move(QPointF at)
{
    MEMWALL_ASSERT(holds());
    const double share = std::max(0.0, 2 * (armOf(*m_opening, at) - m_held->away) / m_opening->wall.height());
    const double scale
        = settableScale(bandwidthOf(share, m_held->widths) / m_held->published, m_held->published);
    return std::exchange(m_held->scale, scale) == scale ? std::nullopt : std::optional(scale);
}

void WallHold::apply(StageFrame& frame)
{
    if (!m_held)
        return;
    const WallOpening& at = *m_opening;
    if (at.house >= frame.houses.size() || at.door >= frame.houses[at.house].doors.size()
        || !canBeHeld(frame.houses[at.house], frame.houses[at.house].doors[at.door])) {
        end();
        return;
    }
    DoorFrame& door = frame.houses[m_opening->house].doors[m_opening->door];
    door.scale = m_held->scale;
    const double held = m_held->published * m_held->scale;
    door.bytesPerSecond = held;
    door.rate = rateText(held, door.scale);
    door.opening = openingOf(held, m_held->widths);
}

void WallHold::paint(QPainter& painter, const std::vector<WallOpening>& openings, const Theme& theme) const
{
    for (const WallOpening& opening : openings) {
        if (!m_opening || !isSame(opening, *m_opening))
            continue;
        const double width = std::min(opening.wall.width() * 0.7, theme.px(34)), height = theme.px(5);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen { theme.window, theme.px(1.5) });
        painter.setBrush(theme.accent);
        for (const double y : { opening.pipe.top(), opening.pipe.bottom() })
            painter.drawRoundedRect(
                QRectF { opening.wall.center().x() - width / 2, y - height / 2, width, height }, height / 2,
                height / 2);
    }
}

} // namespace memwall::ui
