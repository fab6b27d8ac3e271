#include "core/cost/pass_key.h"

#include <algorithm>
#include <limits>

namespace memwall::core
{

namespace
{

/// Groups of chips share sequences out one by one, rows and parts of prompts in one pass are told apart, and
/// what MLA expands again depends on each prompt.
bool sumsAreEnough(const Stations& stations, const PassWork& work, const PassOptions& options)
{
    const auto continues = [](const Sequence& sequence) { return sequence.cached > 0; };
    return stations.attention->pool->attentionGroups() == 1 && !options.advances
        && work.kind != PassKind::Mixed
        && !(work.manyTokens() && std::any_of(work.sequences.begin(), work.sequences.end(), continues));
}

void appendLoads(PassKey& key, const PassWork& work)
{
    double steps = std::numeric_limits<double>::infinity();
    const auto append = [&](const Sight& sight) {
        const AttentionLoad load = attentionLoad(work, sight, steps);
        key.insert(key.end(), { load.keys.base, load.keys.slope, load.pairs.base, load.pairs.slope });
    };
    for (const Attention& attention : work.model->attention) {
        append(sightOf(attention));
        if (attention.indexer)
            append({});
    }
    key.push_back(steps);
    key.push_back(work.manyTokens() ? work.longestContext() : 0);
}

} // namespace

void appendKey(PassKey& key, const Stations& stations, const PassWork& given, const PassOptions& options)
{
    const PassWork work = withoutCache(*stations.attention->machine, given);
    const auto yesNo = [](bool value) { return value ? 1.0 : 0.0; };
    key.insert(key.end(),
        { static_cast<double>(stations.attention->index), static_cast<double>(stations.feedForward->index),
            static_cast<double>(work.kind), yesNo(work.draft), yesNo(work.recompute),
            yesNo(work.stepOverhead), work.headTokens, work.tokens(),
            static_cast<double>(work.sequences.size()), static_cast<double>(options.rows),
            yesNo(options.advances), options.hostShare, static_cast<double>(options.microBatches),
            yesNo(options.timesOnly) });
    if (sumsAreEnough(stations, work, options)) {
        appendLoads(key, work);
        return;
    }
    for (const Sequence& sequence : work.sequences)
        key.insert(key.end(), { sequence.cached, sequence.fresh });
}

} // namespace memwall::core
