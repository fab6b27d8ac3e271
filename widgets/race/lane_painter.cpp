#include "widgets/race/lane_painter.h"

#include "core/base/assert.h"
#include "widgets/base/paint_kit.h"
#include "widgets/race/lane_says.h"
#include "widgets/words/sayings.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

struct LanePainterWords
{
    Q_DECLARE_TR_FUNCTIONS(Race)
};

void drawTrack(QPainter& painter, const QRectF& track, const QColor& fill, const QColor& line)
{
    drawBox(painter, track, track.height() / 2, fill, line);
}

void fillBar(QPainter& painter, const QRectF& bar, const QColor& color)
{
    if (bar.width() <= 0)
        return;
    const double radius = std::min(bar.width(), bar.height()) / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(bar, radius, radius);
}

/// A small flag on a pole: the answer was complete here.
void drawFinish(QPainter& painter, const QRectF& bar, double x, const Theme& theme)
{
    const double height = theme.px(9), width = theme.px(7);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.good);
    painter.drawRect(QRectF { x - theme.px(1), bar.bottom() - height, theme.px(1.5), height });
    painter.drawPolygon(QPolygonF { { { x, bar.bottom() - height },
        { x + width, bar.bottom() - height * 0.72 }, { x, bar.bottom() - height * 0.44 } } });
}

void paintFigure(const LaneInk& ink, const core::Report& report)
{
    const Theme& theme = ink.theme;
    QRectF place = drawLabel(ink.painter, ink.layout.figure, textOf(speedSays(report).figures.front()), theme,
        { ink.layout.figureRole, theme.text, kLeft });
    const QFontMetricsF large { theme.font(ink.layout.figureRole) }, small { theme.font(TextRole::Body) };
    // The unit stands on the figure's own line of writing.
    const double baseline = place.top() + large.ascent();
    const QRectF unit { place.right() + theme.px(6), baseline - small.ascent(),
        ink.layout.figure.right() - place.right() - theme.px(6), small.height() };
    const bool beside = ink.layout.perToken.isNull();
    const QString perToken = perTokenSays(report).text();
    drawLabel(ink.painter, unit,
        beside ? LanePainterWords::tr("tokens/s · %1").arg(perToken) : LanePainterWords::tr("tokens/s"),
        theme, { TextRole::Body, theme.secondary, kLeft });
    if (!beside)
        drawLabel(
            ink.painter, ink.layout.perToken, perToken, theme, { TextRole::Body, theme.secondary, kLeft });
}

/// Why a lane has no answer, in two words. REQUIRES: it has none.
QString refusal(const RaceLane& lane)
{
    MEMWALL_ASSERT(!answers(lane));
    const core::Run* run = lane.result.run.get();
    if (run != nullptr && run->fits)
        return LanePainterWords::tr("✕ turned away");
    return run != nullptr && run->tooLarge ? LanePainterWords::tr("✕ too much to play")
                                           : LanePainterWords::tr("✕ does not fit");
}

QColor holdColor(const core::PhaseHold& hold, const Theme& theme)
{
    switch (hold.bottleneck) {
    case core::Bottleneck::Memory:
        return theme.color(hold.parts.kv > hold.parts.weights ? core::Kind::KvCache : core::Kind::Weights);
    case core::Bottleneck::Compute:
        return theme.color(core::Kind::Activations);
    case core::Bottleneck::Communication:
        return theme.color(core::Kind::Communication);
    case core::Bottleneck::Transfer:
        return theme.color(core::Kind::KvCache);
    case core::Bottleneck::Capacity:
        return theme.bad;
    default:
        return theme.faint;
    }
}

} // namespace

void paintLaneWords(const LaneInk& ink, const RaceLane& lane, bool current)
{
    const Theme& theme = ink.theme;
    QPainter& painter = ink.painter;
    painter.setRenderHint(QPainter::Antialiasing);
    drawBox(painter, ink.layout.panel, theme.px(10), theme.panel, current ? theme.accent : theme.line);
    if (current)
        painter.fillRect(
            QRectF { 0, theme.px(12), theme.px(4), ink.layout.panel.height() - theme.px(24) }, theme.accent);
    drawLabel(painter, ink.layout.name, lane.name, theme, { TextRole::Title, theme.text, kLeft });
    drawLabel(painter, ink.layout.what, lane.what, theme, { TextRole::Body, theme.secondary, kLeft });
    if (!answers(lane)) {
        drawLabel(painter, ink.layout.figure, refusal(lane), theme, { TextRole::Figure, theme.bad, kLeft });
        return;
    }
    paintFigure(ink, lane.result.report);
    drawTrack(painter, ink.layout.tokenBar, theme.window, theme.line);
    drawTrack(painter, ink.layout.timeBar, theme.window, theme.line);
}

