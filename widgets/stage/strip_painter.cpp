// Layout and drawing of the strip under the stage.
#include "widgets/base/paint_kit.h"
#include "widgets/scene/stage_words.h"
#include "widgets/scene/strip.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

/// As many columns as make the cells of a grid largest.
int columnsFor(std::size_t cells, const QRectF& body, double aspect)
{
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= static_cast<int>(cells); ++columns) {
        const double rows = std::ceil(static_cast<double>(cells) / columns);
        const double height = std::min(body.height() / rows, body.width() / columns / aspect);
        if (height > largest) {
            largest = height;
            best = columns;
        }
    }
    return best;
}

void placeGrid(StripLayout& layout, std::size_t cells, double aspect, double mostHeight)
{
    const int columns = columnsFor(cells, layout.body, aspect);
    const auto count = static_cast<int>(cells);
    const int rows = (count + columns - 1) / columns;
    const double height = std::min({ layout.body.height() / rows,
        layout.body.width() / columns / (aspect > 3 ? 1.0 : aspect), mostHeight });
    const double width = aspect > 3 ? layout.body.width() / columns : height * aspect;
    for (int i = 0; i < count; ++i)
        layout.cells.emplace_back(layout.body.left() + width * (i % columns),
            layout.body.top() + height * (i / columns), width, height);
}

void paintExperts(QPainter& painter, const StripLayout& layout, const StripNow& now, const Theme& theme)
{
    PlainFill fill { painter };
    const QColor asleep = mix(theme.color(core::Kind::Weights), theme.panel, 0.78);
    std::size_t next = 0;
    for (std::size_t i = 0; i < layout.cells.size(); ++i) {
        const bool lit = next < now.lit.size() && now.lit[next] == static_cast<int>(i);
        next += lit ? 1 : 0;
        const double gap = std::max(0.5, layout.cells[i].width() * 0.1);
        fill(layout.cells[i].adjusted(gap, gap, -gap, -gap), lit ? theme.computeBusy : asleep);
    }
}

/// The reader's bar: what its notepad holds, of the longest of the run.
QRectF notepadOf(const QRectF& row, double tokens, double most)
{
    const double head = row.height();
    const QRectF bar { row.left() + head, row.top() + row.height() * 0.2, row.width() - head * 1.5,
        row.height() * 0.6 };
    return { bar.left(), bar.top(), bar.width() * std::clamp(tokens / most, 0.0, 1.0), bar.height() };
}

void paintReader(QPainter& painter, const QRectF& row, const Reader& reader, double most, const Theme& theme)
{
    const double side = row.height() * 0.62;
    const QRectF head { row.left() + (row.height() - side) / 2, row.center().y() - side / 2, side, side };
    if (reader.state == ReaderState::Writing || reader.state == ReaderState::Prompt) {
        drawBlock(painter, head, core::Kind::Activations, theme);
    } else {
        painter.setPen(QPen { theme.faint, 1.0 });
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(head);
    }
    const QRectF filled = notepadOf(row, reader.tokens, most), whole = notepadOf(row, most, most);
    painter.fillRect(whole, theme.window);
    painter.fillRect(filled, theme.color(core::Kind::KvCache));
}

void paintReaders(QPainter& painter, const StripLayout& layout, const StripFrame& frame, const StripNow& now,
    const Theme& theme)
{
    for (std::size_t i = 0; i < now.readers.size(); ++i)
        paintReader(painter, layout.cells[i], now.readers[i], frame.most, theme);
}

QString signOf(DraftMark mark)
{
    switch (mark) {
    case DraftMark::Kept:
        return QStringLiteral("✓");
    case DraftMark::Crossed:
        return QStringLiteral("✗");
    case DraftMark::Checking:
        return QStringLiteral("?");
    default:
        return {};
    }
}

