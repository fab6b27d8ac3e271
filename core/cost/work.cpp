#include "core/cost/work.h"

#include "core/cost/model_size.h"

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

AttentionLoad attentionLoad(const PassWork& work, std::optional<int> window, double& steps)
{
    AttentionLoad load;
    const bool grows = work.kind == PassKind::Decode
        || (work.kind == PassKind::Draft && work.tokens() == static_cast<double>(work.sequences.size()));
    for (const Sequence& sequence : work.sequences) {
        load.fresh += sequence.fresh;
        const double context = sequence.cached + sequence.fresh;
        const double seen = window ? std::min<double>(context, *window) : context;
        if (grows) {
            const bool full = window && context >= *window;
            load.keys += { seen, full ? 0.0 : 1.0 };
            load.pairs += { seen, full ? 0.0 : 1.0 };
            if (window && !full)
                steps = std::min(steps, std::max(1.0, *window - context));
            continue;
        }
        const double pairs = window && sequence.cached == 0 ? windowPairs(sequence.fresh, *window)
            : window ? std::min(causalPairs(sequence.fresh, sequence.cached), sequence.fresh * *window)
                     : causalPairs(sequence.fresh, sequence.cached);
        load.keys += { work.kind == PassKind::Prefill ? context : seen, 0 };
        load.pairs += { pairs, 0 };
    }
    return load;
}

Affine largerOf(Affine a, Affine b, double& steps)
{
    const bool bFirst = b.base > a.base || (b.base == a.base && b.slope > a.slope);
    const Affine high = bFirst ? b : a;
    const Affine low = bFirst ? a : b;
    if (low.slope > high.slope) {
        const double crossing = (high.base - low.base) / (low.slope - high.slope);
        steps = std::min(steps, std::max(1.0, std::ceil(crossing)));
    }
    return high;
}

} // namespace memwall::core
