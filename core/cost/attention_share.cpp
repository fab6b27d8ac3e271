#include "core/cost/attention_share.h"

#include "core/cost/layer_operators.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

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

} // namespace

AttentionShare::AttentionShare(const PoolRates& rates, const PassWork& work, PassOptions options)
    : m_rates(rates)
    , m_options(options)
    , m_mixed(work.kind == PassKind::Mixed)
    , m_work(work)
{
    // Products over many tokens: what holds for a prefill holds for the union of rows and prompts.
    if (m_mixed)
        m_work.kind = PassKind::Prefill;
}

PassWork AttentionShare::rows() const
{
    PassWork work = m_work;
    work.sequences.resize(m_options.rows);
    const bool one = std::all_of(
        work.sequences.begin(), work.sequences.end(), [](const Sequence& s) { return s.fresh == 1; });
    work.kind = one ? PassKind::Decode : PassKind::Verify;
    return work;
}

PassWork AttentionShare::parts() const
{
    PassWork work = m_work;
    if (m_mixed)
        work.sequences.erase(
            work.sequences.begin(), work.sequences.begin() + static_cast<std::ptrdiff_t>(m_options.rows));
    return work;
}

std::vector<OperatorNeed> AttentionShare::scores(
    const PassWork& work, const Attention& attention, double& steps) const
{
    auto needs = attentionNeeds(m_rates, work, attention, steps);
    std::erase_if(needs, [](const OperatorNeed& need) { return need.kind != OperatorKind::Attention; });
    if (!m_options.advances || work.kind != PassKind::Prefill)
        return needs;
    // A window that fills up bends the growth: then every step stands alone.
    if (sightOf(attention).window)
        steps = 1;
    const auto next = attentionNeeds(m_rates, advanced(work), attention, steps);
    for (OperatorNeed& need : needs)
        for (const OperatorNeed& later : next)
            if (later.kind == need.kind) {
                need.kvBytes = growing(need.kvBytes, later.kvBytes);
                need.flops = growing(need.flops, later.flops);
            }
    return needs;
}

std::vector<OperatorNeed> AttentionShare::needs(const Attention& attention, double& steps) const
{
    if (!m_mixed && !m_options.advances)
        return attentionNeeds(m_rates, m_work, attention, steps);
    double unused = steps;
    std::vector<OperatorNeed> all = attentionNeeds(m_rates, m_work, attention, unused);
    std::vector<OperatorNeed> scored = scores(parts(), attention, steps);
    if (m_mixed) {
        const auto written = scores(rows(), attention, steps);
        scored.insert(scored.begin(), written.begin(), written.end());
    }
    const auto place = std::find_if(all.begin(), all.end(),
        [](const OperatorNeed& need) { return need.kind == OperatorKind::Attention; });
    const auto after
        = all.insert(place, scored.begin(), scored.end()) + static_cast<std::ptrdiff_t>(scored.size());
    all.erase(after);
    return all;
}

} // namespace memwall::core
