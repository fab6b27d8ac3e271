// The sentence that says what holds the machine back, with what doubling each resource would buy.
#include "core/base/number_text.h"
#include "core/figures/batch_cap.h"
#include "core/figures/report_steps.h"
#include "core/figures/slower.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// What a stretch of work is held back by.
struct Hold
{
    Bottleneck what;
    const Breakdown& parts; ///< seconds by cause
    const PoolInfo& pool; ///< that does the work
    bool prompt; ///< the work is the prefill, not a token
};

/// The narrowest door for the weights: the home level's, or that of what lies outside it.
std::string doorName(const PoolInfo& pool)
{
    for (std::size_t i = 0; i < pool.homeLevel; ++i)
        if (pool.levels[i].weightBytes > 0)
            return pool.levels[i].door;
    return pool.levels[pool.homeLevel].door;
}

Saying titleOf(const Hold& hold)
{
    switch (hold.what) {
    case Bottleneck::Memory:
        return { "wall.memory", { doorName(hold.pool) } };
    case Bottleneck::Compute:
        return { "wall.arithmetic", {} };
    case Bottleneck::Fixed:
        return { hold.parts.draft > hold.parts.fixed ? "wall.draft" : "wall.fixed", {} };
    case Bottleneck::Communication:
        return { hold.pool.stages > 1 || hold.pool.role == PoolRole::Attention ? "wall.hop" : "wall.chips",
            {} };
    case Bottleneck::Capacity:
        return { "wall.capacity", {} };
    case Bottleneck::Transfer:
        return { "wall.transfer", {} };
    case Bottleneck::Queue:
        return { "wall.queue", {} };
    }
    return {};
}

Saying causeOf(const Hold& hold)
{
    const Breakdown& parts = hold.parts;
    const auto share = [&](std::string_view ofToken, std::string_view ofPrefill, double seconds) {
        return Saying { hold.prompt ? ofPrefill : ofToken, { percentOf(seconds / parts.total()) } };
    };
    switch (hold.what) {
    case Bottleneck::Memory:
        return parts.kv > parts.weights
            ? share("cause.kv.token", "cause.kv.prefill", parts.kv)
            : share("cause.weights.token", "cause.weights.prefill", parts.weights);
    case Bottleneck::Compute:
        return share("cause.arithmetic.token", "cause.arithmetic.prefill", parts.compute);
    case Bottleneck::Fixed:
        return share("cause.fixed.token", "cause.fixed.prefill", parts.fixed + parts.draft);
    case Bottleneck::Communication:
        return share("cause.messages.token", "cause.messages.prefill", parts.communication);
    case Bottleneck::Queue:
        return share("cause.queue.token", "cause.queue.prefill", parts.queue);
    case Bottleneck::Transfer:
    case Bottleneck::Capacity:
        break;
    }
    return {};
}

/// What more of a resource would buy: of a token, or of the time to the first one.
struct Gain
{
    std::string_view saves, savesFirst, costs, costsFirst;
    double change = 0;

    /// A change that is no gain has its reason in the notes.
    [[nodiscard]] Saying clause(bool first) const
    {
        const bool isLoss = change > kNoticeable;
        return { isLoss ? first ? costsFirst : costs : first ? savesFirst : saves, { percentOf(change) } };
    }
};

