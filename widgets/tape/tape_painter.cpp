#include "widgets/base/format.h"
#include "widgets/tape/rounds.h"
#include "widgets/tape/tape_writing.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

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

QStringList playheadCaption(const TapeInput& input)
{
    const auto users = static_cast<int>(input.run->requests.size());
    const QString few = TapeWords::tr("so far");
    QString all = TapeWords::tr("The answer up to the playhead");
    QStringList keys;
    if (hasRounds(*input.run, input.request)) {
        all = TapeWords::tr("Round by round");
        keys << TapeWords::tr("%1 · ✓ kept  ✗ crossed out  dashed: thrown away  ● the big model's own word")
                    .arg(all)
             << TapeWords::tr("✓ kept  ✗ crossed out  ● the big model's own");
    }
    if (users <= 1)
        return keys + QStringList { all, few };
    const QString who = TapeWords::tr("%1 of %2 users").arg(input.request + 1).arg(users);
    return QStringList { all + QStringLiteral(" · ") + who } + keys + QStringList { all, who, few };
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
    drawAnswer(painter, column,
        { run, input.request, run.tokensWritten(input.request, input.trueSpeedTime), tokens }, {},
        input.theme);
}

QString whyNothing(const TapeInput& input)
{
    if (!input.run || input.run->fits)
        return TapeWords::tr("No answer yet.");
    return input.run->tooLarge ? TapeWords::tr("No answer: this is too much to be played.")
                               : TapeWords::tr("No answer: the model does not fit this machine.");
}

void drawNothing(QPainter& painter, const QRectF& rect, const TapeInput& input)
{
    const Theme& theme = input.theme;
    painter.setFont(theme.font(TextRole::Body));
    painter.setPen(theme.secondary);
    painter.drawText(rect.adjusted(theme.px(20), 0, -theme.px(20), 0), Qt::AlignLeft | Qt::AlignVCenter,
        whyNothing(input));
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
    if (hasRounds(run, input.request))
        drawRounds(painter, columns.playhead, input, tokens);
    else
        drawAnswer(painter, columns.playhead,
            { run, input.request, run.tokensWritten(input.request, input.time), tokens }, answerEnd(input),
            theme);
    drawFigure(painter, columns.figure, figure, theme);
    if (!columns.trueSpeed.isNull())
        drawTrueSpeed(painter, columns.trueSpeed, input, tokens);
    painter.restore();
}

} // namespace memwall::ui
