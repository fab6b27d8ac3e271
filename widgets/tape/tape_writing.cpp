#include "widgets/tape/tape_writing.h"

#include "widgets/base/format.h"
#include "widgets/tape/rounds.h"
#include "widgets/tape/stall.h"
#include "widgets/theme/text_width.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

struct WritingWords
{
    Q_DECLARE_TR_FUNCTIONS(Tape)
};

QColor inkOf(TapeMark mark, const Theme& theme)
{
    switch (mark) {
    case TapeMark::Rejected:
        return theme.bad;
    case TapeMark::ThrownAway:
        return theme.faint;
    case TapeMark::Corrected:
    case TapeMark::Bonus:
        return theme.good;
    case TapeMark::Drafted:
    case TapeMark::Checking:
        return theme.ink(core::Kind::Draft);
    case TapeMark::Plain:
    case TapeMark::Accepted:
        break;
    }
    return theme.text;
}

/// Dashes through what was thrown away, a line through what was crossed out, a line under what was kept.
void drawRule(QPainter& painter, const QRectF& text, TapeMark mark, const Theme& theme)
{
    QPen pen { inkOf(mark, theme), theme.px(1.6) };
    double y = text.bottom() - QFontMetricsF { painter.font() }.xHeight() / 2;
    if (mark == TapeMark::Accepted) {
        pen.setColor(theme.color(core::Kind::Draft));
        y = text.bottom() + theme.px(2.5);
    } else if (mark == TapeMark::ThrownAway) {
        pen.setDashPattern({ 2, 2 });
    } else if (mark != TapeMark::Rejected) {
        return;
    }
    painter.setPen(pen);
    painter.drawLine(QPointF { text.left(), y }, QPointF { text.right(), y });
}

/// A word of a round, after its sign.
void drawWord(QPainter& painter, const PlacedWord& word, QPointF baseline, const Theme& theme)
{
    const TapeMark mark = word.piece.mark;
    painter.setPen(mark == TapeMark::Accepted ? theme.good : inkOf(mark, theme));
    painter.drawText(baseline, signOf(mark));
    const QPointF text { baseline.x() + word.signWidth, baseline.y() };
    painter.setPen(inkOf(mark, theme));
    painter.drawText(text, word.piece.text);
    const double ascent = QFontMetricsF { painter.font() }.ascent();
    drawRule(painter, { text.x(), text.y() - ascent, word.width - word.signWidth, ascent }, mark, theme);
}

/// The lines of a column under its caption.
struct Ruled
{
    double top = 0, step = 0; ///< first line of writing; from line to line
    std::size_t lines = 1;

    [[nodiscard]] double line(std::size_t i) const { return top + step * static_cast<double>(i); }
};

Ruled ruledIn(const QRectF& column, const Theme& theme)
{
    const QFontMetricsF metrics { theme.font(TextRole::Body) };
    const double step = metrics.height() + theme.px(2);
    const double top = column.top() + QFontMetricsF { theme.font(TextRole::Caption) }.height() + theme.px(2);
    return { top + metrics.ascent(), step,
        static_cast<std::size_t>(std::max(1.0, std::floor((column.bottom() - top) / step))) };
}

/// The caret stands where the next word will be; hollow where that word has to wait, with the clock beside
/// it.
void drawCaret(
    QPainter& painter, QPointF baseline, double right, const QStringList& waits, const Theme& theme)
{
    const double ascent = QFontMetricsF { theme.font(TextRole::Body) }.ascent();
    const QRectF caret { baseline.x() + theme.px(3), baseline.y() - ascent + theme.px(2), theme.px(6),
        ascent };
    if (waits.isEmpty()) {
        painter.fillRect(caret, theme.computeBusy);
        return;
    }
    const double half = theme.px(0.75);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen { theme.computeBusy, 2 * half });
    painter.drawRect(caret.adjusted(half, half, -half, -half));
    painter.setPen(theme.secondary);
    const double left = caret.right() + theme.px(8);
    for (const QString& text : waits)
        if (left + textWidth(text, theme, TextRole::Body) <= right) {
            painter.drawText(QPointF { left, baseline.y() }, text);
            return;
        }
}

/// Lights what stands between two places of a line.
void drawGround(
    QPainter& painter, double left, double right, double baseline, double light, const Theme& theme)
{
    constexpr double kBrightest = 0.28;
    if (light <= 0)
        return;
    const QFontMetricsF metrics { theme.font(TextRole::Body) };
    QColor color = theme.accent;
    color.setAlphaF(static_cast<float>(kBrightest * light));
    const double beside = theme.px(2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF { left - beside, baseline - metrics.ascent(), right - left + 2 * beside,
                                metrics.ascent() + metrics.descent() },
        theme.px(3), theme.px(3));
}

