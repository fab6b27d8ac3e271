#include "core/validate/bench.h"

#include "core/catalog/model_size.h"
#include "core/cost/layer_operators.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// A pass of more prompts takes as long as several of so many: nothing is left to share.
constexpr double kMostPrompts = 1e6;

PassWork workFor(const Model& model, PassKind kind, double sequences, double cached, double fresh)
{
    PassWork work;
    work.kind = kind;
    work.model = &model;
    work.sequences.assign(static_cast<std::size_t>(std::max(1.0, std::round(sequences))), { cached, fresh });
    work.headTokens = static_cast<double>(work.sequences.size());
    return work;
}

} // namespace

Bench::Bench(const Machine& machine, double kvWanted)
    : m_machine(machine)
{
    m_rates.reserve(m_machine.pools.size());
    for (std::size_t i = 0; i < m_machine.pools.size(); ++i) {
        Placement placement = place(m_machine, m_machine.pools[i], kvWanted);
        if (!placement.fits && m_reason.empty())
            m_reason = placement.reason;
        m_rates.push_back(ratesOf(m_machine, i, std::move(placement)));
    }
    const bool apart = m_machine.pools.front().role == PoolRole::Attention;
    m_stations = { &m_rates.front(), apart ? &m_rates.back() : &m_rates.front(),
        m_machine.between ? &*m_machine.between : nullptr };
}

Bench::Bench(Machine&& machine, double kvWanted)
    : Bench(*new Machine(std::move(machine)), kvWanted)
{
    m_kept.reset(&m_machine);
}

double Bench::seconds(const PassWork& work) const
{
    double steps = 1e15;
    return buildPass(m_stations, work, steps, { .timesOnly = true }).duration.base;
}

double Bench::step(double batch, double context) const
{
    // A pipeline works on as many micro-batches as it has stages; a user waits for all of them.
    const double stages = rates().pool->stages;
    const double micro = batch > 1 ? std::ceil(batch / stages) : 1.0;
    const double host = stages > 1 && batch > 1 ? stages * m_machine.physics.pipelineHostSeconds : 0.0;
    return host + seconds(workFor(m_machine.model, PassKind::Decode, micro, std::max(0.0, context), 1));
}

double Bench::verify(double batch, double context, double drafted) const
{
    PassWork work = workFor(m_machine.model, PassKind::Verify, batch, std::max(0.0, context), drafted + 1);
    work.headTokens = work.tokens();
    return seconds(work);
}

double Bench::ownDraft(double batch, double context) const
{
    const PassWork work = workFor(m_machine.model, PassKind::Decode, batch, context, 1);
    double steps = 1e15;
    const Pass pass = buildPass(m_stations, work, steps, { .timesOnly = true });
    const double layer = pass.layerKinds[pass.layerKindOf.back()].duration.base;
    return layer + pass.after.front().duration.base;
}

double Bench::prefill(double prompts, double tokens) const
{
    if (tokens <= 0)
        return 0; // no prompt, no pass
    const double limit = m_machine.pools.front().engine.prefillChunk;
    if (prompts > 1 && tokens <= limit) {
        // Several whole prompts share a pass.
        const double together = std::min(prompts, promptsOfAPass(tokens));
        const double full = std::floor(prompts / together);
        const double rest = prompts - full * together;
        const auto pass
            = [&](double n) { return seconds(workFor(m_machine.model, PassKind::Prefill, n, 0, tokens)); };
        return full * pass(together) + (rest >= 1 ? pass(rest) : 0.0);
    }
    double one = 0;
    for (double cached = 0; cached < tokens; cached += limit) {
        PassWork work
            = workFor(m_machine.model, PassKind::Prefill, 1, cached, std::min(limit, tokens - cached));
        work.headTokens = cached + limit < tokens ? 0 : 1;
        one += seconds(work);
    }
    return prompts * one;
}

double Bench::promptsOfAPass(double tokens) const
{
    const PoolMachine& pool = m_machine.pools.front();
    // Groups of chips that keep whole sequences take a pass's worth each.
    return std::min(kMostPrompts, std::floor(pool.engine.prefillChunk / tokens) * pool.attentionGroups());
}

double Bench::prefillAmong(double tokens, double perStep) const
{
    if (tokens <= 0)
        return 0;
    const double most = promptsOfAPass(tokens);
    const double alone = prefill(1, tokens);
    if (most < 2)
        return alone;
    // Arrivals of a step are Poisson; a step in which none came has no pass.
    const double together = perStep > 0 ? std::clamp(perStep / (1 - std::exp(-perStep)), 1.0, most) : 1.0;
    const double full = prefill(most, tokens) / most;
    return full + (alone - full) * (1 / together - 1 / most) / (1 - 1 / most);
}

double Bench::usersThatFit(double tokensEach, double most) const
{
    double users = most;
    for (const PoolRates& rates : m_rates) {
        const double each = kvPerChip(m_machine, *rates.pool, tokensEach);
        if (const auto room = rates.placement.kvCapacity; room && each > 0)
            users = std::min(users, std::floor(*room / each) * rates.pool->attentionGroups());
    }
    return users;
}

double Bench::kvBytes(double tokens) const
{
    return kvBytesAt(m_machine.model, tokens, m_machine.kvElementBytes);
}

double staticBatchSeconds(const Bench& bench, double batch, double input, double output)
{
    return bench.prefill(batch, input) + output * bench.step(batch, input + output / 2);
}

ClosedLoop closedLoop(const Bench& bench, double users, double input, double output)
{
    const double step = bench.step(users, input + output / 2);
    const double prefill = bench.prefillAmong(input, (users - 1) / output) / bench.rates().pool->stages;
    return { step + (users - 1) / output * prefill * bench.machine().physics.interferenceShare,
        users * prefill + output * step };
}

double saturatedSeconds(const Bench& bench, double together, double requests, double input, double output)
{
    const double full = std::floor(requests / together);
    const double rest = requests - full * together;
    double seconds = requests * bench.prefillAmong(input, together / output) / bench.rates().pool->stages;
    if (full > 0)
        seconds += full * output * bench.step(together, input + output / 2);
    if (rest >= 1)
        seconds += output * bench.step(rest, input + output / 2);
    return seconds;
}

} // namespace memwall::core
