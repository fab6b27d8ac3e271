// What one of n tensor-parallel ranks holds of an attention layer: whole heads. Where n does not divide the
// heads, ranks are padded; where it exceeds the KV heads, each rank keeps a copy of one; where it exceeds all
// heads, ranks share a head. physics.md section 6.
#pragma once

#include "core/catalog/model.h"

namespace memwall::core
{

struct AttentionSlice
{
    double heads = 0, kvHeads = 0; ///< on one rank
    double qkv = 1; ///< share of the QKV matrices (of the divided ones, for MLA) on one rank
    double output = 1; ///< share of the output projection
};

[[nodiscard]] AttentionSlice attentionSlice(const Attention& attention, int ranks);

} // namespace memwall::core
