// The counter on the wall: the bytes of the word that is being written.
#include "widgets/base/paint_kit.h"
#include "widgets/scene/stage_steps.h"
#include "widgets/scene/stage_texts.h"
#include "widgets/scene/stage_words.h"
#include "widgets/stage/stage_painters.h"

#include <QRegularExpression>

#include <algorithm>

namespace memwall::ui
{

namespace
{

bool writesWords(const HouseMoment& at)
{
    return at.moment && at.moment->segment->kind != core::SegmentKind::Prefill
        && at.moment->segment->kind != core::SegmentKind::Transfer;
}

/// What one haul writes, under a pattern for the bytes: "%1 of %2 for this word".
struct HaulNames
{
    QString counted, each;
};

HaulNames namesOf(const core::Segment& segment)
{
    if (segment.kind == core::SegmentKind::Speculation)
        return { Words::tr("%1 of %2 for this round"), Words::tr("%1 for each round") };
    if (segment.requests.size() > 1)
        return { Words::tr("%1 of %2 for these words"), Words::tr("%1 for one word each") };
    return { Words::tr("%1 of %2 for this word"), Words::tr("%1 for each word") };
}

/// As wide as the text ever gets: digits differ in width, and a sign that breathes would be looked at.
double widestOf(QString text, const Theme& theme, TextRole role)
{
    static const QRegularExpression digit { QStringLiteral("[0-9\\x{2007}]") };
    return textWidth(text.replace(digit, QStringLiteral("0")), theme, role);
}

} // namespace

Statement counterOf(const HouseMoment& at)
{
    const bool hasWall = at.house.main && !at.house.whole && at.house.style == HouseStyle::Rooms;
    if (!hasWall || !writesWords(at) || at.stepBytes <= 0)
        return {};
    const Figure all { "step_bytes", at.stepBytes, Unit::Bytes };
    const HaulNames names = namesOf(*at.moment->segment);
    if (at.moment->stepSpan.length() < at.pace.third()) {
        Statement each = say(TimeBase::Step, { names.each, QStringLiteral("%1") }, { all });
        each.seconds = core::toSeconds(at.moment->stepSpan.length());
        return each;
    }
    const double passed
        = bytesDuring(at.run, at.pool, wallDoor(at.house), { at.moment->stepSpan.begin, at.time() });
    return say(TimeBase::Instant, { names.counted, Words::tr("%1 of %2"), QStringLiteral("%1 / %2") },
        { { "word_passed_bytes", passed, Unit::Bytes, at.stepBytes }, all });
}

QRectF counterPlate(const DoorLayout& door, const Statement& counter, const Theme& theme)
{
    if (counter.isEmpty())
        return {};
    const double room = door.pipe.width() - theme.px(8);
    const double width = std::min(room, widestOf(counter.text(), theme, TextRole::Body) + theme.px(16));
    const double height = QFontMetricsF { theme.font(TextRole::Body) }.height() + theme.px(4);
    const double below = door.wall.bottom() - door.pipe.bottom() - height;
    if (below < theme.px(4))
        return {};
    const double top = door.pipe.bottom() + std::min(theme.px(9), below / 2);
    return { door.pipe.center().x() - width / 2, top, width, height };
}

void paintCounter(const StageCanvas& canvas, std::size_t house, const Statement& counter)
{
    const Theme& theme = canvas.theme;
    const HouseFrame& frame = canvas.frame.houses[house];
    for (std::size_t i = 0; i < frame.doors.size(); ++i) {
        const QRectF plate = frame.doors[i].wall
            ? counterPlate(canvas.layout.houses[house].doors[i], counter, theme)
            : QRectF {};
        if (plate.isNull())
            continue;
        drawBox(canvas.painter, plate, theme.px(4), theme.panel, theme.line);
        drawFirst(canvas.painter, plate.adjusted(theme.px(4), 0, -theme.px(4), 0), counter.wordings, theme,
            { TextRole::Body, theme.text, kCenter });
    }
}

} // namespace memwall::ui
