#include "core/report/provenance.h"

#include "core/report/provenance_parts.h"

namespace memwall::core
{

namespace
{

std::vector<Provenance> allFigures(const Story& story)
{
    const Report& report = story.report;
    std::vector<Provenance> all;
    if (report.tpotS > 0)
        all.push_back(tpotProvenance(story));
    all.push_back(ttftProvenance(story));
    if (report.tpotS > 0)
        all.push_back(perUserProvenance(story));
    all.push_back(throughputProvenance(story));
    if (report.breakdown.total() > 0)
        all.push_back(bottleneckProvenance(story));
    all.push_back(memoryProvenance(story));
    if (report.memory.maxUsers > 0)
        all.push_back(usersProvenance(story));
    if (report.energyJPerToken > 0)
        all.push_back(energyProvenance(story));
    if (report.costUsdPerMtoken > 0)
        all.push_back(costProvenance(story));
    return all;
}

std::string valueText(const Provenance& provenance)
{
    const std::string value = figureText(provenance.figure.value, provenance.figure.unit);
    return provenance.words.empty() ? value
                                    : provenance.words + " (" + provenance.figure.name + ' ' + value + ')';
}

std::string bandText(const Provenance& provenance)
{
    const std::string& unit = provenance.figure.unit;
    std::string text;
    if (provenance.low && provenance.high)
        text = "typical " + figureText(*provenance.low, unit) + " to " + figureText(*provenance.high, unit);
    if (provenance.ideal)
        text += (text.empty() ? "ideal " : ", ideal ") + figureText(*provenance.ideal, unit);
    return text;
}

std::string inputText(const ProvenanceInput& input)
{
    std::string text = "  " + input.figure.name + ": " + figureText(input.figure.value, input.figure.unit);
    if (input.prior)
        text += ", fitted to " + std::to_string(input.witnesses)
            + (input.witnesses == 1 ? " group" : " groups") + " of measurements ("
            + figureText(*input.prior, input.figure.unit) + " before)";
    if (input.confidence)
        text += std::string(" [").append(nameOf(*input.confidence)).append("]");
    text += "; " + input.source;
    if (!input.date.empty())
        text += ", " + input.date;
    if (!input.url.empty())
        text += ", " + input.url;
    return text + (input.note.empty() ? "" : " (" + input.note + ')') + '\n';
}

} // namespace

std::string_view nameOf(Headline headline)
{
    switch (headline) {
    case Headline::Tpot:
        return "time per output token (TPOT)";
    case Headline::Ttft:
        return "time to first token (TTFT)";
    case Headline::TokensPerUser:
        return "tokens/s, one user";
    case Headline::Throughput:
        return "tokens/s, all users";
    case Headline::Bottleneck:
        return "bottleneck";
    case Headline::Memory:
        return "memory in use";
    case Headline::MaxUsers:
        return "users that fit at once";
    case Headline::Energy:
        return "energy per token";
    case Headline::Cost:
        return "cost of a million tokens";
    }
    return "figure";
}

std::string_view nameOf(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Vendor:
        return "vendor";
    case Confidence::Measured:
        return "measured";
    case Confidence::Estimate:
        return "estimate";
    case Confidence::Paper:
        return "paper";
    case Confidence::Physics:
        return "physics";
    }
    return "estimate";
}

std::vector<Provenance> provenanceOf(
    const System& system, const Workload& workload, const Catalog& catalog, const SystemResult& result)
{
    if (!result.report.fits || result.run->requests.empty())
        return {};
    const Machine machine = resolve(system, catalog);
    Story story { machine, workload, catalog, *result.run, result.report, {} };
    for (std::size_t pool = 0; pool < machine.pools.size(); ++pool)
        story.rates.push_back(ratesOf(machine, pool, {}));
    return allFigures(story);
}

std::string provenanceText(const Provenance& provenance)
{
    std::string text = std::string(nameOf(provenance.headline)) + ": " + valueText(provenance) + '\n';
    if (const std::string band = bandText(provenance); !band.empty())
        text += "  " + band + '\n';
    if (!provenance.outside.empty())
        text += "  Outside the validated range. " + provenance.outside + '\n';
    text += "\nFormula\n";
    for (const Equation& equation : provenance.equations)
        text += "  " + equation.words() + "\n    " + equation.numbers() + '\n';
    text += "\nInputs\n";
    for (const ProvenanceInput& input : provenance.inputs)
        text += inputText(input);
    for (const std::string& remark : provenance.remarks)
        text += "\n" + remark + '\n';
    return text;
}

} // namespace memwall::core
