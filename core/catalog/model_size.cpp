#include "core/catalog/model_size.h"

#include "core/catalog/linear_attention.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

AttentionParams latentAttentionParams(double d, const Attention& a)
{
    const double heads = a.heads;
    const double queryWidth = heads * (a.nopeHeadDim + a.ropeHeadDim);
    const double keyDown = d * (a.kvLoraRank + a.ropeHeadDim);
    const double keyUp = a.kvLoraRank * heads * (a.nopeHeadDim + a.valueHeadDim);
    AttentionParams params;
    const double queryDown = a.qLoraRank ? d * *a.qLoraRank : 0.0;
    const double query = a.qLoraRank ? queryDown + *a.qLoraRank * queryWidth : d * queryWidth;
    params.qkv = query + keyDown + keyUp;
    params.replicated = queryDown + keyDown;
    params.output = heads * a.valueHeadDim * d;
    params.small = a.kvLoraRank + a.qLoraRank.value_or(0);
    if (a.indexer) {
        // Every tensor-parallel rank scores all tokens.
        const double indexer = indexerParams(d, a);
        params.qkv += indexer;
        params.replicated += indexer;
        params.small += 2.0 * a.indexer->headDim;
    }
    return params;
}

} // namespace

double indexerParams(double hidden, const Attention& a)
{
    const double width = static_cast<double>(a.indexer->heads) * a.indexer->headDim;
    return a.qLoraRank.value_or(static_cast<int>(hidden)) * width
        + hidden * (a.indexer->headDim + a.indexer->heads);
}

AttentionParams attentionParams(const Model& model, const Attention& a)
{
    const double d = model.hidden;
    if (a.kind == AttentionKind::Mla)
        return latentAttentionParams(d, a);
    if (a.kind == AttentionKind::Linear)
        return linearParams(d, a.linear);
    if (a.kind == AttentionKind::None)
        return {};
    const double queryWidth = static_cast<double>(a.heads) * a.headDim;
    const double keyValueWidth = (a.reusesCache ? 0.0 : a.keysAreValues ? 1.0 : 2.0) * a.kvHeads * a.headDim;
    AttentionParams params;
    params.qkv = d * (queryWidth * (a.outputGate ? 2 : 1) + keyValueWidth);
    params.output = queryWidth * d;
    if (a.qkvBias)
        params.small += queryWidth + keyValueWidth;
    if (a.outputBias)
        params.small += d;
    if (a.qkNorm)
        params.small += 2.0 * a.headDim;
    if (a.sinks)
        params.small += a.heads;
    return params;
}

FeedForwardParams feedForwardParams(const Model& model, const FeedForward& f)
{
    const double d = model.hidden;
    const double matrices = f.gated ? 3 : 2;
    FeedForwardParams params;
    if (f.none)
        return params;
    if (!f.moe) {
        // Gate, projection and this layer's part of the token's per-layer channels.
        params.dense = matrices * d * f.intermediate + 3 * d * model.perLayerEmbedding;
        params.small = f.bias ? (matrices - 1) * f.intermediate + d : 0.0;
        return params;
    }
    params.expert = matrices * expertChannels(model, f) * f.intermediate;
    if (f.expertBias)
        params.expert += (matrices - 1) * f.intermediate + d;
    params.shared
        = matrices * d * f.sharedIntermediate * f.sharedExperts + 2 * d * f.expertHidden.value_or(0);
    params.router = d * f.experts;
    params.small = f.routerBias ? f.experts : 0.0;
    return params;
}

double embeddingParams(const Model& model)
{
    return static_cast<double>(model.vocabulary) * model.hidden;
}

double lookupParams(const Model& model)
{
    return static_cast<double>(model.learnedPositions.value_or(0)) * model.hidden
        + static_cast<double>(model.vocabulary) * model.perLayerEmbedding * model.layers;
}

double normParams(const Model& model)
{
    const double width = model.hidden * (model.layerNorm ? 2.0 : 1.0);
    return width * (model.normsPerLayer * model.layers + 1.0);
}

double totalParams(const Model& model)
{
    double params = normParams(model) + embeddingParams(model) * (model.tiedEmbeddings ? 1 : 2);
    params += lookupParams(model);
    for (const Attention& attention : model.attention)
        params += attention.layers * attentionParams(model, attention).total();
    for (const FeedForward& group : model.feedForward) {
        const FeedForwardParams one = feedForwardParams(model, group);
        params
            += group.layers * (one.dense + group.experts * one.expert + one.shared + one.router + one.small);
    }
    return params;
}

