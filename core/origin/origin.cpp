#include "core/origin/origin.h"

#include "core/origin/origin_parts.h"

namespace memwall::core
{

namespace
{

std::vector<Origin> allFigures(const Story& story)
{
    const Report& report = story.report;
    std::vector<Origin> all;
    if (report.tpotS > 0)
        all.push_back(tpotOrigin(story));
    all.push_back(ttftOrigin(story));
    if (report.tpotS > 0)
        all.push_back(perUserOrigin(story));
    all.push_back(throughputOrigin(story));
    if (report.breakdown.total() > 0)
        all.push_back(bottleneckOrigin(story));
    all.push_back(memoryOrigin(story));
    if (report.memory.maxUsers > 0)
        all.push_back(usersOrigin(story));
    if (report.energyJPerToken > 0)
        all.push_back(energyOrigin(story));
    if (report.costUsdPerMtoken > 0)
        all.push_back(costOrigin(story));
    return all;
}

std::string valueText(const Origin& origin)
{
    const std::string value = figureText(origin.figure.value, origin.figure.unit);
    return origin.words.empty() ? value : origin.words + " (" + origin.figure.name + ' ' + value + ')';
}

std::string bandText(const Origin& origin)
{
    const std::string& unit = origin.figure.unit;
    std::string text;
    if (origin.low && origin.high)
        text = "typical " + figureText(*origin.low, unit) + " to " + figureText(*origin.high, unit);
    if (origin.ideal)
        text += (text.empty() ? "ideal " : ", ideal ") + figureText(*origin.ideal, unit);
    return text;
}

std::string inputText(const OriginInput& input)
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

std::vector<Origin> originOf(
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

std::string originText(const Origin& origin)
{
    std::string text = std::string(nameOf(origin.headline)) + ": " + valueText(origin) + '\n';
    if (const std::string band = bandText(origin); !band.empty())
        text += "  " + band + '\n';
    if (!origin.outside.empty())
        text += "  Outside the validated range. " + origin.outside + '\n';
    text += "\nFormula\n";
    for (const Equation& equation : origin.equations)
        text += "  " + equation.words() + "\n    " + equation.numbers() + '\n';
    text += "\nInputs\n";
    for (const OriginInput& input : origin.inputs)
        text += inputText(input);
    for (const std::string& remark : origin.remarks)
        text += "\n" + remark + '\n';
    return text;
}

} // namespace memwall::core
