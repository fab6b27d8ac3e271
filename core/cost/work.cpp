#include "core/cost/work.h"

#include "core/catalog/model_size.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

double PassWork::tokens() const
{
    double sum = 0;
    for (const Sequence& sequence : sequences)
        sum += sequence.fresh;
    return sum;
}

double PassWork::longestContext() const
{
    double longest = 0;
    for (const Sequence& sequence : sequences)
        longest = std::max(longest, sequence.cached + sequence.fresh);
    return longest;
}

double Sight::seen(double context) const
{
    if (!window)
        return context;
    return chunked ? std::fmod(context - 1, *window) + 1 : std::min<double>(context, *window);
}

double Sight::pairs(double context) const
{
    if (!window)
        return causalPairs(context, 0);
    return chunked ? chunkPairs(context, *window) : windowPairs(context, *window);
}

Sight sightOf(const Attention& attention)
{
    if (attention.indexer)
        return { attention.indexer->topTokens, false };
    return { attention.window, attention.chunkedWindow };
}

AttentionLoad attentionLoad(const PassWork& work, const Sight& sight, double& steps)
{
    AttentionLoad load;
    const bool grows = !work.manyTokens()
        && (work.kind == PassKind::Decode
            || (work.kind == PassKind::Draft && work.tokens() == static_cast<double>(work.sequences.size())));
    for (const Sequence& sequence : work.sequences) {
        load.fresh += sequence.fresh;
        const double context = sequence.cached + sequence.fresh;
        const double seen = sight.seen(context);
        if (!grows) {
            // Every new token of a chunk sees at least what the first one sees of the past.
            const double first = sight.chunked
                ? std::min(context, sight.seen(sequence.cached + 1) - 1 + sequence.fresh)
                : seen;
            load.keys += { work.manyTokens() ? context : first, 0 };
            load.pairs += { sight.pairs(context) - sight.pairs(sequence.cached), 0 };
            continue;
        }
        const bool full = sight.window && !sight.chunked && context >= *sight.window;
        load.keys += { seen, full ? 0.0 : 1.0 };
        load.pairs += { seen, full ? 0.0 : 1.0 };
        if (sight.window && !full)
            steps = std::min(steps, std::max(1.0, *sight.window - seen + (sight.chunked ? 1 : 0)));
    }
    return load;
}

PassWork withoutCache(const Machine& machine, PassWork work)
{
    if (machine.kvCache || work.kind != PassKind::Decode)
        return work;
    work.recompute = true;
    for (Sequence& sequence : work.sequences)
        sequence = { 0, sequence.cached + sequence.fresh };
    return work;
}

} // namespace memwall::core
