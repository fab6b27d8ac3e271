// Attention of one pass on one chip: which sequences it works on, and what rows that write and parts of
// prompts need when they share a pass. Internal to cost. physics.md sections 3 and 11.
#pragma once

#include "core/cost/pass_builder.h"

#include <vector>

namespace memwall::core
{

class AttentionShare
{
public:
    AttentionShare(const PoolRates& rates, const PassWork& work, PassOptions options);

    /// The pass as matrix products see it: all tokens at once.
    [[nodiscard]] const PassWork& work() const { return m_work; }

    /// Operators of the attention of one layer. Steps is lowered to those for which they hold.
    [[nodiscard]] std::vector<OperatorNeed> needs(const Attention& attention, double& steps) const;

private:
    [[nodiscard]] PassWork rows() const;
    [[nodiscard]] PassWork parts() const;
    [[nodiscard]] std::vector<OperatorNeed> scores(
        const PassWork& work, const Attention& attention, double& steps) const;

    const PoolRates& m_rates;
    PassOptions m_options;
    bool m_mixed = false;
    PassWork m_work;
};

} // namespace memwall::core
