#include "tests/core/properties/tiny_models.h"

namespace memwall::tests
{

using nlohmann::json;

namespace
{

json grouped(std::size_t layers)
{
    return { { "kind", "gqa" }, { "layers", layers }, { "heads", 8 }, { "kv_heads", oneOf<int>({ 2, 1, 8 }) },
        { "head_dim", 64 } };
}

json windowed(std::size_t layers)
{
    json group = grouped(layers);
    group["window"] = 3 + pick(chance(50) ? 30 : 1000);
    if (chance(40))
        group["window_kind"] = "chunked";
    return group;
}

json latent(std::size_t layers)
{
    json group { { "kind", "mla" }, { "layers", layers }, { "heads", 8 }, { "kv_lora_rank", 64 },
        { "qk_nope_head_dim", 32 }, { "qk_rope_head_dim", 16 }, { "v_head_dim", 32 } };
    if (chance(50))
        group["q_lora_rank"] = 96;
    if (chance(40))
        group["indexer"]
            = { { "heads", 4 }, { "head_dim", 32 }, { "topk", 4 + pick(200) }, { "key_bytes", 1 } };
    return group;
}

json linear(std::size_t layers)
{
    switch (pick(4)) {
    case 0:
        return { { "kind", "lightning" }, { "layers", layers }, { "heads", 4 }, { "head_dim", 32 } };
    case 1:
        return { { "kind", "kda" }, { "layers", layers }, { "heads", 4 }, { "head_dim", 32 },
            { "conv_kernel", 4 } };
    case 2:
        return { { "kind", "mamba2" }, { "layers", layers }, { "heads", 8 }, { "head_dim", 16 },
            { "state_dim", 32 }, { "groups", 2 }, { "conv_kernel", 4 } };
    default:
        return { { "kind", "gated_deltanet" }, { "layers", layers }, { "k_heads", 2 }, { "v_heads", 4 },
            { "k_head_dim", 32 }, { "v_head_dim", 32 }, { "conv_kernel", 4 } };
    }
}

json attention(std::size_t layers)
{
    switch (pick(6)) {
    case 0:
        return grouped(layers);
    case 1:
    case 2:
        return windowed(layers);
    case 3:
        return latent(layers);
    default:
        return linear(layers);
    }
}

json dense(std::size_t layers)
{
    return { { "kind", "dense" }, { "layers", layers }, { "intermediate", 512 } };
}

json experts(std::size_t layers)
{
    json group { { "kind", "moe" }, { "layers", layers }, { "intermediate", 128 }, { "experts", 8 },
        { "active", 1 + pick(3) } };
    if (chance(50)) {
        group["shared_experts"] = 1;
        group["shared_intermediate"] = 128;
    }
    return group;
}

} // namespace

std::size_t pick(std::size_t n)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, n));
}

bool chance(std::size_t percent)
{
    return pick(100) >= 100 - percent;
}

json tinyModel()
{
    const std::size_t first = 1 + pick(2);
    const std::size_t second = pick(3);
    json model { { "id", "tiny" }, { "layers", first + second }, { "hidden", 256 }, { "vocab", 1000 },
        { "max_context", 65536 }, { "tied_embeddings", chance(50) } };
    model["attention"] = json::array({ attention(first) });
    if (second > 0)
        model["attention"].push_back(attention(second));
    const bool all = chance(30);
    model["ffn"] = json::array({ all ? experts(first) : dense(first) });
    if (second > 0)
        model["ffn"].push_back(chance(50) ? experts(second) : dense(second));
    return model;
}

} // namespace memwall::tests
