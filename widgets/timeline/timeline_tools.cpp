// Finding and selecting in the timeline.
#include "widgets/timeline/find_bar.h"
#include "widgets/timeline/find_words.h"
#include "widgets/timeline/range_card.h"
#include "widgets/timeline/timeline_state.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

namespace memwall::ui
{

namespace
{

/// The part of the view that a hit should fill at least, and at most, to be seen in its surroundings.
constexpr double kSmallest = 0.02, kLargest = 0.7, kWanted = 0.15;

} // namespace

void TimelineWidget::openFind()
{
    State& s = *m_state;
    if (s.empty())
        return;
    s.findBar->show();
    s.findBar->raise();
    arrange();
    search();
    s.findBar->takeFocus();
}

void TimelineWidget::closeFind()
{
    State& s = *m_state;
    s.findBar->hide();
    s.finder.reset();
    s.hit.reset();
    arrange();
    setFocus();
    update();
}

/// Counts; the playhead stays until someone asks for a hit.
void TimelineWidget::search()
{
    State& s = *m_state;
    s.finder.reset();
    s.hit.reset();
    update();
    const QString words = s.findBar->words();
    if (s.empty() || words.trimmed().isEmpty())
        return s.findBar->setAnswer({}, false);
    const auto wanted = wantedBy(words);
    if (wanted)
        s.finder = std::make_unique<core::Finder>(*s.run, *wanted);
    if (!s.finder || s.finder->count() == 0) {
        s.finder.reset();
        return s.findBar->setAnswer(noHitSentence(*s.run, wanted, words), false);
    }
    const QString count = QLocale { QLocale::English }.toString(static_cast<qlonglong>(s.finder->count()));
    const int hits = static_cast<int>(std::min<std::int64_t>(s.finder->count(), 1'000'000));
    s.findBar->setAnswer(tr("%1 hits: Return goes to the next", nullptr, hits).arg(count), true);
}

void TimelineWidget::findStep(int direction)
{
    State& s = *m_state;
    if (s.findBar->isHidden())
        return openFind();
    if (!s.finder)
        return;
    std::optional<core::TimeSpan> found;
    if (direction > 0) {
        // Before the first step the playhead may stand on a hit already: that one counts as found.
        found = s.finder->next(s.hit ? s.time : s.time - core::Duration { 1 });
        if (!found)
            found = s.finder->next(core::Instant { core::Duration { -1 } });
    } else {
        found = s.finder->previous(s.time);
        if (!found)
            found = s.finder->previous(core::Instant { s.run->end() + core::Duration { 1 } });
    }
    if (found)
        showHit(*found);
}

void TimelineWidget::showHit(core::TimeSpan hit)
{
    State& s = *m_state;
    s.hit = hit;
    const QLocale locale { QLocale::English };
    s.findBar->setAnswer(tr("%1 of %2")
                             .arg(locale.toString(static_cast<qlonglong>(s.finder->rank(hit.begin))),
                                 locale.toString(static_cast<qlonglong>(s.finder->count()))),
        true);
    const double share = core::toSeconds(hit.length()) / std::max(1e-12, core::toSeconds(s.window.length()));
    const bool readable = share >= kSmallest && share <= kLargest;
    core::Duration length = s.window.length();
    if (!readable)
        length = core::fromSeconds(core::toSeconds(hit.length()) / kWanted);
    if (!readable || hit.begin < s.window.begin || hit.end > s.window.end) {
        setWindow(s.windowAt(hit.begin - (length - hit.length()) / 2, length));
    }
    update();
    emit seekRequested(hit.begin);
}

void TimelineWidget::select(std::optional<core::TimeSpan> range)
{
    State& s = *m_state;
    if (s.empty())
        range.reset();
    if (range)
        range = core::TimeSpan { s.clamped(std::min(range->begin, range->end)),
            s.clamped(std::max(range->begin, range->end)) };
    s.selection = range && range->begin < range->end ? range : std::nullopt;
    s.card->setVisible(s.selection.has_value());
    if (s.selection) {
        s.card->setLines(rangeLines(*s.run, core::totalsOf(*s.run, *s.selection)));
        placeCard();
    }
    update();
}

std::optional<core::TimeSpan> TimelineWidget::selection() const
{
    return m_state->selection;
}

void TimelineWidget::selectFromPlayhead()
{
    const State& s = *m_state;
    const bool keeps = s.selection && s.selection->end > s.time;
    select(core::TimeSpan { s.time, keeps ? s.selection->end : std::max(s.time, s.window.end) });
}

void TimelineWidget::selectToPlayhead()
{
    const State& s = *m_state;
    const bool keeps = s.selection && s.selection->begin < s.time;
    select(core::TimeSpan { keeps ? s.selection->begin : std::min(s.time, s.window.begin), s.time });
}

void TimelineWidget::copySelection() const
{
    const State& s = *m_state;
    if (s.selection)
        QGuiApplication::clipboard()->setText(rangeText(*s.run, core::totalsOf(*s.run, *s.selection)));
}

/// On the side of the plot where the selection is not.
void TimelineWidget::placeCard()
{
    const State& s = *m_state;
    if (!s.selection)
        return;
    const TimeScale scale = s.scale(width());
    const double middle = (scale.timeToPixel(s.selection->begin) + scale.timeToPixel(s.selection->end)) / 2;
    const int gap = qRound(s.theme.px(8));
    const bool left = middle > scale.left + scale.width / 2;
    const int right = qRound(scale.left + scale.width) - s.card->width() - gap;
    const int x = left ? qRound(scale.left) + gap : right;
    const int y = qRound(s.theme.px(62));
    s.card->move(std::max(gap, x), std::max(0, std::min(y, height() - s.card->height() - gap)));
    s.card->raise();
}

} // namespace memwall::ui
