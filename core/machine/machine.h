// A system of a scenario with every id looked up and every what-if factor applied: what the cost and
// schedule rooms work on. Owns copies, so that it outlives the scenario and fits any thread.
#pragma once

#include "core/catalog/catalog.h"
#include "core/scenario/scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

struct PoolMachine
{
    PoolRole role = PoolRole::Both;
    Chip chip; ///< with the pool's scale factors applied
    Engine engine; ///< of this pool: a native chip ignores the system's software engine
    std::optional<Link> scaleUp, scaleOut; ///< with the link factor applied
    int chips = 1, tensor = 1, stages = 1, experts = 1, replicas = 1;
    double latencyFactor = 1; ///< on every fixed cost
    ResourceScale scale; ///< the factors that the scenario asks for

    /// Chips that work on the same operator at once.
    [[nodiscard]] int inStep() const { return tensor > experts ? tensor : experts; }
    /// Groups of tensor-parallel chips that each keep whole sequences where experts are spread over more
    /// chips than heads are: attention is data parallel. physics.md section 3.2.
    [[nodiscard]] int attentionGroups() const { return inStep() / tensor; }
};

struct Machine
{
    std::string name;
    Model model;
    Format format; ///< of the weights
    std::optional<Model> draft; ///< what drafts, as a model of its own; absent: words are looked up
    bool draftIsOwn = false; ///< it is a layer of the model: embedding and head are shared
    int draftTokens = 0; ///< 0: no speculation
    double acceptance = 0;
    std::vector<double> acceptanceAt; ///< by position, the last for all further ones; empty: the same for all
    double kvElementBytes = 2;
    bool kvCache = true; ///< false: every token recomputes its whole context
    std::vector<PoolMachine> pools; ///< prefill before decode, attention before ffn
    std::optional<Link> between;
    BatchingPolicy policy = BatchingPolicy::Continuous;
    int maxBatch = 64;
    int chunkTokens = 512; ///< of prompts in one step, chunked batching
    PhysicsConstants physics;

    [[nodiscard]] bool speculates() const { return draftTokens > 0; }
    /// Chance that the drafted word at a position (from 0) is kept when all before it were.
    [[nodiscard]] double acceptanceOf(int position) const;
    /// Tokens of one round: 1 + sum over positions of the chance that all up to there are kept. Section 8.
    [[nodiscard]] double tokensPerRound() const;
};

/// REQUIRES: a validated system of a scenario read with this catalog.
[[nodiscard]] Machine resolve(const System& system, const Catalog& catalog);

/// Resolves one system after the other: fast where it differs from the one before in what-if factors alone.
/// One per thread. The catalog must outlive it.
class Resolver
{
public:
    explicit Resolver(const Catalog& catalog);
    /// To the bit what memwall::core::resolve gives. Valid until the next call.
    [[nodiscard]] const Machine& resolve(const System& system);

private:
    const Catalog& m_catalog;
    System m_last;
    Machine m_published, m_machine;
};

/// Multiplies every pool's resources and the link between them. Exact, and undone exactly by the reciprocal,
/// where the factors are powers of two.
void rescale(Machine& machine, const ResourceScale& scale);

/// The format that 16, 8 or 4 bits mean on a chip: bf16; fp8 where the chip has fp8 units, otherwise int8;
/// int4-g128. A format id stands for itself; a hardwired chip has its own.
[[nodiscard]] FormatId formatFor(const WeightBits& weightBits, const Chip& chip);

} // namespace memwall::core
