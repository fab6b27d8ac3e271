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
    HeadlineStory { "headline.tpot", ReportFigure { "tpot_s" }, tpotOrigin, false },
    HeadlineStory { "headline.ttft", ReportFigure { "ttft_s" }, ttftOrigin, true },
    HeadlineStory { "headline.per_user", ReportFigure { "tokens_per_s_per_user" }, perUserOrigin, false },
    HeadlineStory {
        "headline.all_users", ReportFigure { "throughput_tokens_per_s" }, throughputOrigin, true },
    HeadlineStory { "headline.bottleneck", {}, bottleneckOrigin, false },
    HeadlineStory { "headline.memory", {}, memoryOrigin, true },
    HeadlineStory { "headline.users", ReportFigure { "memory/max_users" }, usersOrigin, false },
    HeadlineStory { "headline.energy", ReportFigure { "energy_j_per_token" }, energyOrigin, false },
    HeadlineStory { "headline.cost", ReportFigure { "cost_usd_per_mtoken" }, costOrigin, false },
};

std::string valueText(const Origin& origin, const Wording& words)
{
    const std::string value = figureText(origin.figure.value, origin.figure.unit);
    return origin.words.empty() ? value
                                : words(origin.words) + " (" + words(origin.figure.name) + ' ' + value + ')';
}

std::string bandText(const Origin& origin, const Wording& words)
{
    const std::string& unit = origin.figure.unit;
    Sayings parts;
    if (origin.low && origin.high)
        parts.push_back(
            { "origin.typical", { figureText(*origin.low, unit), figureText(*origin.high, unit) } });
    if (origin.ideal)
        parts.push_back({ "origin.ideal", { figureText(*origin.ideal, unit) } });
    return worded(parts, words, ", ");
}

std::string inputText(const OriginInput& input, const Wording& words)
{
    std::string text
        = "  " + words(input.figure.name) + ": " + figureText(input.figure.value, input.figure.unit);
    if (input.prior)
        text.append(", ").append(words({ "origin.fitted",
            { plainCount(input.witnesses), figureText(*input.prior, input.figure.unit) } }));
    if (input.confidence)
        text.append(" [").append(nameOf(*input.confidence)).append("]");
    text += "; " + words(input.source);
    if (!input.date.empty())
        text += ", " + input.date;
    if (!input.url.empty())
        text += ", " + input.url;
    return text + (input.note.empty() ? "" : " (" + input.note + ')') + '\n';
}

} // namespace

Saying titleOf(Headline headline)
{
    return { kHeadlines[static_cast<std::size_t>(headline)].name };
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

Origin originOf(Headline headline, Saying name, const Story& story)
{
    const ReportFigure& figure = *figureOf(headline);
    Origin origin;
    origin.headline = headline;
    origin.figure
        = { std::move(name), figure.of(story.report).value_or(0), std::string(symbolOf(figure.unit)) };
    return origin;
}

std::string originText(const Origin& origin, const Wording& words)
{
    std::string text = words(titleOf(origin.headline)) + ": " + valueText(origin, words) + '\n';
    if (const std::string band = bandText(origin, words); !band.empty())
        text += "  " + band + '\n';
    if (!origin.outside.empty())
        text.append("  ")
            .append(words({ "origin.outside", { Sayings { asSentence(origin.outside) } } }))
            .append("\n");
    text.append("\n").append(words("origin.formula")).append("\n");
    for (const Equation& equation : origin.equations)
        text += "  " + equation.words(words) + "\n    " + equation.numbers() + '\n';
    text.append("\n").append(words("origin.inputs")).append("\n");
    for (const OriginInput& input : origin.inputs)
        text += inputText(input, words);
    for (const Saying& remark : origin.remarks)
        text.append("\n").append(words(remark)).append("\n");
    return text;
}

} // namespace memwall::core
