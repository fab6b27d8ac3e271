// Groups of equal layers of a model: their attention and their feed-forward.
#include "core/catalog/read_layers.h"

namespace memwall::core
{

using nlohmann::json;

namespace
{

const std::vector<std::string> kAttentionKinds { "gqa", "mha", "mqa", "mla", "none", "lightning",
    "gated_deltanet", "kda", "mamba2" };
constexpr std::size_t kMlaWord = 3, kNoneWord = 4, kFirstLinearWord = 5;

/// As many as a whole model may have; a table of this length is made for every group.
Range layerCount()
{
    return { 0, 1000 };
}

Range tokens()
{
    return { 1, 1e9 };
}

class GroupReader
{
public:
    GroupReader(ReadContext& context, const json& value, const std::string& pointer)
        : m_context(context)
        , m_fields(context, value, pointer)
    {
        m_fields.require("kind", { "give.layer_kind" });
        m_fields.require("layers", { "give.layers" });
    }

    Attention attention()
    {
        Attention a;
        const std::size_t word = m_fields.choice("kind", kAttentionKinds).value_or(0);
        a.kind = word < kMlaWord ? AttentionKind::Gqa
            : word == kMlaWord   ? AttentionKind::Mla
            : word == kNoneWord  ? AttentionKind::None
                                 : AttentionKind::Linear;
        a.layers = layers();
        if (a.kind == AttentionKind::Linear)
            a.linear = linear(static_cast<LinearKind>(word - kFirstLinearWord));
        else if (a.kind != AttentionKind::None)
            readHeads(a);
        m_fields.finish();
        return a;
    }

    FeedForward feedForward()
    {
        FeedForward f;
        const std::size_t word = m_fields.choice("kind", { "dense", "moe", "none" }).value_or(0);
        f.moe = word == 1;
        f.none = word == 2;
        f.layers = layers();
        if (!f.none)
            readWidths(f);
        m_fields.finish();
        return f;
    }

private:
    int integer(const char* key, int fallback = 0)
    {
        return static_cast<int>(m_fields.integer(key, { 0, 1e8 }).value_or(fallback));
    }

    int layers() { return static_cast<int>(m_fields.integer("layers", layerCount()).value_or(0)); }

    bool flag(const char* key, bool fallback = false) { return m_fields.flag(key).value_or(fallback); }

    void readHeads(Attention& a)
    {
        a.heads = integer("heads", 1);
        a.kvHeads = integer("kv_heads", a.heads);
        a.headDim = integer("head_dim");
        if (const auto window = m_fields.integer("window", tokens()))
            a.window = static_cast<int>(*window);
        a.chunkedWindow = m_fields.choice("window_kind", { "sliding", "chunked" }).value_or(0) == 1;
        a.qkvBias = flag("qkv_bias");
        a.outputBias = flag("o_bias");
        if (const json* norm = m_fields.find("qk_norm"))
            a.qkNorm = !norm->is_boolean() || norm->get<bool>();
        a.sinks = flag("sinks");
        a.outputGate = flag("output_gate");
        a.keysAreValues = flag("keys_are_values");
        a.reusesCache = flag("reuses_cache");
        if (const auto rank = m_fields.integer("q_lora_rank", tokens()))
            a.qLoraRank = static_cast<int>(*rank);
        a.kvLoraRank = integer("kv_lora_rank");
        a.nopeHeadDim = integer("qk_nope_head_dim");
        a.ropeHeadDim = integer("qk_rope_head_dim");
        a.valueHeadDim = integer("v_head_dim");
        if (const json* indexer = m_fields.object("indexer"))
            a.indexer = readIndexer(*indexer);
        if (a.kind == AttentionKind::Gqa && a.headDim == 0)
            m_context.report(m_fields.at("head_dim"), { "wrong.missing" }, { "give.head_dim" });
    }

    SparseIndexer readIndexer(const json& value)
    {
        ObjectReader parts(m_context, value, m_fields.at("indexer"));
        for (const char* key : { "heads", "head_dim", "topk" })
            parts.require(key, { "give.it" });
        const auto part
            = [&](const char* key) { return static_cast<int>(parts.integer(key, tokens()).value_or(1)); };
        const SparseIndexer indexer { part("heads"), part("head_dim"), part("topk"), part("key_bytes") };
        parts.finish();
        return indexer;
    }

    LinearAttention linear(LinearKind kind)
    {
        LinearAttention l;
        l.kind = kind;
        const bool split = kind == LinearKind::GatedDeltaNet;
        l.heads = integer(split ? "v_heads" : "heads");
        l.keyHeads = kind == LinearKind::Mamba2 ? integer("groups", 1) : split ? integer("k_heads") : l.heads;
        l.valueDim = integer(split ? "v_head_dim" : "head_dim");
        l.keyDim = kind == LinearKind::Mamba2 ? integer("state_dim")
            : split                           ? integer("k_head_dim")
                                              : l.valueDim;
        l.convKernel = integer("conv_kernel");
        m_fields.choice("state_dtype", { "fp32" });
        if (l.heads < 1 || l.keyHeads < 1 || l.keyDim < 1 || l.valueDim < 1)
            m_context.report(m_fields.at("kind"), { "wrong.state" },
                { split                              ? "give.state.deltanet"
                        : kind == LinearKind::Mamba2 ? "give.state.mamba"
                                                     : "give.state" });
        return l;
    }

    void readWidths(FeedForward& f)
    {
        m_fields.require("intermediate", { "give.width" });
        f.intermediate = integer("intermediate");
        f.gated = flag("gated", true);
        f.bias = flag("bias");
        f.experts = integer("experts");
        f.active = integer("active");
        if (const int channels = integer("expert_hidden"); channels > 0)
            f.expertHidden = channels;
        f.sharedExperts = integer("shared_experts");
        f.sharedIntermediate = integer("shared_intermediate");
        f.routerBias = flag("router_bias");
        f.expertBias = flag("expert_bias");
        m_fields.allow({ "shared_gate" });
        if (f.moe && (f.experts < 1 || f.active < 1 || f.active > f.experts))
            m_context.report(m_fields.at("active"), { "wrong.active" }, { "give.experts" });
    }

    ReadContext& m_context;
    ObjectReader m_fields;
};

} // namespace

Attention readAttention(ReadContext& context, const json& value, const std::string& pointer)
{
    return GroupReader(context, value, pointer).attention();
}

FeedForward readFeedForward(ReadContext& context, const json& value, const std::string& pointer)
{
    return GroupReader(context, value, pointer).feedForward();
}

} // namespace memwall::core