/// ofFirstToken: what is saved is that time, not what was spoken of.
Saying remedyOf(const Sensitivity& gain, bool ofFirstToken = false)
{
    const Gain arithmetic { "gain.arithmetic.saves", "gain.arithmetic.saves.first", "gain.arithmetic.costs",
        "gain.arithmetic.costs.first", gain.flops };
    std::vector<Gain> gains { { "gain.bandwidth.saves", "gain.bandwidth.saves.first", "gain.bandwidth.costs",
                                  "gain.bandwidth.costs.first", gain.bandwidth },
        arithmetic,
        { "gain.link.saves", "gain.link.saves.first", "gain.link.costs", "gain.link.costs.first", gain.link },
        { "gain.capacity.saves", "gain.capacity.saves.first", "gain.capacity.costs",
            "gain.capacity.costs.first", gain.capacity } };
    std::stable_sort(
        gains.begin(), gains.end(), [](const Gain& a, const Gain& b) { return a.change < b.change; });
    const auto also = [](std::string_view saves, std::string_view costs, double change) {
        return Sayings { { change > kNoticeable ? costs : saves, { percentOf(change) } } };
    };
    const Sayings latency = also("gain.also.latency.saves", "gain.also.latency.costs", gain.latency);
    const Sayings best { gains.front().clause(ofFirstToken) };
    if (gains.front().saves == arithmetic.saves)
        return { "remedy.two", { best, latency } };
    return { "remedy.three",
        { best, also("gain.also.arithmetic.saves", "gain.also.arithmetic.costs", gain.flops), latency } };
}

/// What is held back, and what would help.
Verdict verdictOn(const Hold& hold, const Sensitivity& gain)
{
    Verdict verdict { titleOf(hold), {} };
    if (const Saying cause = causeOf(hold); !cause.empty())
        verdict.text.push_back(cause);
    verdict.text.push_back(remedyOf(gain, hold.prompt));
    return verdict;
}

} // namespace

std::string percentOf(double share)
{
    const double value = std::abs(share) * 100;
    // A narrow no-break space keeps number and sign on one line.
    return fixedText(value, value < 0.95 ? 1 : 0) + "\u202f%";
}

std::string_view nameOf(Bottleneck bottleneck)
{
    switch (bottleneck) {
    case Bottleneck::Memory:
        return "memory";
    case Bottleneck::Compute:
        return "compute";
    case Bottleneck::Fixed:
        return "fixed";
    case Bottleneck::Communication:
        return "communication";
    case Bottleneck::Capacity:
        return "capacity";
    case Bottleneck::Transfer:
        return "transfer";
    case Bottleneck::Queue:
        return "queue";
    }
    return "memory";
}

void reportBottleneck(const Run& run, Report& report)
{
    if (!run.fits) {
        report.bottleneckTitle = { run.tooLarge ? "wall.too_large" : "wall.capacity", {} };
        report.bottleneckText = run.fitReason;
        return;
    }
    const PoolInfo& first = run.pools.front();
    const PoolInfo& writer = first.role == PoolRole::Prefill ? run.pools.back() : first;
    const Verdict tokens
        = verdictOn({ report.bottleneck, report.breakdown, writer, false }, report.tpotSensitivity);
    report.bottleneckTitle = tokens.title;
    report.bottleneckText = report.tpotS > 0 ? tokens.text : Sayings { { "answer.of_one_token", {} } };
    if (const Saying capped = batchCap(report); !capped.empty())
        report.bottleneckText.push_back(capped);
    if (report.prefill.present)
        report.promptVerdict = verdictOn(
            { report.prefill.bottleneck, report.prefill.parts, first, true }, report.ttftSensitivity);
    if (!run.transferSegments().empty())
        report.transferVerdict = { { "wall.transfer", {} },
            { { "cause.transfer", {} }, remedyOf(report.ttftSensitivity, true) } };
}

PhaseHold holdIn(const Report& report, RunPhase phase)
{
    if (phase == RunPhase::Prompt && !report.promptVerdict.title.empty())
        return { report.prefill.bottleneck, report.prefill.parts, report.promptVerdict,
            report.ttftSensitivity };
    if (phase == RunPhase::Transfer && !report.transferVerdict.title.empty())
        return { Bottleneck::Transfer, {}, report.transferVerdict, report.ttftSensitivity };
    return { report.bottleneck, report.breakdown, { report.bottleneckTitle, report.bottleneckText },
        report.tpotS > 0 ? report.tpotSensitivity : report.ttftSensitivity };
}

} // namespace memwall::core
