// Linear attention: a state of fixed size instead of a cache that grows. physics.md section 3.4.
#pragma once

#include "core/catalog/model_size.h"

namespace memwall::core
{

/// The state is kept in fp32.
inline constexpr double kStateElementBytes = 4;

/// Elements of one layer's state: heads × key width × value width.
[[nodiscard]] double stateElements(const LinearAttention& linear);

/// Everything before the state counts as qkv: queries, keys, values, gates and decays.
[[nodiscard]] AttentionParams linearParams(double hidden, const LinearAttention& linear);

/// Outputs of the state before the output projection: heads × value width.
[[nodiscard]] double linearOutputWidth(const LinearAttention& linear);

/// FLOPs that update and read the state, one token after the other (decode): per element a decay, an update
/// and a read of two each; delta rules first read what the key already holds.
[[nodiscard]] double recurrentFlops(const LinearAttention& linear, double tokens);

/// FLOPs of the chunked form (prefill): products with the state once per chunk, and inside each chunk.
[[nodiscard]] double chunkedFlops(const LinearAttention& linear, double tokens);

} // namespace memwall::core
