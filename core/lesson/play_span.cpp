#include "core/lesson/play_span.h"

#include "core/base/number_text.h"

#include <algorithm>
#include <array>

namespace memwall::core
{

namespace
{

constexpr std::array<std::string_view, 3> kWhole { "request", "prefill", "decode" };
constexpr std::array<std::string_view, 4> kCounted { "token", "event", "transfer", "cycle" };

/// "token:3" → token and 3; the number is absent where none is given.
struct Name
{
    std::string_view kind;
    std::optional<std::int64_t> number;
};

Name nameIn(std::string_view text)
{
    const std::size_t colon = text.find(':');
    Name name { text.substr(0, colon), std::nullopt };
    if (colon != std::string_view::npos)
        name.number = wholeNumberIn<std::int64_t>(text.substr(colon + 1));
    return name;
}

/// The step of decode that writes the token after so many: prefill has written the first.
std::optional<TimeSpan> tokenSpan(const Run& run, std::int64_t number)
{
    const RequestRun& request = run.requests.front();
    if (number < 1 || number >= request.outputTokens)
        return std::nullopt;
    const Instant begin = run.tokenTime(0, number - 1);
    // Words of one round of drafts come together: the step is the one that brings the next.
    for (std::int64_t token = number; token < request.outputTokens; ++token)
        if (const Instant end = run.tokenTime(0, token); begin < end)
            return TimeSpan { begin, end };
    return std::nullopt;
}

std::optional<TimeSpan> eventSpan(const Run& run, const Workload& workload, std::int64_t number)
{
    if (number < 1 || number > std::ssize(workload.events))
        return std::nullopt;
    const ExtraRequest& event = workload.events[static_cast<std::size_t>(number - 1)];
    const Instant at = Instant {} + fromSeconds(event.atS);
    const auto request = std::ranges::find_if(run.requests, [&](const RequestRun& one) {
        return one.arrival == at && one.promptTokens == event.promptTokens && !one.rejected;
    });
    return request == run.requests.end() ? std::nullopt : std::optional(TimeSpan { at, request->firstToken });
}

std::optional<TimeSpan> segmentSpan(const Run& run, std::int64_t index)
{
    const Segment& segment = run.segments[static_cast<std::size_t>(index)];
    return TimeSpan { segment.begin, segment.end };
}

std::optional<TimeSpan> numbered(const Run& run, const Workload& workload, const Name& name)
{
    const std::int64_t number = name.number.value_or(1);
    const auto index = static_cast<std::size_t>(number - 1);
    if (number < 1)
        return std::nullopt;
    if (name.kind == "token")
        return tokenSpan(run, number);
    if (name.kind == "event")
        return eventSpan(run, workload, number);
    if (name.kind == "transfer")
        return index < run.transferSegments().size() ? segmentSpan(run, run.transferSegments()[index])
                                                     : std::nullopt;
    const auto& cycles = run.requests.front().cycles;
    return index < cycles.size() ? segmentSpan(run, cycles[index].segment) : std::nullopt;
}

std::optional<TimeSpan> spanNamed(const Run& run, const Workload& workload, std::string_view text)
{
    const RequestRun& request = run.requests.front();
    const Name name = nameIn(text);
    if (name.kind == "request")
        return TimeSpan { request.arrival, request.finish };
    if (name.kind == "prefill")
        return TimeSpan { request.prefillBegin, request.prefillEnd };
    if (name.kind == "decode")
        return TimeSpan { request.firstToken, request.finish };
    return numbered(run, workload, name);
}

/// Layers of a step of the first pool that begins in a span.
std::optional<TimeSpan> layersIn(const Run& run, TimeSpan span, std::pair<int, int> layers)
{
    constexpr std::size_t kMost = 20'000;
    std::optional<TimeSpan> found;
    for (const Span& part : run.spans(0, span, Depth::Layer, kMost)) {
        if (part.time.begin < span.begin || part.time.end > span.end || !part.layer
            || *part.layer + 1 < layers.first || *part.layer + 1 > layers.second || part.repetition > 0
            || part.passIndex > 0)
            continue;
        found = found ? TimeSpan { found->begin, std::max(found->end, part.time.end) } : part.time;
    }
    return found;
}

} // namespace

bool isPlayName(const std::string& text)
{
    const Name name = nameIn(text);
    return std::ranges::find(kWhole, name.kind) != kWhole.end()
        || (std::ranges::find(kCounted, name.kind) != kCounted.end() && name.number);
}

std::optional<TimeSpan> playSpan(const LessonPlay& play, const Run& run, const Workload& workload)
{
    if (!run.fits || run.requests.empty() || run.requests.front().rejected)
        return std::nullopt;
    TimeSpan span { Instant {}, run.end() };
    if (play.what.empty()) {
        if (play.fromS)
            span.begin = Instant {} + fromSeconds(*play.fromS);
        if (play.toS)
            span.end = Instant {} + fromSeconds(*play.toS);
    } else {
        const auto first = spanNamed(run, workload, play.what);
        const auto last = spanNamed(run, workload, play.until.value_or(play.what));
        if (!first || !last)
            return std::nullopt;
        span = { first->begin, last->end };
    }
    if (play.layers)
        return layersIn(run, span, *play.layers);
    if (play.forS)
        span.end = later(span.begin, fromSeconds(*play.forS));
    span.end = std::min(span.end, run.end());
    return span.begin < span.end ? std::optional(span) : std::nullopt;
}

double playScale(const LessonPlay& play, TimeSpan span)
{
    if (play.timeScale)
        return *play.timeScale;
    const double seconds = toSeconds(span.end - span.begin);
    return play.inS && seconds > 0 ? *play.inS / seconds : 1;
}

} // namespace memwall::core
