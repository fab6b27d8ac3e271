#include "core/export/tables.h"

#include "core/base/columns.h"
#include "core/base/csv.h"
#include "core/base/number_text.h"
#include "core/base/si_text.h"

namespace memwall::core
{

namespace
{

void row(std::string& out, const std::string& name, const std::string& value)
{
    constexpr std::size_t kName = 26;
    out.append("  ").append(leftAligned(name, kName)).append(value).append("\n");
}

/// Dollars with three significant digits; always in full dollars, which people compare.
std::string dollars(double value)
{
    return significantText(value, 3) + " USD";
}

std::string typical(const std::string& low, const std::string& high)
{
    return "  (typical " + low + " to " + high + ")";
}

std::string share(double part, double whole)
{
    return fixedText(whole > 0 ? 100 * part / whole : 0.0, 1) + " %";
}

void addBreakdown(std::string& out, const Breakdown& b)
{
    const std::pair<const char*, double> parts[] = { { "weights", b.weights }, { "KV cache", b.kv },
        { "compute", b.compute }, { "communication", b.communication }, { "fixed latency", b.fixed },
        { "drafts", b.draft }, { "transfer", b.transfer }, { "queue", b.queue } };
    out += "  Where one token's time goes\n";
    for (const auto& [name, seconds] : parts)
        if (seconds > 0.0005 * b.total())
            row(out, std::string("  ") + name, siText(seconds, "s") + "  " + share(seconds, b.total()));
}

void addSystem(std::string& out, const SystemResult& system)
{
    const Report& r = system.report;
    out.append(r.name).append(" · ").append(system.run->modelName).append(" · ");
    out.append(std::to_string(r.chipsTotal)).append(r.chipsTotal == 1 ? " chip\n" : " chips\n");
    if (!r.fits) {
        out.append("  Does not fit: ").append(r.fitReason).append("\n\n");
        return;
    }
    row(out, "Time to first token", siText(r.ttftS, "s"));
    row(out, "Time per output token",
        siText(r.tpotS, "s") + "  (typical " + siText(r.bandLow, "s") + " to " + siText(r.bandHigh, "s")
            + ", ideal " + siText(r.idealTpotS, "s") + ")");
    row(out, "Tokens/s, one user", countText(r.tokensPerSPerUser) + " tokens/s");
    row(out, "Tokens/s, all users", countText(r.throughputTokensPerS) + " tokens/s");
    row(out, "Bottleneck", r.bottleneckTitle);
    out.append("    ").append(r.bottleneckText).append("\n");
    if (!r.rangeNote.empty())
        out.append("    Outside the validated range: ").append(r.rangeNote).append("\n");
    addBreakdown(out, r.breakdown);
    row(out, "Weights / KV cache", siText(r.memory.weights, "B") + " / " + siText(r.memory.kv, "B"));
    row(out, "Bytes per token",
        siText(r.bytesPerToken.weights, "B") + " weights, " + siText(r.bytesPerToken.kv, "B") + " KV cache");
    row(out, "Energy per token",
        r.energyJPerToken > 0 ? siText(r.energyJPerToken, "J")
                + typical(siText(r.energyLowJPerToken, "J"), siText(r.energyHighJPerToken, "J"))
                              : "power not published");
    row(out, "Cost of 1M tokens",
        r.costUsdPerMtoken > 0 ? dollars(r.costUsdPerMtoken)
                + typical(dollars(r.costLowUsdPerMtoken), dollars(r.costHighUsdPerMtoken))
                               : "no price published");
    for (const std::string& note : r.notes)
        out.append("    Note: ").append(note).append("\n");
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

std::string reportTable(const SimulationResult& result)
{
    std::string out;
    for (const SystemResult& system : result.systems)
        addSystem(out, system);
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
                    .append(system.run->pools[segment.pool].role);
                out.append(",").append(nameOf(segment.kind));
                addCells(out, segment.boundary(k), segment.boundary(k + 1), segment.requests.size(),
                    segment.shape->passes.back().tokens, segment.kvBytes.at(static_cast<double>(k)));
                out += '\n';
            }
    return out;
}

} // namespace memwall::core
