#include "tests/support/run_builder.h"

namespace memwall::test
{

namespace
{

using namespace core;

LevelUse level(const char* name, double capacity, double bandwidth)
{
    LevelUse use;
    use.name = name;
    use.door = name;
    if (capacity > 0)
        use.capacity = Bytes { capacity };
    if (bandwidth > 0)
        use.bandwidth = BytesPerSecond { bandwidth };
    return use;
}

PoolInfo gpuPool(PoolRole role, int chips)
{
    PoolInfo pool;
    pool.role = role;
    pool.chipId = ChipId("test_gpu");
    pool.chipName = "Test GPU";
    pool.chips = chips;
    pool.inStep = chips;
    pool.cores = 132;
    pool.peakFlops = core::FlopsPerSecond { 989e12 };
    pool.peakBandwidth = core::BytesPerSecond { 3.2e12 };
    if (chips > 1)
        pool.link = LinkUse { "NVLink", { 450e9 }, {} };
    pool.levels = { level("host DRAM", 0, 64e9), level("HBM3", 80e9, 3.2e12), level("L2", 50e6, 5.5e12) };
    pool.homeLevel = 1;
    pool.levels[1].holds = true;
    pool.levels[1].achievedShare = 0.8;
    pool.levels[1].weightBytes = 32e9;
    pool.levels[1].kvCapacity = Bytes { 40e9 };
    return pool;
}

Operator operatorOf(OperatorKind kind, double begin, double busy, double duration)
{
    Operator op;
    op.kind = kind;
    op.begin = { begin, 0 };
    op.busy = { busy, 0 };
    op.duration = { duration, 0 };
    return op;
}

void flow(Operator& op, std::uint8_t door, Kind kind, double bytes)
{
    op.flows.push_back({ door, kind, { bytes, 0 } });
}

/// A layer of two operators: attention reads a quarter of the weights and the KV cache, feed-forward the
/// rest; then the chips tell each other.
Layer layerOf(double weights, double kv, double seconds, double flops, bool reduce)
{
    Operator attention = operatorOf(OperatorKind::Attention, 0, seconds * 0.25, seconds * 0.25);
    Operator forward = operatorOf(OperatorKind::FeedForward, seconds * 0.25, seconds * 0.75, seconds * 0.75);
    for (const std::uint8_t door : { std::uint8_t { 1 }, std::uint8_t { 2 } }) {
        flow(attention, door, Kind::Weights, weights * 0.25);
        flow(attention, door, Kind::KvCache, kv);
        flow(forward, door, Kind::Weights, weights * 0.75);
    }
    attention.flops = { flops * 0.25, 0 };
    forward.flops = { flops * 0.75, 0 };
    Layer layer { { attention, forward }, { seconds, 0 } };
    if (reduce) {
        Operator talk = operatorOf(OperatorKind::AllReduce, seconds, 10e-6, 10e-6);
        talk.bound = Lane::Communication;
        flow(talk, kLinkDoor, Kind::Communication, 16384);
        layer.operators.push_back(talk);
        layer.duration.base += 10e-6;
    }
    return layer;
}

std::shared_ptr<const StepShape> shapeOf(PassKind kind, int tokens, int layers, const Layer& layer)
{
    Pass pass;
    pass.kind = kind;
    pass.tokens = tokens;
    pass.layerKinds = { layer };
    pass.layerKindOf.assign(static_cast<std::size_t>(layers), 0);
    for (int i = 0; i <= layers; ++i)
        pass.layerBegin.push_back(layer.duration * i);
    pass.duration = layer.duration * layers;
    auto shape = std::make_shared<StepShape>();
    shape->duration = pass.duration;
    shape->passes.push_back(std::move(pass));
    return shape;
}

Segment segmentOf(SegmentKind kind, double begin, std::int64_t steps, std::shared_ptr<const StepShape> shape)
{
    Segment segment;
    segment.kind = kind;
    segment.begin = instantAt(begin);
    segment.steps = steps;
    segment.shape = std::move(shape);
    segment.requests = { 0 };
    segment.end = segment.begin + fromSeconds(segment.shape->duration.sumTo(static_cast<double>(steps)));
    return segment;
}

Segment prefillOf(int layers)
{
    Segment prefill = segmentOf(SegmentKind::Prefill, 0, 1,
        shapeOf(
            PassKind::Prefill, 1024, layers, layerOf(32e9 / layers, 0, 0.1 / layers, 60e12 / layers, false)));
    prefill.kvAfter = 84e6;
    return prefill;
}

Segment decodeOf(double begin, int layers, std::int64_t steps)
{
    Segment decode = segmentOf(SegmentKind::Decode, begin, steps,
        shapeOf(PassKind::Decode, 1, layers,
            layerOf(32e9 / layers, 300e6 / layers, 12.5e-3 / layers, 35e9 / layers, true)));
    decode.kvBytes = { 84e6, 82e3 };
    decode.kvAfter = decode.kvBytes.at(static_cast<double>(steps));
    return decode;
}

RequestRun requestOf(std::int64_t tokens, std::vector<RequestRun::Piece> pieces)
{
    RequestRun request;
    request.promptTokens = 1024;
    request.outputTokens = tokens;
    request.pieces = std::move(pieces);
    return request;
}

std::shared_ptr<Run> emptyRun(std::vector<PoolInfo> pools)
{
    auto run = std::make_shared<Run>();
    run->name = "test";
    run->modelName = "Test 70B";
    run->layers = 80;
    run->pools = std::move(pools);
    return run;
}

/// A machine whose weights leave no room: every layer takes 17 µs, nearly all of it latency.
std::shared_ptr<Run> inPlaceRun(ChipClass chipClass, LevelUse memory, bool wired)
{
    PoolInfo pool = gpuPool(PoolRole::Both, 1);
    pool.chipClass = chipClass;
    pool.cores = 900000;
    memory.holds = true;
    memory.weightBytes = 16e9;
    memory.weightsInPlace = wired;
    pool.levels = { memory };
    pool.homeLevel = 0;
    if (wired) {
        pool.levels.push_back(level("SRAM", 300e6, 0));
        pool.levels[1].holds = true;
    }
    pool.levels.back().kvCapacity = Bytes { 250e6 };
    auto run = emptyRun({ pool });
    run->layers = 32;
    Layer layer = layerOf(0, 0, 17e-6, 0.5e9, false);
    for (Operator& op : layer.operators) {
        op.flows = { { 0, Kind::Weights, { wired ? 0.0 : 250e6, 0 } } };
        op.busy = { op.duration.base * 0.1, 0 };
        op.bound = Lane::Fixed;
    }
    Segment decode = segmentOf(SegmentKind::Decode, 0, 60, shapeOf(PassKind::Decode, 1, run->layers, layer));
    decode.kvBytes = { 134e6, 131e3 };
    decode.kvAfter = 142e6;
    run->segments = { decode };
    run->requests = { requestOf(60, { { 0, 0, 60 } }) };
    run->seal();
    return run;
}

} // namespace

std::shared_ptr<Run> wallRun()
{
    auto run = emptyRun({ gpuPool(PoolRole::Both, 4) });
    run->segments = { prefillOf(80), decodeOf(0.1, 80, 40) };
    run->requests = { requestOf(41, { { 0, 0, 1 }, { 1, 1, 40 } }) };
    run->seal();
    return run;
}

std::shared_ptr<Run> interruptedRun()
{
    auto run = emptyRun({ gpuPool(PoolRole::Both, 4) });
    const Segment before = decodeOf(0.1, 80, 19);
    Segment prompt = prefillOf(80);
    prompt.begin = before.end;
    prompt.end = before.end + fromSeconds(0.1);
    prompt.requests = { 1 };
    Segment after = decodeOf(toSeconds(prompt.end), 80, 21);
    after.requests = { 0, 1 };
    run->segments = { prefillOf(80), before, prompt, after };
    run->requests = { requestOf(41, { { 0, 0, 1 }, { 1, 1, 19 }, { 3, 20, 21 } }),
        requestOf(22, { { 2, 0, 1 }, { 3, 1, 21 } }) };
    run->seal();
    return run;
}

std::shared_ptr<Run> twoPoolRun()
{
    auto run = emptyRun({ gpuPool(PoolRole::Prefill, 1), gpuPool(PoolRole::Decode, 1) });
    Operator move = operatorOf(OperatorKind::KvTransfer, 0, 20e-3, 20e-3);
    move.pool = 1;
    flow(move, kLinkDoor, Kind::KvCache, 84e6);
    Pass pass;
    pass.kind = PassKind::Transfer;
    pass.before = { move };
    pass.layerBegin = { { 20e-3, 0 } };
    pass.duration = { 20e-3, 0 };
    auto shape = std::make_shared<StepShape>();
    shape->passes = { pass };
    shape->duration = pass.duration;
    Segment transfer = segmentOf(SegmentKind::Transfer, 0.1, 1, shape);
    transfer.pool = 1;
    Segment decode = decodeOf(0.12, 80, 40);
    decode.pool = 1;
    auto decodeShape = std::make_shared<StepShape>(*decode.shape);
    for (Pass& each : decodeShape->passes)
        for (Layer& layer : each.layerKinds)
            for (Operator& op : layer.operators)
                op.pool = 1;
    decode.shape = decodeShape;
    run->segments = { prefillOf(80), transfer, decode };
    run->requests = { requestOf(41, { { 0, 0, 1 }, { 2, 1, 40 } }) };
    run->seal();
    return run;
}

std::shared_ptr<Run> speculationRun()
{
    auto run = emptyRun({ gpuPool(PoolRole::Both, 4) });
    run->drafterName = "Test 1B";
    Segment cycle = decodeOf(0.1, 80, 1);
    cycle.kind = SegmentKind::Speculation;
    cycle.drafted = 4;
    run->segments = { prefillOf(80), cycle };
    RequestRun request = requestOf(5, { { 0, 0, 1 }, { 1, 1, 4 } });
    request.cycles = { { 1, 1, 4, 3, 4 } };
    run->requests = { request };
    run->seal();
    return run;
}

std::shared_ptr<Run> overflowingRun()
{
    auto run = emptyRun({ gpuPool(PoolRole::Both, 1) });
    run->pools[0].levels[1].weightBytes = 140e9;
    run->fits = false;
    run->fitReason = { { "fit.weights", { "Llama", "bf16", "140 GB", "1", "H100", "80 GB" } },
        { "fit.more_chips", { core::plainCount(2) } } };
    run->seal();
    return run;
}

std::shared_ptr<Run> waferRun()
{
    return inPlaceRun(ChipClass::Wafer, level("SRAM", 44e9, 21e15), false);
}

std::shared_ptr<Run> circuitRun()
{
    return inPlaceRun(ChipClass::Hardwired, level("mask ROM", 16e9, 0), true);
}

Report reportFor(const Run& run, Bottleneck bottleneck, double tokensPerS)
{
    Report report;
    report.name = run.name;
    report.fits = run.fits;
    report.fitReason = run.fitReason;
    report.bottleneck = bottleneck;
    report.bottleneckTitle = { "wall.memory", { "HBM3" } };
    report.tokensPerSPerUser = tokensPerS;
    return report;
}

} // namespace memwall::test
