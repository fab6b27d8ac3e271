#include "core/origin/origin.h"

#include "core/base/assert.h"
#include "core/origin/origin_parts.h"

namespace memwall::core
{

namespace
{

/// In the order of the enumeration.
struct HeadlineStory
{
    std::string_view name;
    std::optional<ReportFigure> figure;
    Origin (*told)(const Story&);
    bool always; ///< also where the figure is 0
};

const std::array kHeadlines {
    HeadlineStory { "time per output token (TPOT)", ReportFigure { "tpot_s" }, tpotOrigin, false },
    HeadlineStory { "time to first token (TTFT)", ReportFigure { "ttft_s" }, ttftOrigin, true },
    HeadlineStory { "tokens/s, one user", ReportFigure { "tokens_per_s_per_user" }, perUserOrigin, false },
    HeadlineStory {
        "tokens/s, all users", ReportFigure { "throughput_tokens_per_s" }, throughputOrigin, true },
    HeadlineStory { "bottleneck", {}, bottleneckOrigin, false },
    HeadlineStory { "memory in use", {}, memoryOrigin, true },
    HeadlineStory { "users that fit at once", ReportFigure { "memory/max_users" }, usersOrigin, false },
    HeadlineStory { "energy per token", ReportFigure { "energy_j_per_token" }, energyOrigin, false },
    HeadlineStory { "cost of a million tokens", ReportFigure { "cost_usd_per_mtoken" }, costOrigin, false },
};

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
    return kHeadlines[static_cast<std::size_t>(headline)].name;
}

const ReportFigure* figureOf(Headline headline)
{
    const auto& figure = kHeadlines[static_cast<std::size_t>(headline)].figure;
    return figure ? &*figure : nullptr;
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
    MEMWALL_ASSERT(
        result.run->pools.size() == machine.pools.size() && result.run->layers == machine.model.layers);
    Story story { machine, workload, catalog, *result.run, result.report, {} };
    for (std::size_t pool = 0; pool < machine.pools.size(); ++pool)
        story.rates.push_back(ratesOf(machine, pool, {}));
    std::vector<Origin> all;
    for (const HeadlineStory& headline : kHeadlines)
        if (headline.always
            || (headline.figure ? headline.figure->of(result.report).value_or(0)
                                : result.report.breakdown.total())
                > 0)
            all.push_back(headline.told(story));
    return all;
}

Origin originOf(Headline headline, const std::string& name, const Story& story)
{
    const ReportFigure& figure = *figureOf(headline);
    Origin origin;
    origin.headline = headline;
    origin.figure = { name, figure.of(story.report).value_or(0), std::string(symbolOf(figure.unit)) };
    return origin;
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
