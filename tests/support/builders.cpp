#include "tests/support/builders.h"

namespace memwall::tests
{

using namespace core;

namespace
{

Sourced<double> factor(double value)
{
    return { value, SourceId("test"), Confidence::Physics, {} };
}

Attention gqa(int layers, int heads, int kvHeads, int headDim)
{
    Attention attention;
    attention.layers = layers;
    attention.heads = heads;
    attention.kvHeads = kvHeads;
    attention.headDim = headDim;
    return attention;
}

FeedForward dense(int layers, int intermediate)
{
    FeedForward group;
    group.layers = layers;
    group.intermediate = intermediate;
    return group;
}

FeedForward experts(int layers, int intermediate, int count, int active)
{
    FeedForward group = dense(layers, intermediate);
    group.moe = true;
    group.experts = count;
    group.active = active;
    return group;
}

Model shell(const char* id, int layers, int hidden, int vocabulary)
{
    Model model;
    model.id = ModelId(id);
    model.name = id;
    model.layers = layers;
    model.hidden = hidden;
    model.vocabulary = vocabulary;
    model.maxContext = 131072;
    model.nativeFormat = kBf16;
    model.attentionOf.assign(static_cast<std::size_t>(layers), 0);
    model.feedForwardOf.assign(static_cast<std::size_t>(layers), 0);
    return model;
}

} // namespace

Model llama70b()
{
    Model model = shell("llama-3.1-70b", 80, 8192, 128256);
    model.attention = { gqa(80, 64, 8, 128) };
    model.feedForward = { dense(80, 28672) };
    return model;
}

Model llama1b()
{
    Model model = shell("llama-3.2-1b", 16, 2048, 128256);
    model.tiedEmbeddings = true;
    model.attention = { gqa(16, 32, 8, 64) };
    model.feedForward = { dense(16, 8192) };
    return model;
}

Model mixtral()
{
    Model model = shell("mixtral-8x7b", 32, 4096, 32000);
    model.attention = { gqa(32, 32, 8, 128) };
    model.feedForward = { experts(32, 14336, 8, 2) };
    return model;
}

Model deepseekV3()
{
    Model model = shell("deepseek-v3", 61, 7168, 129280);
    Attention latent;
    latent.kind = AttentionKind::Mla;
    latent.layers = 61;
    latent.heads = 128;
    latent.qLoraRank = 1536;
    latent.kvLoraRank = 512;
    latent.nopeHeadDim = 128;
    latent.ropeHeadDim = 64;
    latent.valueHeadDim = 128;
    model.attention = { latent };
    FeedForward routed = experts(58, 2048, 256, 8);
    routed.sharedExperts = 1;
    routed.sharedIntermediate = 2048;
    routed.routerBias = true;
    model.feedForward = { dense(3, 18432), routed };
    for (std::size_t i = 3; i < 61; ++i)
        model.feedForwardOf[i] = 1;
    return model;
}

Model gptOss120b()
{
    Model model = shell("gpt-oss-120b", 36, 2880, 201088);
    Attention full = gqa(18, 64, 8, 64);
    full.qkvBias = full.outputBias = full.sinks = true;
    Attention sliding = full;
    sliding.window = 128;
    model.attention = { sliding, full };
    for (std::size_t i = 0; i < 36; ++i)
        model.attentionOf[i] = static_cast<std::uint8_t>(i % 2);
    FeedForward group = experts(36, 2880, 128, 4);
    group.routerBias = group.expertBias = true;
    model.feedForward = { group };
    return model;
}

Chip plainChip()
{
    Chip chip;
    chip.id = ChipId("plain");
    chip.name = chip.shortName = "Plain";
    MemoryLevel memory;
    memory.name = "HBM";
    memory.capacity = Sourced<Bytes> { { 80e9 }, SourceId("test"), Confidence::Physics, {} };
    memory.bandwidth = Sourced<BytesPerSecond> { { 2e12 }, SourceId("test"), Confidence::Physics, {} };
    chip.levels = { memory };
    chip.peak.bf16 = Sourced<FlopsPerSecond> { { 500e12 }, SourceId("test"), Confidence::Physics, {} };
    chip.efficiency = { factor(1), factor(1) };
    chip.scaleUp = Neighbours { LinkId("plain"), 8 };
    chip.defaultEngine = EngineId("ideal");
    return chip;
}

Engine idealEngine()
{
    Engine engine;
    engine.id = EngineId("ideal");
    engine.name = "ideal";
    engine.memoryFactor = engine.computeFactor = engine.kvFactor = factor(1);
    return engine;
}

Format bf16()
{
    Format format;
    format.id = kBf16;
    format.name = "bf16";
    format.bitsPerWeight = factor(16);
    format.memoryFactor = factor(1);
    return format;
}

Link plainLink()
{
    Link link;
    link.id = LinkId("plain");
    link.name = "plain";
    link.bandwidth = { { 100e9 }, SourceId("test"), Confidence::Physics, {} };
    link.share = factor(1);
    link.latency = { { 1e-6 }, SourceId("test"), Confidence::Physics, {} };
    link.allReduceAlpha0 = Sourced<Seconds> { { 4e-6 }, SourceId("test"), Confidence::Physics, {} };
    link.allReduceAlphaPerRank = Sourced<Seconds> { { 1e-6 }, SourceId("test"), Confidence::Physics, {} };
    link.lowLatencyShare = 0.5;
    return link;
}

Machine plainMachine(const Model& model, int chips)
{
    Machine machine;
    machine.name = "plain";
    machine.model = model;
    machine.format = bf16();
    machine.physics.elementwisePasses = 0;
    machine.physics.expertMemoryFactor = 1;
    machine.physics.attentionPrefillShare = 1;
    PoolMachine pool;
    pool.chip = plainChip();
    pool.engine = idealEngine();
    pool.chips = pool.tensor = chips;
    if (chips > 1)
        pool.scaleUp = plainLink();
    machine.pools = { pool };
    return machine;
}

Workload together(std::int64_t users, std::int64_t prompt, std::int64_t output)
{
    Workload workload;
    workload.users = users;
    workload.promptTokens.value = prompt;
    workload.outputTokens.value = output;
    return workload;
}

} // namespace memwall::tests
