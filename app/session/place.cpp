#include "app/session/place.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>

namespace memwall::app
{

namespace
{

using core::Instant;
using core::Run;
using core::TimeSpan;
using Part = Place::Part;

bool hasAnswer(const Run& run, std::size_t request)
{
    return run.fits && request < run.requests.size() && !run.requests[request].rejected
        && run.requests[request].outputTokens > 0;
}

/// The part's time in this run. REQUIRES: an answer, and a token of it where the part is Token.
TimeSpan spanOf(const Run& run, const Place& place)
{
    MEMWALL_ASSERT(hasAnswer(run, place.request));
    const core::RequestRun& request = run.requests[place.request];
    MEMWALL_ASSERT(place.part != Part::Token || (0 < place.token && place.token < request.outputTokens));
    const Instant last = run.tokenTime(place.request, request.outputTokens - 1);
    switch (place.part) {
    case Part::Whole:
        return { Instant {}, run.end() };
    case Part::Waiting:
        return { Instant {}, request.prefillBegin };
    case Part::Prompt:
        return { request.prefillBegin, run.tokenTime(place.request, 0) };
    case Part::Token:
        return { run.tokenTime(place.request, place.token - 1), run.tokenTime(place.request, place.token) };
    case Part::After:
        break;
    }
    return { last, std::max(last, run.end()) };
}

double fractionOf(TimeSpan span, Instant time)
{
    if (span.length().count() <= 0)
        return 0.0;
    return std::clamp(core::toSeconds(time - span.begin) / core::toSeconds(span.length()), 0.0, 1.0);
}

} // namespace

Place placeAt(const Run& run, Instant time, std::size_t request)
{
    Place place;
    place.request = request;
    if (!hasAnswer(run, request)) {
        place.fraction = fractionOf({ Instant {}, run.end() }, time);
        return place;
    }
    place.token = run.tokensWritten(request, time);
    if (time < run.requests[request].prefillBegin)
        place.part = Part::Waiting;
    else if (place.token == 0)
        place.part = Part::Prompt;
    else if (place.token < run.requests[request].outputTokens)
        place.part = Part::Token;
    else
        place.part = Part::After;
    place.fraction = fractionOf(spanOf(run, place), time);
    return place;
}

Instant instantOf(const Run& run, const Place& place)
{
    Place here = place;
    if (!hasAnswer(run, place.request)) {
        here.part = Part::Whole;
    } else if (here.part == Part::Token && here.token >= run.requests[here.request].outputTokens) {
        here.part = Part::After;
        here.fraction = 0;
    }
    const TimeSpan span = here.part == Part::Whole ? TimeSpan { Instant {}, run.end() } : spanOf(run, here);
    const double ahead = here.fraction * static_cast<double>(span.length().count());
    return span.begin + core::Duration { std::llround(ahead) };
}

} // namespace memwall::app
