// Lines of a trace file in each format → times and lengths as recorded. Internal to scenario.
#pragma once

#include "core/base/problem.h"
#include "core/scenario/trace.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace memwall::core
{

/// One line: its time counts from the format's own zero; lengths may be 0 where a recorded request failed.
struct TraceRow
{
    double timeS = 0;
    std::int64_t promptTokens = 0;
    std::int64_t outputTokens = 0;
};

/// Problems of lines.
struct LineProblems : ProblemList
{
    /// line 0: the whole file.
    void report(int line, Saying message, Saying remedy)
    {
        add({ {}, line > 0 ? std::optional(line) : std::nullopt, std::move(message), std::move(remedy) });
    }
};

/// Names of the values of a line: time, prompt, answer. Other columns and fields are passed over.
struct TraceColumns
{
    std::array<std::string_view, 3> names;
    std::string_view otherTime; ///< a second name of the time; empty: none
};

[[nodiscard]] const TraceColumns& columnsOf(TraceFormat format);

/// Text of a file for a message: short, and without what a terminal or JSON would not take.
[[nodiscard]] std::string shownText(std::string_view text);

/// Makes a row of the values of a line, whatever they were written in, and reports those that are wrong.
class TraceRowReader
{
public:
    TraceRowReader(TraceFormat format, LineProblems& problems)
        : m_format(format)
        , m_problems(problems)
    {
    }

    /// value: nothing where the text is no number.
    void time(int line, std::optional<double> value, std::string_view text);
    void wallClock(int line, std::string_view text);
    void promptTokens(int line, std::optional<double> value, std::string_view text);
    void outputTokens(int line, std::optional<double> value, std::string_view text);
    /// Adds the row where nothing was wrong. False: the file has too many.
    bool finish(int line, std::vector<TraceRow>& rows);

private:
    void wrong(int line, std::size_t column, std::string_view text, const char* remedy);
    void tokens(
        int line, std::size_t column, std::optional<double> value, std::string_view text, std::int64_t& to);

    TraceFormat m_format;
    LineProblems& m_problems;
    std::optional<std::int64_t> m_firstNs;
    TraceRow m_row;
    bool m_good = true;
};

[[nodiscard]] std::vector<TraceRow> readCsvRows(
    std::string_view text, TraceFormat format, LineProblems& problems);
[[nodiscard]] std::vector<TraceRow> readJsonRows(
    std::string_view text, TraceFormat format, LineProblems& problems);

} // namespace memwall::core
