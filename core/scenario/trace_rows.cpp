#include "core/scenario/trace_rows.h"

#include "core/base/visible_text.h"
#include "core/scenario/read_trace.h"
#include "core/scenario/wall_clock.h"

#include <cmath>
#include <utility>

namespace memwall::core
{

namespace
{

constexpr std::array<TraceColumns, 4> kColumns { {
    { { "TIMESTAMP", "ContextTokens", "GeneratedTokens" }, {} },
    { { "Timestamp", "Request tokens", "Response tokens" }, {} },
    { { "timestamp", "input_length", "output_length" }, {} },
    { { "at_s", "prompt_tokens", "output_tokens" }, "arrival_s" },
} };

constexpr double kLatestS = 1e9; // 32 years: what lies beyond is no time in seconds

} // namespace

const TraceColumns& columnsOf(TraceFormat format)
{
    return kColumns[static_cast<std::size_t>(format)];
}

std::string shownText(std::string_view text)
{
    constexpr std::size_t kMost = 40;
    // What is cut off need not be made visible: a cell may hold megabytes.
    return shortened(visibleText(text.substr(0, 2 * kMost)), kMost);
}

void TraceRowReader::wrong(int line, std::size_t column, std::string_view text, const char* remedy)
{
    m_good = false;
    const std::string name(columnsOf(m_format).names[column]);
    m_problems.report(line,
        text.empty() ? Saying { "wrong.no_cell", { name } }
                     : Saying { "wrong.cell", { name, shownText(text) } },
        { remedy });
}

void TraceRowReader::wallClock(int line, std::string_view text)
{
    const auto ns = wallClockNs(text);
    if (!ns)
        return wrong(line, 0, text, "right.wall_clock");
    // Differences of nanoseconds are exact; seconds since 1970 in a double are not.
    m_firstNs = m_firstNs.value_or(*ns);
    m_row.timeS = static_cast<double>(*ns - *m_firstNs) / 1e9;
}

void TraceRowReader::time(int line, std::optional<double> value, std::string_view text)
{
    const bool milli = m_format == TraceFormat::Mooncake;
    const double unit = milli ? 1000 : 1;
    if (!value || *value < 0 || *value > kLatestS * unit)
        return wrong(line, 0, text, milli ? "right.milliseconds" : "right.seconds");
    m_row.timeS = *value / unit;
}

void TraceRowReader::tokens(
    int line, std::size_t column, std::optional<double> value, std::string_view text, std::int64_t& to)
{
    // Recorded failures have no tokens; whoever writes memwall's own format means something else.
    const double least = m_format == TraceFormat::Memwall ? 1 : 0;
    if (!value || *value < least || *value > kMostTokens || std::floor(*value) != *value)
        return wrong(line, column, text, "right.tokens");
    to = static_cast<std::int64_t>(*value);
}

void TraceRowReader::promptTokens(int line, std::optional<double> value, std::string_view text)
{
    tokens(line, 1, value, text, m_row.promptTokens);
}

void TraceRowReader::outputTokens(int line, std::optional<double> value, std::string_view text)
{
    tokens(line, 2, value, text, m_row.outputTokens);
}

bool TraceRowReader::finish(int line, std::vector<TraceRow>& rows)
{
    if (!std::exchange(m_good, true))
        return true;
    rows.push_back(m_row);
    if (rows.size() <= kMostTraceLines)
        return true;
    m_problems.report(line, { "wrong.lines", { std::to_string(kMostTraceLines) } }, { "right.part" });
    return false;
}

} // namespace memwall::core
