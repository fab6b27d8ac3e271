// Trace files with one JSON object on each line.
#include "core/base/csv.h"
#include "core/base/json_document.h"
#include "core/scenario/trace_rows.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

namespace
{

constexpr auto kExample = "right.json_line";

struct Value
{
    std::optional<double> number;
    std::string text;
};

Value valueOf(const json& object, std::string_view name)
{
    const auto found = object.find(name);
    if (found == object.end())
        return {};
    return { found->is_number() ? std::optional(found->get<double>()) : std::nullopt,
        found->dump(-1, ' ', true, json::error_handler_t::replace) };
}

/// The line's object; nothing where something was reported.
std::optional<json> objectIn(std::string_view text, int line, LineProblems& problems)
{
    auto read = parseJson(text);
    if (read && read->is_object())
        return *std::move(read);
    if (!read)
        problems.report(line, read.error().front().message, kExample);
    else
        problems.report(line, { "wrong.json_line", { shownText(text) } }, kExample);
    return std::nullopt;
}

void readObject(const json& object, int line, const TraceColumns& columns, TraceRowReader& row)
{
    const Value time = valueOf(object, columns.names[0]);
    row.time(line, time.number, time.text);
    const Value prompt = valueOf(object, columns.names[1]);
    row.promptTokens(line, prompt.number, prompt.text);
    const Value output = valueOf(object, columns.names[2]);
    row.outputTokens(line, output.number, output.text);
}

/// Takes the first line off the text.
std::string_view takeLine(std::string_view& text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

} // namespace

std::vector<TraceRow> readJsonRows(std::string_view text, TraceFormat format, LineProblems& problems)
{
    std::vector<TraceRow> rows;
    TraceRowReader row(format, problems);
    text = withoutByteOrderMark(text);
    bool any = false, more = true;
    for (int line = 1; more && !text.empty(); ++line) {
        const std::string_view here = takeLine(text);
        if (here.find_first_not_of(" \t") == std::string_view::npos)
            continue;
        any = true;
        if (const auto object = objectIn(here, line, problems)) {
            readObject(*object, line, columnsOf(format), row);
            more = row.finish(line, rows);
        }
    }
    if (!any)
        problems.report(0, { "wrong.empty" }, kExample);
    return rows;
}

} // namespace memwall::core
