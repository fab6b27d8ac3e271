// The pieces that origin is put together from. Internal to origin.
#pragma once

#include "core/figures/causes.h"
#include "core/figures/figure_table.h"
#include "core/figures/range.h"
#include "core/machine/rates.h"
#include "core/origin/origin.h"

namespace memwall::core
{

/// What all figures of one system are explained from. Everything outlives it.
struct Story
{
    const Machine& machine;
    const Workload& workload;
    const Catalog& catalog;
    const Run& run;
    const Report& report;
    std::vector<PoolRates> rates; ///< by pool

    /// Index of the pool that writes the answer, as far as memory and KV cache go.
    [[nodiscard]] std::size_t decodePool() const
    {
        return machine.pools.front().role == PoolRole::Attention ? 0 : machine.pools.size() - 1;
    }
    [[nodiscard]] Saying reason(RangeFigure figure) const
    {
        return outsideRange(rangeCaseOf(machine, run, figure));
    }
};

/// Collects inputs, each once, with what the fit made of them.
class InputList
{
public:
    explicit InputList(const Story& story);

    void scenario(Saying name, double value, const std::string& unit = {});
    void model();
    void memory(std::size_t pool); ///< bandwidth and what is reached of it
    void compute(std::size_t pool);
    void engine(std::size_t pool); ///< fixed costs
    void link(std::size_t pool);
    void capacity(std::size_t pool);
    void format();
    void energy(std::size_t pool);
    void price(std::size_t pool);
    /// A constant of physics.json; `field` as the fit names it.
    void physics(Saying name, double value, const std::string& unit, const std::string& field);
    /// All that the time of a step rests on.
    void time();

    [[nodiscard]] std::vector<OriginInput> take() { return std::move(m_inputs); }

private:
    template <typename T>
    void add(Saying name, const Sourced<T>& value, const std::string& unit, const std::string& constant = {});
    /// source: in the catalog, or its own words; absent: the input has said where it is from.
    void add(OriginInput input, const std::optional<SourceId>& source, const std::string& constant);

    const Story& m_story;
    std::vector<OriginInput> m_inputs;
};

/// "H100 SXM (prefill)".
[[nodiscard]] std::string poolName(const Story& story, std::size_t pool);
/// "weights", or "weights on H100 SXM (attention)" where several pools share in a time.
[[nodiscard]] Saying onPool(
    std::string_view name, const Story& story, const std::vector<Causes>& causes, std::size_t pool);
/// The terms of a time: weights, KV cache, arithmetic, messages, fixed latencies, drafts.
void addTimeTerms(const Story& story, const std::vector<Causes>& causes, Equation& into);
/// Equations of the terms of a time: weights, KV cache, arithmetic, messages, fixed latencies.
void addTimeEquations(const Story& story, const std::vector<Causes>& causes, std::vector<Equation>& into);

/// The beginning of a headline's origin: its figure under a name for equations.
[[nodiscard]] Origin originOf(Headline headline, Saying name, const Story& story);
[[nodiscard]] Origin tpotOrigin(const Story& story);
[[nodiscard]] Origin ttftOrigin(const Story& story);
[[nodiscard]] Origin perUserOrigin(const Story& story);
[[nodiscard]] Origin throughputOrigin(const Story& story);
[[nodiscard]] Origin bottleneckOrigin(const Story& story);
[[nodiscard]] Origin memoryOrigin(const Story& story);
[[nodiscard]] Origin usersOrigin(const Story& story);
[[nodiscard]] Origin energyOrigin(const Story& story);
[[nodiscard]] Origin costOrigin(const Story& story);

} // namespace memwall::core
