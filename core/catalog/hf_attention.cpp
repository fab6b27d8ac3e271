#include "core/catalog/hf_fields.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

namespace
{

enum class Sees : std::uint8_t
{
    All,
    Window,
    Chunk,
    State,
};

/// Layers of fixed order in models whose older configs do not list them.
Sees byFamily(HfFields& fields, int layer)
{
    const auto every = [&](int interval) { return interval > 0 && (layer + 1) % interval == 0; };
    if (fields.is({ "gemma2", "gpt_oss" }))
        return layer % 2 == 0 ? Sees::Window : Sees::All;
    if (fields.is({ "gemma3" }))
        return every(fields.integer({ "sliding_window_pattern" }, 6)) ? Sees::All : Sees::Window;
    if (fields.is({ "gemma4" }))
        return every(fields.integer({ "sliding_window_pattern" }, 6)) ? Sees::All : Sees::Window;
    if (fields.is({ "llama4" }))
        return every(fields.integer({ "no_rope_layer_interval" }, 4)) ? Sees::All : Sees::Chunk;
    if (fields.is({ "qwen3_next", "qwen3_5", "qwen3_5_moe" }))
        return every(fields.integer({ "full_attention_interval" }, 4)) ? Sees::All : Sees::State;
    const bool slides = fields.flag("use_sliding_window", fields.is({ "mistral", "mixtral", "phi3" }));
    return slides ? Sees::Window : Sees::All;
}

Sees seesOf(HfFields& fields, int layer)
{
    if (const json* type = fields.ofLayer("layer_types", layer); type != nullptr && type->is_string()) {
        const auto& word = type->get_ref<const std::string&>();
        return word == "full_attention"   ? Sees::All
            : word == "linear_attention"  ? Sees::State
            : word.starts_with("chunked") ? Sees::Chunk
                                          : Sees::Window;
    }
    // MiniMax: 0 a state, 1 full attention. Kimi Linear: lists of layers from 1.
    if (const json* type = fields.ofLayer("attn_type_list", layer))
        return *type == 0 ? Sees::State : Sees::All;
    if (const json* linear = fields.find({ "linear_attn_config" });
        linear != nullptr && linear->is_object()) {
        const json* full = fields.find({ "linear_attn_config/full_attn_layers" });
        const bool listed
            = full != nullptr && std::find(full->begin(), full->end(), layer + 1) != full->end();
        return listed ? Sees::All : Sees::State;
    }
    return byFamily(fields, layer);
}

json stateLayer(HfFields& fields)
{
    if (const json* linear = fields.find({ "linear_attn_config" }); linear != nullptr && linear->is_object())
        return { { "kind", "kda" },
            { "heads", fields.need({ "linear_attn_config/num_heads" }, "give.heads") },
            { "head_dim", fields.need({ "linear_attn_config/head_dim" }, "give.head_width") },
            { "conv_kernel", fields.integer({ "linear_attn_config/short_conv_kernel_size" }) },
            { "state_dtype", "fp32" } };
    if (fields.find({ "linear_num_value_heads" }) == nullptr)
        return { { "kind", "lightning" }, { "heads", fields.heads },
            { "head_dim", fields.integer({ "head_dim" }, fields.hidden / std::max(1, fields.heads)) },
            { "state_dtype", "fp32" } };
    return { { "kind", "gated_deltanet" },
        { "k_heads", fields.need({ "linear_num_key_heads" }, "give.key_heads") },
        { "v_heads", fields.need({ "linear_num_value_heads" }, "give.value_heads") },
        { "k_head_dim", fields.need({ "linear_key_head_dim" }, "give.key_head_width") },
        { "v_head_dim", fields.need({ "linear_value_head_dim" }, "give.value_head_width") },
        { "conv_kernel", fields.integer({ "linear_conv_kernel_dim" }) }, { "state_dtype", "fp32" } };
}

json mambaLayer(HfFields& fields)
{
    return { { "kind", "mamba2" }, { "heads", fields.need({ "mamba_num_heads" }, "give.mamba_heads") },
        { "head_dim", fields.need({ "mamba_head_dim" }, "give.mamba_head_width") },
        { "state_dim", fields.need({ "ssm_state_size" }, "give.state_size") },
        { "groups", fields.integer({ "n_groups" }, 1) }, { "conv_kernel", fields.integer({ "conv_kernel" }) },
        { "state_dtype", "fp32" } };
}

json latentLayer(HfFields& fields)
{
    json layer { { "kind", "mla" }, { "heads", fields.heads },
        { "kv_lora_rank", fields.need({ "kv_lora_rank" }, "give.latent_width") },
        { "qk_nope_head_dim", fields.need({ "qk_nope_head_dim" }, "give.nope_width") },
        { "qk_rope_head_dim", fields.need({ "qk_rope_head_dim" }, "give.rope_width") },
        { "v_head_dim", fields.need({ "v_head_dim" }, "give.value_width") } };
    if (const int rank = fields.integer({ "q_lora_rank" }))
        layer["q_lora_rank"] = rank;
    if (const int top = fields.integer({ "index_topk" }))
        layer["indexer"] = { { "heads", fields.need({ "index_n_heads" }, "give.indexer_heads") },
            { "head_dim", fields.need({ "index_head_dim" }, "give.indexer_width") }, { "topk", top },
            { "key_bytes", 1 } };
    return layer;
}

int kvHeads(HfFields& fields, bool global)
{
    if (global && fields.find({ "num_global_key_value_heads" }) != nullptr)
        return fields.integer({ "num_global_key_value_heads" });
    if (fields.is({ "falcon" }) && !fields.flag("new_decoder_architecture"))
        return fields.flag("multi_query", true) ? 1 : fields.heads;
    return fields.integer({ "num_key_value_heads", "num_kv_heads" }, fields.heads);
}

/// Keys and values of an earlier layer: Gemma 4's last layers.
bool reusesCache(HfFields& fields, int layer)
{
    return layer >= fields.layers - fields.integer({ "num_kv_shared_layers" });
}

json headsLayer(HfFields& fields, int layer, Sees sees)
{
    const bool biased = fields.flag("attention_bias", fields.flag("bias"));
    const bool always = fields.is({ "qwen", "qwen2", "qwen2_moe", "gpt2", "opt", "bloom" });
    const bool global = fields.is({ "gemma4" }) && sees == Sees::All;
    const int even = fields.hidden / std::max(1, fields.heads);
    const int width = global ? fields.integer({ "global_head_dim", "head_dim" }, even)
                             : fields.integer({ "head_dim" }, even);
    json made { { "kind", "gqa" }, { "heads", fields.heads }, { "kv_heads", kvHeads(fields, global) },
        { "head_dim", width }, { "qkv_bias", always || biased },
        { "o_bias", fields.is({ "gpt2", "opt", "bloom" }) || (biased && fields.is({ "llama", "gpt_oss" })) },
        { "sinks", fields.is({ "gpt_oss" }) },
        { "output_gate", fields.is({ "qwen3_next", "qwen3_5", "qwen3_5_moe" }) } };
    if (fields.type().starts_with("qwen3") || fields.is({ "gemma3", "gemma4" }) || fields.flag("use_qk_norm"))
        made["qk_norm"] = "per_head";
    const int window = fields.integer({ sees == Sees::Chunk ? "attention_chunk_size" : "sliding_window" });
    if ((sees == Sees::Window || sees == Sees::Chunk) && window > 0) {
        made["window"] = window;
        made["window_kind"] = sees == Sees::Chunk ? "chunked" : "sliding";
    }
    if (global && fields.flag("attention_k_eq_v"))
        made["keys_are_values"] = true;
    if (reusesCache(fields, layer))
        made["reuses_cache"] = true;
    return made;
}

} // namespace

json hfAttention(HfFields& fields, int layer)
{
    const char mixer = hfMixer(fields, layer);
    if (mixer == 'M')
        return mambaLayer(fields);
    if (mixer == 'E' || mixer == '-')
        return { { "kind", "none" } };
    const Sees sees = seesOf(fields, layer);
    if (sees == Sees::State)
        return stateLayer(fields);
    if (fields.find({ "kv_lora_rank" }) != nullptr)
        return latentLayer(fields);
    return headsLayer(fields, layer, sees);
}

} // namespace memwall::core
