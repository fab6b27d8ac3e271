// The line above a strip.
#include "widgets/scene/stage_texts.h"
#include "widgets/scene/stage_words.h"

#include <cmath>

namespace memwall::ui
{

namespace
{

Figure stripNumber(std::string_view key, double count)
{
    return { key, count, Unit::Count };
}

Statement readersTitle(const HouseMoment& at)
{
    const auto [reading, writing, waiting] = readersAt(at.run, at.moment, at.sight);
    Statement title;
    if (writing > 1)
        title = say(at.base,
            { Words::tr("%1 readers share each trip of the weights", nullptr, static_cast<int>(writing)) },
            { stripNumber("writing", static_cast<double>(writing)) });
    else if (writing == 1)
        title = say(at.base, { Words::tr("One reader has each trip of the weights for itself") });
    if (reading > 0)
        title = joined(title,
            say(at.base, { Words::tr("%1 prompts are read", nullptr, static_cast<int>(reading)) },
                { stripNumber("reading", static_cast<double>(reading)) }));
    if (waiting > 0)
        title = joined(title,
            say(at.base, { Words::tr("%1 wait", "readers", static_cast<int>(waiting)) },
                { stripNumber("waiting", static_cast<double>(waiting)) }));
    return title.isEmpty() ? say(at.base, { Words::tr("Nobody is here") }) : title;
}

Statement expertsTitle(const HouseMoment& at)
{
    const Figure all = stripNumber("experts", at.run.experts);
    if (!at.moment || at.moment->pass == nullptr || (!at.moment->layer && at.sight.seen <= Seen::Layers))
        return say(TimeBase::Fixed,
            { Words::tr("%1 experts a layer, %2 for each token", nullptr, at.run.experts) },
            { all, stripNumber("experts_active", at.run.expertsActive) });
    const core::Pass& pass = *at.moment->pass;
    if (at.sight.seen > Seen::Layers)
        return say(at.base,
            { Words::tr(
                "%1 of %2 experts awake in each layer, others in every one", nullptr, at.run.experts) },
            { stripNumber("experts_awake", std::round(expertsTouched(pass))), all });
    const auto layer = static_cast<std::size_t>(*at.moment->layer);
    const double awake = std::round(pass.layerKinds[pass.layerKindOf[layer]].expertsTouched);
    const Figure number = stripNumber("layer", static_cast<double>(layer + 1));
    if (awake <= 0)
        return say(at.base, { Words::tr("Layer %1 has no experts") }, { number });
    const QString words
        = Words::tr("Layer %1: %2 of %3 experts awake for %4 tokens", nullptr, static_cast<int>(pass.tokens));
    return say(at.base, { words },
        { number, stripNumber("experts_awake", awake), all, stripNumber("tokens_at_once", pass.tokens) });
}

Statement draftsTitle(const HouseMoment& at)
{
    const core::Moment* moment = at.moment ? &*at.moment : nullptr;
    if (moment == nullptr || moment->pass == nullptr
        || moment->segment->kind != core::SegmentKind::Speculation) {
        const auto& cycles = at.run.requests[moment ? firstRequest(*moment->segment) : 0].cycles;
        const bool before = cycles.empty()
            || at.run.segments[static_cast<std::size_t>(cycles.front().segment)].end > at.time();
        return say(at.base,
            { before ? Words::tr("Drafting begins when the prompt is read")
                     : Words::tr("The last round of drafts") });
    }
    const int drafted = moment->segment->drafted;
    const Figure drafts = stripNumber("drafts", drafted);
    if (!at.lasts(moment->stepSpan.length()))
        return say(
            at.base, { Words::tr("Rounds of %1 drafts and their check", nullptr, drafted) }, { drafts });
    const bool drafting = moment->pass->kind == core::PassKind::Draft;
    if (drafting && moment->pass->repeat < moment->segment->drafted)
        return say(
            at.base, { Words::tr("%1 drafts are found in the text so far", nullptr, drafted) }, { drafts });
    if (!drafting)
        return say(at.base, { Words::tr("The big model checks %1 drafts in one pass", nullptr, drafted) },
            { drafts });
    return say(at.base, { Words::tr("The small model drafts word %1 of %2") },
        { stripNumber("draft", moment->repetition + 1), drafts });
}

Statement reworkTitle(const HouseMoment& at)
{
    const std::size_t first = at.moment ? firstRequest(*at.moment->segment) : 0;
    const std::int64_t context = at.run.requests[first].promptTokens + at.run.tokensWritten(first, at.time());
    return say(at.base,
        { Words::tr(
            "No notepad: the next token works on all %1 tokens again", nullptr, static_cast<int>(context)) },
        { stripNumber("context_tokens", static_cast<double>(context)) });
}

Statement titleOfKind(const HouseMoment& at, StripKind kind)
{
    switch (kind) {
    case StripKind::Experts:
        return expertsTitle(at);
    case StripKind::Readers:
        return readersTitle(at);
    case StripKind::Drafts:
        return draftsTitle(at);
    case StripKind::Rework:
        return reworkTitle(at);
    }
    return {};
}

} // namespace

Statement stripTitleOf(const HouseMoment& at, const StripFrame& strip)
{
    Statement title = titleOfKind(at, strip.kind);
    title.seconds = at.activity.seconds;
    return title;
}

} // namespace memwall::ui
