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
    const char* work; ///< "each token"
};

/// The narrowest door for the weights: the home level's, or that of what lies outside it.
std::string doorName(const PoolInfo& pool)
{
    for (std::size_t i = 0; i < pool.homeLevel; ++i)
        if (pool.levels[i].weightBytes > 0)
            return pool.levels[i].door;
    return pool.levels[pool.homeLevel].door;
}

std::string titleOf(const Hold& hold)
{
    switch (hold.what) {
    case Bottleneck::Memory:
        return doorName(hold.pool) + " bandwidth";
    case Bottleneck::Compute:
        return "Arithmetic";
    case Bottleneck::Fixed:
        return hold.parts.draft > hold.parts.fixed ? "The draft model" : "Fixed latency";
    case Bottleneck::Communication:
        return hold.pool.stages > 1 || hold.pool.role == PoolRole::Attention ? "The hop between chips"
                                                                             : "Waiting for the other chips";
    case Bottleneck::Capacity:
        return "Does not fit";
    case Bottleneck::Transfer:
        return "Moving the KV cache";
    case Bottleneck::Queue:
        return "Other users' prompts";
    }
    return {};
}

std::string causeOf(const Hold& hold)
{
    const Breakdown& parts = hold.parts;
    const auto shareOf
        = [&](double seconds) { return percentOf(seconds / parts.total()) + " of " + hold.work; };
    switch (hold.what) {
    case Bottleneck::Memory: {
        const bool kv = parts.kv > parts.weights;
        return shareOf(kv ? parts.kv : parts.weights) + " is spent waiting for "
            + (kv ? "the KV cache." : "weights.");
    }
    case Bottleneck::Compute:
        return shareOf(parts.compute) + " is arithmetic: the units are the limit, memory keeps up.";
    case Bottleneck::Fixed:
        return shareOf(parts.fixed + parts.draft)
            + " is latency that no bandwidth shortens: launching, synchronizing, filling the pipeline.";
    case Bottleneck::Communication:
        return shareOf(parts.communication) + " is spent on messages between chips.";
    case Bottleneck::Queue:
        return shareOf(parts.queue) + " is spent waiting while other users' prompts are read.";
    case Bottleneck::Transfer:
    case Bottleneck::Capacity:
        break;
    }
    return {};
}

/// A change that is no gain has its reason in the notes.
std::string effectOf(double change, const char* saves)
{
    return (change > kNoticeable ? " would cost " : saves) + percentOf(change);
}

/// of: what is saved, where that is not what was spoken of.
std::string remedyOf(const Sensitivity& gain, const std::string& of = {})
{
    struct Lever
    {
        const char* words;
        double change;
    };
    std::vector<Lever> levers { { "the bandwidth", gain.bandwidth }, { "the arithmetic", gain.flops },
        { "the link rate", gain.link }, { "the capacity", gain.capacity } };
    std::stable_sort(
        levers.begin(), levers.end(), [](const Lever& a, const Lever& b) { return a.change < b.change; });
    std::string text
        = " Twice " + std::string(levers[0].words) + effectOf(levers[0].change, " would save ") + of;
    const auto math = std::find_if(levers.begin(), levers.end(),
        [](const Lever& l) { return l.words == std::string_view("the arithmetic"); });
    if (math != levers.begin())
        text += "; twice the arithmetic" + effectOf(math->change, " ");
    return text + "; half the latencies" + effectOf(gain.latency, " ") + ".";
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
        report.bottleneckTitle = run.tooLarge ? "Too much to play here" : "Does not fit";
        report.bottleneckText = run.fitReason;
        return;
    }
    const PoolInfo& first = run.pools.front();
    const PoolInfo& writer = first.role == PoolRole::Prefill ? run.pools.back() : first;
    const Hold tokens { report.bottleneck, report.breakdown, writer, "each token" };
    const Hold prompt { report.prefill.bottleneck, report.prefill.parts, first, "the prefill" };
    const std::string remedy = remedyOf(report.ttftSensitivity, " of the time to the first token");
    report.bottleneckTitle = titleOf(tokens);
    report.bottleneckText = report.tpotS > 0 ? causeOf(tokens) + remedyOf(report.tpotSensitivity)
                                             : "One output token: all the time is prefill.";
    if (const std::string capped = batchCapText(report); !capped.empty())
        report.bottleneckText += ' ' + capped;
    if (report.prefill.present)
        report.promptVerdict = { titleOf(prompt), causeOf(prompt) + remedy };
    if (!run.transferSegments().empty())
        report.transferVerdict = { "Moving the KV cache",
            "What prefill has written crosses the link before the next word can follow." + remedy };
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
