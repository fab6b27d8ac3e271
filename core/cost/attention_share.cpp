#include "core/cost/attention_share.h"

#include "core/cost/layer_operators.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

using Sequences = std::vector<Sequence>;

/// The same work one step later.
PassWork advanced(PassWork work)
{
    for (Sequence& sequence : work.sequences)
        sequence.cached += sequence.fresh;
    return work;
}

Affine growing(Affine now, Affine next)
{
    return { now.base, next.base - now.base };
}

/// Dealt out in turn, the longest first: what the first of the groups gets.
Sequences busiest(Sequences sequences, std::size_t groups)
{
    if (groups == 1)
        return sequences;
    std::stable_sort(sequences.begin(), sequences.end(), [](const Sequence& a, const Sequence& b) {
        return a.fresh != b.fresh ? a.fresh > b.fresh : a.cached > b.cached;
    });
    Sequences first;
    for (std::size_t i = 0; i < sequences.size(); i += groups)
        first.push_back(sequences[i]);
    return first;
}

PassWork with(PassWork work, Sequences sequences)
{
    work.sequences = std::move(sequences);
    return work;
}

double kvSum(const std::vector<OperatorNeed>& needs)
{
    double bytes = 0;
    for (const OperatorNeed& need : needs)
        bytes += need.kvBytes.base;
    return bytes;
}

} // namespace

AttentionShare::AttentionShare(const PoolRates& rates, PassWork work, PassOptions options)
    : m_rates(rates)
    , m_options(options)
    , m_mixed(work.kind == PassKind::Mixed)
    , m_work(std::move(work))
{
    // Products over many tokens: what holds for a prefill holds for the union of rows and prompts.
    if (m_mixed)
        m_work.kind = PassKind::Prefill;
    const auto groups = static_cast<std::size_t>(rates.pool->attentionGroups());
    m_chips = rates.pool->tensor;
    if (groups == 1) {
        m_group = m_work;
        m_groupRows = m_options.rows;
        return;
    }
    const auto middle = m_work.sequences.begin() + static_cast<std::ptrdiff_t>(m_options.rows);
    const Sequences rows = busiest({ m_work.sequences.begin(), middle }, groups);
    const Sequences parts = busiest({ middle, m_work.sequences.end() }, groups);
    m_group = with(m_work, rows);
    m_group.sequences.insert(m_group.sequences.end(), parts.begin(), parts.end());
    m_groupRows = rows.size();
    const auto count = static_cast<double>(std::max<std::size_t>(1, m_work.sequences.size()));
    m_group.headTokens
        = std::ceil(m_work.headTokens * static_cast<double>(m_group.sequences.size()) / count - 1e-9);
    const std::size_t longer = std::max(m_options.rows, m_work.sequences.size() - m_options.rows);
    m_chips = static_cast<double>(std::clamp<std::size_t>(longer, 1, groups)) * rates.pool->tensor;
}

AttentionShare::Portion AttentionShare::rows() const
{
    const auto take = [](PassWork work, std::size_t count) {
        work.sequences.resize(count);
        const bool one = std::all_of(
            work.sequences.begin(), work.sequences.end(), [](const Sequence& s) { return s.fresh == 1; });
        work.kind = one ? PassKind::Decode : PassKind::Verify;
        return work;
    };
    return { take(m_work, m_options.rows), take(m_group, m_groupRows) };
}

AttentionShare::Portion AttentionShare::parts() const
{
    const auto drop = [](const PassWork& work, std::size_t count) {
        return with(
            work, { work.sequences.begin() + static_cast<std::ptrdiff_t>(count), work.sequences.end() });
    };
    return { drop(m_work, m_options.rows), drop(m_group, m_groupRows) };
}

std::vector<OperatorNeed> AttentionShare::scores(
    const PassWork& work, const Attention& attention, double& steps) const
{
    auto needs = attentionNeeds(m_rates, work, attention, steps);
    std::erase_if(needs, [](const OperatorNeed& need) { return need.kind != OperatorKind::Attention; });
    if (!m_options.advances || work.kind != PassKind::Prefill)
        return needs;
    // A window that fills up bends the growth, and MLA expands a longer prefix each time: then every step
    // stands alone.
    if (sightOf(attention).window || attention.kind == AttentionKind::Mla)
        steps = 1;
    const auto next = attentionNeeds(m_rates, advanced(work), attention, steps);
    for (OperatorNeed& need : needs)
        for (const OperatorNeed& later : next)
            if (later.kind == need.kind) {
                need.kvBytes = growing(need.kvBytes, later.kvBytes);
                need.flops = growing(need.flops, later.flops);
                // Scores that are not fused go through memory, and they grow with the context.
                need.activationBytes = growing(need.activationBytes, later.activationBytes);
            }
    return needs;
}

std::vector<OperatorNeed> AttentionShare::shared(
    const Portion& portion, const Attention& attention, double& steps) const
{
    std::vector<OperatorNeed> needs = scores(portion.group, attention, steps);
    if (m_group.sequences.size() == m_work.sequences.size())
        return needs;
    // Totals are those of all groups, though the busiest one has more than its share.
    double unused = steps;
    const double all = kvSum(scores(portion.all, attention, unused));
    const double here = kvSum(needs);
    for (OperatorNeed& need : needs)
        need.chips = here > 0 ? m_rates.pool->tensor * all / here : m_chips;
    return needs;
}

std::vector<OperatorNeed> AttentionShare::needs(const Attention& attention, double& steps) const
{
    const bool whole = !m_mixed && !m_options.advances && m_group.sequences.size() == m_work.sequences.size();
    double unused = steps;
    std::vector<OperatorNeed> all = attentionNeeds(m_rates, m_group, attention, whole ? steps : unused);
    for (OperatorNeed& need : all)
        need.chips = m_chips;
    if (whole)
        return all;
    std::vector<OperatorNeed> scored
        = m_mixed ? shared(rows(), attention, steps) : std::vector<OperatorNeed> {};
    const auto ofParts = shared(parts(), attention, steps);
    scored.insert(scored.end(), ofParts.begin(), ofParts.end());
    for (OperatorNeed& need : scored)
        need.chips = need.chips.value_or(m_chips);
    const auto place = std::find_if(all.begin(), all.end(),
        [](const OperatorNeed& need) { return need.kind == OperatorKind::Attention; });
    const auto after
        = all.insert(place, scored.begin(), scored.end()) + static_cast<std::ptrdiff_t>(scored.size());
    all.erase(after, std::find_if(after, all.end(), [](const OperatorNeed& need) {
        return need.kind != OperatorKind::Attention;
    }));
    return all;
}

} // namespace memwall::core
