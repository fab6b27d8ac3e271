// Architecture of a language model: shapes only. Derived sizes are in cost/model_size.h.
#pragma once

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
    Linear, ///< lightning, gated DeltaNet
};

struct Attention
{
    AttentionKind kind = AttentionKind::Gqa;
    int layers = 0;
    int heads = 0;
    int kvHeads = 0;
    int headDim = 0;
    std::optional<int> window; ///< tokens, sliding
    bool chunkedWindow = false; ///< window is a chunk (Llama 4), not sliding
    bool qkvBias = false;
    bool outputBias = false;
    bool qkNorm = false;
    bool sinks = false;
    bool outputGate = false;
    bool sparseIndexer = false;
    // MLA
    std::optional<int> qLoraRank;
    int kvLoraRank = 0;
    int nopeHeadDim = 0;
    int ropeHeadDim = 0;
    int valueHeadDim = 0;

    bool operator==(const Attention&) const = default;
};

struct FeedForward
{
    bool moe = false;
    int layers = 0;
    int intermediate = 0; ///< of one expert where moe
    bool gated = true;
    bool bias = false;
    int experts = 0;
    int active = 0;
    int sharedExperts = 0;
    int sharedIntermediate = 0;
    bool routerBias = false;
    bool expertBias = false;

    bool operator==(const FeedForward&) const = default;
};

struct Model
{
    std::string id;
    std::string name;
    std::string family;
    int layers = 0;
    int hidden = 0;
    int vocabulary = 0;
    bool tiedEmbeddings = false;
    std::optional<int> learnedPositions;
    bool layerNorm = false; ///< LayerNorm with bias; otherwise RMSNorm
    int normsPerLayer = 2;
    std::vector<Attention> attention; ///< groups of equal layers
    std::vector<FeedForward> feedForward; ///< groups of equal layers, dense ones first
    std::vector<std::uint8_t> attentionOf; ///< per layer: index into attention
    std::vector<std::uint8_t> feedForwardOf; ///< per layer: index into feedForward
    int maxContext = 0;
    std::string nativeFormat; ///< format id in formats.json of the published weights
    std::vector<std::string> sources;
    std::vector<std::string> notes;

    bool operator==(const Model&) const = default;
};

} // namespace memwall::core
