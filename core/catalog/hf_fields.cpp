#include "core/catalog/hf_fields.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

HfFields::HfFields(ReadContext& context, const json& config)
    : m_context(context)
    , m_own(config)
{
    if (config.contains("text_config") && config.at("text_config").is_object()) {
        m_prefix = "/text_config";
        m_own.update(config.at("text_config"));
    }
    m_type = text("model_type");
    if (m_type.ends_with("_text"))
        m_type.resize(m_type.size() - 5);
    layers = need({ "num_hidden_layers", "n_layer", "num_layers" }, "the number of layers");
    hidden = need({ "hidden_size", "n_embd", "n_embed", "d_model" }, "the width of the layers");
    heads = need({ "num_attention_heads", "n_head" }, "the number of query heads");
    if (layers > 1000)
        report("num_hidden_layers", "is more than 1000", "give the number of layers");
}

bool HfFields::is(Names types) const
{
    return std::find(types.begin(), types.end(), m_type) != types.end();
}

const json* HfFields::find(Names names) const
{
    for (const std::string_view name : names)
        if (const auto found = m_own.find(name); found != m_own.end() && !found->is_null())
            return &*found;
    return nullptr;
}

bool HfFields::flag(std::string_view name, bool fallback) const
{
    const json* value = find({ name });
    return value != nullptr && value->is_boolean() ? value->get<bool>() : fallback;
}

std::string HfFields::text(std::string_view name) const
{
    const json* value = find({ name });
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string {};
}

int HfFields::integer(Names names, int fallback)
{
    for (const std::string_view name : names) {
        const json* value = find({ name });
        if (value == nullptr)
            continue;
        const double number = value->is_number() ? value->get<double>() : -1;
        if (value->is_number_integer() && number >= 0 && number <= 1e9)
            return value->get<int>();
        report(name, "must be a whole number from 0 to 1000000000", "copy it from the model's config.json");
        return fallback;
    }
    return fallback;
}

int HfFields::need(Names names, std::string_view what)
{
    const int value = integer(names);
    if (value == 0)
        report(*names.begin(), "is missing", "give " + std::string(what));
    return value;
}

const json* HfFields::ofLayer(std::string_view name, int layer)
{
    const json* list = find({ name });
    if (list == nullptr || (!list->is_array() && !list->is_string()))
        return nullptr;
    const auto at = static_cast<std::size_t>(layer);
    if (list->is_array() && at < list->size())
        return &list->at(at);
    if (list->is_array())
        report(name,
            "has " + std::to_string(list->size()) + " entries for " + std::to_string(layers) + " layers",
            "give one for each layer");
    return nullptr;
}

void HfFields::report(std::string_view name, std::string message, std::string remedy)
{
    // Asked once per layer; said once.
    if (m_reported.emplace(name).second)
        m_context.report(at(name), std::move(message), std::move(remedy));
}

std::string HfFields::at(std::string_view name) const
{
    return m_prefix + '/' + std::string(name);
}

char hfMixer(HfFields& fields, int layer)
{
    const std::string pattern = fields.text("hybrid_override_pattern");
    if (pattern.empty())
        return 0;
    if (pattern.size() != static_cast<std::size_t>(fields.layers)) {
        fields.report("hybrid_override_pattern",
            "has " + std::to_string(pattern.size()) + " letters for " + std::to_string(fields.layers)
                + " layers",
            "give one for each layer");
        return 'M';
    }
    return pattern[static_cast<std::size_t>(layer)];
}

} // namespace memwall::core
