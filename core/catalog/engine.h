// How software drives a chip: fixed costs and the efficiencies its kernels reach
// (calibration.md section 4). A class (eager, graphs, megakernel, native) or a named engine of an era.
#pragma once

#include "core/base/units.h"
#include "core/catalog/sourced.h"

#include <cstdint>
#include <optional>
#include <string>

namespace memwall::core
{

/// Programs of which the catalog has several versions, each an engine of its own.
enum class Software : std::uint8_t
{
    LlamaCpp,
    SgLang,
    TensorRt,
    Vllm,
    Other,
};

struct Engine
{
    EngineId id; ///< "graphs", "tensorrt-llm", "vllm", "gpt-fast", "llama.cpp-cuda" …
    std::string name;
    Software software = Software::Other; ///< that its id begins with
    std::string era; ///< "2024", "0.11+"; "class"
    bool isClass = false; ///< no program of a time: what all that are built so have in common
    bool native = false; ///< fixed costs come from the chip
    Sourced<Seconds> perLayer; ///< t_layer
    Sourced<Seconds> perStep; ///< t_step
    Sourced<Seconds> perSequence; ///< t_seq, per step and sequence
    Sourced<Seconds> hostFloorPerLayer; ///< eager stacks: a layer's kernels never take less
    Sourced<double> memoryFactor; ///< on eta_m
    Sourced<double> computeFactor; ///< on eta_c in prefill
    Sourced<double> kvFactor; ///< on eta_m when attention reads the KV cache
    Sourced<Seconds> firstTokenOffset; ///< t_0: server time before a prompt is worked on
    /// Passes over prompts are launched kernel by kernel where decode steps replay a recorded graph: a layer
    /// of plain attention never takes less.
    Sourced<Seconds> prefillFloorPerLayer;
    /// Further, on chips with HBM: kernels tuned for cards with GDDR; absent: as fast there.
    std::optional<Sourced<double>> hbmMemoryFactor;
    std::optional<Sourced<double>> hbmComputeFactor; ///< the same for products
    /// Further, on products of quantized weights with many tokens; absent: as fast as others.
    std::optional<Sourced<double>> quantizedFactor;
    Sourced<double> scoreBytes; ///< per head and query-key pair, where attention is not fused
    std::optional<int> speculationLimit; ///< requests that are served together at most while drafts are made
    bool stockCollectives = false; ///< all-reduces of the vendor's library, not kernels of its own
    Sourced<double> pipelineOverlap; ///< share of the ideal overlap of a prompt's passes over stages
    Sourced<double> quantizedPipelineOverlap; ///< the same with quantized weights
    int prefillChunk = 8192; ///< prompt tokens that one pass takes
    int tokenMultiple = 1; ///< tokens of a step are padded to a multiple of this
    bool headReplicated = false; ///< every rank computes the whole LM head
    bool cudaCoreAttention = false; ///< decode attention limited by fp32 units
    double unsureFactor = 1.6; ///< one-sigma factor on the fixed costs

    bool operator==(const Engine&) const = default;
};

} // namespace memwall::core
