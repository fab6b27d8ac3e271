#include "core/timeline/stored.h"

#include "core/base/assert.h"
#include "core/timeline/columns.h"

namespace memwall::core
{

namespace
{

template <typename T> double vectorBytes(const std::vector<T>& values)
{
    return static_cast<double>(values.capacity() * sizeof(T));
}

double operatorBytes(const std::vector<Operator>& operators)
{
    double bytes = vectorBytes(operators);
    for (const Operator& op : operators)
        bytes += vectorBytes(op.flows);
    return bytes;
}

} // namespace

Bytes storedBytes(const StepShape& shape)
{
    double bytes = static_cast<double>(sizeof shape) + vectorBytes(shape.passes);
    for (const Pass& pass : shape.passes) {
        bytes += operatorBytes(pass.before) + operatorBytes(pass.after) + vectorBytes(pass.layerKinds)
            + vectorBytes(pass.layerKindOf) + vectorBytes(pass.layerBegin);
        for (const Layer& layer : pass.layerKinds)
            bytes += operatorBytes(layer.operators);
    }
    return { bytes };
}

Bytes bytesOfRequests(const Run& run)
{
    return { static_cast<double>(run.requests.size() * sizeof(RequestRun)) };
}

Bytes storedBytes(const Segment& segment, const Run& run, bool meters)
{
    MEMWALL_ASSERT(segment.pool < run.pools.size());
    double bytes = static_cast<double>(sizeof segment) + vectorBytes(segment.requests);
    for (const PoolInfo& pool : run.pools)
        if (&pool == &run.pools[segment.pool] || pool.role == PoolRole::Ffn
            || pool.role == PoolRole::Attention)
            bytes += static_cast<double>(
                sizeof(std::int64_t) + (meters ? Columns(pool.levels.size()).count * sizeof(double) : 0));
    return { bytes };
}

} // namespace memwall::core
