#include "core/catalog/hf_fields.h"

#include "core/base/json_document.h"
#include "core/base/visible_text.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

namespace
{

constexpr auto kFromConfig = "right.copy_from_config";

const json* valueAt(const json& object, std::string_view name)
{
    const std::size_t slash = name.find('/');
    const auto found = object.find(name.substr(0, slash));
    if (found == object.end() || found->is_null())
        return nullptr;
    if (slash == std::string_view::npos)
        return &*found;
    return found->is_object() ? valueAt(*found, name.substr(slash + 1)) : nullptr;
}

} // namespace

HfFields::HfFields(ReadContext& context, const json& config, std::string pointer)
    : m_context(context)
    , m_own(config)
    , m_pointer(std::move(pointer))
{
    if (const auto nested = config.find("text_config"); nested != config.end() && nested->is_object()) {
        m_isNested = true;
        for (const auto& [name, value] : config.items())
            if (!nested->contains(name))
                m_outer.insert(name);
        m_own.update(*nested);
    }
    m_type = text("model_type");
    if (m_type.ends_with("_text"))
        m_type.resize(m_type.size() - 5);
    layers = need({ "num_hidden_layers", "n_layer", "num_layers" }, "give.layer_count");
    hidden = need({ "hidden_size", "n_embd", "n_embed", "d_model" }, "give.layer_width");
    heads = need({ "num_attention_heads", "n_head" }, "give.query_heads");
    // Beyond these the sums of what follows leave the whole numbers; readModel would refuse them too.
    if (layers > 1000)
        report("num_hidden_layers", { "wrong.more_than", { "1000" } }, { "give.layer_count" });
    if (hidden > 1'000'000)
        report("hidden_size", { "wrong.more_than", { "1000000" } }, { "give.layer_width" });
}

bool HfFields::is(Names types) const
{
    return std::find(types.begin(), types.end(), m_type) != types.end();
}

const json* HfFields::find(Names names) const
{
    for (const std::string_view name : names)
        if (const json* found = valueAt(m_own, name))
            return found;
    return nullptr;
}

bool HfFields::flag(std::string_view name, bool fallback)
{
    const json* value = find({ name });
    if (value == nullptr)
        return fallback;
    if (!value->is_boolean())
        report(name, { "wrong.be_flag" }, kFromConfig);
    return value->is_boolean() ? value->get<bool>() : fallback;
}

std::string HfFields::text(std::string_view name)
{
    const json* value = find({ name });
    if (value == nullptr)
        return {};
    if (!value->is_string())
        report(name, { "wrong.be_text" }, kFromConfig);
    return value->is_string() ? visibleText(value->get_ref<const std::string&>()) : std::string {};
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
        report(name, { "wrong.be_count" }, kFromConfig);
        return fallback;
    }
    return fallback;
}

int HfFields::need(Names names, Saying remedy)
{
    const int value = integer(names);
    const json* given = find(names);
    if (value == 0 && (given == nullptr || *given == 0))
        report(*names.begin(), { "wrong.missing" }, std::move(remedy));
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
            { "wrong.entries",
                { plainCount(static_cast<std::int64_t>(list->size())), std::to_string(layers) } },
            { "give.each_layer" });
    return nullptr;
}

void HfFields::report(std::string_view name, Saying message, Saying remedy)
{
    // Asked once per layer; said once.
    if (m_reported.emplace(name).second)
        m_context.report(at(name), std::move(message), std::move(remedy));
}

std::string HfFields::at(std::string_view name) const
{
    const bool outer = !m_isNested || m_outer.contains(name.substr(0, name.find('/')));
    return m_pointer + (outer ? "/" : "/text_config/") + std::string(name);
}

void HfFields::reportMade(const json& made, const Problems& problems)
{
    for (const Problem& problem : problems) {
        const auto tokens = pointerTokens(problem.pointer);
        const auto names = tokens ? hfNamesOf(tokens->back()) : std::vector<std::string_view> {};
        const json::json_pointer place(problem.pointer);
        const json* wrong = made.contains(place) ? &made.at(place) : nullptr;
        // Of several fields that it may come from, the one that has its value; else the first that is there.
        const auto has = [&](std::string_view name) { return find({ name }) != nullptr; };
        auto from = std::find_if(names.begin(), names.end(), [&](std::string_view name) {
            return has(name) && wrong != nullptr && *find({ name }) == *wrong;
        });
        if (from == names.end())
            from = std::find_if(names.begin(), names.end(), has);
        if (from == names.end())
            m_context.report(m_pointer,
                { "wrong.no_model", { problem.pointer, Sayings { problem.message } } }, problem.remedy);
        else
            report(*from, problem.message, problem.remedy);
    }
}

char hfMixer(HfFields& fields, int layer)
{
    const std::string pattern = fields.text("hybrid_override_pattern");
    if (pattern.empty())
        return 0;
    if (pattern.size() != static_cast<std::size_t>(fields.layers)) {
        fields.report("hybrid_override_pattern",
            { "wrong.letters",
                { plainCount(static_cast<std::int64_t>(pattern.size())), std::to_string(fields.layers) } },
            { "give.each_layer" });
        return 'M';
    }
    return pattern[static_cast<std::size_t>(layer)];
}

} // namespace memwall::core
