// Text for people and spreadsheets: the summary, one row per request, one row per step.
#include "core/base/csv.h"
#include "core/report/si_text.h"
#include "core/simulate.h"

#include <array>
#include <cstdio>
#include <sstream>

namespace memwall::core
{

namespace
{

void row(std::ostringstream& out, const char* name, const std::string& value)
{
    std::string padded(name);
    padded.resize(26, ' ');
    out << "  " << padded << value << '\n';
}

/// Dollars with three significant digits; always in full dollars, which people compare.
std::string dollars(double value)
{
    std::array<char, 48> text {};
    std::snprintf(text.data(), text.size(), "%.3g USD", value);
    return text.data();
}

std::string typical(const std::string& low, const std::string& high)
{
    return "  (typical " + low + " to " + high + ")";
}

std::string share(double part, double whole)
{
    std::array<char, 24> text {};
    std::snprintf(text.data(), text.size(), "%.1f %%", whole > 0 ? 100 * part / whole : 0.0);
    return text.data();
}

void addBreakdown(std::ostringstream& out, const Breakdown& b)
{
    const std::pair<const char*, double> parts[] = { { "weights", b.weights }, { "KV cache", b.kv },
        { "compute", b.compute }, { "communication", b.communication }, { "fixed latency", b.fixed },
        { "drafts", b.draft }, { "transfer", b.transfer }, { "queue", b.queue } };
    out << "  Where one token's time goes\n";
    for (const auto& [name, seconds] : parts)
        if (seconds > 0.0005 * b.total())
            row(out, ("  " + std::string(name)).c_str(),
                siText(seconds, "s") + "  " + share(seconds, b.total()));
}

void addSystem(std::ostringstream& out, const SystemResult& system)
{
    const Report& r = system.report;
    out << r.name << " · " << system.run->modelName << " · " << r.chipsTotal
        << (r.chipsTotal == 1 ? " chip\n" : " chips\n");
    if (!r.fits) {
        out << "  Does not fit: " << r.fitReason << "\n\n";
        return;
    }
    row(out, "Time to first token", siText(r.ttftS, "s"));
    row(out, "Time per output token",
        siText(r.tpotS, "s") + "  (typical " + siText(r.bandLow, "s") + " to " + siText(r.bandHigh, "s")
            + ", ideal " + siText(r.idealTpotS, "s") + ")");
    row(out, "Tokens/s, one user", countText(r.tokensPerSPerUser) + " tokens/s");
    row(out, "Tokens/s, all users", countText(r.throughputTokensPerS) + " tokens/s");
    row(out, "Bottleneck", r.bottleneckTitle);
    out << "    " << r.bottleneckText << '\n';
    if (!r.rangeNote.empty())
        out << "    Outside the validated range: " << r.rangeNote << '\n';
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
        out << "    Note: " << note << '\n';
    out << '\n';
}

} // namespace

std::string reportTable(const SimulationResult& result)
{
    std::ostringstream out;
    for (const SystemResult& system : result.systems)
        addSystem(out, system);
    return out.str();
}

std::string requestsCsv(const SimulationResult& result)
{
    std::ostringstream out;
    out.precision(12);
    out << "system,request,arrival_s,prompt_tokens,output_tokens,queue_s,ttft_s,tpot_s,e2e_s,rejected\n";
    for (const SystemResult& system : result.systems)
        for (std::size_t i = 0; i < system.run->requests.size(); ++i) {
            const RequestRun& r = system.run->requests[i];
            out << csvQuoted(system.run->name) << ',' << i << ',' << toSeconds(r.arrival) << ','
                << r.promptTokens << ',' << r.outputTokens << ',';
            if (r.rejected || !system.run->fits) {
                out << ",,,,1\n";
                continue;
            }
            const double tpot = r.outputTokens > 1
                ? toSeconds(r.finish - r.firstToken) / static_cast<double>(r.outputTokens - 1)
                : 0;
            out << toSeconds(r.prefillBegin - r.arrival) << ',' << toSeconds(r.firstToken - r.arrival) << ','
                << tpot << ',' << toSeconds(r.finish - r.arrival) << ",0\n";
        }
    return out.str();
}

std::string timelineCsv(const SimulationResult& result, std::size_t maxRows)
{
    std::ostringstream out;
    out.precision(12);
    out << "system,pool,kind,begin_s,end_s,batch,tokens,kv_bytes_per_chip\n";
    std::size_t rows = 0;
    for (const SystemResult& system : result.systems)
        for (const Segment& segment : system.run->segments)
            for (std::int64_t k = 0; k < segment.steps; ++k) {
                if (rows++ == maxRows) {
                    out << "# more steps follow; " << maxRows << " rows are the limit\n";
                    return out.str();
                }
                out << csvQuoted(system.run->name) << ',' << system.run->pools[segment.pool].role << ','
                    << nameOf(segment.kind) << ',' << toSeconds(segment.boundary(k)) << ','
                    << toSeconds(segment.boundary(k + 1)) << ',' << segment.requests.size() << ','
                    << segment.shape->passes.back().tokens << ','
                    << segment.kvBytes.at(static_cast<double>(k)) << '\n';
            }
    return out.str();
}

} // namespace memwall::core
