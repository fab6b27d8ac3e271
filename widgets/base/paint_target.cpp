#include "widgets/base/paint_target.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

namespace memwall::ui
{

bool drawsVectors(const QPainter& painter)
{
    switch (painter.paintEngine()->type()) {
    case QPaintEngine::SVG:
    case QPaintEngine::Pdf:
    case QPaintEngine::Picture:
        return true;
    default:
        return false;
    }
}

double pixelRatioOf(const QPainter& painter)
{
    return painter.paintEngine()->paintDevice()->devicePixelRatio();
}

} // namespace memwall::ui
