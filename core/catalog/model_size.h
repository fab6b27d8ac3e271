// Sizes that follow from a model's shapes: parameters, bytes, FLOPs. Formulas: physics.md sections 0 to 4;
// checked against published totals in tests/core/cost.
#pragma once

#include "core/catalog/catalog.h"

namespace memwall::core
{

/// Parameters of the matrices of one layer's attention, by operator.
struct AttentionParams
{
    double qkv = 0; ///< GQA: Q, K, V; MLA: down- and up-projections, indexer; linear: all before the state
    double output = 0;
    double replicated
        = 0; ///< of qkv: what tensor parallelism does not divide (MLA down-projections, indexer)
    double small = 0; ///< biases, norms of queries and keys, sinks, convolutions

    [[nodiscard]] double total() const { return qkv + output + small; }
};

struct FeedForwardParams
{
    double dense = 0; ///< a dense layer's matrices
    double expert = 0; ///< one routed expert
    double shared = 0; ///< all shared experts, and projections around routed ones
    double router = 0;
    double small = 0; ///< biases
};

[[nodiscard]] AttentionParams attentionParams(const Model& model, const Attention& attention);
/// Of the attention parameters, the indexer's matrices: queries from the latent, keys and head weights.
[[nodiscard]] double indexerParams(double hidden, const Attention& attention);
[[nodiscard]] FeedForwardParams feedForwardParams(const Model& model, const FeedForward& feedForward);

/// One copy of vocabulary × hidden.
[[nodiscard]] double embeddingParams(const Model& model);
/// Tables that are looked up beside the embedding: learned positions, per-layer channels.
[[nodiscard]] double lookupParams(const Model& model);
[[nodiscard]] double normParams(const Model& model);
/// Everything stored: layers, norms, embedding, LM head where not tied.
[[nodiscard]] double totalParams(const Model& model);

/// KV cache elements that one token adds to one layer (K and V, or the MLA latent). A linear layer: none.
[[nodiscard]] double kvElements(const Attention& attention);
/// Bytes of the keys that a sparse indexer caches of one token in one layer. Section 3.3.
[[nodiscard]] double indexKeyBytes(const Attention& attention);
/// Bytes of the state that one linear layer keeps of a sequence of any length, fp32. Section 3.4.
[[nodiscard]] double stateBytes(const Attention& attention);
/// Tokens that one layer keeps in the cache of so many; a chunk's cache is as large as its largest.
[[nodiscard]] double keptTokens(const Attention& attention, double tokens);
/// KV cache bytes that one token adds to all layers before any window is full.
[[nodiscard]] double kvBytesPerToken(const Model& model, double bytesPerElement);
/// What a request with so many tokens keeps: KV cache with windows capped, indexer keys, states.
[[nodiscard]] double kvBytesAt(const Model& model, double tokens, double bytesPerElement);

/// Bytes per parameter by where it stands, for a number format.
struct WeightBytes
{
    double attention = 2, feedForward = 2, expert = 2, head = 2, embedding = 2, small = 2;
};

[[nodiscard]] WeightBytes weightBytes(const Format& format);

/// Bytes stored in this format: layers, norms, embedding, LM head.
[[nodiscard]] double storedBytes(const Model& model, const WeightBytes& bytes);
/// Bytes that one decode step of one user streams: without the input embedding, active experts only.
[[nodiscard]] double activeBytes(const Model& model, const WeightBytes& bytes);

/// Distinct experts touched by T tokens, uniform independent routing: E (1 − (1 − k/E)^T). Section 4.
[[nodiscard]] double distinctExperts(double experts, double active, double tokens);

/// Causal score pairs of S new tokens after c0 cached ones. Section 3.1.
[[nodiscard]] double causalPairs(double fresh, double cached);
/// The same of S tokens from the first one on, within a sliding window or within chunks.
[[nodiscard]] double windowPairs(double fresh, double window);
[[nodiscard]] double chunkPairs(double fresh, double chunk);

/// Expected tokens per pass of speculation: (1 − α^(g+1)) / (1 − α). Section 8.
[[nodiscard]] double expectedTokensPerPass(double acceptance, int drafted);

} // namespace memwall::core
