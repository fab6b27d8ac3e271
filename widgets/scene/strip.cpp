#include "widgets/scene/strip.h"

#include "widgets/flow/example_choice.h"
#include "widgets/scene/stage_texts.h"

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
    const core::Run& run, const std::optional<core::Moment>& moment, std::size_t index, const Sight& sight)
{
    const core::RequestRun& request = run.requests[index];
    const core::Instant t = sight.time;
    Reader reader { .request = static_cast<int>(index), .state = readerState(run, moment, index, sight) };
    if (t >= request.prefillEnd)
        reader.tokens = static_cast<double>(request.promptTokens + run.tokensWritten(index, t));
    else if (t > request.prefillBegin) {
        const double all = core::toSeconds(request.prefillEnd - request.prefillBegin);
        const double share = all > 0 ? core::toSeconds(t - request.prefillBegin) / all : 1.0;
        reader.tokens = static_cast<double>(request.promptTokens) * share;
    }
    return reader;
}

/// Where steps are too fast to be seen.
bool grew(const core::Run& run, std::size_t index, const Sight& sight)
{
    return sight.seen == Seen::Shares
        && run.tokensWritten(index, sight.stretch.end) > run.tokensWritten(index, sight.stretch.begin);
}

StripNow readersNow(
    const core::Run& run, const std::optional<core::Moment>& moment, const Sight& sight, int most)
{
    StripNow now;
    for (const std::size_t i : run.present(sight.time, static_cast<std::size_t>(most)))
        now.readers.push_back(readerOf(run, moment, i, sight));
    return now;
}

StripNow expertsNow(const core::Run& run, const std::optional<core::Moment>& moment, Seen seen)
{
    StripNow now;
    if (moment && moment->pass != nullptr && seen > Seen::Layers) {
        const double most = expertsTouched(*moment->pass);
        now.lit.resize(
            static_cast<std::size_t>(std::clamp(static_cast<int>(std::lround(most)), 0, run.experts)));
        std::iota(now.lit.begin(), now.lit.end(), 0);
        return now;
    }
    if (!moment || moment->pass == nullptr || !moment->layer)
        return now;
    const auto layer = static_cast<std::size_t>(*moment->layer);
    const double touched = moment->pass->layerKinds[moment->pass->layerKindOf[layer]].expertsTouched;
    const int count = std::clamp(static_cast<int>(std::lround(touched)), 0, run.experts);
    const auto step = static_cast<std::uint64_t>(moment->step + moment->segmentIndex * 7919);
    // Which experts the router chose is not simulated, only how many.
    now.lit = exampleChoice(count, run.experts, step * 1009 + layer);
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
    const auto next = std::partition_point(cycles.begin(), cycles.end(), [&](const core::Cycle& cycle) {
        return run.segments[static_cast<std::size_t>(cycle.segment)].end <= t;
    });
    if (next != cycles.begin())
        now.before = fatesOf(*(next - 1));
    if (next == cycles.end() || !moment || moment->pass == nullptr
        || moment->segment->kind != core::SegmentKind::Speculation)
        return now;
    const bool drafting = moment->pass->kind == core::PassKind::Draft;
    for (int i = 0; i < next->drafted; ++i)
        now.marks.push_back(!drafting    ? DraftMark::Checking
                : i < moment->repetition ? DraftMark::Drafted
                                         : DraftMark::Open);
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
    return now;
}

} // namespace

ReaderState readerState(
    const core::Run& run, const std::optional<core::Moment>& moment, std::size_t index, const Sight& sight)
{
    const core::RequestRun& request = run.requests[index];
    if (sight.time < request.prefillBegin)
        return ReaderState::Waiting;
    if (sight.time < request.prefillEnd)
        return ReaderState::Prompt;
    return inBatch(moment, static_cast<int>(index)) || grew(run, index, sight) ? ReaderState::Writing
                                                                               : ReaderState::Paused;
}

ReaderCounts readersAt(const core::Run& run, const std::optional<core::Moment>& moment, const Sight& sight)
{
    std::vector<int> batch;
    if (moment)
        batch = moment->segment->requests;
    std::sort(batch.begin(), batch.end());
    ReaderCounts counts;
    for (const std::size_t i : run.begun(sight.time)) {
        if (sight.time < run.requests[i].prefillEnd)
            ++counts.reading;
        else if (std::binary_search(batch.begin(), batch.end(), static_cast<int>(i)) || grew(run, i, sight))
            ++counts.writing;
    }
    counts.waiting = run.presentCount(sight.time) - counts.reading - counts.writing;
    return counts;
}

double expertsTouched(const core::Pass& pass)
{
    double most = 0;
    for (const core::Layer& layer : pass.layerKinds)
        most = std::max(most, layer.expertsTouched);
    return most;
}

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
