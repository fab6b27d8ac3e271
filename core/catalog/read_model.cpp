#include "core/catalog/read_parts.h"

#include <algorithm>
#include <numeric>

namespace memwall::core
{

using nlohmann::json;

namespace
{

const std::vector<std::string> kAttentionKinds { "gqa", "mha", "mqa", "mla", "gated_deltanet", "lightning" };

/// As many as a whole model may have; a table of this length is made for every group.
Range layerCount()
{
    return { 0, 1000 };
}

Range tokens()
{
    return { 1, 1e9 };
}

Attention readAttention(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    Attention a;
    fields.require("kind", "the kind of attention");
    fields.require("layers", "how many layers");
    const auto integer = [&](const char* key, int fallback) {
        return static_cast<int>(fields.integer(key, { 0, 1e8 }).value_or(fallback));
    };
    if (const auto word = fields.choice("kind", kAttentionKinds))
        a.kind = *word <= 2 ? AttentionKind::Gqa : *word == 3 ? AttentionKind::Mla : AttentionKind::Linear;
    a.layers = static_cast<int>(fields.integer("layers", layerCount()).value_or(0));
    a.heads = integer("heads", 1);
    a.kvHeads = integer("kv_heads", a.heads);
    a.headDim = integer("head_dim", 0);
    if (const auto window = fields.integer("window", tokens()))
        a.window = static_cast<int>(*window);
    a.chunkedWindow = fields.text("window_kind").value_or("") == "chunked";
    a.qkvBias = fields.flag("qkv_bias").value_or(false);
    a.outputBias = fields.flag("o_bias").value_or(false);
    if (const json* norm = fields.find("qk_norm"))
        a.qkNorm = !norm->is_boolean() || norm->get<bool>();
    a.sinks = fields.flag("sinks").value_or(false);
    a.outputGate = fields.flag("output_gate").value_or(false);
    a.sparseIndexer = fields.object("indexer") != nullptr;
    if (const auto rank = fields.integer("q_lora_rank", tokens()))
        a.qLoraRank = static_cast<int>(*rank);
    a.kvLoraRank = integer("kv_lora_rank", 0);
    a.nopeHeadDim = integer("qk_nope_head_dim", 0);
    a.ropeHeadDim = integer("qk_rope_head_dim", 0);
    a.valueHeadDim = integer("v_head_dim", 0);
    if (a.kind == AttentionKind::Gqa && a.headDim == 0)
        context.report(fields.at("head_dim"), "is missing", "give the width of one head");
    // Shapes of linear attention are kept in the file; this version does not compute with them.
    if (a.kind != AttentionKind::Linear)
        fields.finish();
    return a;
}

FeedForward readFeedForward(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    FeedForward f;
    fields.require("kind", "dense or moe");
    fields.require("layers", "how many layers");
    fields.require("intermediate", "the width");
    const auto integer = [&](const char* key) {
        return static_cast<int>(fields.integer(key, { 0, 1e8 }).value_or(0));
    };
    f.moe = fields.choice("kind", { "dense", "moe" }).value_or(0) == 1;
    f.layers = static_cast<int>(fields.integer("layers", layerCount()).value_or(0));
    f.intermediate = integer("intermediate");
    f.gated = fields.flag("gated").value_or(true);
    f.bias = fields.flag("bias").value_or(false);
    f.experts = integer("experts");
    f.active = integer("active");
    f.sharedExperts = integer("shared_experts");
    f.sharedIntermediate = integer("shared_intermediate");
    f.routerBias = fields.flag("router_bias").value_or(false);
    f.expertBias = fields.flag("expert_bias").value_or(false);
    fields.allow({ "shared_gate" });
    fields.finish();
    if (f.moe && (f.experts < 1 || f.active < 1 || f.active > f.experts))
        context.report(
            fields.at("active"), "must lie between 1 and the number of experts", "give experts and active");
    return f;
}

/// Fills a layer → group table from the groups' counts, in order.
template <typename Group> std::vector<std::uint8_t> inOrder(const std::vector<Group>& groups)
{
    std::vector<std::uint8_t> of;
    for (std::size_t i = 0; i < groups.size(); ++i)
        of.insert(of.end(), static_cast<std::size_t>(groups[i].layers), static_cast<std::uint8_t>(i));
    return of;
}

/// The kind of attention that a word of a layer pattern means.
bool matches(const Attention& attention, const std::string& word)
{
    if (word == "linear")
        return attention.kind == AttentionKind::Linear;
    if (attention.kind == AttentionKind::Linear)
        return false;
    return (word == "full") != attention.window.has_value();
}

/// Repeats the unit over the layers; what the counts leave over goes to the end.
void applyPattern(Model& model, const std::vector<std::string>& unit)
{
    std::vector<int> left;
    for (const Attention& attention : model.attention)
        left.push_back(attention.layers);
    model.attentionOf.clear();
    for (std::size_t layer = 0; layer < static_cast<std::size_t>(model.layers); ++layer) {
        std::size_t chosen = model.attention.size();
        for (std::size_t i = 0; i < model.attention.size(); ++i)
            if (left[i] > 0 && matches(model.attention[i], unit[layer % unit.size()]))
                chosen = i;
        if (chosen == model.attention.size())
            chosen = static_cast<std::size_t>(std::max_element(left.begin(), left.end()) - left.begin());
        --left[chosen];
        model.attentionOf.push_back(static_cast<std::uint8_t>(chosen));
    }
}

/// Dense layers come first; equal numbers of dense and expert layers alternate.
void arrangeFeedForward(Model& model)
{
    auto& groups = model.feedForward;
    const bool alternate
        = groups.size() == 2 && groups[0].moe != groups[1].moe && groups[0].layers == groups[1].layers;
    std::stable_sort(groups.begin(), groups.end(),
        [](const FeedForward& a, const FeedForward& b) { return a.moe < b.moe; });
    model.feedForwardOf = inOrder(groups);
    if (alternate)
        for (std::size_t i = 0; i < model.feedForwardOf.size(); ++i)
            model.feedForwardOf[i] = static_cast<std::uint8_t>(i % 2);
}

void readLayers(ReadContext& context, ObjectReader& fields, Model& model)
{
    fields.require("attention", "groups of layers");
    fields.require("ffn", "groups of layers");
    if (const json* groups = fields.array("attention"))
        for (std::size_t i = 0; i < groups->size(); ++i)
            model.attention.push_back(
                readAttention(context, groups->at(i), fields.at("attention") + '/' + std::to_string(i)));
    if (const json* groups = fields.array("ffn"))
        for (std::size_t i = 0; i < groups->size(); ++i)
            model.feedForward.push_back(
                readFeedForward(context, groups->at(i), fields.at("ffn") + '/' + std::to_string(i)));
    model.attentionOf = inOrder(model.attention);
    arrangeFeedForward(model);
    const auto layers = static_cast<std::size_t>(model.layers);
    if (model.attentionOf.size() != layers)
        context.report(fields.at("attention"),
            "groups have " + std::to_string(model.attentionOf.size()) + " layers, the model "
                + std::to_string(layers),
            "make them agree");
    if (model.feedForwardOf.size() != layers)
        context.report(fields.at("ffn"),
            "groups have " + std::to_string(model.feedForwardOf.size()) + " layers, the model "
                + std::to_string(layers),
            "make them agree");
    const json* pattern = fields.object("layer_pattern");
    if (pattern == nullptr || model.attentionOf.size() != layers)
        return;
    ObjectReader parts(context, *pattern, fields.at("layer_pattern"));
    const std::vector<std::string> unit = readTexts(parts, "unit", context);
    if (!unit.empty())
        applyPattern(model, unit);
}

/// The published weights' format: an id, or prose that begins with one.
std::string formatOf(const std::string& native)
{
    for (const char* known : { "fp8", "mxfp4" })
        if (native.starts_with(known))
            return known;
    if (native.starts_with("int4"))
        return "int4-g32";
    return "bf16";
}

} // namespace

Model readModel(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    Model model;
    for (const char* key : { "id", "layers", "hidden", "vocab" })
        fields.require(key, "it");
    const auto integer = [&](const char* key, Range range) {
        return static_cast<int>(fields.integer(key, range).value_or(range.min));
    };
    model.id = fields.text("id").value_or("");
    model.name = fields.text("name").value_or(model.id);
    model.family = fields.text("family").value_or("");
    model.layers = integer("layers", { 1, 1000 });
    model.hidden = integer("hidden", { 1, 1e6 });
    model.vocabulary = integer("vocab", { 1, 1e7 });
    model.tiedEmbeddings = fields.flag("tied_embeddings").value_or(false);
    if (const auto positions = fields.integer("learned_positions", tokens()))
        model.learnedPositions = static_cast<int>(*positions);
    model.layerNorm = fields.text("norm").value_or("rmsnorm").find("layer") != std::string::npos;
    model.normsPerLayer = static_cast<int>(fields.integer("norms_per_layer", { 0, 10 }).value_or(2));
    model.maxContext = static_cast<int>(fields.integer("max_context", { 1, 1e9 }).value_or(0));
    readLayers(context, fields, model);
    model.nativeFormat = formatOf(fields.text("native_weight_format").value_or("bf16"));
    model.sources = readTexts(fields, "sources", context);
    model.notes = readTexts(fields, "notes", context);
    fields.allow({ "org", "release_date", "release_date_source", "tier", "same_architecture_as", "published",
        "derived", "mtp", "max_context_note", "speculative_measurements" });
    fields.finish();
    return model;
}

} // namespace memwall::core
