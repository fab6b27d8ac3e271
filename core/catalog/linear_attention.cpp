#include "core/catalog/linear_attention.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

bool hasDeltaRule(const LinearAttention& linear)
{
    return linear.kind == LinearKind::GatedDeltaNet || linear.kind == LinearKind::Kda;
}

/// Tokens that the published kernels take at once: 64 where a triangular system is solved per chunk.
double chunkOf(const LinearAttention& linear)
{
    return hasDeltaRule(linear) ? 64 : 256;
}

} // namespace

double stateElements(const LinearAttention& linear)
{
    return static_cast<double>(linear.heads) * linear.keyDim * linear.valueDim;
}

double linearOutputWidth(const LinearAttention& linear)
{
    return static_cast<double>(linear.heads) * linear.valueDim;
}

AttentionParams linearParams(double hidden, const LinearAttention& linear)
{
    const double keys = static_cast<double>(linear.keyHeads) * linear.keyDim;
    const double values = linearOutputWidth(linear);
    const double heads = linear.heads;
    AttentionParams params;
    params.output = values * hidden;
    params.small = (2 * keys + values) * linear.convKernel;
    switch (linear.kind) {
    case LinearKind::Lightning: // queries, keys, values, output gate; one norm
        params.qkv = hidden * (2 * keys + 2 * values);
        params.small += values;
        break;
    case LinearKind::GatedDeltaNet: // and per head a rate and a decay
        params.qkv = hidden * (2 * keys + 2 * values + 2 * heads);
        params.small += 2 * heads + linear.valueDim;
        break;
    case LinearKind::Kda: // decay per channel and output gate, both through a narrow layer
        params.qkv = hidden * (2 * keys + values + heads) + (hidden + keys) * linear.keyDim
            + (hidden + values) * linear.valueDim;
        params.small += heads + keys + linear.valueDim;
        break;
    case LinearKind::Mamba2: // gate, input, B and C of every group, step; convolution with bias, A, D
        params.qkv = hidden * (2 * values + 2 * keys + heads);
        params.small += 2 * keys + values + 3 * heads + values;
        break;
    }
    return params;
}

double recurrentFlops(const LinearAttention& linear, double tokens)
{
    return tokens * stateElements(linear) * (hasDeltaRule(linear) ? 7 : 5);
}

double chunkedFlops(const LinearAttention& linear, double tokens)
{
    const double chunk = std::min(chunkOf(linear), std::max(1.0, tokens));
    const double inside = 2 * chunk * (linear.keyDim + linear.valueDim);
    // Delta rules also score keys against keys, transform keys and values, and subtract what the state holds.
    const double delta = hasDeltaRule(linear) ? 2 * chunk * (2.0 * linear.keyDim + linear.valueDim) : 0.0;
    const double withState = (hasDeltaRule(linear) ? 6.0 : 4.0) * linear.keyDim * linear.valueDim;
    return tokens * linear.heads * (withState + inside + delta);
}

} // namespace memwall::core
