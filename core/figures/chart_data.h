// What the charts of a run show, as plain values: operators of one step, gaps between the tokens of one
// answer, memory over time, joules by cause. Pure functions of what is named.
#pragma once

#include "core/base/saying.h"
#include "core/catalog/catalog.h"
#include "core/figures/report.h"
#include "core/scenario/scenario.h"

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

/// Operators of one kind in one step of a pool, all layers together; amounts of one representative chip.
struct OperatorPoint
{
    PassKind pass = PassKind::Decode;
    OperatorKind kind = OperatorKind::Qkv;
    Lane bound = Lane::Weights; ///< what decides the time of the longest of them
    double runs = 0; ///< how often it runs in the step
    double flops = 0, seconds = 0;
    double bytes = 0; ///< through the door of the roof

    [[nodiscard]] double flopPerByte() const { return bytes > 0 ? flops / bytes : 0; }
    [[nodiscard]] double flopsPerSecond() const { return seconds > 0 ? flops / seconds : 0; }
};

/// "prefill", "decode", "draft", "verify", "transfer", "mixed".
[[nodiscard]] std::string_view nameOf(PassKind kind);

/// The step that a pool works on, under the roof of one of its chips.
struct StepUnderRoof
{
    PoolRole role = PoolRole::Both;
    std::string chip, door; ///< door: the level whose bytes count, "HBM3"
    std::optional<FlopsPerSecond> peakFlops; ///< absent: not published
    std::optional<BytesPerSecond> peakBandwidth; ///< of the door; absent: not published
    SegmentKind kind = SegmentKind::Decode;
    TimeSpan time;
    std::vector<OperatorPoint> operators; ///< longest first

    /// Flop per byte where the roof bends; absent where it is not published.
    [[nodiscard]] std::optional<double> ridge() const { return ridgeOf(peakFlops, peakBandwidth); }
};

/// One entry per pool that has a step: the one under way at t, or the last one before it, or the first.
[[nodiscard]] std::vector<StepUnderRoof> stepsUnderRoof(const Run& run, Instant t);

/// The time between two tokens of one answer (ITL).
struct TokenGap
{
    std::int64_t token = 1; ///< index of the later one
    double atS = 0, gapS = 0;
};

/// The gaps of an answer in order, at most so many; none of a request that was turned away. Words of one
/// round of speculation come together: their gaps are 0.
[[nodiscard]] std::vector<TokenGap> tokenGaps(
    const Run& run, std::size_t request, std::size_t most = std::numeric_limits<std::size_t>::max());

/// A memory level of a pool that holds something, all its chips together.
struct MemoryPlace
{
    PoolRole role = PoolRole::Both;
    std::string level;
    std::optional<Bytes> capacity; ///< absent: not published
    double weights = 0; ///< bytes
    std::vector<double> kv; ///< bytes at each time; empty: KV cache lies elsewhere
};

struct MemoryOverTime
{
    std::vector<double> timeS;
    std::vector<MemoryPlace> places;
};

/// At equally spaced times over the run, its end included.
[[nodiscard]] MemoryOverTime memoryOverTime(const Run& run, int intervals = 400);

/// What takes the energy.
enum class EnergyCause : std::uint8_t
{
    Moved, ///< bytes
    Arithmetic,
    Idle,
    Busy, ///< power above idle, where no energy per bit is published
};

/// Joules of one token by one cause.
struct EnergyPart
{
    PoolRole role = PoolRole::Both; ///< of the pool
    EnergyCause cause = EnergyCause::Moved;
    Saying place; ///< HBM3, between chips, arithmetic, idle, further power when busy
    std::optional<Kind> kind; ///< of the bytes that moved
    double joules = 0;
    Saying formula; ///< with the numbers put in, per token
};

struct EnergyParts
{
    std::vector<EnergyPart> parts; ///< add up to the report's energy per token
    Sayings notes; ///< why there are none, or what stands in for what is not published
};

/// REQUIRES: run and report belong to this system, simulated with this catalog.
[[nodiscard]] EnergyParts energyParts(
    const System& system, const Catalog& catalog, const Run& run, const Report& report);

} // namespace memwall::core
