#include "core/machine/drafter.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// The last of the groups of layers that a test holds for; the last of all when it holds for none.
template <typename Group, typename Test>
Group lastKind(const std::vector<Group>& groups, const std::vector<std::uint8_t>& of, const Test& test)
{
    const auto found
        = std::find_if(of.rbegin(), of.rend(), [&](std::uint8_t which) { return test(groups[which]); });
    return found == of.rend() ? groups.back() : groups[*found];
}

Model oneLayer(const Model& model, const char* name, FeedForward feedForward)
{
    Model drafter;
    drafter.id = ModelId(model.id.text() + "-drafter");
    drafter.name = name;
    drafter.layers = 1;
    drafter.hidden = model.hidden;
    // No vocabulary of its own: nothing is stored for embedding and head.
    drafter.tiedEmbeddings = true;
    drafter.layerNorm = model.layerNorm;
    drafter.normsPerLayer = model.normsPerLayer;
    drafter.maxContext = model.maxContext;
    drafter.nativeFormat = model.nativeFormat;
    Attention attention = lastKind(model.attention, model.attentionOf,
        [](const Attention& group) { return group.kind != AttentionKind::None; });
    attention.layers = feedForward.layers = 1;
    attention.reusesCache = false;
    drafter.attention = { attention };
    drafter.feedForward = { feedForward };
    drafter.attentionOf = { 0 };
    drafter.feedForwardOf = { 0 };
    return drafter;
}

} // namespace

Model extraLayer(const Model& model)
{
    return oneLayer(model, "Extra layer (MTP)",
        lastKind(
            model.feedForward, model.feedForwardOf, [](const FeedForward& group) { return !group.none; }));
}

Model eagleLayer(const Model& model)
{
    FeedForward dense = lastKind(model.feedForward, model.feedForwardOf,
        [](const FeedForward& group) { return !group.none && !group.moe; });
    if (dense.moe) {
        // As much feed-forward as a token meets in the model.
        dense.intermediate = dense.intermediate * dense.active + dense.sharedIntermediate;
        dense.moe = false;
        dense.experts = dense.active = dense.sharedExperts = dense.sharedIntermediate = 0;
        dense.expertHidden.reset();
        dense.routerBias = dense.expertBias = false;
    }
    return oneLayer(model, "EAGLE layer", dense);
}

} // namespace memwall::core
