#include "core/catalog/read_layers.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

namespace
{

/// Tables of layers hold a group's number in a byte.
constexpr std::size_t kMostGroups = 255;

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

/// An explicit list: for every layer the number of its group in the file.
template <typename Group>
std::vector<std::uint8_t> listed(
    ReadContext& context, ObjectReader& parts, const char* key, const std::vector<Group>& groups)
{
    std::vector<std::uint8_t> of;
    std::vector<int> counts(groups.size());
    const json* list = parts.array(key);
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        const json& entry = list->at(i);
        const std::int64_t group = entry.is_number_integer() ? entry.get<std::int64_t>() : -1;
        if (group < 0 || group >= static_cast<std::int64_t>(groups.size())) {
            context.report(
                parts.at(key) + '/' + std::to_string(i), { "wrong.group" }, { "right.count_groups" });
            return {};
        }
        of.push_back(static_cast<std::uint8_t>(group));
        ++counts[of.back()];
    }
    for (std::size_t g = 0; g < groups.size(); ++g)
        if (list != nullptr && counts[g] != groups[g].layers)
            context.report(parts.at(key),
                { "wrong.group_count",
                    { std::to_string(g), std::to_string(counts[g]), plainCount(groups[g].layers) } },
                { "right.agree" });
    return of;
}

template <typename Group, typename Read>
std::vector<Group> readGroups(
    ReadContext& context, ObjectReader& fields, const char* key, int layers, const Read& read)
{
    std::vector<Group> groups;
    fields.require(key, { "give.layer_groups" });
    if (const json* list = fields.array(key))
        for (std::size_t i = 0; i < list->size(); ++i)
            groups.push_back(read(context, list->at(i), fields.at(key) + '/' + std::to_string(i)));
    if (groups.size() > kMostGroups) {
        context.report(fields.at(key),
            { "wrong.groups", { plainCount(static_cast<std::int64_t>(groups.size())) } },
            { "right.groups", { std::to_string(kMostGroups) } });
        return {};
    }
    int sum = 0;
    for (const Group& group : groups)
        sum += group.layers;
    if (sum != layers)
        context.report(fields.at(key), { "wrong.layers", { plainCount(sum), std::to_string(layers) } },
            { "right.agree" });
    return groups;
}

/// Which group each layer belongs to: an explicit list, a repeated unit, or the order of the groups.
void arrangeLayers(ReadContext& context, ObjectReader& fields, Model& model)
{
    std::vector<std::uint8_t> feedForward;
    model.attentionOf = inOrder(model.attention);
    if (const json* lists = fields.object("layer_groups")) {
        ObjectReader parts(context, *lists, fields.at("layer_groups"));
        if (parts.has("attention"))
            model.attentionOf = listed(context, parts, "attention", model.attention);
        feedForward = listed(context, parts, "ffn", model.feedForward);
        parts.finish();
    }
    const json* pattern = fields.object("layer_pattern");
    if (pattern != nullptr && model.attentionOf.size() == static_cast<std::size_t>(model.layers)) {
        ObjectReader parts(context, *pattern, fields.at("layer_pattern"));
        const std::vector<std::string> unit = readTexts(parts, "unit", context);
        if (!unit.empty())
            applyPattern(model, unit);
    }
    if (feedForward.empty())
        arrangeFeedForward(model);
    else
        model.feedForwardOf = std::move(feedForward);
}

void readLayers(ReadContext& context, ObjectReader& fields, Model& model)
{
    model.attention = readGroups<Attention>(context, fields, "attention", model.layers, readAttention);
    model.feedForward = readGroups<FeedForward>(context, fields, "ffn", model.layers, readFeedForward);
    arrangeLayers(context, fields, model);
    for (std::size_t i = 0; i < std::min(model.attentionOf.size(), model.feedForwardOf.size()); ++i)
        if (model.attention[model.attentionOf[i]].kind == AttentionKind::None
            && model.feedForward[model.feedForwardOf[i]].none) {
            context.report(fields.at("layer_groups"), { "wrong.empty_layer", { std::to_string(i) } },
                { "right.empty_layer" });
            return;
        }
}

/// The published weights' format: an id, or prose that begins with one.
FormatId formatOf(const std::string& native)
{
    for (const char* known : { "fp8", "mxfp4" })
        if (native.starts_with(known))
            return FormatId(known);
    return native.starts_with("int4") ? FormatId("int4-g32") : kBf16;
}

} // namespace

Model readModel(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    Model model;
    for (const char* key : { "id", "layers", "hidden", "vocab" })
        fields.require(key, { "give.it" });
    const auto integer = [&](const char* key, Range range) {
        return static_cast<int>(fields.integer(key, range).value_or(range.min));
    };
    model.id = readId<ModelId>(fields, "id");
    model.name = fields.text("name").value_or(model.id.text());
    model.family = fields.text("family").value_or("");
    model.layers = integer("layers", { 1, 1000 });
    model.hidden = integer("hidden", { 1, 1e6 });
    model.vocabulary = integer("vocab", { 1, 1e7 });
    model.tiedEmbeddings = fields.flag("tied_embeddings").value_or(false);
    model.perLayerEmbedding = static_cast<int>(fields.integer("per_layer_embedding", { 0, 1e6 }).value_or(0));
    if (const auto positions = fields.integer("learned_positions", { 1, 1e9 }))
        model.learnedPositions = static_cast<int>(*positions);
    model.layerNorm = fields.text("norm").value_or("rmsnorm").find("layer") != std::string::npos;
    model.normsPerLayer = static_cast<int>(fields.integer("norms_per_layer", { 0, 10 }).value_or(2));
    if (const auto tokens = fields.integer("max_context", { 1, 1e9 }))
        model.maxContext = static_cast<int>(*tokens);
    readLayers(context, fields, model);
    model.nativeFormat = formatOf(fields.text("native_weight_format").value_or("bf16"));
    for (std::string& id : readTexts(fields, "sources", context))
        model.sources.emplace_back(std::move(id));
    model.notes = readTexts(fields, "notes", context);
    fields.allow({ "org", "release_date", "release_date_source", "tier", "same_architecture_as", "published",
        "derived", "mtp", "max_context_note", "speculative_measurements" });
    fields.finish();
    return model;
}

} // namespace memwall::core