void paintLaneHold(const LaneInk& ink, const core::PhaseHold& hold)
{
    const QRectF& line = ink.layout.bottleneck;
    const double dot = ink.theme.px(8);
    ink.painter.setPen(Qt::NoPen);
    ink.painter.setBrush(holdColor(hold, ink.theme));
    ink.painter.drawEllipse(QRectF { line.left(), line.center().y() - dot / 2, dot, dot });
    drawLabel(ink.painter, line.adjusted(dot + ink.theme.px(6), 0, 0, 0), wordsOf(hold.verdict.title),
        ink.theme, { TextRole::BodyStrong, ink.theme.text, kLeft });
}

QRectF tokenFill(const LaneLayout& layout, const RaceScale& scale, const LaneNow& now)
{
    QRectF bar = layout.tokenBar;
    bar.setWidth(bar.width() * static_cast<double>(now.written) / static_cast<double>(scale.tokens));
    return bar;
}

double placeOnTimeBar(const LaneLayout& layout, const RaceScale& scale, core::Instant time)
{
    const double end = core::toSeconds(scale.end);
    const double share = end > 0 ? core::toSeconds(time) / end : 0.0;
    return layout.timeBar.left() + layout.timeBar.width() * std::clamp(share, 0.0, 1.0);
}

void paintLaneBars(const LaneInk& ink, const RaceLane& lane, const RaceScale& scale, const LaneNow& now,
    const LaneNow& told, core::Instant time)
{
    const Theme& theme = ink.theme;
    QPainter& painter = ink.painter;
    const bool done = now.state == LaneState::Finished;
    fillBar(painter, tokenFill(ink.layout, scale, now), theme.color(core::Kind::Activations));
    // The prompt, then the words: what the user waits for first.
    const core::RequestRun& request = lane.result.run->requests.front();
    const QRectF& bar = ink.layout.timeBar;
    const core::Instant until = std::min(time, request.finish);
    const auto part = [&](core::Instant from, core::Instant to, const QColor& color) {
        const double left = placeOnTimeBar(ink.layout, scale, from);
        const double right = placeOnTimeBar(ink.layout, scale, std::min(to, until));
        if (until > from)
            fillBar(painter, { left, bar.top(), std::max(right - left, theme.px(1)), bar.height() }, color);
    };
    part(request.prefillBegin, request.firstToken, theme.faint);
    part(request.firstToken, request.finish, theme.accent);
    if (done)
        drawFinish(painter, bar, placeOnTimeBar(ink.layout, scale, request.finish), theme);
    drawLabel(painter, ink.layout.tokenText, progressSays(told).text(), theme,
        { TextRole::Caption, theme.secondary, kLeft });
    drawLabel(painter, ink.layout.timeText, stateSays(now).text(), theme,
        { TextRole::Caption, done ? theme.good : theme.secondary, kLeft });
}

void paintLaneReason(const LaneInk& ink, const RaceLane& lane)
{
    const QRectF place = ink.layout.answer.united(ink.layout.tokenBar).united(ink.layout.timeBar);
    ink.painter.setFont(ink.theme.font(TextRole::Body));
    ink.painter.setPen(ink.theme.text);
    const QRectF words = ink.painter.boundingRect(
        place.adjusted(0, 0, -ink.layout.buttons.width(), 0), Qt::TextWordWrap, whyNot(lane));
    ink.painter.drawText(place.adjusted(0, 0, -ink.layout.buttons.width(), 0),
        static_cast<int>(Qt::TextWordWrap)
            | (words.height() < place.height() ? Qt::AlignVCenter : Qt::AlignTop),
        whyNot(lane));
}

} // namespace memwall::ui
