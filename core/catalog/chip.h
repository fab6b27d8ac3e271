// A chip (or wafer, or card) as the cost model sees it: a path of memory levels from far to near,
// arithmetic rates, links to its neighbours and fixed latencies. GPU, wafer, LPU, RDU, hardwired
// chip and laptop are the same type with other numbers.
#pragma once

#include "core/base/catalog_ids.h"
#include "core/base/units.h"
#include "core/catalog/sourced.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace memwall::core
{

/// One level of the path. The door of a level leads to the next nearer level; the door of the last
/// level leads to compute. An absent bandwidth is not published: that door costs no time and says so.
struct MemoryLevel
{
    std::string name; ///< "HBM3", "SRAM", "host DRAM"
    std::string kind; ///< what it is made of
    std::optional<std::string>
        door; ///< the wire that limits its rate, "PCIe 5.0 x16"; absent: the memory itself does
    std::optional<Sourced<Bytes>> capacity;
    std::optional<Sourced<BytesPerSecond>> bandwidth; ///< peak rate of the door, one chip
    std::optional<Sourced<Seconds>> latency;
    std::optional<Sourced<JoulesPerBit>> energy;

    [[nodiscard]] bool isHbm() const { return kind.starts_with("HBM"); }
    /// What its bandwidth is the bandwidth of.
    [[nodiscard]] const std::string& doorName() const { return door ? *door : name; }

    bool operator==(const MemoryLevel&) const = default;
};

enum class ChipClass : std::uint8_t
{
    Gpu,
    Tpu,
    Lpu,
    Wafer,
    Rdu,
    Hardwired,
    Asic,
    Soc,
    Cpu,
};

/// Makers that programs have code of their own for.
enum class Vendor : std::uint8_t
{
    Amd,
    Apple,
    Intel,
    Other,
};

/// Its word in files: "gpu", "wafer", "soc" …
[[nodiscard]] std::string_view nameOf(ChipClass chipClass);

/// Dense arithmetic peaks by number format; absent where the chip has no such units.
struct PeakFlops
{
    std::optional<Sourced<FlopsPerSecond>> fp32, bf16, fp8, int8, fp4;

    bool operator==(const PeakFlops&) const = default;
};

/// Share of the nominal peak that real kernels reach on this chip family (calibration.md section 3).
struct Efficiency
{
    Sourced<double> memory; ///< eta_m
    Sourced<double> compute; ///< eta_c, large GEMMs

    bool operator==(const Efficiency&) const = default;
};

struct Neighbours
{
    LinkId link;
    int maxChips = 1; ///< chips that this link joins into one domain

    bool operator==(const Neighbours&) const = default;
};

/// Fixed costs of a machine that no software engine drives (native engine).
struct NativeCosts
{
    Sourced<Seconds> perLayer; ///< at hidden size 4096
    Sourced<Seconds> perStep;
    double hiddenExponent = 0.5; ///< per-layer time grows with (hidden / 4096)^exponent

    bool operator==(const NativeCosts&) const = default;
};

struct Chip
{
    ChipId id;
    std::string name; ///< "NVIDIA H100 SXM5 80GB"
    std::string shortName; ///< "H100 SXM", for the stage and toolbar
    std::optional<std::string> soldAs; ///< its memory in the maker's words, "80 GB"; absent: not sold by size
    Vendor vendor = Vendor::Other;
    std::string family; ///< chips that share their efficiencies: "hopper", "apple"
    std::optional<int> year; ///< absent: not published
    ChipClass chipClass = ChipClass::Gpu;
    std::vector<MemoryLevel> levels; ///< far to near
    std::size_t homeLevel = 0; ///< index of the level where weights and KV cache live when they fit
    std::size_t kvLevel = 0; ///< index of the level of the KV cache; equals homeLevel but for hardwired chips
    PeakFlops peak;
    Efficiency efficiency;
    std::optional<int> cores; ///< drawn in the compute grid (SMs, cores); absent: not published
    std::optional<Neighbours> scaleUp, scaleOut; ///< the fast link, the network; absent: it has no such link
    std::optional<NativeCosts> native; ///< present: the chip runs the native engine only
    std::optional<Sourced<Watts>> power;
    std::optional<Sourced<Watts>> powerHigh; ///< where sources differ: the highest
    double idlePowerShare = 0.3;
    std::optional<Sourced<UsDollars>> price;
    std::optional<ModelId> hardwiredModel; ///< the one model etched into the silicon
    std::optional<Sourced<double>> dieAreaMm2;
    /// Time that a weight of one token's products takes beside its bytes, all cores together, where it was
    /// measured on this very chip: it stands in place of what formats and engines lose on their way from
    /// memory.
    std::optional<Sourced<Seconds>> perWeight;
    std::optional<double> scatter; ///< of its measured rates: relative, one sigma; absent: what its class has
    double layerFactor = 1.0; ///< factor on an engine's per-layer cost for this software stack (ROCm 1.75)
    EngineId defaultEngine; ///< used where a scenario names none
    std::vector<std::string> notes;

    /// Chips that the fast link joins.
    [[nodiscard]] int domain() const { return scaleUp ? scaleUp->maxChips : 1; }

    bool operator==(const Chip&) const = default;
};

} // namespace memwall::core
