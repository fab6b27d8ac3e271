#include "core/cost/layer_operators.h"

#include "core/cost/model_size.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

constexpr double kActivationBytes = 2;
/// Grouped expert products: share of a large product's rate, and the tokens per expert at which half of it
/// is reached. calibration.md section 1, item 3.
constexpr double kGroupedShare = 0.62;
constexpr double kGroupedHalf = 7.5;

bool isPrefill(const PassWork& work)
{
    return work.kind == PassKind::Prefill;
}

/// Element-wise traffic beside the matrix products, half of it around attention, half around feed-forward.
double elementwiseBytes(const PoolRates& rates, const PassWork& work)
{
    if (!isPrefill(work))
        return 0;
    return rates.machine->physics.elementwisePasses / 2 * work.tokens() * work.model->hidden
        * kActivationBytes;
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
    const double ranks = rates.pool->tensor;
    const double heads = a.heads / ranks;
    const AttentionParams params = attentionParams(*work.model, a);
    OperatorNeed need { .kind = OperatorKind::Qkv };
    const double queryWidth = heads * (a.nopeHeadDim + a.ropeHeadDim);
    const double query = a.qLoraRank ? d * *a.qLoraRank + *a.qLoraRank * queryWidth : d * queryWidth;
    // Prefill expands K and V for every attended token; decode folds the up-projections into query and
    // output.
    const double expandedTokens = isPrefill(work) ? t : 0;
    const double expand = expandedTokens * a.kvLoraRank * heads * (a.nopeHeadDim + a.valueHeadDim);
    const double absorb = isPrefill(work) ? 0 : t * heads * a.kvLoraRank * (a.nopeHeadDim + a.valueHeadDim);
    need.flops = { 2 * (t * query + t * d * (a.kvLoraRank + a.ropeHeadDim) + expand + absorb), 0 };
    need.weightBytes = { (params.replicated + (params.qkv - params.replicated) / ranks)
            * weightBytes(rates.machine->format).attention,
        0 };
    need.activationBytes = { t * (d + queryWidth + a.kvLoraRank + a.ropeHeadDim) * kActivationBytes, 0 };
    need.flopRate = gemmRate(rates, t, queryWidth, isPrefill(work));
    return need;
}

OperatorNeed qkvNeed(const PoolRates& rates, const PassWork& work, const Attention& a)
{
    const double t = work.tokens();
    const double ranks = rates.pool->tensor;
    const AttentionParams params = attentionParams(*work.model, a);
    const double columns = (a.heads + 2.0 * a.kvHeads) * a.headDim / ranks;
    OperatorNeed need { .kind = OperatorKind::Qkv };
    need.flops = { 2 * t * params.qkv / ranks, 0 };
    need.weightBytes = { params.qkv / ranks * weightBytes(rates.machine->format).attention, 0 };
    need.activationBytes = { t * (work.model->hidden + columns) * kActivationBytes, 0 };
    need.flopRate = gemmRate(rates, t, columns, isPrefill(work));
    return need;
}

OperatorNeed scoreNeed(const PoolRates& rates, const PassWork& work, const Attention& a, double& steps)
{
    const AttentionLoad load = attentionLoad(work, a.window, steps);
    const double ranks = rates.pool->tensor;
    const double heads = a.heads / ranks;
    double flopsPerPair = 4 * heads * a.headDim;
    double elements = 2 * std::max(1.0, a.kvHeads / ranks) * a.headDim;
    double outputWidth = heads * a.headDim;
    if (a.kind == AttentionKind::Mla) {
        elements = a.kvLoraRank + a.ropeHeadDim;
        outputWidth = heads * a.valueHeadDim;
        flopsPerPair = isPrefill(work) ? 2 * heads * (a.nopeHeadDim + a.ropeHeadDim + a.valueHeadDim)
                                       : 2 * heads * (2 * a.kvLoraRank + a.ropeHeadDim);
    }
    const double bytesPerToken = elements * rates.machine->kvElementBytes;
    OperatorNeed need { .kind = OperatorKind::Attention };
    need.flops = load.pairs * flopsPerPair;
    need.kvBytes = load.keys * bytesPerToken;
    need.kvBytes.base += isPrefill(work) ? load.fresh * bytesPerToken : 0.0;
    need.activationBytes = { 2 * work.tokens() * outputWidth * kActivationBytes, 0 };
    need.flopRate = isPrefill(work) ? rates.attentionFlops * rates.prefillFactor : rates.decodeAttentionFlops;
    return need;
}

