#include "core/cost/layer_operators.h"

#include "core/catalog/attention_slice.h"
#include "core/catalog/linear_attention.h"
#include "core/cost/passing_traffic.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

constexpr double kRowTokens = 17;

/// MLA folds the up-projections of K and V into query and output (absorbed form) where few tokens are worked
/// on, and where every query attends to a choice of its own. Otherwise K and V are expanded. Section 3.2.
bool absorbs(const PassWork& work, const Attention& a)
{
    return !work.manyTokens() || (a.indexer && work.longestContext() > a.indexer->topTokens);
}

/// Tokens that pass the up-projections: new ones in either form, and in a prompt that is continued the cached
/// ones, which must be expanded again. Rows that write share the pass in the absorbed form.
double upTokens(const PassWork& work, const Attention& a)
{
    if (absorbs(work, a))
        return work.tokens();
    double sum = 0;
    for (const Sequence& sequence : work.sequences)
        sum += sequence.fresh + (sequence.fresh > kRowTokens ? sequence.cached : 0.0);
    return sum;
}

double normBytes(const PoolRates& rates, const PassWork& work)
{
    const double width = work.model->hidden * (work.model->layerNorm ? 2.0 : 1.0);
    return work.model->normsPerLayer * width * weightBytes(rates.machine->format).small;
}

OperatorNeed latentQkvNeed(const PoolRates& rates, const PassWork& work, const Attention& a)
{
    const double t = work.tokens();
    const double d = work.model->hidden;
    const AttentionSlice slice = attentionSlice(a, rates.pool->tensor);
    const double heads = slice.heads;
    const AttentionParams params = attentionParams(*work.model, a);
    OperatorNeed need { .kind = OperatorKind::Qkv };
    const double queryWidth = heads * (a.nopeHeadDim + a.ropeHeadDim);
    const double query = a.qLoraRank ? d * *a.qLoraRank + *a.qLoraRank * queryWidth : d * queryWidth;
    const double up = upTokens(work, a) * a.kvLoraRank * heads * (a.nopeHeadDim + a.valueHeadDim);
    const double indexer = a.indexer ? t * indexerParams(d, a) : 0;
    need.flops = { 2 * (t * query + t * d * (a.kvLoraRank + a.ropeHeadDim) + up + indexer), 0 };
    need.weightBytes = { (params.replicated + (params.qkv - params.replicated) * slice.qkv)
            * weightBytes(rates.machine->format).attention,
        0 };
    need.activationBytes = { t * (d + queryWidth + a.kvLoraRank + a.ropeHeadDim) * kActivationBytes, 0 };
    need.flopRate = gemmRate(rates, t, queryWidth, work.manyTokens());
    return need;
}

OperatorNeed qkvNeed(const PoolRates& rates, const PassWork& work, const Attention& a)
{
    const double t = work.tokens();
    const double params = attentionParams(*work.model, a).qkv * attentionSlice(a, rates.pool->tensor).qkv;
    const double columns = params / work.model->hidden;
    OperatorNeed need { .kind = OperatorKind::Qkv };
    need.flops = { 2 * t * params, 0 };
    need.weightBytes = { params * weightBytes(rates.machine->format).attention, 0 };
    need.activationBytes = { t * (work.model->hidden + columns) * kActivationBytes, 0 };
    need.flopRate = gemmRate(rates, t, columns, work.manyTokens());
    return need;
}

/// Cache on the way through attention. Without a KV cache, K and V live for one layer only: activations.
void addCacheBytes(
    const PoolRates& rates, const PassWork& work, OperatorNeed& need, Affine read, double written)
{
    Affine& bytes = rates.machine->kvCache ? need.kvBytes : need.activationBytes;
    bytes += read;
    bytes.base += work.manyTokens() ? written : 0.0;
}

/// The indexer scores every cached token: 2 H_I d_I FLOPs a pair, one key read a token; it is not divided
/// among tensor-parallel chips. Section 3.3.
void addIndexer(
    const PoolRates& rates, const PassWork& work, const Attention& a, OperatorNeed& need, double& steps)
{
    const AttentionLoad all = attentionLoad(work, {}, steps);
    need.flops += all.pairs * (2.0 * a.indexer->heads * a.indexer->headDim);
    addCacheBytes(rates, work, need, all.keys * indexKeyBytes(a), all.fresh * indexKeyBytes(a));
}

std::optional<FlopsPerSecond> attentionRate(const PoolRates& rates, const PassWork& work)
{
    return work.manyTokens() ? times(rates.attentionFlops, rates.prefillFactor) : rates.decodeAttentionFlops;
}