double kvElements(const Attention& attention)
{
    switch (attention.kind) {
    case AttentionKind::Mla:
        return attention.kvLoraRank + attention.ropeHeadDim;
    case AttentionKind::Gqa:
        return attention.reusesCache ? 0.0 : 2.0 * attention.kvHeads * attention.headDim;
    case AttentionKind::Linear:
    case AttentionKind::None:
        break;
    }
    return 0;
}

double indexKeyBytes(const Attention& attention)
{
    return attention.indexer ? static_cast<double>(attention.indexer->headDim) * attention.indexer->keyBytes
                             : 0.0;
}

double stateBytes(const Attention& attention)
{
    return attention.kind == AttentionKind::Linear ? stateElements(attention.linear) * kStateElementBytes : 0;
}

double keptTokens(const Attention& attention, double tokens)
{
    return attention.window ? std::min<double>(tokens, *attention.window) : tokens;
}

double kvBytesPerToken(const Model& model, double bytesPerElement)
{
    double bytes = 0;
    for (const Attention& attention : model.attention)
        bytes += attention.layers * (kvElements(attention) * bytesPerElement + indexKeyBytes(attention));
    return bytes;
}

double kvBytesAt(const Model& model, double tokens, double bytesPerElement)
{
    double bytes = 0;
    for (const Attention& attention : model.attention)
        bytes += attention.layers
            * (kvElements(attention) * keptTokens(attention, tokens) * bytesPerElement
                + indexKeyBytes(attention) * tokens + (tokens > 0 ? stateBytes(attention) : 0));
    return bytes;
}

WeightBytes weightBytes(const Format& format)
{
    const double bytes = format.bitsPerWeight.value / 8;
    WeightBytes all;
    switch (format.leftovers) {
    case Leftovers::None:
        return { bytes, bytes, bytes, bytes, bytes, bytes };
    case Leftovers::EmbeddingsAndHead:
        all.attention = all.feedForward = all.expert = bytes;
        return all;
    case Leftovers::AllButExperts:
        all.expert = bytes;
        return all;
    }
    return all;
}

double storedBytes(const Model& model, const WeightBytes& bytes)
{
    double sum = normParams(model) * bytes.small + embeddingParams(model) * bytes.embedding;
    if (!model.tiedEmbeddings)
        sum += embeddingParams(model) * bytes.head;
    sum += lookupParams(model) * bytes.embedding;
    for (const Attention& attention : model.attention) {
        const AttentionParams one = attentionParams(model, attention);
        sum += attention.layers * ((one.qkv + one.output) * bytes.attention + one.small * bytes.small);
    }
    for (const FeedForward& group : model.feedForward) {
        const FeedForwardParams one = feedForwardParams(model, group);
        sum += group.layers
            * ((one.dense + one.shared) * bytes.feedForward + group.experts * one.expert * bytes.expert
                + (one.router + one.small) * bytes.small);
    }
    return sum;
}

double activeBytes(const Model& model, const WeightBytes& bytes)
{
    double sum
        = storedBytes(model, bytes) - (model.tiedEmbeddings ? 0.0 : embeddingParams(model) * bytes.embedding);
    sum -= lookupParams(model) * bytes.embedding;
    for (const FeedForward& group : model.feedForward)
        sum -= group.layers * static_cast<double>(group.experts - group.active)
            * feedForwardParams(model, group).expert * bytes.expert;
    return sum;
}

double distinctExperts(double experts, double active, double tokens)
{
    return experts * (1.0 - std::pow(1.0 - active / experts, tokens));
}

double causalPairs(double fresh, double cached)
{
    return fresh * cached + fresh * (fresh + 1) / 2;
}

double windowPairs(double fresh, double window)
{
    return fresh <= window ? causalPairs(fresh, 0) : window * fresh - window * (window - 1) / 2;
}

double chunkPairs(double fresh, double chunk)
{
    const double full = std::floor(fresh / chunk);
    return full * causalPairs(chunk, 0) + causalPairs(fresh - full * chunk, 0);
}

double expectedTokensPerPass(double acceptance, int drafted)
{
    if (acceptance >= 1)
        return drafted + 1.0;
    return (1 - std::pow(acceptance, drafted + 1)) / (1 - acceptance);
}

} // namespace memwall::core
