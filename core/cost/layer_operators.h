// The operators of one layer, without collectives: what each needs on one chip. Internal to cost.
#pragma once

#include "core/cost/operators.h"

#include <vector>

namespace memwall::core
{

/// Empty where the layer has no attention; the norms of the layer count here.
[[nodiscard]] std::vector<OperatorNeed> attentionNeeds(
    const PoolRates& rates, const PassWork& work, const Attention& attention, double& steps);
/// Empty where the layer has no feed-forward. alone: the layer has no attention that carries the norms.
[[nodiscard]] std::vector<OperatorNeed> feedForwardNeeds(
    const PoolRates& rates, const PassWork& work, const FeedForward& group, bool alone);
/// Of a model whose head answers for so many tokens.
[[nodiscard]] OperatorNeed headNeed(const PoolRates& rates, const Model& model, double tokens);
[[nodiscard]] OperatorNeed embeddingNeed(const PassWork& work);

/// Distinct experts that T tokens touch in one layer: routing is more concentrated than uniform, one token
/// always touches its k. physics.md section 4, calibration.md section 1.
[[nodiscard]] double touchedExperts(const PhysicsConstants& physics, const FeedForward& group, double tokens);

} // namespace memwall::core
