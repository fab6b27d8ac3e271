// Draws a picture with its background from a cache. The cache is keyed by everything the background
// depends on, compared by value: size, device pixel ratio, theme and frame.
#pragma once

#include "widgets/stage/stage_painters.h"

#include <QPixmap>

namespace memwall::ui
{

class StageCache
{
public:
    void paint(const StageCanvas& canvas, const StageNow& now);
    [[nodiscard]] int rebuilds() const { return m_rebuilds; }

private:
    [[nodiscard]] bool matches(const StageCanvas& canvas, double ratio) const;

    QPixmap m_background;
    StageFrame m_frame;
    Theme m_theme;
    QRectF m_rect;
    double m_ratio = 0;
    int m_rebuilds = 0;
};

} // namespace memwall::ui
