#include "core/cost/turns.h"

#include "core/base/assert.h"
#include "core/cost/operators.h"

#include <vector>

namespace memwall::core
{

namespace
{

/// T_f: what the busiest of the two pools and the link does for one micro-batch in one layer. Links carry
/// both ways at once.
Affine busiest(const Layer& layer, double& steps)
{
    std::vector<Affine> pools;
    Affine longest;
    for (const Operator& op : layer.operators) {
        if (op.kind == OperatorKind::Hop) {
            longest = largerOf(longest, op.duration, steps);
            continue;
        }
        if (pools.size() <= op.pool)
            pools.resize(op.pool + 1U);
        pools[op.pool] += op.duration;
    }
    for (const Affine& pool : pools)
        longest = largerOf(longest, pool, steps);
    return longest;
}

} // namespace

void addTurns(Pass& pass, int microBatches, double& steps)
{
    MEMWALL_ASSERT(!pass.layerKinds.empty() && !pass.layerKindOf.empty());
    std::vector<Affine> turns;
    for (const Layer& layer : pass.layerKinds)
        turns.push_back(busiest(layer, steps));
    Affine alone, turn;
    for (const std::uint8_t kind : pass.layerKindOf) {
        alone += pass.layerKinds[kind].duration;
        turn += turns[kind];
    }
    const std::uint8_t first = pass.layerKindOf.front();
    const Affine full = pass.layerKinds[first].duration + turn * microBatches - turns[first];
    const Affine loose = alone + turns[first] * (microBatches - 1);
    const Affine waiting
        = (largerOf(full, loose, steps) - alone) * (1.0 / static_cast<double>(pass.layerKindOf.size()));
    for (Layer& layer : pass.layerKinds) {
        layer.operators.back().duration += waiting;
        layer.operators.back().lanes[indexOf(Lane::Fixed)] += waiting;
        layer.duration += waiting;
    }
}

} // namespace memwall::core
