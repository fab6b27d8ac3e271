// Where the fields of a model come from: names in the catalog's format → names in Hugging Face configs, in
// the order in which they are looked for.
#include "core/catalog/hf_fields.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

struct HfOrigin
{
    std::string_view made;
    std::array<std::string_view, 7> names {};
};

constexpr HfOrigin kHfOrigins[] = {
    { "id", { "_name_or_path", "model_type" } },
    { "name", { "_name_or_path", "model_type" } },
    { "layers", { "num_hidden_layers", "n_layer", "num_layers" } },
    { "hidden", { "hidden_size", "n_embd", "n_embed", "d_model" } },
    { "vocab", { "vocab_size" } },
    { "max_context",
        { "max_position_embeddings", "n_positions", "n_ctx", "max_seq_len", "seq_length",
            "model_max_length" } },
    { "learned_positions", { "max_position_embeddings", "n_positions" } },
    { "per_layer_embedding", { "hidden_size_per_layer_input" } },
    { "heads",
        { "num_attention_heads", "n_head", "index_n_heads", "mamba_num_heads",
            "linear_attn_config/num_heads" } },
    { "kv_heads", { "num_key_value_heads", "num_kv_heads", "num_global_key_value_heads" } },
    { "head_dim",
        { "head_dim", "global_head_dim", "index_head_dim", "mamba_head_dim", "linear_attn_config/head_dim",
            "hidden_size" } },
    { "kind", { "linear_attn_config", "linear_num_value_heads", "mamba_num_heads" } },
    { "k_heads", { "linear_num_key_heads" } },
    { "v_heads", { "linear_num_value_heads" } },
    { "k_head_dim", { "linear_key_head_dim" } },
    { "v_head_dim", { "linear_value_head_dim", "v_head_dim" } },
    { "state_dim", { "ssm_state_size" } },
    { "groups", { "n_groups" } },
    { "conv_kernel",
        { "linear_conv_kernel_dim", "conv_kernel", "linear_attn_config/short_conv_kernel_size" } },
    { "kv_lora_rank", { "kv_lora_rank" } },
    { "q_lora_rank", { "q_lora_rank" } },
    { "qk_nope_head_dim", { "qk_nope_head_dim" } },
    { "qk_rope_head_dim", { "qk_rope_head_dim" } },
    { "topk", { "index_topk" } },
    { "window", { "sliding_window", "attention_chunk_size" } },
    { "intermediate",
        { "moe_intermediate_size", "intermediate_size", "intermediate_size_mlp", "ffn_dim", "n_inner",
            "ffn_hidden_size", "hidden_size" } },
    { "experts", { "num_local_experts", "n_routed_experts", "num_experts", "moe_num_experts" } },
    { "active", { "num_experts_per_tok", "num_experts_per_token", "moe_top_k", "top_k_experts" } },
    { "shared_experts", { "n_shared_experts", "num_shared_experts" } },
    { "shared_intermediate",
        { "shared_expert_intermediate_size", "moe_shared_expert_intermediate_size",
            "shared_intermediate_size", "share_expert_dim", "moe_intermediate_size", "intermediate_size" } },
    { "expert_hidden", { "moe_latent_size" } },
    { "layer_groups", { "hybrid_override_pattern", "layer_types" } },
};

} // namespace

std::vector<std::string_view> hfNamesOf(std::string_view made)
{
    const auto found = std::find_if(std::begin(kHfOrigins), std::end(kHfOrigins),
        [made](const HfOrigin& origin) { return origin.made == made; });
    if (found == std::end(kHfOrigins))
        return {};
    return { found->names.begin(), std::find(found->names.begin(), found->names.end(), std::string_view {}) };
}

} // namespace memwall::core
