#include "core/validate/kernels.h"

#include "core/base/number_text.h"
#include "core/catalog/model_size.h"
#include "core/cost/layer_operators.h"
#include "core/machine/links.h"

namespace memwall::core
{

namespace
{

/// The number after a word, "m=" in "m=16 tokens, n=8192, k=4096"; 0 where the word is not there.
double numberAfter(const std::string& text, std::string_view word)
{
    const std::size_t at = text.find(word);
    if (at == std::string::npos)
        return 0;
    return numberAtFront(std::string_view(text).substr(at + word.size())).value_or(0);
}

/// Bare kernels: no engine around them, no share lost to one, and operands that always fit.
Machine bare(Machine machine)
{
    Chip& chip = machine.pools.front().chip;
    chip.levels[chip.homeLevel].capacity.reset();
    chip.efficiency.compute.value *= machine.physics.kernelComputeFactor;
    Engine& engine = machine.pools.front().engine;
    engine = Engine {};
    for (Sourced<double>* factor : { &engine.memoryFactor, &engine.computeFactor, &engine.kvFactor })
        factor->value = 1;
    engine.stockCollectives = true;
    return machine;
}

double productSeconds(const PoolRates& rates, double tokens, double columns, double inner)
{
    if (!(tokens > 0 && columns > 0 && inner > 0))
        return 0;
    const PhysicsConstants& physics = rates.machine->physics;
    OperatorNeed need { .kind = OperatorKind::FeedForward };
    const double bits = weightBytes(rates.machine->format).feedForward;
    need.weightBytes = { columns * inner * bits, 0 };
    need.flops = { 2 * tokens * columns * inner, 0 };
    need.activationBytes = { tokens * (columns + inner) * 2, 0 };
    need.flopRate = gemmRate(rates, tokens, columns, false);
    const bool quantizes = rates.machine->format.compute != ComputeType::Bf16;
    const double fixed = physics.kernelSeconds + (quantizes ? physics.quantizeSeconds : 0.0);
    double steps = 1;
    return timed(rates, need, { fixed }, steps).duration.base;
}

double attentionSeconds(const PoolRates& rates, const Plan& plan)
{
    const std::string& words = plan.point.model;
    const double heads = numberAfter(words, "(");
    const double kvHeads = numberAfter(words, "heads, ");
    const double width = numberAfter(words, "d=");
    if (!(heads > 0 && kvHeads > 0 && width > 0))
        return 0;
    const double keys = plan.users * plan.context;
    OperatorNeed need { .kind = OperatorKind::Attention };
    need.kvBytes = { 2 * kvHeads * width * keys * rates.machine->kvElementBytes, 0 };
    need.flops = { 4 * heads * width * keys, 0 };
    need.flopRate = rates.decodeAttentionFlops;
    double steps = 1;
    return timed(rates, need, { rates.machine->physics.attentionCallSeconds }, steps).duration.base;
}

/// The four products of one layer on one rank: QKV, output, gate and up, down.
double layerSeconds(const PoolRates& rates, const Plan& plan)
{
    PassWork work;
    work.model = &rates.machine->model;
    work.sequences.assign(static_cast<std::size_t>(plan.users), { 0, 1 });
    const Attention& attention = work.model->attention.front();
    double steps = 1;
    std::vector<OperatorNeed> needs = attentionNeeds(rates, work, attention, steps);
    std::erase_if(needs, [](const OperatorNeed& need) { return need.kind == OperatorKind::Attention; });
    const auto second = feedForwardNeeds(rates, work, work.model->feedForward.front(), false);
    needs.insert(needs.end(), second.begin(), second.end());
    double seconds = 0;
    for (const OperatorNeed& need : needs) {
        const double kernels = need.kind == OperatorKind::FeedForward ? 2 : 1;
        seconds
            += timed(rates, need, { kernels * rates.machine->physics.kernelSeconds }, steps).duration.base;
    }
    return seconds;
}

double collectiveSeconds(const Plan& plan, const Machine& machine)
{
    const double bytes = numberAfter(plan.point.modelDetail, "message ");
    if (!(bytes > 0))
        return 0;
    PoolMachine pool = machine.pools.front();
    if (plan.point.engine.find("PyTorch") != std::string::npos && pool.scaleUp)
        for (auto* alpha : { &pool.scaleUp->stockAlpha0, &pool.scaleUp->stockAlphaPerRank,
                 &pool.scaleUp->allReduceAlpha0, &pool.scaleUp->allReduceAlphaPerRank })
            if (*alpha)
                (*alpha)->value = (*alpha)->value * machine.physics.launchedCollectiveFactor;
    return allReduce(pool, bytes).seconds;
}

} // namespace

double kernelSeconds(const Plan& plan, const Bench& bench)
{
    const Bench kernel(bare(bench.machine()));
    if (plan.point.metric == Metric::CollectiveTime)
        return collectiveSeconds(plan, kernel.machine());
    if (plan.point.phase == MeasuredPhase::Attention)
        return attentionSeconds(kernel.rates(), plan);
    if (plan.point.phase == MeasuredPhase::Product)
        return productSeconds(kernel.rates(), numberAfter(plan.point.modelDetail, "m="),
            numberAfter(plan.point.modelDetail, " n="), numberAfter(plan.point.modelDetail, " k="));
    return layerSeconds(kernel.rates(), plan);
}

} // namespace memwall::core
