#include "core/catalog/hf_fields.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

namespace
{

bool isGated(const HfFields& fields)
{
    return !fields.is({ "opt", "gpt2", "gptj", "falcon", "bloom", "nemotron_h" });
}

int denseWidth(HfFields& fields, int layer)
{
    if (fields.is({ "gpt2", "gptj", "falcon", "bloom" }))
        return fields.integer({ "n_inner", "ffn_hidden_size", "intermediate_size" }, 4 * fields.hidden);
    if (fields.is({ "llama4" }))
        return fields.need({ "intermediate_size_mlp" }, "give.dense_width");
    const int width = fields.need({ "intermediate_size", "ffn_dim" }, "give.ffn_width");
    const bool doubled = fields.flag("use_double_wide_mlp")
        && layer >= fields.layers - fields.integer({ "num_kv_shared_layers" });
    return doubled ? 2 * width : width;
}

json denseLayer(HfFields& fields, int layer)
{
    return { { "kind", "dense" }, { "intermediate", denseWidth(fields, layer) }, { "gated", isGated(fields) },
        { "bias", fields.is({ "opt", "gpt2", "gptj", "bloom" }) || fields.flag("mlp_bias") } };
}

int expertCount(HfFields& fields)
{
    return fields.integer({ "num_local_experts", "n_routed_experts", "num_experts", "moe_num_experts" });
}

bool listed(const json* list, int layer)
{
    return list != nullptr && std::find(list->begin(), list->end(), layer) != list->end();
}

bool layerHasExperts(HfFields& fields, int layer)
{
    if (expertCount(fields) == 0)
        return false;
    if (fields.is({ "llama4" }))
        return (layer + 1) % std::max(1, fields.integer({ "interleave_moe_layer_step" }, 1)) == 0;
    const int step = fields.integer({ "decoder_sparse_step", "moe_layer_freq" }, 1);
    return layer >= fields.integer({ "first_k_dense_replace" })
        && !listed(fields.find({ "mlp_only_layers" }), layer) && (layer + 1) % std::max(1, step) == 0;
}

/// Experts that every token passes: how many, and how wide each.
void addShared(HfFields& fields, json& made, int width)
{
    int count = fields.integer({ "n_shared_experts", "num_shared_experts" });
    int each = width;
    if (const int wide = fields.integer({ "shared_expert_intermediate_size",
            "moe_shared_expert_intermediate_size", "shared_intermediate_size", "share_expert_dim" })) {
        count = std::max(1, count);
        each = wide;
    }
    if (fields.is({ "llama4" }))
        count = 1;
    if (fields.is({ "gemma4" })) {
        count = 1;
        each = fields.need({ "intermediate_size" }, "give.dense_part_width");
    }
    if (count > 0) {
        made["shared_experts"] = count;
        made["shared_intermediate"] = each;
    }
}

json expertsLayer(HfFields& fields)
{
    const int width = fields.need({ "moe_intermediate_size", "intermediate_size" }, "give.expert_width");
    const bool biased = fields.is({ "gpt_oss" });
    const bool routerBias = biased || fields.flag("use_routing_bias")
        || fields.is({ "glm4_moe", "glm4_moe_lite" })
        || fields.is({ "glm_moe_dsa", "kimi_linear", "nemotron_h" })
        || fields.text("topk_method") == "noaux_tc";
    json made { { "kind", "moe" }, { "experts", expertCount(fields) },
        { "active",
            fields.need({ "num_experts_per_tok", "num_experts_per_token", "moe_top_k", "top_k_experts" },
                "give.active_experts") },
        { "intermediate", width }, { "gated", isGated(fields) }, { "router_bias", routerBias },
        { "expert_bias", biased } };
    addShared(fields, made, width);
    if (const int latent = fields.integer({ "moe_latent_size" }))
        made["expert_hidden"] = latent;
    return made;
}

} // namespace

json hfFeedForward(HfFields& fields, int layer)
{
    const char mixer = hfMixer(fields, layer);
    if (mixer == 'M' || mixer == '*')
        return { { "kind", "none" } };
    return mixer == 'E' || (mixer == 0 && layerHasExperts(fields, layer)) ? expertsLayer(fields)
                                                                          : denseLayer(fields, layer);
}

} // namespace memwall::core
