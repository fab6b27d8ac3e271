// A number format of weights: what it stores, what it multiplies in.
#pragma once

#include "core/catalog/sourced.h"

#include <cstdint>
#include <string>

namespace memwall::core
{

enum class ComputeType : std::uint8_t
{
    Bf16,
    Fp8,
    Int8,
    Fp4,
};

/// Which matrices stay at 16 bits.
enum class Leftovers : std::uint8_t
{
    None, ///< everything is in the format
    EmbeddingsAndHead, ///< embedding, LM head, norms and router stay 16-bit
    AllButExperts, ///< only expert matrices are in the format (gpt-oss)
};

struct Format
{
    FormatId id; ///< "bf16", "fp8", "int4-g128", "q4_k_m" …
    std::string name;
    double nominalBits = 16; ///< 16, 8 or 4: the toolbar's word for it
    Sourced<double> bitsPerWeight; ///< stored, scales included
    Leftovers leftovers = Leftovers::None;
    ComputeType compute = ComputeType::Bf16;
    bool etched = false; ///< into the silicon: only chips with their model in them have it
    Sourced<double> unpackOperations; ///< per weight, on the general cores, to make numbers of it
    Sourced<double> memoryFactor; ///< u_fmt: share of eta_m that unpacking leaves

    bool operator==(const Format&) const = default;
};

} // namespace memwall::core