void paintMark(QPainter& painter, const QRectF& cell, DraftMark mark, const Theme& theme)
{
    const double gap = cell.width() * 0.1;
    const QRectF rect = cell.adjusted(gap, gap, -gap, -gap);
    if (mark == DraftMark::Own) {
        drawBlock(painter, rect, core::Kind::Activations, theme);
        return;
    }
    const bool gone = mark == DraftMark::Thrown || mark == DraftMark::Open;
    painter.setBrush(mark == DraftMark::Kept ? mix(theme.color(core::Kind::Draft), theme.panel, 0.6)
                                             : QColor { Qt::transparent });
    painter.setPen(QPen { gone ? theme.line : theme.color(core::Kind::Draft), theme.px(2),
        mark == DraftMark::Thrown ? Qt::DotLine : Qt::SolidLine });
    painter.drawRect(rect.adjusted(1, 1, -1, -1));
    const QColor ink = mark == DraftMark::Crossed ? theme.bad : theme.text;
    drawLabel(painter, rect, signOf(mark), theme, { TextRole::BodyStrong, ink, kCenter });
    if (mark == DraftMark::Thrown) {
        painter.setPen(QPen { theme.faint, 1.0 });
        painter.drawLine(rect.topLeft(), rect.bottomRight());
    }
}

void paintDrafts(QPainter& painter, const StripLayout& layout, const StripNow& now, const Theme& theme)
{
    std::size_t cell = 0;
    for (const auto* marks : { &now.before, &now.marks }) {
        for (const DraftMark mark : *marks)
            if (cell < layout.cells.size())
                paintMark(painter, layout.cells[cell++], mark, theme);
        ++cell; // a gap between the rounds
    }
    const QRectF& last = layout.cells.back();
    drawWhole(painter,
        { last.right() + theme.px(12), last.top(), layout.body.right() - last.right() - theme.px(12),
            last.height() },
        Words::tr("✓ kept   ✗ crossed out   dotted: thrown away   circle: the big model's own word"), theme,
        { TextRole::Caption, theme.secondary, kLeft });
}

void paintRework(QPainter& painter, const StripLayout& layout, const StripFrame& frame, const StripNow& now,
    const Theme& theme)
{
    const QRectF bar = layout.cells.front();
    painter.fillRect(bar, theme.window);
    const double width = bar.width() * std::clamp(now.tokens / frame.most, 0.0, 1.0);
    const QRectF context { bar.left(), bar.top(), width, bar.height() };
    painter.fillRect(context, mix(theme.color(core::Kind::Activations), theme.panel, 0.72));
    painter.fillRect(QRectF { context.left(), context.top(), context.width() * now.share, context.height() },
        theme.color(core::Kind::Activations));
}

} // namespace

StripLayout layoutStrip(const StripFrame& frame, std::size_t shown, const QRectF& area, const Theme& theme)
{
    StripLayout layout;
    const double line = QFontMetricsF { theme.font(TextRole::Body) }.height();
    layout.title = { area.left(), area.top(), area.width(), line };
    layout.body = area.adjusted(0, line + theme.px(4), 0, -theme.px(2));
    switch (frame.kind) {
    case StripKind::Experts:
        placeGrid(layout, static_cast<std::size_t>(frame.cells), 1.0, theme.px(18));
        break;
    case StripKind::Readers:
        placeGrid(layout, std::max<std::size_t>(1, shown), 9.0, theme.px(20));
        break;
    case StripKind::Drafts:
        placeGrid(layout, static_cast<std::size_t>(2 * frame.cells + 3), 1.0, theme.px(34));
        break;
    case StripKind::Rework:
        layout.cells.push_back({ layout.body.left(), layout.body.top(), layout.body.width(),
            std::min(layout.body.height(), theme.px(20)) });
        break;
    }
    return layout;
}

void paintStrip(QPainter& painter, const QRectF& area, const StripFrame& frame, const StripNow& now,
    const QStringList& title, const Theme& theme)
{
    const StripLayout layout = layoutStrip(frame, now.readers.size(), area, theme);
    drawLabel(painter, layout.title, title.value(0), theme, { TextRole::BodyStrong, theme.text, kLeft });
    switch (frame.kind) {
    case StripKind::Experts:
        paintExperts(painter, layout, now, theme);
        break;
    case StripKind::Readers:
        paintReaders(painter, layout, frame, now, theme);
        break;
    case StripKind::Drafts:
        paintDrafts(painter, layout, now, theme);
        break;
    case StripKind::Rework:
        paintRework(painter, layout, frame, now, theme);
        break;
    }
}

} // namespace memwall::ui
