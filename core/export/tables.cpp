#include "core/export/tables.h"

#include "core/base/columns.h"
#include "core/base/csv.h"
#include "core/base/number_text.h"
#include "core/base/si_text.h"
#include "core/figures/figure_table.h"
#include "core/figures/range.h"

namespace memwall::core
{

namespace
{

void row(std::string& out, const std::string& name, const std::string& value)
{
    constexpr std::size_t kName = 26;
    out.append("  ").append(leftAligned(name, kName)).append(value).append("\n");
}

/// With three significant digits and unit; dollars always in full, which people compare.
std::string text(const Report& report, const ReportFigure& figure)
{
    const double value = figure.of(report).value_or(0);
    const std::string unit(symbolOf(figure.unit));
    if (figure.unit == FigureUnit::Dollars)
        return significantText(value, 3) + ' ' + unit;
    return figure.unit == FigureUnit::TokensPerSecond ? countText(value) + ' ' + unit
                                                      : siText(value, unit.c_str());
}

/// A figure and what is typical of it, perhaps with the ideal.
std::string withBand(const Wording& words, const Report& report, const ReportFigure& figure,
    const ReportFigure& low, const ReportFigure& high, const ReportFigure* ideal = nullptr)
{
    Saying saying { ideal != nullptr ? "summary.band_and_ideal" : "summary.band",
        { text(report, figure), text(report, low), text(report, high) } };
    if (ideal != nullptr)
        saying.parts.emplace_back(text(report, *ideal));
    return words(saying);
}

std::string share(double part, double whole)
{
    return fixedText(whole > 0 ? 100 * part / whole : 0.0, 1) + " %";
}

void addBreakdown(std::string& out, const Breakdown& b, const Wording& words)
{
    out.append("  ").append(words("summary.breakdown")).append("\n");
    for (const TimeCause& cause : kTimeCauses)
        if (const double seconds = b.*cause.seconds; seconds > 0.0005 * b.total())
            row(out, "  " + words(cause.name), siText(seconds, "s") + "  " + share(seconds, b.total()));
}

constexpr ReportFigure kIdeal { "ideal/tpot_s" };

void addSystem(std::string& out, const SystemResult& system, const Wording& words)
{
    const Report& r = system.report;
    out.append(r.name).append(" · ").append(system.run->modelName).append(" · ");
    out.append(words({ "chips", { plainCount(r.chipsTotal) } })).append("\n");
    if (!r.fits) {
        out.append("  ").append(words({ "summary.fits_not", { r.fitReason } })).append("\n\n");
        return;
    }
    row(out, words("summary.ttft"), text(r, "ttft_s"));
    row(out, words("summary.tpot"), withBand(words, r, "tpot_s", "band/low", "band/high", &kIdeal));
    row(out, words("summary.one_user"), text(r, "tokens_per_s_per_user"));
    row(out, words("summary.all_users"), text(r, "throughput_tokens_per_s"));
    row(out, words("summary.bottleneck"), words(r.bottleneckTitle));
    out.append("    ").append(worded(r.bottleneckText, words)).append("\n");
    if (!r.rangeNote.empty())
        out.append("    ")
            .append(words({ "summary.outside", { Sayings { asSentence(r.rangeNote) } } }))
            .append("\n");
    addBreakdown(out, r.breakdown, words);
    row(out, words("summary.memory"), siText(r.memory.weights, "B") + " / " + siText(r.memory.kv, "B"));
    row(out, words("summary.bytes"),
        words({ "summary.bytes_of",
            { siText(r.bytesPerToken.weights, "B"), siText(r.bytesPerToken.kv, "B") } }));
    row(out, words("summary.energy"),
        r.energyJPerToken ? withBand(words, r, "energy_j_per_token", "energy_band/low", "energy_band/high")
                          : words("summary.no_power"));
    row(out, words("summary.cost"),
        r.costUsdPerMtoken ? withBand(words, r, "cost_usd_per_mtoken", "cost_band/low", "cost_band/high")
                           : words("summary.no_price"));
    for (const Saying& note : r.notes)
        out.append("    ").append(words({ "summary.note", { Sayings { note } } })).append("\n");
    out += '\n';
}

void addCell(std::string& out, double value)
{
    out.append(",").append(csvNumber(value));
}
void addCell(std::string& out, Instant time)
{
    addCell(out, toSeconds(time));
}
void addCell(std::string& out, Duration time)
{
    addCell(out, toSeconds(time));
}
void addCell(std::string& out, std::integral auto count)
{
    out.append(",").append(std::to_string(count));
}

/// Cells of a row, a comma before each.
void addCells(std::string& out, const auto&... values)
{
    (addCell(out, values), ...);
}

} // namespace

std::string reportTable(const SimulationResult& result, const Wording& words)
{
    std::string out;
    for (const SystemResult& system : result.systems)
        addSystem(out, system, words);
    return out;
}

std::string requestsCsv(const SimulationResult& result)
{
    std::string out
        = "system,request,arrival_s,prompt_tokens,output_tokens,queue_s,ttft_s,tpot_s,e2e_s,rejected\n";
    for (const SystemResult& system : result.systems)
        for (std::size_t i = 0; i < system.run->requests.size(); ++i) {
            const RequestRun& r = system.run->requests[i];
            out += csvQuoted(system.run->name);
            addCells(out, i, r.arrival, r.promptTokens, r.outputTokens);
            if (r.rejected || !system.run->fits) {
                out += ",,,,,1\n";
                continue;
            }
            const double tpot = r.outputTokens > 1
                ? toSeconds(r.finish - r.firstToken) / static_cast<double>(r.outputTokens - 1)
                : 0;
            addCells(
                out, r.prefillBegin - r.arrival, r.firstToken - r.arrival, tpot, r.finish - r.arrival, 0);
            out += '\n';
        }
    return out;
}

std::string timelineCsv(const SimulationResult& result, std::size_t maxRows)
{
    std::string out = "system,pool,kind,begin_s,end_s,batch,tokens,kv_bytes_per_chip\n";
    std::size_t rows = 0;
    for (const SystemResult& system : result.systems)
        for (const Segment& segment : system.run->segments)
            for (std::int64_t k = 0; k < segment.steps; ++k) {
                if (rows++ == maxRows) {
                    out.append("# more steps follow; ").append(std::to_string(maxRows));
                    return out.append(" rows are the limit\n");
                }
                out.append(csvQuoted(system.run->name))
                    .append(",")
                    .append(nameOf(system.run->pools[segment.pool].role));
                out.append(",").append(nameOf(segment.kind));
                addCells(out, segment.boundary(k), segment.boundary(k + 1), segment.requests.size(),
                    segment.shape->passes.back().tokens, segment.kvBytes.at(static_cast<double>(k)));
                out += '\n';
            }
    return out;
}

} // namespace memwall::core
