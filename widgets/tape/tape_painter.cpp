#include "widgets/base/format.h"
#include "widgets/tape/tape_layout.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

struct TapeWords
{
    Q_DECLARE_TR_FUNCTIONS(Tape)
};

struct Columns
{
    QRectF playhead, trueSpeed, figure;
};

Columns columnsOf(const QRectF& rect, const Theme& theme, double figureWidth)
{
    const QRectF inner = rect.adjusted(theme.px(20), theme.px(10), -theme.px(20), -theme.px(10));
    const double gap = theme.px(20);
    Columns columns;
    columns.figure = { inner.right() - figureWidth, inner.top(), figureWidth, inner.height() };
    const double rest = columns.figure.left() - gap - inner.left();
    // Where two columns would be too narrow for words, the answer as far as it is written stays.
    if (rest < theme.px(320)) {
        columns.playhead = { inner.left(), inner.top(), std::max(0.0, rest), inner.height() };
        return columns;
    }
    columns.playhead = { inner.left(), inner.top(), rest * 0.56, inner.height() };
    columns.trueSpeed = { columns.playhead.right() + gap, inner.top(), rest * 0.44 - gap, inner.height() };
    return columns;
}

/// The first wording that fits.
void drawCaption(QPainter& painter, const QRectF& column, const QStringList& wordings, const Theme& theme)
{
    const QFontMetricsF metrics { theme.font(TextRole::Caption) };
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.secondary);
    for (const QString& text : wordings)
        if (metrics.horizontalAdvance(text) <= column.width()) {
            painter.drawText(QPointF { column.left(), column.top() + metrics.ascent() }, text);
            return;
        }
}

QColor inkOf(TapeMark mark, const Theme& theme)
{
    QColor faded = theme.color(core::Kind::Draft);
    switch (mark) {
    case TapeMark::Rejected:
        return theme.bad;
    case TapeMark::ThrownAway:
        faded.setAlphaF(0.65F);
        return faded;
    case TapeMark::Corrected:
    case TapeMark::Bonus:
        return theme.good;
    case TapeMark::Plain:
    case TapeMark::Accepted:
        break;
    }
    return theme.text;
}

/// The word and its mark: kept drafts underlined, dead ones struck through.
void drawPiece(QPainter& painter, const PlacedPiece& placed, QPointF baseline, const Theme& theme)
{
    const TapeMark mark = placed.piece.mark;
    const QColor ink = inkOf(mark, theme);
    painter.setPen(ink);
    painter.drawText(baseline, placed.piece.text);
    const double inset = placed.piece.text.startsWith(u' ') ? theme.px(4) : 0.0;
    const QFontMetricsF metrics { painter.font() };
    const auto rule = [&](double y, const QColor& color) {
        painter.fillRect(
            QRectF { baseline.x() + inset, y, placed.width - inset, std::max(1.0, theme.px(1.6)) }, color);
    };
    if (mark == TapeMark::Accepted)
        rule(baseline.y() + theme.px(2), theme.color(core::Kind::Draft));
    if (mark == TapeMark::Rejected || mark == TapeMark::ThrownAway)
        rule(baseline.y() - metrics.xHeight() / 2, ink);
}

void drawText(QPainter& painter, const QRectF& column, const TapeSlice& slice, const Theme& theme)
{
    const QFont font = theme.font(TextRole::Body);
    const QFontMetricsF metrics { font };
    const double step = metrics.height() + theme.px(2);
    const double top = column.top() + QFontMetricsF { theme.font(TextRole::Caption) }.height() + theme.px(2);
    const auto most = static_cast<std::size_t>(std::max(1.0, std::floor((column.bottom() - top) / step)));
    const auto lines = lastLines(slice, theme, column.width() - theme.px(10), most);
    painter.setFont(font);
    double y = top + metrics.ascent(), x = column.left();
    for (std::size_t i = 0; i < lines.size(); ++i, y += step) {
        x = column.left();
        for (const PlacedPiece& placed : lines[i]) {
            drawPiece(painter, placed, { column.left() + placed.x, y }, theme);
            x = column.left() + placed.x + placed.width;
        }
        if (i + 1 == lines.size())
            break;
    }
    // The caret stands where the next token will be.
    painter.fillRect(
        QRectF { x + theme.px(3), y - metrics.ascent() + theme.px(2), theme.px(6), metrics.ascent() },
        theme.computeBusy);
}

QStringList playheadCaption(const TapeInput& input)
{
    const auto users = static_cast<int>(input.run->requests.size());
    const QString all = TapeWords::tr("The answer up to the playhead"), few = TapeWords::tr("so far");
    if (users <= 1)
        return { all, few };
    const QString who = TapeWords::tr("%1 of %2 users").arg(input.request + 1).arg(users);
    return { all + QStringLiteral(" · ") + who, all, who, few };
}

void drawFigure(QPainter& painter, const QRectF& rect, const QString& text, const Theme& theme)
{
    painter.setFont(theme.font(TextRole::Figure));
    painter.setPen(theme.text);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, text);
}

void drawTrueSpeed(QPainter& painter, const QRectF& column, const TapeInput& input, const QStringList& tokens)
{
    const core::Run& run = *input.run;
    drawCaption(painter, column,
        { TapeWords::tr("What the user sees, at true speed"), TapeWords::tr("at true speed"),
            TapeWords::tr("true") },
        input.theme);
    drawText(painter, column,
        { run, input.request, run.tokensWritten(input.request, input.trueSpeedTime), tokens }, input.theme);
}

void drawNothing(QPainter& painter, const QRectF& rect, const TapeInput& input)
{
    const Theme& theme = input.theme;
    painter.setFont(theme.font(TextRole::Body));
    painter.setPen(theme.secondary);
    painter.drawText(rect.adjusted(theme.px(20), 0, -theme.px(20), 0), Qt::AlignLeft | Qt::AlignVCenter,
        input.run && !input.run->fits ? TapeWords::tr("No answer: the model does not fit this machine.")
                                      : TapeWords::tr("No answer yet."));
}

} // namespace

void paintTape(QPainter& painter, const QRectF& rect, const TapeInput& input)
{
    const Theme& theme = input.theme;
    painter.save();
    painter.fillRect(rect, theme.window);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.panel);
    painter.setPen(QPen { theme.line, 1.0 });
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(10), theme.px(10));
    const bool answers = input.run && input.run->fits && input.request < input.run->requests.size()
        && !input.run->requests[input.request].rejected;
    if (!answers) {
        drawNothing(painter, rect, input);
        painter.restore();
        return;
    }
    const core::Run& run = *input.run;
    const double rate = tokensPerSecond(run, input.request);
    const QString figure = rate > 0 ? TapeWords::tr("%1 tokens/s").arg(formatNumber(rate, 3)) : QString {};
    const double width = QFontMetricsF { theme.font(TextRole::Figure) }.horizontalAdvance(figure);
    const Columns columns = columnsOf(rect, theme, width);
    const QStringList tokens = tokensOf(input.answer);
    drawCaption(painter, columns.playhead, playheadCaption(input), theme);
    drawText(painter, columns.playhead,
        { run, input.request, run.tokensWritten(input.request, input.time), tokens }, theme);
    drawFigure(painter, columns.figure, figure, theme);
    if (!columns.trueSpeed.isNull())
        drawTrueSpeed(painter, columns.trueSpeed, input, tokens);
    painter.restore();
}

} // namespace memwall::ui
