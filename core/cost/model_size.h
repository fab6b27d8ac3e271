// Sizes that follow from a model's shapes: parameters, bytes, FLOPs. Formulas: physics.md sections 0 to 4;
// checked against published totals in tests/core/cost.
#pragma once

#include "core/catalog/catalog.h"

namespace memwall::core
{

/// Parameters of the matrices of one layer's attention, by operator.
struct AttentionParams
{
    double qkv = 0; ///< GQA: Q, K, V; MLA: down- and up-projections
    double output = 0;
    double replicated = 0; ///< of qkv: what tensor parallelism does not divide (MLA down-projections)
    double small = 0; ///< biases, norms of queries and keys, sinks

    [[nodiscard]] double total() const { return qkv + output + small; }
};

struct FeedForwardParams
{
    double dense = 0; ///< a dense layer's matrices
    double expert = 0; ///< one routed expert
    double shared = 0; ///< all shared experts
    double router = 0;
    double small = 0; ///< biases
};

[[nodiscard]] AttentionParams attentionParams(const Model& model, const Attention& attention);
[[nodiscard]] FeedForwardParams feedForwardParams(const Model& model, const FeedForward& feedForward);

/// One copy of vocabulary × hidden.
[[nodiscard]] double embeddingParams(const Model& model);
[[nodiscard]] double normParams(const Model& model);
/// Everything stored: layers, norms, embedding, LM head where not tied.
[[nodiscard]] double totalParams(const Model& model);

/// KV cache elements that one token adds to one layer (K and V, or the MLA latent).
[[nodiscard]] double kvElements(const Attention& attention);
/// KV cache bytes that one token adds to all layers before any window is full.
[[nodiscard]] double kvBytesPerToken(const Model& model, double bytesPerElement);
/// KV cache bytes of one request with so many tokens, windows capped.
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

/// Causal score pairs of S new tokens after c0 cached ones; with a sliding window where given. Section 3.1.
[[nodiscard]] double causalPairs(double fresh, double cached);
[[nodiscard]] double windowPairs(double fresh, double window);

/// Expected tokens per pass of speculation: (1 − α^(g+1)) / (1 − α). Section 8.
[[nodiscard]] double expectedTokensPerPass(double acceptance, int drafted);

} // namespace memwall::core
