// What the toolbar's choices mean for a scenario: each function returns the settings that lead from one
// valid scenario to another in one step, with everything that must follow (parallel degrees, engine,
// format, link, draft model). Pure: reads the scenario and the catalog, changes neither.
#pragma once

#include "core/base/assert.h"
#include "core/base/saying.h"
#include "core/scenario/catalog_objects.h"
#include "core/scenario/scenario_io.h"

#include <cstddef>
#include <vector>

namespace memwall::core
{

/// One system of a scenario, seen by the edits. Catalog and scenario must outlive it.
struct EditContext
{
    const Catalog& catalog;
    const Scenario& scenario;
    std::size_t system = 0;

    [[nodiscard]] const System& edited() const
    {
        MEMWALL_ASSERT(system < scenario.systems.size());
        return scenario.systems[system];
    }
    [[nodiscard]] const Pool& decodePool() const; ///< attention/ffn: the one with the weights
    /// "/systems/0" + tail.
    [[nodiscard]] std::string pointer(const std::string& tail) const;
};

/// Whether the format is that of chips with their model etched into them.
[[nodiscard]] bool isEtched(const WeightBits& weightBits, const Catalog& catalog);

inline constexpr std::int64_t kMostUsers = 100'000; ///< as the scenario format has it
inline constexpr std::int64_t kMostRequests = 1'000'000;
inline constexpr std::int64_t kMostBatch = 100'000;
inline constexpr std::int64_t kMostChunk = 10'000'000; ///< prompt tokens of a part
inline constexpr int kMostDraftTokens = 16;
inline constexpr double kLeastRate = 1e-6, kMostRate = 1e6; ///< requests per second

// Hardware.
/// The chip of the pool that decodes, and of every pool that has the same one, in this number.
[[nodiscard]] Settings setHardware(const EditContext& context, const ChipRef& chip, int chips);
/// The numbers of chips to offer, ascending: 1, 2, 4 … over the link's domain, and beyond it where a
/// network leads out of it.
[[nodiscard]] std::vector<int> chipCounts(const Chip& chip, const Model& model);
[[nodiscard]] int nearestCount(const std::vector<int>& counts, int wanted);

/// The memory bandwidth of a pool's chips, as a multiple of what is published.
/// REQUIRES: the system has a pool of that role.
[[nodiscard]] Settings setBandwidth(const EditContext& context, PoolRole pool, double scale);

// Model and weights.
[[nodiscard]] Settings setModel(const EditContext& context, const ModelRef& model);
[[nodiscard]] Settings setWeights(const EditContext& context, const WeightBits& bits);
/// Why a format does not go with the hardware; empty when it does.
[[nodiscard]] Saying whyFormatRefused(const EditContext& context, const WeightBits& bits);

// Workload.
[[nodiscard]] Settings setUsers(const EditContext& context, std::int64_t users);
[[nodiscard]] Settings setPromptTokens(const EditContext& context, std::int64_t tokens);
[[nodiscard]] Settings setOutputTokens(const EditContext& context, std::int64_t tokens);
[[nodiscard]] Settings setRate(double perSecond); ///< of a stream of requests
[[nodiscard]] Settings setMaxBatch(const EditContext& context, std::int64_t requests);
/// Why there can be only one user; empty when there can be more.
[[nodiscard]] Saying whyOneUser(const EditContext& context);
/// Tokens of prompt and answer that every system of the scenario can hold.
[[nodiscard]] std::int64_t contextLimit(const EditContext& context);
/// The largest count of a distribution that is planned for: value, max or p90.
[[nodiscard]] std::int64_t upperTokens(const TokenCount& count);

// Switches.
[[nodiscard]] Settings setSpeculative(const EditContext& context, bool on);
[[nodiscard]] Saying whyNotSpeculative(const EditContext& context);
/// Smaller, of the same vocabulary.
[[nodiscard]] bool canDraft(const Model& draft, const Model& target);
/// The model that drafts for a target; nullptr when the catalog has none.
[[nodiscard]] const Model* drafterFor(const Catalog& catalog, const Model& target);
[[nodiscard]] Settings setDisaggregated(const EditContext& context, bool on);
/// Attention and feed-forward on pools of their own.
[[nodiscard]] bool splitsLayers(const System& system);
[[nodiscard]] bool isDisaggregated(const System& system);
[[nodiscard]] Saying whyNotDisaggregated(const EditContext& context);

} // namespace memwall::core
