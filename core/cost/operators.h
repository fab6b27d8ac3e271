// From bytes and flops to a timed operator: each takes as long as its slowest door or its arithmetic,
// plus its fixed latency. physics.md section 1.
#pragma once

#include "core/cost/work.h"
#include "core/machine/rates.h"

#include <optional>
#include <span>

namespace memwall::core
{

/// What one operator needs on one chip.
struct OperatorNeed
{
    OperatorKind kind = OperatorKind::Qkv;
    Affine weightBytes {}, kvBytes {}, activationBytes {}, flops {};
    std::optional<FlopsPerSecond> flopRate {}; ///< absent: its arithmetic takes no time
    std::optional<double> chips {}; ///< chips that do the same at once; absent: all that work in step
    bool expert = false; ///< weights are read at the experts' rate
};

/// Times one operator on a pool's chip; steps is lowered where the bound changes.
[[nodiscard]] Operator timed(const PoolRates& rates, const OperatorNeed& need, Seconds fixed, double& steps);
/// What passes the doors while it runs. draft: counts as drafts, whatever it is.
void addFlows(Operator& op, const PoolRates& rates, const OperatorNeed& need, bool draft);

/// An operator that moves a message over a link. bytes: sent by one chip.
[[nodiscard]] Operator message(
    OperatorKind kind, const PoolRates& rates, Kind what, Bytes bytes, Seconds seconds);

/// Sets begins so that the operators follow each other from `from`; returns the end.
Affine chain(std::span<Operator> operators, Affine from);

/// What the engine and the format make of the rate of products where a pass works on many tokens.
[[nodiscard]] double manyTokensFactor(const PoolRates& rates, bool manyTokens);
/// Achieved by a product of T tokens with N output columns on one chip; absent: not published.
[[nodiscard]] std::optional<FlopsPerSecond> gemmRate(
    const PoolRates& rates, double tokens, double columns, bool manyTokens);

} // namespace memwall::core
