// The sentence that says what holds the machine back, with what doubling each resource would buy.
#include "core/base/number_text.h"
#include "core/report/explain.h"
#include "core/report/slower.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// The level whose door is the narrowest for the weights: the home level, or what lies outside it.
std::string doorName(const Run& run)
{
    const PoolInfo& pool = run.pools.front().role == "prefill" ? run.pools.back() : run.pools.front();
    for (std::size_t i = 0; i < pool.homeLevel; ++i)
        if (pool.levels[i].weightBytes > 0)
            return pool.levels[i].name;
    return pool.levels[pool.homeLevel].name;
}

std::string titleOf(const Run& run, const Report& report)
{
    switch (report.bottleneck) {
    case Bottleneck::Memory:
        return doorName(run) + " bandwidth";
    case Bottleneck::Compute:
        return "Arithmetic";
    case Bottleneck::Fixed:
        return report.breakdown.draft > report.breakdown.fixed ? "The draft model" : "Fixed latency";
    case Bottleneck::Communication:
        return run.pools.front().stages > 1 || run.pools.front().role == "attention"
            ? "The hop between chips"
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

std::string causeOf(const Report& report)
{
    const Breakdown& parts = report.breakdown;
    const double total = parts.total();
    switch (report.bottleneck) {
    case Bottleneck::Memory: {
        const bool kv = parts.kv > parts.weights;
        return percentOf((kv ? parts.kv : parts.weights) / total) + " of each token is spent waiting for "
            + (kv ? "the KV cache." : "weights.");
    }
    case Bottleneck::Compute:
        return percentOf(parts.compute / total)
            + " of each token is arithmetic: the units are the limit, memory keeps up.";
    case Bottleneck::Fixed:
        return percentOf((parts.fixed + parts.draft) / total)
            + " of each token is latency that no bandwidth shortens: launching, synchronizing, filling the "
              "pipeline.";
    case Bottleneck::Communication:
        return percentOf(parts.communication / total) + " of each token is spent on messages between chips.";
    case Bottleneck::Queue:
        return percentOf(parts.queue / total)
            + " of each token is spent waiting while other users' prompts are read.";
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

std::string remedyOf(const Sensitivity& gain)
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
    std::string text = " Twice " + std::string(levers[0].words) + effectOf(levers[0].change, " would save ");
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
    report.bottleneckTitle = titleOf(run, report);
    if (!run.fits) {
        report.bottleneckText = run.fitReason;
        return;
    }
    if (report.tpotS <= 0) {
        report.bottleneckText = "One output token: all the time is prefill.";
        return;
    }
    report.bottleneckText = causeOf(report) + remedyOf(report.tpotSensitivity);
}

} // namespace memwall::core
