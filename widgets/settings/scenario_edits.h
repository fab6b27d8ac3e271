// What the toolbar's choices mean for a scenario: each function returns the settings that lead from one
// valid scenario to another in one step, with everything that must follow (parallel degrees, engine,
// format, link, draft model). Pure: reads the scenario and the catalog, changes neither.
#pragma once

#include "core/base/assert.h"
#include "core/catalog/catalog.h"
#include "core/scenario/scenario_io.h"

#include <QString>

#include <cstddef>
#include <vector>

namespace memwall::ui
{

/// One system of a scenario, seen by the edits. Catalog and scenario must outlive it.
struct EditContext
{
    const core::Catalog& catalog;
    const core::Scenario& scenario;
    std::size_t system = 0;

    [[nodiscard]] const core::System& edited() const
    {
        MEMWALL_ASSERT(system < scenario.systems.size());
        return scenario.systems[system];
    }
    [[nodiscard]] const core::Pool& decodePool() const; ///< attention/ffn: the one with the weights
    /// "/systems/0" + tail.
    [[nodiscard]] std::string pointer(const std::string& tail) const;
};

/// Whether the format is that of chips with their model etched into them.
[[nodiscard]] bool isEtched(const std::variant<int, std::string>& weightBits, const core::Catalog& catalog);

inline constexpr std::int64_t kMostUsers = 100'000; ///< as the scenario format has it
inline constexpr std::int64_t kMostRequests = 1'000'000;
inline constexpr std::int64_t kMostBatch = 100'000;
inline constexpr std::int64_t kMostChunk = 10'000'000; ///< prompt tokens of a part
inline constexpr int kMostDraftTokens = 16;
inline constexpr double kLeastRate = 1e-6, kMostRate = 1e6; ///< requests per second

// Hardware.
/// The chip of the pool that decodes, and of every pool that has the same one, in this number.
[[nodiscard]] core::Settings setHardware(const EditContext& context, const core::CatalogRef& chip, int chips);
/// The numbers of chips to offer, ascending: 1, 2, 4 … over the link's domain, and beyond it where a
/// network leads out of it.
[[nodiscard]] std::vector<int> chipCounts(const core::Chip& chip, const core::Model& model);
[[nodiscard]] int nearestCount(const std::vector<int>& counts, int wanted);

// Model and weights.
[[nodiscard]] core::Settings setModel(const EditContext& context, const core::CatalogRef& model);
[[nodiscard]] core::Settings setWeights(
    const EditContext& context, const std::variant<int, std::string>& bits);
/// Why a format does not go with the hardware; empty when it does.
[[nodiscard]] QString whyFormatRefused(
    const EditContext& context, const std::variant<int, std::string>& bits);

// Workload.
[[nodiscard]] core::Settings setUsers(const EditContext& context, std::int64_t users);
[[nodiscard]] core::Settings setPromptTokens(const EditContext& context, std::int64_t tokens);
[[nodiscard]] core::Settings setOutputTokens(const EditContext& context, std::int64_t tokens);
[[nodiscard]] core::Settings setRate(double perSecond); ///< of a stream of requests
[[nodiscard]] core::Settings setMaxBatch(const EditContext& context, std::int64_t requests);
/// Why there can be only one user; empty when there can be more.
[[nodiscard]] QString whyOneUser(const EditContext& context);
/// Tokens of prompt and answer that every system of the scenario can hold.
[[nodiscard]] std::int64_t contextLimit(const EditContext& context);
/// The largest count of a distribution that is planned for: value, max or p90.
[[nodiscard]] std::int64_t upperTokens(const core::TokenCount& count);

// Switches.
[[nodiscard]] core::Settings setSpeculative(const EditContext& context, bool on);
[[nodiscard]] QString whyNotSpeculative(const EditContext& context);
/// Smaller, of the same vocabulary.
[[nodiscard]] bool canDraft(const core::Model& draft, const core::Model& target);
/// The model that drafts for a target; nullptr when the catalog has none.
[[nodiscard]] const core::Model* drafterFor(const core::Catalog& catalog, const core::Model& target);
[[nodiscard]] core::Settings setDisaggregated(const EditContext& context, bool on);
/// Attention and feed-forward on pools of their own.
[[nodiscard]] bool splitsLayers(const core::System& system);
[[nodiscard]] bool isDisaggregated(const core::System& system);
[[nodiscard]] QString whyNotDisaggregated(const EditContext& context);

/// The catalog's object, or the one written inline; nullopt for an unknown id.
[[nodiscard]] std::optional<core::Chip> chipOf(const core::Catalog& catalog, const core::CatalogRef& ref);
[[nodiscard]] std::optional<core::Model> modelOf(const core::Catalog& catalog, const core::CatalogRef& ref);

} // namespace memwall::ui
