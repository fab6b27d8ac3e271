#include "app/cli/sweep.h"

#include "app/files/trace_file.h"
#include "core/base/csv.h"
#include "core/base/json_document.h"
#include "core/base/number_text.h"
#include "core/export/report_json.h"
#include "core/figures/figure_table.h"
#include "core/scenario/scenario_io.h"
#include "core/simulate.h"
#include "widgets/words/sayings.h"

#include <QStringList>
#include <nlohmann/json.hpp>

#include <array>
#include <atomic>
#include <exception>
#include <thread>

namespace memwall::app
{

namespace
{

/// Values between commas: JSON, or plain words.
std::expected<std::vector<nlohmann::json>, core::Problems> parseValues(const std::string& text)
{
    const auto list = core::parseJsonOrWord('[' + text + ']');
    if (!list)
        return std::unexpected(list.error());
    if (list->is_array())
        return list->get<std::vector<nlohmann::json>>();
    std::vector<nlohmann::json> values;
    for (const QString& part : QString::fromStdString(text).split(u',')) {
        auto value = core::parseJsonOrWord(part.toStdString());
        if (!value)
            return std::unexpected(std::move(value.error()));
        values.push_back(*std::move(value));
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
        text.append(text.empty() ? "" : " ").append(core::describe(problem, ui::wordingOfReader()));
    return text;
}

std::string valueText(const nlohmann::json& value)
{
    return core::csvField(value.is_string() ? value.get<std::string>() : value.dump());
}

/// Cells of a row that has no figures, the bottleneck's among them.
const std::string kNoFigures(core::kSpeeds.size() + 1 + core::kSpendings.size(), ',');

/// Nine digits, and a comma before; nothing stands where the chip's power or price is not published.
void append(std::string& row, const std::optional<double>& number)
{
    row.append(",").append(number ? core::significantText(*number, 9) : std::string());
}

void append(std::string& row, const std::string& text)
{
    row.append(",").append(core::csvField(text));
}

void append(std::string& row, const core::Report& report)
{
    append(row, report.name);
    row.append(report.fits ? ",true" : ",false");
    append(row, ui::wordsOf(report.fitReason).toStdString());
    if (!report.fits) {
        row.append(kNoFigures);
        return;
    }
    for (const core::ReportFigure& figure : core::kSpeeds)
        append(row, figure.of(report));
    row.append(",").append(core::nameOf(report.bottleneck));
    for (const core::ReportFigure& figure : core::kSpendings)
        append(row, figure.of(report));
}

/// The scenarios of a sweep and their figures, one after the other. A trace is read again only where the
/// sweep changes it.
class Points
{
public:
    explicit Points(const Sweep& sweep)
        : m_variations(sweep.scenario, sweep.catalog)
        , m_figures(sweep.catalog)
        , m_catalog(sweep.catalog)
        , m_folder(sweep.folder)
        , m_stop(sweep.stop)
    {
    }

    [[nodiscard]] std::string csvRows(const core::Settings& settings)
    {
        std::string values;
        for (const auto& [pointer, value] : settings)
            values.append(values.empty() ? "" : ",").append(valueText(value));
        const auto changed = with(settings);
        if (!changed)
            return values.append(",,false,")
                .append(core::csvField(problemText(changed.error())))
                .append(kNoFigures)
                .append("\n");
        std::string rows;
        const auto reports = m_figures.of(*changed, m_stop);
        for (const core::Report& report : reports.value_or(std::vector<core::Report> {})) {
            rows.append(values);
            append(rows, report);
            rows.append("\n");
        }
        return rows;
    }

    [[nodiscard]] nlohmann::ordered_json jsonRow(const core::Settings& settings)
    {
        nlohmann::ordered_json row;
        for (const auto& [pointer, value] : settings)
            row["set"][pointer] = value;
        const auto changed = with(settings);
        if (!changed)
            row["problem"] = problemText(changed.error());
        else if (const auto result = core::simulate(*changed, m_catalog, m_stop))
            row["systems"] = core::reportJson(*result, ui::wordingOfReader())["systems"];
        return row;
    }

private:
    [[nodiscard]] std::expected<core::Scenario, core::Problems> with(const core::Settings& settings)
    {
        auto changed = m_variations.with(settings);
        if (!changed)
            return changed;
        auto complete = withTrace(*std::move(changed), m_folder);
        if (!complete)
            return std::unexpected(std::move(complete.error().problems));
        return *std::move(complete);
    }

    core::Variations m_variations;
    core::Figures m_figures;
    const core::Catalog& m_catalog;
    QString m_folder;
    std::stop_token m_stop;
};

std::string headOf(const std::vector<SweepAxis>& axes)
{
    std::string head;
    for (const SweepAxis& axis : axes)
        head.append(core::csvField(axis.pointer)).push_back(',');
    head += "system,fits,reason";
    const auto add = [&head](const core::ReportFigure& figure) { head.append(",").append(figure.key); };
    std::ranges::for_each(core::kSpeeds, add);
    head += ",bottleneck";
    std::ranges::for_each(core::kSpendings, add);
    return head + '\n';
}

using RowMaker = std::function<std::string(Points&, std::size_t)>;

/// Makes the texts from `begin` on, on all cores: one object for each. What goes wrong on one of them goes
/// wrong here; what was stopped stays empty.
void makeRound(std::vector<Points>& own, std::size_t begin, std::vector<std::string>& texts,
    const RowMaker& make, const std::stop_token& stop)
{
    std::atomic<std::size_t> next = 0;
    std::vector<std::exception_ptr> failures(own.size());
    const auto work = [&](std::size_t mine) {
        try {
            for (std::size_t i = next++; i < texts.size(); i = next++) {
                std::string text = make(own[mine], begin + i);
                if (stop.stop_requested())
                    return;
                texts[i] = std::move(text);
            }
        } catch (...) {
            failures[mine] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < std::min(own.size(), texts.size()); ++i)
            helpers.emplace_back([&work, i] { work(i); });
        work(0);
    }
    for (const std::exception_ptr& failure : failures)
        if (failure)
            std::rethrow_exception(failure);
}

/// Makes every text and writes them in order. Rounds bound what waits to be written; the first ones are
/// small, so that of slow points little is lost to whoever interrupts.
bool inOrder(const Sweep& sweep, const RowMaker& make, const SweepWriter& write)
{
    constexpr std::size_t kLongestRound = 4096;
    const std::size_t count = combinations(sweep.axes);
    const unsigned workers = std::max(1U, std::thread::hardware_concurrency());
    std::vector<Points> own(std::min<std::size_t>(workers, count), Points(sweep));
    std::vector<std::string> texts;
    std::size_t round = own.size();
    for (std::size_t begin = 0; begin < count;
         begin += texts.size(), round = std::min(kLongestRound, 2 * round)) {
        texts.assign(std::min(round, count - begin), {});
        makeRound(own, begin, texts, make, sweep.stop);
        for (const std::string& text : texts) {
            if (text.empty()) // stopped
                return false;
            write(text);
        }
    }
    return true;
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
    auto values = parseValues(text.mid(equals + 1).toStdString());
    if (!values)
        return std::unexpected(
            QStringLiteral("--sweep %1: %2")
                .arg(text.left(equals), describe({ values.error().front() }, {}).trimmed()));
    return SweepAxis { text.left(equals).toStdString(), *std::move(values) };
}

std::size_t combinations(const std::vector<SweepAxis>& axes)
{
    std::size_t count = 1;
    for (const SweepAxis& axis : axes)
        count *= axis.values.size();
    return count;
}

bool sweepCsv(const Sweep& sweep, const SweepWriter& write)
{
    write(headOf(sweep.axes));
    return inOrder(
        sweep, [&](Points& points, std::size_t i) { return points.csvRows(settingsAt(sweep.axes, i)); },
        write);
}

bool sweepJson(const Sweep& sweep, const SweepWriter& write)
{
    write("[\n");
    const bool whole = inOrder(
        sweep,
        [&](Points& points, std::size_t i) {
            return (i > 0 ? ",\n" : "") + points.jsonRow(settingsAt(sweep.axes, i)).dump(2);
        },
        write);
    write("\n]\n");
    return whole;
}

} // namespace memwall::app
