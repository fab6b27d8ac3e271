// Where the times that users feel come from: TPOT, TTFT, tokens per second, the bottleneck.
#include "core/figures/band.h"
#include "core/origin/origin_parts.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// As terms of an equation, in the order of kTimeCauses.
constexpr std::array<std::string_view, 8> kCauseNames { "term.weights", "term.kv_cache", "term.arithmetic",
    "term.messages", "term.fixed_latency", "term.drafts", "term.kv_transfer",
    "term.waiting_for_other_users_prompts" };
static_assert(kCauseNames.size() == kTimeCauses.size());

void setBand(Origin& figure, double value, double error)
{
    figure.low = value / (1 + error);
    figure.high = value * (1 + error);
}

/// Mean over the requests that were served.
template <typename Of> double meanOver(const Run& run, const Of& of)
{
    double sum = 0, count = 0;
    for (const RequestRun& request : run.requests)
        if (!request.rejected) {
            sum += of(request);
            count += 1;
        }
    return count > 0 ? sum / count : 0;
}

void addLoad(const Story& story, InputList& inputs)
{
    inputs.scenario("term.requests", static_cast<double>(story.run.requests.size()));
    inputs.scenario("term.prompt_mean",
        meanOver(story.run, [](const RequestRun& r) { return static_cast<double>(r.promptTokens); }),
        "tokens");
    inputs.scenario("term.answer_mean",
        meanOver(story.run, [](const RequestRun& r) { return static_cast<double>(r.outputTokens); }),
        "tokens");
}

std::vector<OriginInput> timeInputs(const Story& story)
{
    InputList inputs(story);
    addLoad(story, inputs);
    inputs.time();
    return inputs.take();
}

Equation tpotEquation(const Story& story, const std::vector<Causes>& causes)
{
    Equation sum { { "term.tpot", story.report.tpotS, "s" }, {} };
    addTimeTerms(story, causes, sum);
    sum.add("term.kv_transfer", story.report.breakdown.transfer);
    sum.add("term.waiting_for_other_users_prompts", story.report.breakdown.queue);
    sum.add("term.rest", story.report.tpotS - sum.value());
    return sum;
}

/// Seconds that the run would take at peak rates, without fixed costs, with the same waits for arrivals.
double idealRunSeconds(const Run& run)
{
    double seconds = toSeconds(run.end());
    for (const Segment& segment : run.segments)
        seconds -= toSeconds(segment.end - segment.begin) - idealSeconds(run, segment);
    return seconds;
}

} // namespace

Origin tpotOrigin(const Story& story)
{
    Origin figure = originOf(Headline::Tpot, "term.tpot", story);
    if (story.report.idealTpotS > 0)
        figure.ideal = story.report.idealTpotS;
    figure.low = story.report.bandLow;
    figure.high = story.report.bandHigh;
    const std::vector<Causes> causes = causesOf(story.run, sharesOfToken(story.run));
    figure.equations.push_back(tpotEquation(story, causes));
    addTimeEquations(story, causes, figure.equations);
    figure.inputs = timeInputs(story);
    figure.outside = story.reason(RangeFigure::PerToken);
    figure.remarks = story.run.notes;
    return figure;
}

Origin ttftOrigin(const Story& story)
{
    const Run& run = story.run;
    Origin figure = originOf(Headline::Ttft, "term.ttft", story);
    const PoolMachine& first = story.machine.pools.front();
    const double offset = first.engine.firstTokenOffset.value.value * first.latencyFactor;
    const double waited
        = meanOver(run, [](const RequestRun& r) { return toSeconds(r.prefillBegin - r.arrival); });
    const double reading
        = meanOver(run, [](const RequestRun& r) { return toSeconds(r.prefillEnd - r.prefillBegin); });
    Equation sum { figure.figure, {} };
    sum.add("term.the_servers_own_time", std::min(offset, waited));
    sum.add("term.waiting_in_the_queue", waited - std::min(offset, waited));
    sum.add("term.reading_the_prompt", reading);
    sum.add("term.until_the_first_word_is_out", story.report.ttftS - waited - reading);
    const bool onlyReading = sum.terms.size() == 1 && reading > 0;
    if (!onlyReading)
        figure.equations.push_back(std::move(sum));
    const SegmentShares shares = sharesOfPrompt(run);
    const std::vector<Causes> causes = causesOf(run, shares);
    Equation parts { onlyReading ? figure.figure : NamedFigure { "term.reading_the_prompt", reading, "s" },
        {} };
    addTimeTerms(story, causes, parts);
    parts.add("term.steps_of_others_in_between", reading - parts.value());
    if (!parts.terms.empty())
        figure.equations.push_back(std::move(parts));
    addTimeEquations(story, causes, figure.equations);
    double ideal = 0;
    for (std::size_t i = 0; i < shares.size(); ++i)
        ideal += shares[i] > 0 ? shares[i] * idealSeconds(run, run.segments[i]) : 0;
    if (ideal > 0)
        figure.ideal = ideal;
    setBand(figure, story.report.ttftS, kUnsureError);
    figure.inputs = timeInputs(story);
    figure.outside = story.reason(RangeFigure::FirstToken);
    figure.remarks = run.notes;
    return figure;
}

