// Architecture of a language model: shapes only. Derived sizes are in cost/model_size.h.
#pragma once

#include "core/base/catalog_ids.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

enum class AttentionKind : std::uint8_t
{
    Gqa, ///< also MHA (kvHeads == heads) and MQA (kvHeads == 1)
    Mla,
    Linear, ///< a state instead of a cache: lightning, gated DeltaNet, KDA, Mamba-2
    None, ///< the layer is its feed-forward alone (Nemotron-H)
};

enum class LinearKind : std::uint8_t
{
    Lightning,
    GatedDeltaNet,
    Kda,
    Mamba2,
};

/// Linear attention: every head keeps a state of keyDim × valueDim.
struct LinearAttention
{
    LinearKind kind = LinearKind::Lightning;
    int heads = 0; ///< heads of values, each with its state
    int keyHeads = 0; ///< heads of queries and keys (Mamba-2: groups)
    int keyDim = 0; ///< Mamba-2: size of the state
    int valueDim = 0;
    int convKernel = 0; ///< tokens that the short convolution sees; 0: none

    bool operator==(const LinearAttention&) const = default;
};

/// Scores every cached token cheaply, so that attention reads the best few only.
struct SparseIndexer
{
    int heads = 0;
    int headDim = 0;
    int topTokens = 0;
    int keyBytes = 1; ///< per element of a cached key

    bool operator==(const SparseIndexer&) const = default;
};

struct Attention
{
    AttentionKind kind = AttentionKind::Gqa;
    int layers = 0;
    int heads = 0;
    int kvHeads = 0;
    int headDim = 0;
    std::optional<int> window {}; ///< tokens, sliding
    bool chunkedWindow = false; ///< window is a chunk (Llama 4), not sliding
    bool qkvBias = false;
    bool outputBias = false;
    bool qkNorm = false;
    bool sinks = false;
    bool outputGate = false;
    bool keysAreValues = false; ///< one projection for both; the cache still holds both (Gemma 4)
    bool reusesCache = false; ///< attends to an earlier layer's keys and values, has none (Gemma 4 E2B)
    std::optional<SparseIndexer> indexer {};
    LinearAttention linear {};
    // MLA
    std::optional<int> qLoraRank {};
    int kvLoraRank = 0;
    int nopeHeadDim = 0;
    int ropeHeadDim = 0;
    int valueHeadDim = 0;

    bool operator==(const Attention&) const = default;
};

struct FeedForward
{
    bool none = false; ///< the layer is its attention or state alone (Nemotron-H)
    bool moe = false;
    int layers = 0;
    int intermediate = 0; ///< of one expert where moe
    bool gated = true;
    bool bias = false;
    int experts = 0;
    int active = 0;
    std::optional<int>
        expertHidden {}; ///< experts work on so many channels, projected down and up; absent: all
    int sharedExperts = 0;
    int sharedIntermediate = 0;
    bool routerBias = false;
    bool expertBias = false;

    bool operator==(const FeedForward&) const = default;
};

struct Model
{
    ModelId id;
    std::string name;
    std::string family;
    int layers = 0;
    int hidden = 0;
    int vocabulary = 0;
    bool tiedEmbeddings = false;
    int perLayerEmbedding = 0; ///< channels that every layer looks up for the token (Gemma 4 E2B)
    std::optional<int> learnedPositions;
    bool layerNorm = false; ///< LayerNorm with bias; otherwise RMSNorm
    int normsPerLayer = 2;
    std::vector<Attention> attention; ///< groups of equal layers
    std::vector<FeedForward> feedForward; ///< groups of equal layers, dense ones first
    std::vector<std::uint8_t> attentionOf; ///< per layer: index into attention
    std::vector<std::uint8_t> feedForwardOf; ///< per layer: index into feedForward
    std::optional<int> maxContext; ///< tokens; absent: not published
    FormatId nativeFormat; ///< of the published weights
    std::vector<SourceId> sources;
    std::vector<std::string> notes;

    bool operator==(const Model&) const = default;
};

/// Channels of a token that experts work on.
[[nodiscard]] inline int expertChannels(const Model& model, const FeedForward& group)
{
    return group.expertHidden.value_or(model.hidden);
}

/// Whether any layer routes its tokens to experts.
[[nodiscard]] inline bool hasExperts(const Model& model)
{
    return std::any_of(
        model.feedForward.begin(), model.feedForward.end(), [](const FeedForward& f) { return f.moe; });
}

} // namespace memwall::core
