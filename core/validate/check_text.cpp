#include "core/validate/check_text.h"

#include "core/base/columns.h"
#include "core/base/csv.h"
#include "core/base/number_text.h"
#include "core/validate/figure_kind.h"

#include <nlohmann/json.hpp>

namespace memwall::core
{

using nlohmann::json;

namespace
{

/// The next cell of a row, aligned on the right.
std::string cell(std::string text, std::size_t width)
{
    return ' ' + rightAligned(std::move(text), width);
}

std::string percentCell(double share, std::size_t width)
{
    return cell(fixedText(share * 100, 1), width) + " %";
}

std::string signedPercent(double share)
{
    const std::string text = fixedText(share * 100, 1);
    return text.starts_with('-') ? text : '+' + text;
}

/// Why there is no prediction, or why it is unsure.
std::string whyText(const CheckedPoint& point, const Wording& words)
{
    return point.predicted ? words(point.outside) : worded(point.whyNot, words);
}

json pointJson(const CheckedPoint& point, const Wording& words)
{
    json result { { "id", point.point.id }, { "measured", point.point.value },
        { "predicted", point.predicted ? json(*point.predicted) : json() },
        { "in_range", point.predicted && point.outside.empty() }, { "kind", nameOf(kindOf(point.point)) },
        { "group", point.point.group } };
    const std::string why = whyText(point, words);
    result["why_not"] = why.empty() ? json() : json(why);
    if (!point.predicted)
        return result;
    result["error"] = point.error();
    result["band"] = { { "low", *point.predicted / (1 + point.sigma) },
        { "high", *point.predicted * (1 + point.sigma) } };
    result["chip"] = point.chip.text();
    result["engine"] = point.engine.text();
    result["model"] = point.model.text();
    result["format"] = point.format.text();
    return result;
}

json statisticsJson(const ErrorStatistics& errors)
{
    return { { "points", errors.points }, { "groups", errors.groups }, { "median", errors.median },
        { "p90", errors.p90 } };
}

json statisticsJson(const std::map<std::string, ErrorStatistics>& parts)
{
    json result = json::object();
    for (const auto& [name, errors] : parts)
        result[name] = statisticsJson(errors);
    return result;
}

std::string statisticsLine(const std::string& name, const ErrorStatistics& errors)
{
    return "  " + leftAligned(name, 28) + cell(std::to_string(errors.points), 6)
        + cell(std::to_string(errors.groups), 7) + percentCell(errors.median, 8) + percentCell(errors.p90, 7)
        + '\n';
}

/// title: a saying.
std::string section(
    const char* title, const std::map<std::string, ErrorStatistics>& parts, const Wording& words)
{
    std::string text = leftAligned(words(title), 30) + cell(words("errors.points"), 6)
        + cell(words("errors.groups"), 7) + cell(words("errors.median"), 10) + cell(words("errors.p90"), 10)
        + '\n';
    for (const auto& [name, errors] : parts)
        text += statisticsLine(name, errors);
    return text + '\n';
}

} // namespace

json checkJson(const ModelCheck& check, const Wording& words)
{
    json points = json::array();
    for (const CheckedPoint& point : check.points)
        points.push_back(pointJson(point, words));
    return { { "points", std::move(points) },
        { "statistics",
            { { "covered", check.covered }, { "inside_band", check.insideBand },
                { "all", statisticsJson(check.all) }, { "by_kind", statisticsJson(check.byKind) },
                { "by_source", statisticsJson(check.bySource) }, { "by_chip", statisticsJson(check.byChip) },
                { "by_engine", statisticsJson(check.byEngine) } } } };
}

std::string errorTable(const ModelCheck& check, const Wording& words)
{
    std::string text = section("errors.kind", check.byKind, words);
    text += section("errors.source", check.bySource, words);
    text += section("errors.machine", check.byChip, words);
    text += section("errors.engine", check.byEngine, words);
    const auto points = static_cast<std::int64_t>(check.points.size());
    text += words({ "errors.covered",
                { std::to_string(check.covered), plainCount(points), fixedText(check.insideBand * 100, 0) } })
        + '\n' + words("errors.meaning") + '\n';
    if (!check.unflagged.empty()) {
        std::string ids;
        for (const std::string& id : check.unflagged)
            ids.append(ids.empty() ? "" : " ").append(id);
        text += words({ "errors.unflagged", { ids } }) + '\n';
    }
    return text + '\n' + statisticsLine(words("errors.all"), check.all);
}

std::string checkCsv(const std::vector<const CheckedPoint*>& points, const Wording& words)
{
    constexpr int kCsvDigits = 9;
    std::string text = "id,kind,source,hardware,model,engine,measured,predicted,in_range,why_not\n";
    for (const CheckedPoint* point : points) {
        const Measurement& measured = point->point;
        for (const std::string_view word :
            std::initializer_list<std::string_view> { measured.id, nameOf(kindOf(measured)),
                measured.source.text(), measured.hardware, measured.model, measured.engine })
            text += csvField(word) + ',';
        text += significantText(measured.value, kCsvDigits) + ',';
        text += point->predicted ? significantText(*point->predicted, kCsvDigits) : "";
        text += point->predicted && point->outside.empty() ? ",true," : ",false,";
        text += csvField(whyText(*point, words)) + '\n';
    }
    return text;
}

std::string checkTable(const ModelCheck& check, const Wording& words)
{
    constexpr int kDigits = 6;
    constexpr std::size_t kName = 18, kFigure = 13, kError = 8;
    std::string text = leftAligned(words("errors.point"), kName) + cell(words("errors.measured"), kFigure)
        + cell(words("errors.predicted"), kFigure) + cell(words("errors.error"), kError + 1) + "  \n";
    for (const CheckedPoint& point : check.points) {
        text += leftAligned(point.point.id, kName)
            + cell(significantText(point.point.value, kDigits), kFigure);
        if (point.predicted)
            text += cell(significantText(*point.predicted, kDigits), kFigure)
                + cell(signedPercent(point.error()), kError) + " %"
                + (point.outside.empty() ? "" : "  " + words("nearest.outside"));
        else
            text += cell("-", kFigure) + cell({}, kError + 1).append("  ").append(whyText(point, words));
        text += '\n';
    }
    return text + '\n' + errorTable(check, words);
}

} // namespace memwall::core
