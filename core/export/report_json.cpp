#include "core/export/report_json.h"

#include "core/figures/figure_table.h"
#include "core/figures/levers.h"
#include "core/figures/range.h"

#include <nlohmann/json.hpp>

namespace memwall::core
{

namespace
{

using Json = nlohmann::ordered_json;

/// A figure that is not known is null, never zero.
Json known(double value)
{
    return value > 0 ? Json(value) : Json(nullptr);
}

/// Writes figures into the object of a system, in the order of their table.
class FigureWriter
{
public:
    FigureWriter(const Report& report, Json& json)
        : m_report(report)
        , m_json(json)
    {
    }

    /// Those up to the last one of a member. A figure that is not known is null, and so is what holds nothing
    /// but such figures.
    void through(std::string_view member)
    {
        for (bool reached = false; m_next != kReportFigures.end(); ++m_next) {
            const bool inside = m_next->key.substr(0, m_next->key.find('/')) == member;
            if (reached && !inside)
                return;
            reached = inside;
            write(*m_next);
        }
    }

private:
    void write(const ReportFigure& figure)
    {
        const Json::json_pointer place('/' + std::string(figure.key));
        const bool inMember = figure.key.find('/') != std::string_view::npos;
        const auto value = figure.of(m_report);
        if (!value)
            m_json[inMember ? place.parent_pointer() : place] = nullptr;
        else if (figure.unit == FigureUnit::Whole)
            m_json[place] = static_cast<std::int64_t>(*value);
        else
            m_json[place] = *value;
    }

    const Report& m_report;
    Json& m_json;
    decltype(kReportFigures)::const_iterator m_next = kReportFigures.begin();
};

Json levelsJson(const Report::Memory& memory)
{
    Json levels = Json::array();
    for (const auto& level : memory.levels)
        levels.push_back(
            { { "pool", nameOf(level.pool) }, { "level", level.level }, { "capacity", known(level.capacity) },
                { "weights", level.weights }, { "kv", level.kv }, { "free", level.free } });
    return levels;
}

Json poolsJson(const Report& report)
{
    Json pools = Json::array();
    for (const auto& pool : report.pools)
        pools.push_back({ { "role", nameOf(pool.role) }, { "chip", pool.chip.text() },
            { "busy_share", pool.busyShare } });
    return pools;
}

Json cyclesJson(const Run& run)
{
    Json cycles = Json::array();
    constexpr std::size_t kMost = 1000;
    for (std::size_t r = 0; r < run.requests.size(); ++r)
        for (const Cycle& cycle : run.requests[r].cycles) {
            if (cycles.size() == kMost)
                break;
            const Segment& segment = run.segments[static_cast<std::size_t>(cycle.segment)];
            cycles.push_back({ { "request", r }, { "begin_s", toSeconds(segment.begin) },
                { "end_s", toSeconds(segment.end) }, { "first_token", cycle.firstToken },
                { "drafted", cycle.drafted }, { "accepted", cycle.accepted }, { "emitted", cycle.emitted } });
        }
    return cycles;
}

/// What is not in the table of figures: names, lists, and what has a table of its own.
void addPlay(const SystemResult& system, const Wording& words, FigureWriter& figures, Json& json)
{
    const Report& report = system.report;
    figures.through("band");
    json["in_range"] = report.inRange;
    json["range_note"] = report.rangeNote.empty() ? std::string() : words(asSentence(report.rangeNote));
    for (const TimeCause& cause : kTimeCauses)
        json["breakdown"][cause.key] = report.breakdown.*cause.seconds;
    json["phases"] = { { "prefill", { { "bottleneck", nameOf(report.prefill.bottleneck) } } },
        { "decode", { { "bottleneck", nameOf(report.decode.bottleneck) } } } };
    figures.through("utilization");
    for (const Lever& lever : kLevers) {
        json["sensitivity"]["tpot_s"][lever.key] = report.tpotSensitivity.*lever.change;
        json["sensitivity"]["ttft_s"][lever.key] = report.ttftSensitivity.*lever.change;
    }
    json["pools"] = poolsJson(report);
    figures.through("memory");
    json["memory"]["levels"] = levelsJson(report.memory);
    figures.through("speculation");
    if (report.speculation.on)
        json["speculation"]["cycles"] = cyclesJson(*system.run);
    figures.through("cost_band");
}

Json systemJson(const SystemResult& system, const Wording& words)
{
    const Report& report = system.report;
    Json json;
    FigureWriter figures(report, json);
    json["name"] = report.name;
    json["fits"] = report.fits;
    json["fit_reason"] = worded(report.fitReason, words);
    figures.through("model");
    json["bottleneck"] = nameOf(report.bottleneck);
    json["bottleneck_text"] = worded(report.bottleneckText, words);
    json["notes"] = Json::array();
    for (const Saying& note : report.notes)
        json["notes"].push_back(words(note));
    if (report.fits)
        addPlay(system, words, figures, json);
    return json;
}

} // namespace

Json reportJson(const SimulationResult& result, const Wording& words)
{
    Json systems = Json::array();
    for (const SystemResult& system : result.systems)
        systems.push_back(systemJson(system, words));
    return { { "systems", std::move(systems) } };
}

} // namespace memwall::core
