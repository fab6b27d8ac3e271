// Seconds of single steps and of the ways that servers and benchmarks string them together, straight from
// the cost room and in closed form: what a published figure is compared with. physics.md sections 7, 8, 11;
// calibration.md section 1, items 8 to 10.
#pragma once

#include "core/base/saying.h"
#include "core/cost/pass_builder.h"

#include <memory>

namespace memwall::core
{

class Bench
{
public:
    /// kvWanted: bytes of KV cache that one chip should hold; decides what spills where a chip can spill.
    /// The machine must outlive it and stay as it is.
    explicit Bench(const Machine& machine, double kvWanted = 0);
    /// Keeps the machine.
    explicit Bench(Machine&& machine, double kvWanted = 0);

    [[nodiscard]] bool fits() const { return m_reason.empty(); }
    [[nodiscard]] const Sayings& reason() const { return m_reason; }
    [[nodiscard]] const Machine& machine() const { return m_machine; }
    [[nodiscard]] const PoolRates& rates() const { return m_rates.front(); }

    /// One decode step of so many users whose contexts are this long on average.
    [[nodiscard]] double step(double batch, double context) const;
    /// One verification of `drafted` tokens of each user.
    [[nodiscard]] double verify(double batch, double context, double drafted) const;
    /// Drafting one token of each user by the model's own extra layer (MTP, EAGLE): one layer and the head.
    [[nodiscard]] double ownDraft(double batch, double context) const;
    /// Prompts of so many tokens each, one after the other in passes as large as the engine takes.
    [[nodiscard]] double prefill(double prompts, double tokens) const;

    /// One prompt among others of which `perStep` come during each step, on average: those that came during
    /// the same step share a pass, as far as it holds them.
    [[nodiscard]] double prefillAmong(double tokens, double perStep) const;

    /// Users whose whole answers fit at once, at most `most`; 0: not even one.
    [[nodiscard]] double usersThatFit(double tokensEach, double most) const;
    /// Bytes of KV cache of one request over all chips.
    [[nodiscard]] double kvBytes(double tokens) const;

private:
    [[nodiscard]] double seconds(const PassWork& work) const;
    /// Whole prompts of so many tokens that one pass holds.
    [[nodiscard]] double promptsOfAPass(double tokens) const;

    std::unique_ptr<const Machine> m_kept;
    const Machine& m_machine;
    std::vector<PoolRates> m_rates;
    Stations m_stations;
    Sayings m_reason;
};

/// Batch of equal requests that start together: prefill of all, then a step for every output token.
[[nodiscard]] double staticBatchSeconds(const Bench& bench, double batch, double input, double output);
/// Users that send the next request when the last is answered: seconds per output token of each, the others'
/// prefills included, and of all requests of one round.
struct ClosedLoop
{
    double tpot = 0, round = 0;
};
[[nodiscard]] ClosedLoop closedLoop(const Bench& bench, double users, double input, double output);
/// A queue of `requests` served as many at a time as fit, in waves: seconds in all. Prompts of different
/// requests fill a pipeline's stages.
[[nodiscard]] double saturatedSeconds(
    const Bench& bench, double together, double requests, double input, double output);

} // namespace memwall::core
