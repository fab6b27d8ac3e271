// What a run means: the figures of `--json` and of the insight column, all SI. Formulas: physics.md
// sections named at each field's computation in report/*.cpp.
#pragma once

#include "core/base/saying.h"
#include "core/figures/time_causes.h"
#include "core/scenario/pool_role.h"
#include "core/timeline/activity.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace memwall::core
{

struct Percentiles
{
    double p50 = 0, p90 = 0, p99 = 0, max = 0;
};

/// A figure and its typical range.
struct Band
{
    double low = 0, value = 0, high = 0;

    bool operator==(const Band&) const = default;
    Band& operator+=(const Band& other)
    {
        low += other.low;
        value += other.value;
        high += other.high;
        return *this;
    }
    Band operator*(double factor) const { return { low * factor, value * factor, high * factor }; }
};

/// Flop per byte where a roof bends; absent where it is not published.
[[nodiscard]] inline std::optional<double> ridgeOf(
    std::optional<FlopsPerSecond> peak, std::optional<BytesPerSecond> bandwidth)
{
    return peak && bandwidth ? std::optional(peak->value / bandwidth->value) : std::nullopt;
}

/// Where a phase stands under the roofline of one chip.
struct Phase
{
    Bottleneck bottleneck = Bottleneck::Memory;
    double flopPerByte = 0; ///< arithmetic intensity at the home level's door
    double computeBusy = 0; ///< share of the peak that is used
    double flopsPerSecond = 0; ///< achieved, one chip
    std::optional<FlopsPerSecond>
        peakFlops; ///< roof: of the chip that runs this phase; absent: not published
    std::optional<BytesPerSecond> peakBandwidth; ///< the same
    bool present = false; ///< the run has this phase
    Breakdown parts; ///< seconds by cause, all steps of the phase

    /// Flop per byte where the roof bends; absent where it is not published.
    [[nodiscard]] std::optional<double> ridge() const { return ridgeOf(peakFlops, peakBandwidth); }
};

/// What holds a machine back, and what more of each resource would buy.
struct Verdict
{
    Saying title; ///< "HBM3 bandwidth"; empty: nothing to say
    Sayings text; ///< one to three plain sentences
};

/// Relative change of a figure when one resource doubles (latency: halves): -0.44 is 44 % less.
struct Sensitivity
{
    double bandwidth = 0, flops = 0, capacity = 0, latency = 0, link = 0;
};

struct Report
{
    std::string name;
    bool fits = true;
    Sayings fitReason;
    int chipsTotal = 0;

    struct ModelFigures
    {
        double totalParams = 0, weightBytes = 0, activeWeightBytes = 0;
        int layers = 0;
        double kvBytesPerToken = 0;
        int expertsTotal = 0, expertsActive = 0;
        std::optional<int> maxContext; ///< absent: not published
    } model;

    double ttftS = 0, tpotS = 0, tokensPerSPerUser = 0, throughputTokensPerS = 0;
    Percentiles itlS, ttftPercentilesS, e2ePercentilesS;
    struct Requests
    {
        std::int64_t finished = 0, rejected = 0, preempted = 0, waitingPeak = 0;
        std::int64_t clamped = 0; ///< were cut to the model's context
        std::optional<std::int64_t> cappedAt; ///< batch that was full while memory had room for more
        std::int64_t runningPeak = 0, waitingBeyondCap = 0; ///< … who ran then, and who waited for a place
    } requests;
    double sloAttainment = 1.0; ///< share of all requests, turned away or not, that met the promise; 1: none
    double idealTpotS = 0, idealTokensPerSPerUser = 0;
    double bandLow = 0, bandHigh = 0; ///< typical range of tpot
    bool inRange = true; ///< inside what published measurements cover
    Saying rangeNote; ///< why not

    Bottleneck bottleneck = Bottleneck::Memory;
    Saying bottleneckTitle; ///< "HBM3 bandwidth"
    Sayings bottleneckText; ///< one to three plain sentences
    /// The same while a prompt is read, and while its KV cache crosses to another pool; both of the time to
    /// the first token.
    Verdict promptVerdict, transferVerdict;
    Breakdown breakdown;
    Phase prefill, decode;
    struct Utilization
    {
        double compute = 0, memory = 0, link = 0;
    } utilization;
    Sensitivity tpotSensitivity, ttftSensitivity;
    struct PoolFigures
    {
        PoolRole role = PoolRole::Both;
        ChipId chip;
        double busyShare = 0;
    };
    std::vector<PoolFigures> pools;

    struct KindBytes
    {
        double weights = 0, kv = 0, activations = 0, communication = 0;
    };
    KindBytes bytesPerToken, bytesPerPass;

    struct LevelFigures
    {
        PoolRole pool = PoolRole::Both;
        std::string level;
        double capacity = 0, weights = 0, kv = 0, free = 0;
    };
    struct Memory
    {
        double weights = 0, kv = 0, free = 0;
        std::int64_t maxUsers = 0;
        std::vector<LevelFigures> levels;
    } memory;

    struct Transfer
    {
        double bytes = 0, totalS = 0, hiddenShare = 0;
    } transfer;
    double linkMessageBytes = 0;

    /// Where the chips fill several fast domains (nodes, racks): the same work on those of one domain alone.
    struct OneDomain
    {
        int chips = 0;
        std::optional<double> tpotS; ///< absent: the model does not fit there
    };
    std::optional<OneDomain> oneDomain; ///< absent: the machine is one domain

    struct SpeculationFigures
    {
        bool on = false;
        double tokensPerPass = 0, acceptance = 0, draftTimeS = 0, verifyTimeS = 0;
    } speculation;
    struct Experts
    {
        double readMean = 0;
        int total = 0, active = 0;
    } experts;
    std::optional<Band> energyJPerToken; ///< absent: power not published
    std::optional<Band> costUsdPerMtoken; ///< absent: no price

    /// KV cache of all requests at equally spaced times over the run, bytes over all chips, for a chart.
    struct KvPoint
    {
        double timeS = 0, bytes = 0;
    };
    std::vector<KvPoint> kvOverTime;

    Sayings notes;
};

/// What holds a machine back in a phase of its run: a mean token, the prefill or a transfer.
struct PhaseHold
{
    Bottleneck bottleneck = Bottleneck::Memory;
    Breakdown parts; ///< seconds by cause
    Verdict verdict;
    Sensitivity sensitivity; ///< of the time that the verdict speaks of
};
/// While nothing runs, that of a mean token.
[[nodiscard]] PhaseHold holdIn(const Report& report, RunPhase phase);

/// One system of a scenario, simulated and explained. Shared, immutable.
struct SystemResult
{
    std::shared_ptr<const Run> run;
    Report report;
};

/// All systems of a scenario, in its order.
struct SimulationResult
{
    std::vector<SystemResult> systems;
};

} // namespace memwall::core
