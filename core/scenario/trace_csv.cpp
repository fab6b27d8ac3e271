// Trace files of comma-separated values with a header.
#include "core/base/ascii.h"
#include "core/base/csv.h"
#include "core/base/number_text.h"
#include "core/scenario/read_parts.h"
#include "core/scenario/trace_rows.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

using Header = std::vector<std::string>;
using Column = std::optional<std::size_t>;

bool isSame(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
        [](char x, char y) { return smallLetter(x) == smallLetter(y); });
}

Column columnNamed(const Header& header, std::string_view name)
{
    const auto found = std::find_if(
        header.begin(), header.end(), [name](const std::string& cell) { return isSame(cell, name); });
    return found == header.end() || name.empty() ? Column() : Column(found - header.begin());
}

struct Places
{
    std::array<Column, 3> values; ///< time, prompt, answer
    Column system; ///< of the program's own table: whose request it is

    Places(const Header& header, const TraceColumns& columns)
    {
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = columnNamed(header, columns.names[i]);
        if (!values[0])
            values[0] = columnNamed(header, columns.otherTime);
        if (!columns.otherTime.empty())
            system = columnNamed(header, "system");
    }

    [[nodiscard]] bool areComplete() const
    {
        return std::all_of(
            values.begin(), values.end(), [](const Column& place) { return place.has_value(); });
    }
};

std::string firstLineOf(TraceFormat format)
{
    std::string line;
    for (const std::string_view name : columnsOf(format).names)
        line.append(line.empty() ? "" : ",").append(name);
    return line;
}

/// The header of another format is the likeliest mistake.
Saying headerRemedy(const Header& header, TraceFormat format)
{
    for (const TraceFormat other : { TraceFormat::Azure, TraceFormat::BurstGpt, TraceFormat::Memwall })
        if (other != format && Places(header, columnsOf(other)).areComplete())
            return { "right.other_format", { kTraceFormatNames[static_cast<std::size_t>(other)] } };
    if (header.front().starts_with('{'))
        return { "right.mooncake" };
    return { "right.columns", { firstLineOf(format) } };
}

Saying missingColumns(const Header& header, const Places& places, const TraceColumns& columns)
{
    std::string names;
    for (std::size_t i = 0; i < places.values.size(); ++i)
        if (!places.values[i])
            names.append(names.empty() ? "" : ", ").append(columns.names[i]);
    return { "wrong.columns", { names, shownText(header.front()) } };
}

std::optional<Places> readHeader(CsvReader& reader, TraceFormat format, LineProblems& problems)
{
    CsvRecord header;
    if (!reader.next(header)) {
        problems.report(0, { "wrong.empty" }, { "right.header", { firstLineOf(format) } });
        return std::nullopt;
    }
    const Places places(header.fields, columnsOf(format));
    if (places.areComplete())
        return places;
    problems.report(header.line, missingColumns(header.fields, places, columnsOf(format)),
        headerRemedy(header.fields, format));
    return std::nullopt;
}

std::string_view fieldAt(const CsvRecord& record, const Column& place)
{
    return place && *place < record.fields.size() ? std::string_view(record.fields[*place])
                                                  : std::string_view();
}

/// Whether the record can be read at all; the program's own table has the systems of a race one after the
/// other, and all of them together are no traffic that anyone sent.
bool isUsable(const CsvRecord& record, const Column& systemPlace, std::string& system, LineProblems& problems)
{
    if (!record.closed) {
        problems.report(record.line, { "wrong.quote" }, { "right.quote" });
        return false;
    }
    const std::string_view here = fieldAt(record, systemPlace);
    if (system.empty())
        system = here;
    if (system == here)
        return true;
    problems.report(record.line, { "wrong.other_system", { shownText(here), shownText(system) } },
        { "right.one_system" });
    return false;
}

} // namespace

std::vector<TraceRow> readCsvRows(std::string_view text, TraceFormat format, LineProblems& problems)
{
    std::vector<TraceRow> rows;
    CsvReader reader(text);
    const auto places = readHeader(reader, format, problems);
    if (!places)
        return rows;
    TraceRowReader row(format, problems);
    std::string system;
    bool more = true;
    for (CsvRecord record; more && reader.next(record);) {
        if (!isUsable(record, places->system, system, problems))
            return rows;
        const std::string_view time = fieldAt(record, places->values[0]);
        const std::string_view prompt = fieldAt(record, places->values[1]);
        const std::string_view output = fieldAt(record, places->values[2]);
        format == TraceFormat::Azure ? row.wallClock(record.line, time)
                                     : row.time(record.line, numberIn(time), time);
        row.promptTokens(record.line, numberIn(prompt), prompt);
        row.outputTokens(record.line, numberIn(output), output);
        more = row.finish(record.line, rows);
    }
    return rows;
}

} // namespace memwall::core
