// A stream along its pipe, in one of its three ways.
#include "widgets/base/paint_kit.h"
#include "widgets/stage/stage_painters.h"

#include <QLinearGradient>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace memwall::ui
{

namespace
{

/// Dimmest that a stream is drawn which flows at all.
constexpr double kDimmest = 0.3;

/// Kinds as layers by their share of the bytes, as bright as the door is full.
void paintSolid(const StageCanvas& canvas, const Belt& belt, const QRectF& pipe)
{
    const double all = std::accumulate(belt.recent.begin(), belt.recent.end(), 0.0);
    if (all <= 0)
        return;
    const Theme& theme = canvas.theme;
    double y = pipe.top();
    for (const core::Kind kind : core::kAllKinds) {
        const double height = pipe.height() * belt.recent[core::indexOf(kind)] / all;
        canvas.painter.fillRect(QRectF { pipe.left(), y, pipe.width(), height },
            mix(theme.window, theme.color(kind), kDimmest + (1 - kDimmest) * belt.full));
        y += height;
    }
}

/// The way of a block in one exposure, fading towards where it was.
void paintTail(QPainter& painter, const QRectF& block, double length, bool backwards, const QColor& color)
{
    QRectF tail { block.left() - length, block.top(), length, block.height() };
    if (backwards)
        tail.moveLeft(block.right());
    QColor gone = color;
    gone.setAlpha(0);
    QLinearGradient fade { tail.topLeft(), tail.topRight() };
    fade.setColorAt(backwards ? 0 : 1, color);
    fade.setColorAt(backwards ? 1 : 0, gone);
    painter.fillRect(tail, fade);
}

} // namespace

StreamLayout layoutStream(const StageLayout& layout, const BeltFrame& frame, const QRectF& pipe)
{
    StreamLayout stream;
    stream.lane = pipe.height() / frame.rows;
    const double most = stream.lane * (1 - kGapOfPitch);
    // A block in the only row of a low opening is flat; several rows have squares.
    stream.width = frame.rows > 1 ? std::min(layout.block, most) : layout.block;
    stream.height = std::min(stream.width, std::max(1.0, frame.rows > 1 ? most : pipe.height()));
    stream.pitch = stream.width / (1 - kGapOfPitch);
    stream.content = (pipe.width() / stream.pitch + 1) * frame.rows;
    return stream;
}

QRectF placeOf(const StreamLayout& stream, const Belt& belt, const BeltBlock& block, const QRectF& pipe)
{
    // In a pipe of several rows the same bytes move as many times slower: width times speed is flow.
    const double x = block.position / belt.frame.rows * stream.pitch;
    const double y = pipe.top() + stream.lane * (rowOf(block.index, belt.frame.rows) + 0.5);
    return { pipe.left() + x - stream.width, y - stream.height / 2, stream.width, stream.height };
}

void paintBelt(const StageCanvas& canvas, const Belt& belt, const QRectF& pipe, bool backwards)
{
    if (belt.frame.quantum <= 0 || pipe.isEmpty())
        return;
    if (belt.way == Way::Stream) {
        paintSolid(canvas, belt, pipe);
        return;
    }
    const StreamLayout stream = layoutStream(canvas.layout, belt.frame, pipe);
    std::array<QPixmap, core::kKinds> stamps;
    canvas.painter.save();
    canvas.painter.setClipRect(pipe, Qt::IntersectClip);
    for (const BeltBlock& block : blocksOf(belt, stream.content)) {
        QRectF rect = placeOf(stream, belt, block, pipe);
        if (backwards)
            rect.moveLeft(pipe.left() + pipe.right() - rect.right());
        if (belt.tail > 0)
            paintTail(
                canvas.painter, rect, belt.tail * stream.pitch, backwards, canvas.theme.color(block.kind));
        stampAt(canvas.painter, rect, stamps[core::indexOf(block.kind)],
            [&](QPainter& painter, const QRectF& inside) {
                drawBlock(painter, inside, block.kind, canvas.theme);
            });
    }
    canvas.painter.restore();
}

} // namespace memwall::ui