/// The line that is written, where words come too fast for a beat of each.
void drawLitLine(
    QPainter& painter, const QRectF& column, double baseline, const WordBeat& beat, const Theme& theme)
{
    drawGround(painter, column.left(), column.right() - theme.px(2), baseline, beat.steady ? 1 : 0, theme);
}

double riseOf(const WordBeat& beat, const Theme& theme)
{
    return theme.px(4) * beat.rise;
}

/// The word that lands, above its place and with its ground lit.
void drawLanding(
    QPainter& painter, const PlacedPiece& placed, QPointF baseline, const WordBeat& beat, const Theme& theme)
{
    const QString word = placed.piece.text.trimmed();
    const double right = baseline.x() + placed.width;
    const double left = right - textWidth(word, theme, TextRole::Body);
    drawGround(painter, left, right, baseline.y(), beat.light, theme);
    painter.setPen(theme.text);
    painter.drawText(QPointF { left, baseline.y() - riseOf(beat, theme) }, word);
}

bool hasRoomFor(const QStringList& waits, const QRectF& column, const TapeLine& line, const Theme& theme)
{
    const double written = line.empty() ? 0.0 : line.back().x + line.back().width;
    return written + theme.px(17) + textWidth(waits.front(), theme, TextRole::Body) <= column.width();
}

/// An empty line for the clock, at the cost of the oldest one.
void makeRoom(std::vector<TapeLine>& lines, std::size_t most)
{
    lines.emplace_back();
    if (lines.size() > most)
        lines.erase(lines.begin());
}

/// It stands in the answer: words that were crossed out or thrown away, or wait, never land.
bool isWritten(TapeMark mark)
{
    return mark == TapeMark::Plain || mark == TapeMark::Accepted || mark == TapeMark::Corrected
        || mark == TapeMark::Bonus;
}

} // namespace

AnswerEnd answerEnd(const TapeInput& input)
{
    AnswerEnd end { beatAt(*input.run, input.request, input.time, input.pace), {} };
    if (const auto stall = stallAt(*input.run, input.request, input.time, input.pace)) {
        const QString time = formatSeconds(core::toSeconds(*stall));
        end.waits = { WritingWords::tr("waits %1 for another user's prompt").arg(time),
            WritingWords::tr("waits %1").arg(time), time };
    }
    return end;
}

void drawAnswer(
    QPainter& painter, const QRectF& column, const TapeSlice& slice, const AnswerEnd& end, const Theme& theme)
{
    const Ruled ruled = ruledIn(column, theme);
    painter.setFont(theme.font(TextRole::Body));
    painter.setPen(theme.text);
    QPointF at { column.left(), ruled.top };
    auto lines = lastLines(slice, theme, column.width() - theme.px(10), ruled.lines);
    if (!end.waits.isEmpty() && lines.size() > 1 && !hasRoomFor(end.waits, column, lines.back(), theme))
        makeRoom(lines, ruled.lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool last = i + 1 == lines.size();
        at = { column.left(), ruled.line(i) };
        if (last)
            drawLitLine(painter, column, at.y(), end.beat, theme);
        painter.setPen(theme.text);
        for (const PlacedPiece& placed : lines[i]) {
            const QPointF baseline { column.left() + placed.x, at.y() };
            if (last && &placed == &lines[i].back() && end.beat.light > 0)
                drawLanding(painter, placed, baseline, end.beat, theme);
            else
                painter.drawText(baseline, placed.piece.text);
            at.setX(baseline.x() + placed.width);
        }
    }
    drawCaret(painter, at, column.right(), end.waits, theme);
}

void drawRounds(QPainter& painter, const QRectF& column, const TapeInput& input, const QStringList& tokens)
{
    const Theme& theme = input.theme;
    const Ruled ruled = ruledIn(column, theme);
    painter.setFont(theme.font(TextRole::Body));
    const RoundsNow now = roundsNow(*input.run, input.request, input.time);
    const auto lines = roundLines(*input.run, input.request, now, tokens, ruled.lines);
    const AnswerEnd end = answerEnd(input);
    const WordBeat& beat = end.beat;
    const std::size_t landed = lines.size() - (now.drafted > 0 ? 2 : 1); // below it, drafts of the next round
    QPointF at { column.left(), ruled.top };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        at = { column.left(), ruled.line(i) };
        if (i + 1 == lines.size())
            drawLitLine(painter, column, at.y(), beat, theme);
        for (const PlacedWord& word : placeRound(lines[i], theme, column.width() - theme.px(10))) {
            const double x = column.left() + word.x;
            const bool lands = i == landed && isWritten(word.piece.mark);
            if (lands)
                drawGround(painter, x, x + word.width, at.y(), beat.light, theme);
            drawWord(painter, word, { x, at.y() - (lands ? riseOf(beat, theme) : 0.0) }, theme);
            at.setX(x + word.width);
        }
    }
    drawCaret(painter, at, column.right(), end.waits, theme);
}

} // namespace memwall::ui