OperatorNeed scoreNeed(const PoolRates& rates, const PassWork& work, const Attention& a, double& steps)
{
    const AttentionLoad load = attentionLoad(work, sightOf(a), steps);
    const AttentionSlice slice = attentionSlice(a, rates.pool->tensor);
    const double heads = slice.heads;
    double flopsPerPair = 4 * heads * a.headDim;
    double elements = 2 * slice.kvHeads * a.headDim;
    double outputWidth = heads * a.headDim;
    if (a.kind == AttentionKind::Mla) {
        elements = a.kvLoraRank + a.ropeHeadDim;
        outputWidth = heads * a.valueHeadDim;
        flopsPerPair = absorbs(work, a) ? 2 * heads * (2 * a.kvLoraRank + a.ropeHeadDim)
                                        : 2 * heads * (a.nopeHeadDim + a.ropeHeadDim + a.valueHeadDim);
    }
    const double bytesPerToken = elements * rates.machine->kvElementBytes;
    OperatorNeed need { .kind = OperatorKind::Attention };
    need.flops = load.pairs * flopsPerPair;
    need.activationBytes = { 2 * work.tokens() * outputWidth * kActivationBytes, 0 };
    if (work.manyTokens())
        need.activationBytes += load.pairs * (heads * rates.pool->engine.scoreBytes.value);
    const double written = a.reusesCache ? 0.0 : load.fresh * bytesPerToken;
    addCacheBytes(rates, work, need, load.keys * bytesPerToken, written);
    if (a.indexer)
        addIndexer(rates, work, a, need, steps);
    need.flopRate = attentionRate(rates, work);
    return need;
}

/// Update and reading of the states: fp32, each read once and written after every token; in prefill, whose
/// chunks hand it on inside the chip, once a pass. Section 3.4.
OperatorNeed stateNeed(const PoolRates& rates, const PassWork& work, const Attention& a)
{
    const LinearAttention& linear = a.linear;
    const double ranks = std::min<double>(rates.pool->tensor, linear.heads);
    const double t = work.tokens();
    const auto sequences = static_cast<double>(work.sequences.size());
    const double writes = work.manyTokens() ? sequences : t;
    const double flops = work.manyTokens() ? chunkedFlops(linear, t) : recurrentFlops(linear, t);
    OperatorNeed need { .kind = OperatorKind::Attention };
    need.flops = { flops / ranks, 0 };
    need.activationBytes = { 2 * t * linearOutputWidth(linear) / ranks * kActivationBytes, 0 };
    if (rates.machine->kvCache)
        need.kvBytes = { (sequences + writes) * stateBytes(a) / ranks, 0 };
    need.flopRate = attentionRate(rates, work);
    return need;
}

OperatorNeed projectionNeed(const PoolRates& rates, const PassWork& work, const Attention& a)
{
    const double t = work.tokens();
    const double d = work.model->hidden;
    const double params
        = attentionParams(*work.model, a).output * attentionSlice(a, rates.pool->tensor).output;
    OperatorNeed need { .kind = OperatorKind::OutputProjection };
    need.flops = { 2 * t * params, 0 };
    need.weightBytes = { params * weightBytes(rates.machine->format).attention, 0 };
    need.activationBytes = { t * (params / d + d) * kActivationBytes, 0 };
    need.flopRate = gemmRate(rates, t, d, work.manyTokens());
    return need;
}

OperatorNeed denseNeed(const PoolRates& rates, const PassWork& work, const FeedForward& group)
{
    const double t = work.tokens();
    const double d = work.model->hidden;
    const double ranks = rates.pool->inStep();
    const FeedForwardParams params = feedForwardParams(*work.model, group);
    const double width = group.intermediate / ranks;
    const WeightBytes bytes = weightBytes(rates.machine->format);
    OperatorNeed need { .kind = OperatorKind::FeedForward };
    need.flops = { 2 * t * params.dense / ranks, 0 };
    need.weightBytes = { params.dense / ranks * bytes.feedForward + params.small * bytes.small, 0 };
    need.activationBytes = { t * (2 * d + (group.gated ? 3 : 2) * width) * kActivationBytes, 0 };
    need.flopRate = gemmRate(rates, t, width, work.manyTokens());
    return need;
}

/// Share of a large product's rate that products of many experts reach with so many tokens each: tiles that
/// stay half empty. A processor has no tiles to fill. calibration.md section 1, item 3.
double groupedShare(const PoolRates& rates, double rows)
{
    if (rates.pool->chip.chipClass == ChipClass::Cpu)
        return 1;
    const PhysicsConstants& physics = rates.machine->physics;
    return physics.groupedShare * rows / (rows + physics.groupedHalf);
}

