#include "core/scenario/read_trace.h"

#include "core/base/number_text.h"
#include "core/scenario/trace_rows.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// Latest arrival of a scenario, as of its events.
constexpr double kLatestArrivalS = 1e6;

std::string secondsText(double seconds)
{
    return significantText(seconds, 6) + " s";
}

/// Puts the rows in order of time and lets their first be 0, except where the user wrote the times; returns
/// how many stood behind a later one.
std::int64_t putInOrder(std::vector<TraceRow>& rows, TraceFormat format)
{
    std::int64_t late = 0;
    double latest = rows.front().timeS;
    for (const TraceRow& row : rows) {
        late += row.timeS < latest ? 1 : 0;
        latest = std::max(latest, row.timeS);
    }
    if (late > 0)
        std::stable_sort(
            rows.begin(), rows.end(), [](const TraceRow& a, const TraceRow& b) { return a.timeS < b.timeS; });
    const double zero = format == TraceFormat::Memwall ? 0 : rows.front().timeS;
    for (TraceRow& row : rows)
        row.timeS -= zero;
    return late;
}

/// Half-open: a request at the window's very end belongs to the next window.
void takeWindow(std::vector<TraceRow>& rows, const TraceSource& source)
{
    const auto isBefore = [](const TraceRow& row, double time) { return row.timeS < time; };
    if (source.durationS)
        rows.erase(std::lower_bound(rows.begin(), rows.end(), source.startS + *source.durationS, isBefore),
            rows.end());
    rows.erase(rows.begin(), std::lower_bound(rows.begin(), rows.end(), source.startS, isBefore));
}

void addRequests(Trace& trace, const std::vector<TraceRow>& rows, const TraceSource& source)
{
    trace.requests.reserve(rows.size());
    for (const TraceRow& row : rows) {
        if (row.promptTokens > 0 && row.outputTokens > 0)
            trace.requests.push_back(
                { (row.timeS - source.startS) / source.speedup, row.promptTokens, row.outputTokens });
        else
            ++trace.leftOut;
    }
}

std::optional<Problem> emptyWindow(const Trace& trace, const TraceSource& source, double lastS)
{
    if (!trace.requests.empty())
        return std::nullopt;
    const bool complete = trace.leftOut == 0; // else there are some that had no prompt or no answer
    Saying window { complete ? "wrong.window" : "wrong.window.complete", { secondsText(source.startS) } };
    if (source.durationS)
        window = { complete ? "wrong.window.to" : "wrong.window.complete.to",
            { secondsText(source.startS), secondsText(source.startS + *source.durationS) } };
    return Problem { {}, {}, std::move(window), { "right.window", { secondsText(lastS) } } };
}

std::optional<Problem> tooMuch(const Trace& trace)
{
    if (trace.requests.size() > kMostTraceRequests)
        return Problem { {}, {}, { "wrong.too_many", { std::to_string(trace.requests.size()) } },
            { "right.fewer", { std::to_string(kMostTraceRequests) } } };
    if (trace.requests.back().atS > kLatestArrivalS)
        return Problem { {}, {}, { "wrong.too_late", { secondsText(trace.requests.back().atS) } },
            { "right.sooner", { secondsText(kLatestArrivalS) } } };
    return std::nullopt;
}

} // namespace

std::expected<Trace, Problems> readTrace(std::string_view text, const TraceSource& source)
{
    LineProblems problems;
    std::vector<TraceRow> rows = source.format == TraceFormat::Mooncake
        ? readJsonRows(text, source.format, problems)
        : readCsvRows(text, source.format, problems);
    if (problems.empty() && rows.empty())
        problems.report(0, { "wrong.no_requests" }, { "right.requests" });
    if (!problems.empty())
        return std::unexpected(problems.take());
    Trace trace;
    trace.sharesPrefixes = source.format == TraceFormat::Mooncake;
    trace.outOfOrder = putInOrder(rows, source.format);
    const double lastS = rows.back().timeS;
    takeWindow(rows, source);
    addRequests(trace, rows, source);
    if (auto problem = emptyWindow(trace, source, lastS))
        return std::unexpected(Problems { *std::move(problem) });
    if (auto problem = tooMuch(trace))
        return std::unexpected(Problems { *std::move(problem) });
    return trace;
}

} // namespace memwall::core
