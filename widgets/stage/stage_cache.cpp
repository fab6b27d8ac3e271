#include "widgets/stage/stage_cache.h"

#include "widgets/base/paint_target.h"

#include <cmath>

namespace memwall::ui
{

bool StageCache::matches(const StageCanvas& canvas, double ratio) const
{
    return !m_background.isNull() && m_ratio == ratio && m_rect == canvas.layout.panel
        && m_theme == canvas.theme && m_frame == canvas.frame;
}

void StageCache::paint(const StageCanvas& canvas, const StageNow& now)
{
    if (drawsVectors(canvas.painter)) {
        canvas.painter.setRenderHint(QPainter::Antialiasing);
        paintBackground(canvas);
        paintMoving(canvas, now);
        return;
    }
    const double ratio = pixelRatioOf(canvas.painter);
    const QRectF& panel = canvas.layout.panel;
    if (!matches(canvas, ratio)) {
        m_background = QPixmap { static_cast<int>(std::ceil(panel.width() * ratio)),
            static_cast<int>(std::ceil(panel.height() * ratio)) };
        m_background.setDevicePixelRatio(ratio);
        m_background.fill(canvas.theme.window);
        QPainter painter { &m_background };
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(-panel.topLeft());
        paintBackground({ painter, canvas.frame, canvas.layout, canvas.theme });
        m_frame = canvas.frame;
        m_theme = canvas.theme;
        m_rect = panel;
        m_ratio = ratio;
        ++m_rebuilds;
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
    canvas.painter.drawPixmap(panel.topLeft(), m_background);
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    paintMoving(canvas, now);
}

} // namespace memwall::ui
