// Attention of one pass on one chip: which sequences it works on, and what rows that write and parts of
// prompts need when they share a pass. Internal to cost. physics.md sections 3, 7 and 11.
#pragma once

#include "core/cost/pass_builder.h"

#include <vector>

namespace memwall::core
{

/// Where experts are spread over more chips than heads are, groups of chips keep whole sequences each. The
/// busiest group decides; it is the one that is timed.
class AttentionShare
{
public:
    AttentionShare(const PoolRates& rates, PassWork work, PassOptions options);

    /// The pass as matrix products see it, all groups together.
    [[nodiscard]] const PassWork& work() const { return m_work; }
    /// The part of it that the busiest group works on.
    [[nodiscard]] const PassWork& group() const { return m_group; }
    /// Chips that have a part: those of the groups with at least one sequence.
    [[nodiscard]] double chips() const { return m_chips; }

    /// Operators of the attention of one layer. Steps is lowered to those for which they hold.
    [[nodiscard]] std::vector<OperatorNeed> needs(const Attention& attention, double& steps) const;

private:
    struct Portion
    {
        PassWork all, group;
    };
    [[nodiscard]] Portion rows() const;
    [[nodiscard]] Portion parts() const;
    [[nodiscard]] std::vector<OperatorNeed> scores(
        const PassWork& work, const Attention& attention, double& steps) const;
    [[nodiscard]] std::vector<OperatorNeed> shared(
        const Portion& portion, const Attention& attention, double& steps) const;

    const PoolRates& m_rates;
    PassOptions m_options;
    bool m_mixed = false;
    PassWork m_work, m_group;
    std::size_t m_groupRows = 0;
    double m_chips = 1;
};

} // namespace memwall::core
