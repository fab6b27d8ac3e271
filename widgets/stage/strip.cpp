#include "widgets/stage/strip.h"

#include "widgets/base/format.h"
#include "widgets/stage/example_choice.h"
#include "widgets/stage/stage_texts.h"
#include "widgets/stage/stage_words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace memwall::ui
{

namespace
{

constexpr std::size_t kMostStrips = 2;
constexpr int kMostReaders = 48;

double longest(const core::Run& run)
{
    std::int64_t most = 1;
    for (const core::RequestRun& request : run.requests)
        most = std::max(most, request.promptTokens + request.outputTokens);
    return static_cast<double>(most);
}

bool inBatch(const std::optional<core::Moment>& moment, int request)
{
    if (!moment)
        return false;
    const std::vector<int>& batch = moment->segment->requests;
    return std::find(batch.begin(), batch.end(), request) != batch.end();
}

Reader readerOf(
    const core::Run& run, const std::optional<core::Moment>& moment, std::size_t index, core::Instant t)
{
    const core::RequestRun& request = run.requests[index];
    Reader reader { .request = static_cast<int>(index) };
    if (t >= request.prefillEnd)
        reader.tokens = static_cast<double>(request.promptTokens + run.tokensWritten(index, t));
    else if (t > request.prefillBegin) {
        const double all = core::toSeconds(request.prefillEnd - request.prefillBegin);
        const double share = all > 0 ? core::toSeconds(t - request.prefillBegin) / all : 1.0;
        reader.tokens = static_cast<double>(request.promptTokens) * share;
    }
    const bool now = inBatch(moment, reader.request);
    if (t < request.prefillBegin)
        reader.state = ReaderState::Waiting;
    else if (t < request.prefillEnd)
        reader.state = ReaderState::Prompt;
    else
        reader.state = now ? ReaderState::Writing : ReaderState::Paused;
    return reader;
}

/// Where steps are too fast to be seen, a reader writes whose answer has grown.
bool writes(const core::Run& run, const Reader& reader, const Sight& sight)
{
    if (reader.state != ReaderState::Paused || sight.seen != Seen::Shares)
        return reader.state == ReaderState::Writing;
    const auto request = static_cast<std::size_t>(reader.request);
    return run.tokensWritten(request, sight.stretch.end) > run.tokensWritten(request, sight.stretch.begin);
}

StripNow readersNow(
    const core::Run& run, const std::optional<core::Moment>& moment, const Sight& sight, int most)
{
    const core::Instant t = sight.time;
    StripNow now;
    int present = 0, writing = 0;
    for (std::size_t i = 0; i < run.requests.size(); ++i) {
        const core::RequestRun& request = run.requests[i];
        if (request.rejected || t < request.arrival || t >= request.finish)
            continue;
        ++present;
        Reader reader = readerOf(run, moment, i, t);
        if (writes(run, reader, sight))
            reader.state = ReaderState::Writing;
        writing += reader.state == ReaderState::Writing ? 1 : 0;
        if (std::ssize(now.readers) < most)
            now.readers.push_back(reader);
    }
    if (writing > 1)
        now.title = Words::tr("%1 readers share each trip of the weights").arg(formatCount(writing));
    else if (writing == 1)
        now.title = Words::tr("One reader has each trip of the weights for itself");
    else
        now.title
            = present > 0 ? Words::tr("A prompt is read; the others wait") : Words::tr("Nobody is here");
    if (present > writing && writing > 0)
        now.title += QStringLiteral(" · ") + Words::tr("%1 wait").arg(formatCount(present - writing));
    return now;
}

/// Of the layers of a pass that have experts.
double touchedIn(const core::Pass& pass)
{
    double most = 0;
    for (const core::Layer& layer : pass.layerKinds)
        most = std::max(most, layer.expertsTouched);
    return most;
}

StripNow expertsNow(const core::Run& run, const std::optional<core::Moment>& moment, Seen seen)
{
    StripNow now;
    double touched = 0;
    if (moment && moment->pass != nullptr && seen > Seen::Layers) {
        touched = touchedIn(*moment->pass);
        now.lit.resize(
            static_cast<std::size_t>(std::clamp(static_cast<int>(std::lround(touched)), 0, run.experts)));
        std::iota(now.lit.begin(), now.lit.end(), 0);
        now.title = Words::tr("%1 of %2 experts awake in each layer, others in every one")
                        .arg(formatCount(std::round(touched)), formatCount(run.experts));
        return now;
    }
    if (moment && moment->pass != nullptr && moment->layer) {
        const auto layer = static_cast<std::size_t>(*moment->layer);
        touched = moment->pass->layerKinds[moment->pass->layerKindOf[layer]].expertsTouched;
        const int count = std::clamp(static_cast<int>(std::lround(touched)), 0, run.experts);
        const auto step = static_cast<std::uint64_t>(moment->step + moment->segmentIndex * 7919);
        // Which experts the router chose is not simulated, only how many.
        now.lit = exampleChoice(count, run.experts, step * 1009 + layer);
        now.title = touched > 0 ? Words::tr("Layer %1: %2 of %3 experts awake for %4")
                                      .arg(layer + 1)
                                      .arg(formatCount(std::round(touched)), formatCount(run.experts),
                                          moment->pass->tokens == 1
                                              ? Words::tr("one token")
                                              : Words::tr("%1 tokens").arg(formatCount(moment->pass->tokens)))
                                : Words::tr("Layer %1 has no experts").arg(layer + 1);
        return now;
    }
    now.title = Words::tr("%1 experts a layer, %2 for each token")
                    .arg(formatCount(run.experts), formatCount(run.expertsActive));
    return now;
}

std::vector<DraftMark> fatesOf(const core::Cycle& cycle)
{
    std::vector<DraftMark> marks;
    for (int i = 0; i < cycle.drafted; ++i)
        marks.push_back(i < cycle.accepted ? DraftMark::Kept
                : i == cycle.accepted      ? DraftMark::Crossed
                                           : DraftMark::Thrown);
    if (cycle.emitted > cycle.accepted)
        marks.push_back(DraftMark::Own);
    return marks;
}

StripNow draftsNow(const core::Run& run, const std::optional<core::Moment>& moment, core::Instant t)
{
    StripNow now;
    const std::size_t first = moment ? firstRequest(*moment->segment) : 0;
    const std::vector<core::Cycle>& cycles = run.requests[first].cycles;
    const auto next = std::find_if(cycles.begin(), cycles.end(), [&](const core::Cycle& cycle) {
        return run.segments[static_cast<std::size_t>(cycle.segment)].end > t;
    });
    if (next != cycles.begin())
        now.before = fatesOf(*(next - 1));
    if (next == cycles.end() || !moment || moment->pass == nullptr
        || moment->segment->kind != core::SegmentKind::Speculation) {
        now.title = now.before.empty() ? Words::tr("Drafting begins when the prompt is read")
                                       : Words::tr("The last round of drafts");
        return now;
    }
    const bool drafting = moment->pass->kind == core::PassKind::Draft;
    for (int i = 0; i < next->drafted; ++i)
        now.marks.push_back(!drafting    ? DraftMark::Checking
                : i < moment->repetition ? DraftMark::Drafted
                                         : DraftMark::Open);
    now.title = drafting ? Words::tr("The small model drafts word %1 of %2")
                               .arg(std::min(moment->repetition + 1, next->drafted))
                               .arg(next->drafted)
                         : Words::tr("The big model checks %1 drafts in one pass").arg(next->drafted);
    return now;
}

StripNow reworkNow(const core::Run& run, const std::optional<core::Moment>& moment, const Sight& sight)
{
    const core::Instant t = sight.time;
    StripNow now;
    const std::size_t first = moment ? firstRequest(*moment->segment) : 0;
    now.tokens = static_cast<double>(run.requests[first].promptTokens + run.tokensWritten(first, t));
    if (moment && moment->layer && run.layers > 0)
        now.share = sight.seen == Seen::Shares ? 0.5 : static_cast<double>(*moment->layer) / run.layers;
    now.title
        = Words::tr("No notepad: the next token works on all %1 tokens again").arg(formatCount(now.tokens));
    return now;
}

} // namespace

std::vector<StripFrame> stripFrames(const core::Run& run)
{
    std::vector<StripFrame> frames;
    if (!run.fits || run.requests.empty())
        return frames;
    const auto speculates = [](const core::Segment& s) { return s.kind == core::SegmentKind::Speculation; };
    const auto round = std::find_if(run.segments.begin(), run.segments.end(), speculates);
    if (!run.kvCache)
        frames.push_back({ StripKind::Rework, 1, longest(run) });
    if (round != run.segments.end())
        frames.push_back({ StripKind::Drafts, round->drafted, 1 });
    if (run.experts > 0)
        frames.push_back({ StripKind::Experts, run.experts, 1 });
    if (run.requests.size() > 1)
        frames.push_back({ StripKind::Readers,
            static_cast<int>(std::min<std::size_t>(run.requests.size(), kMostReaders)), longest(run) });
    if (frames.size() > kMostStrips)
        frames.resize(kMostStrips);
    return frames;
}

StripNow stripNow(const StripFrame& frame, const core::Run& run, const std::optional<core::Moment>& moment,
    const Sight& sight)
{
    switch (frame.kind) {
    case StripKind::Experts:
        return expertsNow(run, moment, sight.seen);
    case StripKind::Readers:
        return readersNow(run, moment, sight, frame.cells);
    case StripKind::Drafts:
        return draftsNow(run, moment, sight.time);
    case StripKind::Rework:
        return reworkNow(run, moment, sight);
    }
    return {};
}

} // namespace memwall::ui
