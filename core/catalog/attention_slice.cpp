#include "core/catalog/attention_slice.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

AttentionSlice attentionSlice(const Attention& attention, int ranks)
{
    if (attention.kind == AttentionKind::Linear || attention.heads <= 0)
        return { 0, 0, 1.0 / ranks, 1.0 / ranks };
    AttentionSlice slice;
    // More ranks than heads: dataflow machines divide inside a head.
    const double heads = static_cast<double>(attention.heads) / ranks;
    slice.heads = heads < 1 ? heads : std::ceil(heads);
    slice.output = slice.heads / attention.heads;
    slice.qkv = slice.output;
    if (attention.kind == AttentionKind::Mla)
        return slice;
    const double kvHeads = attention.kvHeads;
    slice.kvHeads = std::max(1.0, std::ceil(kvHeads / ranks));
    if (heads < 1)
        return slice;
    const double queries = attention.outputGate ? 2 : 1;
    const double keyValues = attention.reusesCache ? 0 : attention.keysAreValues ? 1 : 2;
    slice.qkv = (queries * slice.heads + keyValues * slice.kvHeads)
        / (queries * attention.heads + keyValues * kvHeads);
    return slice;
}

} // namespace memwall::core
