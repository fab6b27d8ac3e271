#include "core/calibration/check_text.h"

#include "core/base/csv.h"

#include <nlohmann/json.hpp>

#include <cstdarg>
#include <cstdio>

namespace memwall::core
{

using nlohmann::json;

namespace
{

__attribute__((format(printf, 1, 2))) std::string line(const char* pattern, ...)
{
    std::array<char, 512> buffer {};
    va_list values;
    va_start(values, pattern);
    std::vsnprintf(buffer.data(), buffer.size(), pattern, values);
    va_end(values);
    return buffer.data();
}

/// A field that a comma or a quotation mark does not break.
json pointJson(const CheckedPoint& point)
{
    json result { { "id", point.point.id }, { "measured", point.point.value },
        { "predicted", point.predicted ? json(*point.predicted) : json() },
        { "in_range", point.predicted && point.outside.empty() }, { "kind", kindOf(point.point) },
        { "group", point.point.group } };
    const std::string& why = point.predicted ? point.outside : point.whyNot;
    result["why_not"] = why.empty() ? json() : json(why);
    if (!point.predicted)
        return result;
    result["error"] = point.error();
    result["band"] = { { "low", *point.predicted / (1 + point.sigma) },
        { "high", *point.predicted * (1 + point.sigma) } };
    result["chip"] = point.chip;
    result["engine"] = point.engine;
    result["model"] = point.model;
    result["format"] = point.format;
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
    return line("  %-28s %6d %7d %8.1f %% %7.1f %%\n", name.c_str(), errors.points, errors.groups,
        errors.median * 100, errors.p90 * 100);
}

std::string section(const char* title, const std::map<std::string, ErrorStatistics>& parts)
{
    std::string text = line("%-30s points  groups     median       90th\n", title);
    for (const auto& [name, errors] : parts)
        text += statisticsLine(name, errors);
    return text + '\n';
}

} // namespace

json checkJson(const ModelCheck& check)
{
    json points = json::array();
    for (const CheckedPoint& point : check.points)
        points.push_back(pointJson(point));
    return { { "points", std::move(points) },
        { "statistics",
            { { "covered", check.covered }, { "inside_band", check.insideBand },
                { "all", statisticsJson(check.all) }, { "by_kind", statisticsJson(check.byKind) },
                { "by_source", statisticsJson(check.bySource) }, { "by_chip", statisticsJson(check.byChip) },
                { "by_engine", statisticsJson(check.byEngine) } } } };
}

std::string errorTable(const ModelCheck& check)
{
    std::string text = section("kind", check.byKind);
    text += section("source", check.bySource);
    text += section("machine", check.byChip);
    text += section("engine", check.byEngine);
    text += line("%zu of %zu points are covered; %.0f %% of those lie inside their own band.\n",
        check.covered, check.points.size(), check.insideBand * 100);
    text += "Errors are |predicted / measured - 1|: the median of a group's points, then the median and the "
            "90th percentile over groups.\n";
    if (!check.unflagged.empty()) {
        text += "Off by more than a factor of two without a warning:";
        for (const std::string& id : check.unflagged)
            text += ' ' + id;
        text += '\n';
    }
    return text + '\n' + statisticsLine("all", check.all);
}

std::string checkCsv(const std::vector<const CheckedPoint*>& points)
{
    std::string text = "id,kind,source,hardware,model,engine,measured,predicted,in_range,why_not\n";
    for (const CheckedPoint* point : points) {
        const Measurement& measured = point->point;
        for (const std::string& word : { measured.id, kindOf(measured), measured.source, measured.hardware,
                 measured.model, measured.engine })
            text += csvField(word) + ',';
        text += line("%.9g,", measured.value) + (point->predicted ? line("%.9g", *point->predicted) : "");
        text += point->predicted && point->outside.empty() ? ",true," : ",false,";
        text += csvField(point->predicted ? point->outside : point->whyNot) + '\n';
    }
    return text;
}

std::string checkTable(const ModelCheck& check)
{
    std::string text = line("%-18s %13s %13s %9s  %s\n", "point", "measured", "predicted", "error", "");
    for (const CheckedPoint& point : check.points) {
        const std::string& id = point.point.id;
        if (point.predicted)
            text += line("%-18s %13.6g %13.6g %+8.1f %%%s\n", id.c_str(), point.point.value, *point.predicted,
                point.error() * 100, point.outside.empty() ? "" : "  outside the validated range");
        else
            text += line(
                "%-18s %13.6g %13s %9s  %s\n", id.c_str(), point.point.value, "-", "", point.whyNot.c_str());
    }
    return text + '\n' + errorTable(check);
}

} // namespace memwall::core
