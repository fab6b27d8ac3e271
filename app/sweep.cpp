#include "app/sweep.h"

#include "app/trace_file.h"
#include "core/base/csv.h"
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"

#include <QStringList>
#include <nlohmann/json.hpp>

#include <atomic>
#include <sstream>
#include <thread>

namespace memwall::app
{

namespace
{

/// Values between commas: JSON, or plain words.
std::vector<nlohmann::json> parseValues(const std::string& text)
{
    auto list = nlohmann::json::parse('[' + text + ']', nullptr, false);
    if (list.is_array())
        return list.get<std::vector<nlohmann::json>>();
    std::vector<nlohmann::json> values;
    for (const QString& part : QString::fromStdString(text).split(u',')) {
        auto json = nlohmann::json::parse(part.toStdString(), nullptr, false);
        values.push_back(json.is_discarded() ? nlohmann::json(part.toStdString()) : std::move(json));
    }
    return values;
}

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

std::string valueText(const nlohmann::json& value)
{
    return core::csvField(value.is_string() ? value.get<std::string>() : value.dump());
}

void figures(std::ostringstream& row, const core::Report& report)
{
    row << ',' << core::csvField(report.name) << ',' << (report.fits ? "true" : "false") << ','
        << core::csvField(report.fitReason) << ',';
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

/// The scenarios of a sweep. A trace is read again only where the sweep changes it.
class Points
{
public:
    Points(const core::Scenario& scenario, const core::Catalog& catalog, const QString& folder)
        : m_variations(scenario, catalog)
        , m_folder(folder)
    {
    }

    [[nodiscard]] std::expected<core::Scenario, core::Problems> with(const core::Settings& settings) const
    {
        auto changed = m_variations.with(settings);
        if (!changed)
            return changed;
        auto complete = withTrace(*std::move(changed), m_folder);
        if (!complete)
            return std::unexpected(std::move(complete.error().problems));
        return *std::move(complete);
    }

private:
    core::Variations m_variations;
    QString m_folder;
};

std::string headOf(const std::vector<SweepAxis>& axes)
{
    std::string head;
    for (const SweepAxis& axis : axes)
        head.append(axis.pointer).push_back(',');
    return head.append(
        "system,fits,reason,ttft_s,tpot_s,tokens_per_s_per_user,throughput_tokens_per_s,bottleneck,"
        "energy_j_per_token,cost_usd_per_mtoken\n");
}

std::string csvRows(const core::Settings& settings, const Points& points, const core::Catalog& catalog)
{
    std::string values;
    for (const auto& [pointer, value] : settings)
        values.append(values.empty() ? "" : ",").append(valueText(value));
    const auto changed = points.with(settings);
    if (!changed)
        return values.append(",,false,")
            .append(core::csvField(problemText(changed.error())))
            .append(",,,,,,,\n");
    std::ostringstream rows;
    rows.precision(9);
    for (const core::Report& report : core::figures(*changed, catalog)) {
        rows << values;
        figures(rows, report);
        rows << '\n';
    }
    return rows.str();
}

nlohmann::ordered_json jsonRow(
    const core::Settings& settings, const Points& points, const core::Catalog& catalog)
{
    nlohmann::ordered_json row;
    for (const auto& [pointer, value] : settings)
        row["set"][pointer] = value;
    const auto changed = points.with(settings);
    if (changed)
        row["systems"] = core::reportJson(core::simulate(*changed, catalog))["systems"];
    else
        row["problem"] = problemText(changed.error());
    return row;
}

/// Makes every text, on all cores, and writes them in order. Rounds bound what waits to be written.
void inOrder(std::size_t count, const std::function<std::string(std::size_t)>& make,
    const std::function<void(const std::string&)>& write)
{
    constexpr std::size_t kRound = 4096;
    const unsigned workers = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::string> texts;
    for (std::size_t begin = 0; begin < count; begin += kRound) {
        texts.assign(std::min(kRound, count - begin), {});
        std::atomic<std::size_t> next = 0;
        const auto work = [&] {
            for (std::size_t i = next++; i < texts.size(); i = next++)
                texts[i] = make(begin + i);
        };
        {
            std::vector<std::jthread> helpers;
            for (unsigned i = 1; i < std::min<std::size_t>(workers, texts.size()); ++i)
                helpers.emplace_back(work);
            work();
        }
        for (const std::string& text : texts)
            write(text);
    }
}

} // namespace

std::expected<SweepAxis, QString> parseSweepAxis(const QString& text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1 || !text.startsWith(u'/') || equals + 1 == text.size())
        return std::unexpected(
            QStringLiteral("--sweep %1: expected POINTER=V1,V2,… with a JSON pointer, e.g. "
                           "/workload/users=1,8,64")
                .arg(text));
    return SweepAxis { text.left(equals).toStdString(), parseValues(text.mid(equals + 1).toStdString()) };
}

std::size_t combinations(const std::vector<SweepAxis>& axes)
{
    std::size_t count = 1;
    for (const SweepAxis& axis : axes)
        count *= axis.values.size();
    return count;
}

void sweepCsv(const std::vector<SweepAxis>& axes, const core::Scenario& scenario,
    const core::Catalog& catalog, const QString& folder, const std::function<void(const std::string&)>& write)
{
    const Points points(scenario, catalog, folder);
    write(headOf(axes));
    inOrder(
        combinations(axes), [&](std::size_t i) { return csvRows(settingsAt(axes, i), points, catalog); },
        write);
}

void sweepJson(const std::vector<SweepAxis>& axes, const core::Scenario& scenario,
    const core::Catalog& catalog, const QString& folder, const std::function<void(const std::string&)>& write)
{
    const Points points(scenario, catalog, folder);
    write("[\n");
    inOrder(
        combinations(axes),
        [&](std::size_t i) {
            std::string row = jsonRow(settingsAt(axes, i), points, catalog).dump(2);
            return row.append(i + 1 < combinations(axes) ? ",\n" : "\n");
        },
        write);
    write("]\n");
}

} // namespace memwall::app
