#include "app/sweep.h"

#include "core/scenario/scenario_io.h"
#include "core/simulate.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace memwall::app
{

namespace
{

/// The last axis turns fastest.
core::Settings settingsAt(const std::vector<SweepAxis>& axes, std::size_t index)
{
    core::Settings settings(axes.size());
    for (std::size_t i = axes.size(); i-- > 0;) {
        const std::size_t count = axes[i].values.size();
        settings[i] = { axes[i].pointer, axes[i].values[index % count] };
        index /= count;
    }
    return settings;
}

std::string problemText(const core::Problems& problems)
{
    std::string text;
    for (const core::Problem& problem : problems)
        text.append(text.empty() ? "" : " ").append(core::describe(problem));
    return text;
}

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\n") == std::string::npos)
        return text;
    std::string result;
    result.push_back('"');
    for (const char c : text) {
        if (c == '"')
            result.push_back('"');
        result.push_back(c);
    }
    result.push_back('"');
    return result;
}

std::string valueText(const nlohmann::json& value)
{
    return quoted(value.is_string() ? value.get<std::string>() : value.dump());
}

void figures(std::ostringstream& row, const core::Report& report)
{
    row << ',' << quoted(report.name) << ',' << (report.fits ? "true" : "false") << ','
        << quoted(report.fitReason) << ',';
    if (!report.fits) {
        row << ",,,,,,";
        return;
    }
    row << report.ttftS << ',' << report.tpotS << ',' << report.tokensPerSPerUser << ','
        << report.throughputTokensPerS << ',' << core::nameOf(report.bottleneck) << ',';
    if (report.energyJPerToken > 0)
        row << report.energyJPerToken;
    row << ',';
    if (report.costUsdPerMtoken > 0)
        row << report.costUsdPerMtoken;
}

std::string headOf(const std::vector<SweepAxis>& axes)
{
    std::string head;
    for (const SweepAxis& axis : axes)
        head.append(axis.pointer).push_back(',');
    return head.append(
        "system,fits,reason,ttft_s,tpot_s,tokens_per_s_per_user,throughput_tokens_per_s,bottleneck,"
        "energy_j_per_token,cost_usd_per_mtoken\n");
}

} // namespace

std::size_t combinations(const std::vector<SweepAxis>& axes)
{
    std::size_t count = 1;
    for (const SweepAxis& axis : axes)
        count *= axis.values.size();
    return count;
}

void sweepCsv(const std::vector<SweepAxis>& axes, const core::Scenario& scenario,
    const core::Catalog& catalog, const std::function<void(const std::string&)>& write)
{
    write(headOf(axes));
    for (std::size_t i = 0; i < combinations(axes); ++i) {
        const core::Settings settings = settingsAt(axes, i);
        std::string values;
        for (const auto& [pointer, value] : settings)
            values.append(values.empty() ? "" : ",").append(valueText(value));
        const auto changed = core::withSettings(scenario, settings, catalog);
        if (!changed) {
            values.append(",,false,").append(quoted(problemText(changed.error()))).append(",,,,,,,\n");
            write(values);
            continue;
        }
        for (const core::SystemResult& system : core::simulate(*changed, catalog).systems) {
            std::ostringstream row;
            row.precision(9);
            row << values;
            figures(row, system.report);
            write(row.str() + '\n');
        }
    }
}

nlohmann::ordered_json sweepJson(
    const std::vector<SweepAxis>& axes, const core::Scenario& scenario, const core::Catalog& catalog)
{
    auto rows = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < combinations(axes); ++i) {
        const core::Settings settings = settingsAt(axes, i);
        nlohmann::ordered_json row;
        for (const auto& [pointer, value] : settings)
            row["set"][pointer] = value;
        const auto changed = core::withSettings(scenario, settings, catalog);
        if (changed)
            row["systems"] = core::reportJson(core::simulate(*changed, catalog))["systems"];
        else
            row["problem"] = problemText(changed.error());
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace memwall::app
