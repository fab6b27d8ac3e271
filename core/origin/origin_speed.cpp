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
constexpr std::array kCauseNames { "weights", "KV cache", "arithmetic", "messages", "fixed latency", "drafts",
    "KV transfer", "waiting for other users' prompts" };
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
    inputs.scenario("requests", static_cast<double>(story.run.requests.size()));
    inputs.scenario("prompt, mean",
        meanOver(story.run, [](const RequestRun& r) { return static_cast<double>(r.promptTokens); }),
        "tokens");
    inputs.scenario("answer, mean",
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
    Equation sum { { "TPOT", story.report.tpotS, "s" }, {} };
    addTimeTerms(story, causes, sum);
    sum.add("KV transfer", story.report.breakdown.transfer);
    sum.add("waiting for other users' prompts", story.report.breakdown.queue);
    sum.add("rest", story.report.tpotS - sum.value());
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
    Origin figure = originOf(Headline::Tpot, "TPOT", story);
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
    Origin figure = originOf(Headline::Ttft, "TTFT", story);
    const PoolMachine& first = story.machine.pools.front();
    const double offset = first.engine.firstTokenOffset.value.value * first.latencyFactor;
    const double waited
        = meanOver(run, [](const RequestRun& r) { return toSeconds(r.prefillBegin - r.arrival); });
    const double reading
        = meanOver(run, [](const RequestRun& r) { return toSeconds(r.prefillEnd - r.prefillBegin); });
    Equation sum { figure.figure, {} };
    sum.add("the server's own time", std::min(offset, waited));
    sum.add("waiting in the queue", waited - std::min(offset, waited));
    sum.add("reading the prompt", reading);
    sum.add("until the first word is out", story.report.ttftS - waited - reading);
    const bool onlyReading = sum.terms.size() == 1 && reading > 0;
    if (!onlyReading)
        figure.equations.push_back(std::move(sum));
    const SegmentShares shares = sharesOfPrompt(run);
    const std::vector<Causes> causes = causesOf(run, shares);
    Equation parts { onlyReading ? figure.figure : NamedFigure { "reading the prompt", reading, "s" }, {} };
    addTimeTerms(story, causes, parts);
    parts.add("steps of others in between", reading - parts.value());
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
    figure.figure = originOf(Headline::TokensPerUser, "tokens/s of one user", story).figure;
    if (report.idealTokensPerSPerUser > 0)
        figure.ideal = report.idealTokensPerSPerUser;
    figure.low = 1 / report.bandHigh;
    figure.high = 1 / report.bandLow;
    figure.equations.insert(
        figure.equations.begin(), Equation { figure.figure, { { { { "1", 1, "token" } }, { perToken } } } });
    return figure;
}

Origin throughputOrigin(const Story& story)
{
    const Run& run = story.run;
    Origin figure = originOf(Headline::Throughput, "tokens/s of all users", story);
    double written = 0;
    for (const RequestRun& request : run.requests)
        written += request.rejected ? 0 : static_cast<double>(request.outputTokens);
    EquationTerm term { { { "tokens of all answers", written, "tokens" } },
        { { "length of the run", toSeconds(run.end()), "s" } } };
    if (run.pools.back().replicas > 1)
        term.times.push_back({ "replicas", static_cast<double>(run.pools.back().replicas) });
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
    figure.remarks.emplace(figure.remarks.begin(),
        "The run goes from the first request to the last word: prefill, and the tail in which few still "
        "read, are in it.");
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
            sum.terms.push_back({ { { kCauseNames[i], seconds, "s" } }, { { "TPOT", parts.total(), "s" } } });
    }
    figure.figure = { "share of TPOT", sum.value(), {} };
    sum.result = figure.figure;
    figure.equations.push_back(std::move(sum));
    figure.equations.push_back(tpotEquation(story, causesOf(story.run, sharesOfToken(story.run))));
    figure.inputs = timeInputs(story);
    figure.outside = story.reason(RangeFigure::PerToken);
    figure.remarks.emplace_back(
        "The bottleneck is the largest share of the time per token: waiting for memory, "
        "arithmetic, messages, fixed latency, transfers or other users' prompts.");
    return figure;
}

} // namespace memwall::core
