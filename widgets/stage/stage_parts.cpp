// Where the parts of the picture stand that somebody speaks of.
#include "widgets/stage/stage_state.h"

namespace memwall::ui
{

namespace
{

QRectF wallOf(const HouseLayout& house)
{
    QRectF wall;
    for (const DoorLayout& door : house.doors)
        if (door.wall.height() * door.wall.width() > wall.height() * wall.width())
            wall = door.wall.united(door.pipe);
    return wall;
}

QRectF stripsOf(const StageLayout& layout)
{
    QRectF all;
    for (const QRectF& strip : layout.strips)
        all = all.united(strip);
    return all;
}

QRectF partOf(const StageLayout& layout, const QString& name)
{
    if (layout.houses.empty())
        return {};
    const HouseLayout& house = layout.houses.front();
    if (name == u"stage.wall")
        return wallOf(house);
    if (name == u"stage.far")
        return house.rooms.empty() ? QRectF() : house.rooms.front().box;
    if (name == u"stage.near")
        return house.rooms.empty() ? QRectF() : house.rooms.back().box;
    if (name == u"stage.compute")
        return house.compute.box;
    if (name == u"stage.link")
        return layout.between;
    if (name == u"stage.hop" || name == u"stage.experts")
        return layout.strips.empty() ? house.others : stripsOf(layout);
    if (name == u"stage.pool.decode")
        return layout.houses.back().box;
    return house.box;
}

} // namespace

QRect StageWidget::partRect(const QString& name) const
{
    const QRectF part = partOf(m_state->layout, name);
    const double around = m_state->layout.theme.px(6);
    return part.isEmpty() ? rect() : part.adjusted(-around, -around, around, around).toAlignedRect() & rect();
}

} // namespace memwall::ui
