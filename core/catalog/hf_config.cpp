#include "core/catalog/hf_config.h"

#include "core/catalog/hf_fields.h"
#include "core/catalog/read_parts.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

namespace
{

bool isKnown(const HfFields& fields)
{
    return fields.is({ "llama", "mistral", "mixtral", "qwen2", "qwen2_moe", "qwen3", "qwen3_moe",
        "qwen3_next", "qwen3_5", "qwen3_5_moe", "deepseek_v2", "deepseek_v3", "deepseek_v32", "kimi_k2",
        "kimi_linear", "gpt_oss", "gemma2", "gemma3", "gemma4", "phi3", "glm4", "glm4_moe", "glm4_moe_lite",
        "glm_moe_dsa", "minimax", "minimax_m1", "minimax_m2", "llama4", "nemotron_h", "opt", "gpt2", "gptj",
        "falcon", "bloom" });
}

bool isOld(const HfFields& fields)
{
    return fields.is({ "opt", "gpt2", "gptj", "falcon", "bloom" });
}

/// Equal layers become one group; which layer is of which group stands in a list.
void addGroups(json& model, const char* key, const std::vector<json>& layers)
{
    json groups = json::array(), of = json::array();
    for (const json& layer : layers) {
        std::size_t index = 0;
        while (index < groups.size() && groups[index].at("shape") != layer)
            ++index;
        if (index == groups.size())
            groups.push_back({ { "shape", layer }, { "layers", 0 } });
        groups[index]["layers"] = groups[index].at("layers").get<int>() + 1;
        of.push_back(index);
    }
    for (const json& group : groups) {
        json shape = group.at("shape");
        shape["layers"] = group.at("layers");
        model[key].push_back(std::move(shape));
    }
    model["layer_groups"][key] = std::move(of);
}

int normsPerLayer(HfFields& fields)
{
    if (fields.is({ "gptj", "nemotron_h" }))
        return 1;
    if (fields.is({ "falcon" }))
        return fields.flag("new_decoder_architecture") || !fields.flag("parallel_attn", true) ? 2 : 1;
    if (fields.is({ "gemma4" }))
        return 4 + (fields.integer({ "hidden_size_per_layer_input" }) > 0 ? 1 : 0)
            + (fields.integer({ "num_experts" }) > 0 ? 3 : 0);
    return fields.is({ "gemma2", "gemma3", "glm4" }) ? 4 : 2;
}

/// As formats.json names it.
std::string weightFormat(const HfFields& fields)
{
    const json* quantized = fields.find({ "quantization_config" });
    if (quantized == nullptr || !quantized->is_object())
        return "bf16";
    const json method = quantized->value("quant_method", json());
    if (method == "fp8" || method == "mxfp4")
        return method.get<std::string>();
    return method == "compressed-tensors" || method == "awq" || method == "gptq" ? "int4-g32" : "bf16";
}

void addEnds(HfFields& fields, json& model)
{
    model["vocab"] = fields.need({ "vocab_size" }, "give.words");
    // Where the field is left out, the library's default for the family holds.
    const bool tied = fields.is({ "opt", "gpt2", "falcon", "bloom", "gemma2", "gemma3", "gemma4" });
    model["tied_embeddings"] = fields.flag("tie_word_embeddings", tied);
    model["norm"] = isOld(fields) ? "layernorm" : "rmsnorm";
    model["norms_per_layer"] = normsPerLayer(fields);
    const int context = fields.integer({ "max_position_embeddings", "n_positions", "n_ctx", "max_seq_len",
        "seq_length", "model_max_length" });
    if (context > 0)
        model["max_context"] = context;
    if (context > 0 && fields.is({ "opt", "gpt2" }))
        model["learned_positions"] = fields.is({ "opt" }) ? context + 2 : context;
    if (const int channels = fields.integer({ "hidden_size_per_layer_input" }))
        model["per_layer_embedding"] = channels;
}

std::string idOf(std::string name)
{
    for (char& letter : name) {
        const bool plain
            = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.';
        const bool upper = letter >= 'A' && letter <= 'Z';
        letter = upper ? static_cast<char>(letter - 'A' + 'a') : plain ? letter : '-';
    }
    return name;
}

} // namespace

bool isHuggingFaceConfig(const json& value)
{
    if (!value.is_object() || !value.contains("model_type"))
        return false;
    const auto wide = [](const json& object) {
        return object.contains("hidden_size") || object.contains("n_embd") || object.contains("n_embed");
    };
    return wide(value)
        || (value.contains("text_config") && value.at("text_config").is_object()
            && wide(value.at("text_config")));
}

json modelFromHuggingFace(
    ReadContext& context, const json& config, const std::string& pointer, std::string name)
{
    if (!config.is_object()) {
        context.report(pointer, { "wrong.be_object" }, { "give.config" });
        return nullptr;
    }
    const std::size_t before = context.problems.size();
    HfFields fields(context, config, pointer);
    if (name.empty())
        name = fields.text("_name_or_path").empty() ? fields.type() : fields.text("_name_or_path");
    json model { { "id", idOf(name) }, { "name", name }, { "layers", fields.layers },
        { "hidden", fields.hidden }, { "native_weight_format", weightFormat(fields) },
        { "sources", { "a Hugging Face config.json" } }, { "notes", json::array() } };
    addEnds(fields, model);
    std::vector<json> attention, feedForward;
    for (int layer = 0; layer < fields.layers && context.problems.size() == before; ++layer) {
        attention.push_back(hfAttention(fields, layer));
        feedForward.push_back(hfFeedForward(fields, layer));
    }
    if (context.problems.size() > before)
        return nullptr;
    addGroups(model, "attention", attention);
    addGroups(model, "ffn", feedForward);
    if (!isKnown(fields))
        model["notes"].push_back("The model_type \"" + fields.type() + "\" is not known: read like Llama's.");
    ReadContext made;
    (void)readModel(made, model, {});
    fields.reportMade(model, made.problems.take());
    return context.problems.size() > before ? json() : model;
}

std::expected<json, Problems> modelFromHuggingFace(const json& config, std::string name)
{
    ReadContext context;
    json model = modelFromHuggingFace(context, config, {}, std::move(name));
    if (!context.problems.empty())
        return std::unexpected(context.problems.take());
    return model;
}

Model readModelOrConfig(ReadContext& context, const json& value, const std::string& pointer)
{
    if (!isHuggingFaceConfig(value))
        return readModel(context, value, pointer);
    const json made = modelFromHuggingFace(context, value, pointer, {});
    ReadContext good; // what is wrong with the model was said of the config
    return made.is_null() ? Model {} : readModel(good, made, pointer);
}

} // namespace memwall::core