OperatorNeed projectionNeed(const PoolRates& rates, const PassWork& work, const Attention& a)
{
    const double t = work.tokens();
    const double d = work.model->hidden;
    const double params = attentionParams(*work.model, a).output / rates.pool->tensor;
    OperatorNeed need { .kind = OperatorKind::OutputProjection };
    need.flops = { 2 * t * params, 0 };
    need.weightBytes = { params * weightBytes(rates.machine->format).attention, 0 };
    need.activationBytes = { t * (params / d + d) * kActivationBytes, 0 };
    need.flopRate = gemmRate(rates, t, d, isPrefill(work));
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
    need.flopRate = gemmRate(rates, t, width, isPrefill(work));
    return need;
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
    OperatorNeed need { .kind = OperatorKind::Experts };
    need.expert = true;
    need.chips = pool.experts > 1 ? touched / load : pool.tensor;
    need.weightBytes = { load * params.expert * weightBytes(rates.machine->format).expert, 0 };
    need.flops = { 2 * rows * load * params.expert, 0 };
    need.activationBytes = { rows * load * 2 * work.model->hidden * kActivationBytes, 0 };
    need.flopRate = rates.gemmFlops * kGroupedShare * rows / (rows + kGroupedHalf)
        * (isPrefill(work) ? rates.prefillFactor * rates.prefillFormatFactor : 1.0);
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
    const bool latent = attention.kind == AttentionKind::Mla;
    std::vector<OperatorNeed> needs {
        latent ? latentQkvNeed(rates, work, attention) : qkvNeed(rates, work, attention),
        scoreNeed(rates, work, attention, steps),
        projectionNeed(rates, work, attention),
    };
    const double small
        = attentionParams(*work.model, attention).small * weightBytes(rates.machine->format).small;
    needs.front().weightBytes.base += normBytes(rates, work) + small;
    needs.front().activationBytes.base += elementwiseBytes(rates, work);
    return needs;
}

std::vector<OperatorNeed> feedForwardNeeds(
    const PoolRates& rates, const PassWork& work, const FeedForward& group)
{
    std::vector<OperatorNeed> needs;
    if (!group.moe) {
        needs.push_back(denseNeed(rates, work, group));
    } else {
        const double t = work.tokens();
        const FeedForwardParams params = feedForwardParams(*work.model, group);
        const WeightBytes bytes = weightBytes(rates.machine->format);
        OperatorNeed router { .kind = OperatorKind::Router };
        router.flops = { 2 * t * params.router, 0 };
        router.weightBytes = { (params.router + params.small) * bytes.small, 0 };
        router.flopRate = gemmRate(rates, t, group.experts, isPrefill(work));
        needs.push_back(router);
        needs.push_back(expertsNeed(rates, work, group));
        if (params.shared > 0) {
            const double ranks = rates.pool->inStep();
            OperatorNeed shared { .kind = OperatorKind::SharedExpert };
            shared.flops = { 2 * t * params.shared / ranks, 0 };
            shared.weightBytes = { params.shared / ranks * bytes.feedForward, 0 };
            shared.flopRate = gemmRate(rates, t, group.sharedIntermediate / ranks, isPrefill(work));
            needs.push_back(shared);
        }
    }
    needs.front().activationBytes.base += elementwiseBytes(rates, work);
    return needs;
}

OperatorNeed headNeed(const PoolRates& rates, const PassWork& work)
{
    const double ranks = rates.pool->engine.headReplicated ? 1 : rates.pool->tensor;
    const double params = embeddingParams(*work.model) / ranks;
    const WeightBytes bytes = weightBytes(rates.machine->format);
    const double norm = work.model->hidden * (work.model->layerNorm ? 2.0 : 1.0) * bytes.small;
    OperatorNeed need { .kind = OperatorKind::LmHead };
    need.flops = { 2 * work.headTokens * params, 0 };
    need.weightBytes = { params * bytes.head + norm, 0 };
    need.activationBytes
        = { work.headTokens * (work.model->hidden + work.model->vocabulary / ranks) * kActivationBytes, 0 };
    need.flopRate = gemmRate(rates, work.headTokens, work.model->vocabulary / ranks, false);
    return need;
}

OperatorNeed embeddingNeed(const PassWork& work)
{
    OperatorNeed need { .kind = OperatorKind::Embedding };
    need.activationBytes = { work.tokens() * work.model->hidden * kActivationBytes, 0 };
    return need;
}

} // namespace memwall::core