Origin perUserOrigin(const Story& story)
{
    const Report& report = story.report;
    Origin figure = tpotOrigin(story);
    const NamedFigure perToken = figure.figure;
    figure.headline = Headline::TokensPerUser;
    figure.figure = originOf(Headline::TokensPerUser, "term.tokens_s_of_one_user", story).figure;
    if (report.idealTokensPerSPerUser > 0)
        figure.ideal = report.idealTokensPerSPerUser;
    figure.low = 1 / report.bandHigh;
    figure.high = 1 / report.bandLow;
    figure.equations.insert(figure.equations.begin(),
        Equation { figure.figure, { { { { "term.1", 1, "token" } }, { perToken } } } });
    return figure;
}

Origin throughputOrigin(const Story& story)
{
    const Run& run = story.run;
    Origin figure = originOf(Headline::Throughput, "term.tokens_s_of_all_users", story);
    double written = 0;
    for (const RequestRun& request : run.requests)
        written += request.rejected ? 0 : static_cast<double>(request.outputTokens);
    EquationTerm term { { { "term.tokens_of_all_answers", written, "tokens" } },
        { { "term.length_of_the_run", toSeconds(run.end()), "s" } } };
    if (run.pools.back().replicas > 1)
        term.times.push_back({ "term.replicas", static_cast<double>(run.pools.back().replicas) });
    figure.equations.push_back({ figure.figure, { std::move(term) } });
    const double ideal = run.pools.size() == 1 ? idealRunSeconds(run) : 0;
    if (ideal > 0)
        figure.ideal = written / ideal * run.pools.back().replicas;
    figure.outside = story.reason(RangeFigure::Throughput);
    setBand(figure, figure.figure.value, figure.outside.empty() ? kThroughputError : kUnsureError);
    const std::vector<Causes> causes = causesOf(run, sharesOfToken(run));
    if (story.report.tpotS > 0)
        figure.equations.push_back(tpotEquation(story, causes));
    figure.inputs = timeInputs(story);
    figure.remarks = run.notes;
    figure.remarks.insert(figure.remarks.begin(), Saying { "origin.throughput", {} });
    return figure;
}

Origin bottleneckOrigin(const Story& story)
{
    const Report& report = story.report;
    const Breakdown& parts = report.breakdown;
    Origin figure;
    figure.headline = Headline::Bottleneck;
    figure.words = report.bottleneckTitle;
    Equation sum;
    for (std::size_t i = 0; i < kCauseNames.size(); ++i) {
        const double seconds = parts.*kTimeCauses[i].seconds;
        if (kTimeCauses[i].holds == report.bottleneck && seconds > 0)
            sum.terms.push_back(
                { { { kCauseNames[i], seconds, "s" } }, { { "term.tpot", parts.total(), "s" } } });
    }
    figure.figure = { "term.share_of_tpot", sum.value(), {} };
    sum.result = figure.figure;
    figure.equations.push_back(std::move(sum));
    figure.equations.push_back(tpotEquation(story, causesOf(story.run, sharesOfToken(story.run))));
    figure.inputs = timeInputs(story);
    figure.outside = story.reason(RangeFigure::PerToken);
    figure.remarks.push_back({ "origin.bottleneck", {} });
    return figure;
}

} // namespace memwall::core