OperatorNeed expertsNeed(const PoolRates& rates, const PassWork& work, const FeedForward& group)
{
    const double t = work.tokens();
    const FeedForwardParams params = feedForwardParams(*work.model, group);
    const PoolMachine& pool = *rates.pool;
    const double touched = touchedExperts(rates.machine->physics, group, t);
    // The busiest chip decides. Tensor parallel: a slice of every touched expert. Expert parallel: whole
    // experts, or slices of one where there are more chips than experts.
    const double perRank = std::max(1.0, touched / pool.experts)
        / std::max(1.0, static_cast<double>(pool.experts) / group.experts);
    const double load = pool.experts > 1 ? perRank : touched / pool.tensor;
    const double rows = t * group.active / touched;
    const double width = expertChannels(*work.model, group);
    OperatorNeed need { .kind = OperatorKind::Experts };
    need.expert = true;
    need.chips = pool.experts > 1 ? touched / load : pool.tensor;
    need.weightBytes = { load * params.expert * weightBytes(rates.machine->format).expert, 0 };
    need.flops = { 2 * rows * load * params.expert, 0 };
    need.activationBytes = { rows * load * 2 * width * kActivationBytes, 0 };
    need.flopRate = times(
        times(rates.gemmFlops, groupedShare(rates, rows)), manyTokensFactor(rates, work.manyTokens()));
    return need;
}

} // namespace

double touchedExperts(const PhysicsConstants& physics, const FeedForward& group, double tokens)
{
    const double spread = 1 + physics.expertConcentration * (tokens - 1);
    return distinctExperts(group.experts, group.active, spread);
}

std::vector<OperatorNeed> attentionNeeds(
    const PoolRates& rates, const PassWork& work, const Attention& attention, double& steps)
{
    if (attention.kind == AttentionKind::None)
        return {};
    const bool latent = attention.kind == AttentionKind::Mla;
    const bool linear = attention.kind == AttentionKind::Linear;
    std::vector<OperatorNeed> needs {
        latent ? latentQkvNeed(rates, work, attention) : qkvNeed(rates, work, attention),
        linear ? stateNeed(rates, work, attention) : scoreNeed(rates, work, attention, steps),
        projectionNeed(rates, work, attention),
    };
    const double small
        = attentionParams(*work.model, attention).small * weightBytes(rates.machine->format).small;
    needs.front().weightBytes.base += normBytes(rates, work) + small;
    needs.front().activationBytes.base += elementwiseBytes(rates, work).value;
    return needs;
}

std::vector<OperatorNeed> feedForwardNeeds(
    const PoolRates& rates, const PassWork& work, const FeedForward& group, bool alone)
{
    std::vector<OperatorNeed> needs;
    if (group.none)
        return needs;
    if (!group.moe) {
        needs.push_back(denseNeed(rates, work, group));
    } else {
        const double t = work.tokens();
        const FeedForwardParams params = feedForwardParams(*work.model, group);
        const WeightBytes bytes = weightBytes(rates.machine->format);
        OperatorNeed router { .kind = OperatorKind::Router };
        // Ranks that route their own tokens each read the router. A pool of experts alone is handed tokens:
        // it holds the router once, in slices, and so it is placed.
        const double slices = rates.pool->role == PoolRole::Ffn ? rates.pool->inStep() : 1.0;
        router.flops = { 2 * t * params.router / slices, 0 };
        router.weightBytes = { (params.router + params.small) * bytes.small / slices, 0 };
        router.activationBytes = { copyBytes(rates, work, group).value, 0 };
        router.flopRate = gemmRate(rates, t, group.experts, work.manyTokens());
        needs.push_back(router);
        needs.push_back(expertsNeed(rates, work, group));
        if (params.shared > 0) {
            const double ranks = rates.pool->inStep();
            OperatorNeed shared { .kind = OperatorKind::SharedExpert };
            shared.flops = { 2 * t * params.shared / ranks, 0 };
            shared.weightBytes = { params.shared / ranks * bytes.feedForward, 0 };
            shared.flopRate = gemmRate(rates, t, group.sharedIntermediate / ranks, work.manyTokens());
            needs.push_back(shared);
        }
    }
    needs.front().activationBytes.base += elementwiseBytes(rates, work).value;
    if (alone)
        needs.front().weightBytes.base += normBytes(rates, work);
    return needs;
}

OperatorNeed headNeed(const PoolRates& rates, const Model& model, double tokens)
{
    const double ranks = rates.pool->engine.headReplicated ? 1 : rates.pool->tensor;
    const double params = embeddingParams(model) / ranks;
    const WeightBytes bytes = weightBytes(rates.machine->format);
    const double norm = model.hidden * (model.layerNorm ? 2.0 : 1.0) * bytes.small;
    OperatorNeed need { .kind = OperatorKind::LmHead };
    need.flops = { 2 * tokens * params, 0 };
    need.weightBytes = { params * bytes.head + norm, 0 };
    need.activationBytes = { tokens * (model.hidden + model.vocabulary / ranks) * kActivationBytes, 0 };
    need.flopRate = gemmRate(rates, tokens, model.vocabulary / ranks, false);
    return need;
}

OperatorNeed embeddingNeed(const PassWork& work)
{
    OperatorNeed need { .kind = OperatorKind::Embedding };
    need.activationBytes = { work.tokens() * work.model->hidden * kActivationBytes, 0 };
    return need;
}

} // namespace memwall::core
