#include "widgets/scene/stage_texts.h"

#include "widgets/base/format.h"
#include "widgets/scene/machine_words.h"
#include "widgets/scene/stage_steps.h"
#include "widgets/scene/stage_words.h"
#include "widgets/words/words.h"

#include <algorithm>

namespace memwall::ui
{

namespace
{

Figure countFigure(std::string_view key, double count)
{
    return { key, count, Unit::Count };
}

core::PassKind passKind(const core::Moment& moment)
{
    return moment.pass == nullptr ? core::PassKind::Decode : moment.pass->kind;
}

/// "token 37": where all readers of the batch are as far.
Statement tokenWords(const HouseMoment& at)
{
    const std::vector<int>& readers = at.moment->segment->requests;
    const auto next
        = [&](int reader) { return at.run.tokensWritten(static_cast<std::size_t>(reader), at.time()) + 1; };
    if (readers.empty() || std::any_of(readers.begin(), readers.end(), [&](int reader) {
            return next(reader) != next(readers.front());
        }))
        return {};
    return say(at.base, { Words::tr("token %1") },
        { countFigure("token", static_cast<double>(next(readers.front()))) });
}

Statement draftWords(const HouseMoment& at)
{
    const core::Segment& segment = *at.moment->segment;
    const int drafts = segment.drafted;
    if (!at.lasts(at.moment->stepSpan.length()))
        return say(at.base, { Words::tr("Rounds of %1 drafts and their check", nullptr, drafts) },
            { countFigure("drafts", drafts) });
    const bool drafting = passKind(*at.moment) == core::PassKind::Draft;
    if (drafting && at.moment->pass->repeat < segment.drafted) // the host looks them up, all at once
        return say(at.base, { Words::tr("%1 drafts are found in the text so far", nullptr, drafts) },
            { countFigure("drafts", drafts) });
    if (drafting)
        return say(at.base, { Words::tr("The intern drafts word %1 of %2") },
            { countFigure("draft", at.moment->repetition + 1), countFigure("drafts", drafts) });
    return say(at.base,
        { segment.requests.size() > 1
                ? Words::tr("The big model checks %1 drafts of each user at once", nullptr, drafts)
                : Words::tr("The big model checks %1 drafts at once", nullptr, drafts) },
        { countFigure("drafts", drafts) });
}

Statement passWords(const HouseMoment& at)
{
    const Figure tokens
        = countFigure("tokens_at_once", at.moment->pass == nullptr ? 1 : at.moment->pass->tokens);
    const int count = static_cast<int>(tokens.value);
    switch (passKind(*at.moment)) {
    case core::PassKind::Prefill:
        return say(at.base, { Words::tr("Prefill · %1 tokens at once", nullptr, count) }, { tokens });
    case core::PassKind::Decode:
        return joined(say(at.base, { Words::tr("Decode") }), tokenWords(at));
    case core::PassKind::Draft:
    case core::PassKind::Verify:
        if (at.moment->segment->kind == core::SegmentKind::Prefill) // it keeps a notepad of its own
            return say(at.base, { Words::tr("Prefill of the intern · %1 tokens at once", nullptr, count) },
                { tokens });
        return draftWords(at);
    case core::PassKind::Transfer:
        return say(at.base, { Words::tr("The KV cache travels") });
    case core::PassKind::Mixed:
        return say(at.base,
            { Words::tr("Decode and a part of a prompt · %1 tokens at once", nullptr, count) }, { tokens });
    }
    return {};
}

Statement waitingTitle(const HouseMoment& at)
{
    if (const auto transfer = at.run.transferAt(at.time()))
        return say(TimeBase::Instant, { Words::tr("The KV cache travels · %1 across") },
            { { "transfer_progress", transfer->progress, Unit::Share } });
    if (at.time() >= at.run.end())
        return say(TimeBase::Instant, { Words::tr("Every answer is written") });
    const auto& segments = at.run.segmentsOf(at.pool);
    const auto beginOf
        = [&](std::int64_t index) { return at.run.segments[static_cast<std::size_t>(index)].begin; };
    const auto next = std::partition_point(
        segments.begin(), segments.end(), [&](std::int64_t index) { return beginOf(index) <= at.time(); });
    if (next != segments.end())
        return say(TimeBase::Instant, { Words::tr("Waiting for the next request, in %1") },
            { { "wait_s", core::toSeconds(beginOf(*next) - at.time()), Unit::Seconds } });
    return say(TimeBase::Instant, { Words::tr("This pool has done its part") });
}

/// Messages of a kind in one pass.
struct Collectives
{
    core::OperatorKind kind = core::OperatorKind::AllReduce;
    int count = 0;
    double seconds = 0;
};

/// Those that take most of a pass.
Collectives collectivesIn(const core::Pass& pass, double step)
{
    std::vector<Collectives> found;
    for (const std::uint8_t which : pass.layerKindOf)
        for (const core::Operator& op : pass.layerKinds[which].operators) {
            if (!isMessage(op.kind))
                continue;
            auto same = std::find_if(
                found.begin(), found.end(), [&](const Collectives& one) { return one.kind == op.kind; });
            if (same == found.end())
                same = found.insert(found.end(), { op.kind });
            ++same->count;
            same->seconds += op.duration.at(step);
        }
    const auto most = std::max_element(found.begin(), found.end(),
        [](const Collectives& a, const Collectives& b) { return a.seconds < b.seconds; });
    return most == found.end() ? Collectives {} : *most;
}

/// What one haul is for.
QString haulWords(const HouseMoment& at)
{
    const core::PoolInfo& pool = at.run.pools[at.pool];
    const core::Segment& segment = *at.moment->segment;
    const auto users = segment.requests.size();
    if (pool.chipClass == core::ChipClass::Hardwired)
        return at.stepBytes > 0
            ? Words::tr("The weights are the wiring: nothing is fetched but %1 of KV cache.")
            : Words::tr("The weights are the wiring: nothing is fetched, only the token moves.");
    if (pool.chipClass == core::ChipClass::Wafer)
        return Words::tr("Each step reads %1 of SRAM, right beside the cores that use it.");
    if (passKind(*at.moment) == core::PassKind::Mixed)
        return Words::tr("Each haul of %1 through this chip's opening serves the writers and the prompt.");
    if (segment.kind == core::SegmentKind::Prefill)
        return segment.steps > 1 || users > 1
            ? Words::tr("All these tokens share one haul of %1 through this chip's opening.")
            : Words::tr("The whole prompt shares one haul of %1 through this chip's opening.");
    if (segment.kind == core::SegmentKind::Speculation)
        return Words::tr("Each round of drafts and checking hauls %1 through this chip's opening.");
    if (users > 1)
        return Words::tr("Each haul of %1 through this chip's opening writes %2 tokens, one for each user.",
            nullptr, static_cast<int>(users));
    return Words::tr("Every token hauls %1 through this chip's opening.");
}

} // namespace

std::size_t firstRequest(const core::Segment& segment)
{
    return segment.requests.empty() ? 0 : static_cast<std::size_t>(segment.requests.front());
}

bool isMessage(core::OperatorKind kind)
{
    return kind == core::OperatorKind::AllReduce || kind == core::OperatorKind::AllToAll
        || kind == core::OperatorKind::Hop;
}

Statement titleOf(const HouseMoment& at)
{
    if (!at.moment)
        return waitingTitle(at);
    Statement title = passWords(at);
    const auto users = static_cast<double>(at.moment->segment->requests.size());
    if (users > 1)
        title = joined(title,
            say(at.base, { Words::tr("%1 users in step", nullptr, static_cast<int>(users)) },
                { countFigure("users_in_step", users) }));
    if (at.moment->layer && at.lasts(at.moment->stepSpan.length()))
        title = joined(title,
            say(at.base, { Words::tr("layer %1 of %2") },
                { countFigure("layer", *at.moment->layer + 1), countFigure("layers", at.run.layers) }));
    if (at.moment->op != nullptr && at.base == TimeBase::Operator)
        title = joined(title, say(at.base, { wordOf(at.moment->op->kind) }));
    title.wordings = QStringList { title.text() };
    title.seconds = at.activity.seconds;
    return title;
}

Statement subtitleOf(const HouseMoment& at)
{
    if (!at.moment && at.run.transferAt(at.time()))
        return say(TimeBase::Instant,
            { Words::tr("What prefill has written crosses the link before the next word can follow.") });
    if (!at.moment)
        return say(TimeBase::Instant, { Words::tr("Nothing moves: no bytes pass, no arithmetic runs.") });
    const auto users = static_cast<double>(at.moment->segment->requests.size());
    Statement haul = say(TimeBase::Step, { haulWords(at) },
        { { "step_bytes", at.stepBytes, Unit::Bytes }, countFigure("users_in_step", users) });
    haul.seconds = core::toSeconds(at.moment->stepSpan.length());
    const int chips = at.run.pools[at.pool].inStep;
    if (chips < 2)
        return haul;
    return joined(haul,
        say(TimeBase::Fixed, { Words::tr("%1 chips work in step; this is one of them.", nullptr, chips) },
            { countFigure("chips_in_step", chips) }),
        QStringLiteral(" "));
}

Statement noteOf(const HouseMoment& at)
{
    const core::PoolInfo& pool = at.run.pools[at.pool];
    const Statement chip = pool.chips > 1
        ? say(TimeBase::Fixed, { Words::tr("chip 1 of %1") }, { countFigure("chips", pool.chips) })
        : say(TimeBase::Fixed, { nameAsSold(pool) });
    Statement note = chip;
    if (pool.inStep > 1 && pool.link) {
        note = joined(note, say(TimeBase::Fixed, { plain(pool.link->name) }));
        note = joined(note,
            say(TimeBase::Fixed, { QStringLiteral("%1") },
                { { "link_bandwidth", pool.link->bandwidth.value, Unit::BytesPerSecond } }),
            QStringLiteral(" "));
        const Collectives found = at.moment && at.moment->pass != nullptr
            ? collectivesIn(*at.moment->pass, static_cast<double>(at.moment->step))
            : Collectives {};
        if (found.count > 0) {
            note = joined(note, say(TimeBase::Step, { wordOf(found.kind) }));
            note = joined(note,
                say(TimeBase::Step, { QStringLiteral("%1 × %2") },
                    { countFigure("messages", found.count),
                        { "message_s", found.seconds / found.count, Unit::Seconds } }),
                QStringLiteral(" "));
        }
    }
    note.wordings = QStringList { note.text() };
    return note;
}

} // namespace memwall::ui
