// What the figures of a run mean.
#include "widgets/words/saying_table.h"

#include <array>

namespace memwall::ui
{

namespace
{

constexpr std::array kFiguresSayings {
    // What holds a machine back.
    SayingWords { "wall.memory", QT_TRANSLATE_NOOP("core", "%1 bandwidth") },
    SayingWords { "wall.arithmetic", QT_TRANSLATE_NOOP("core", "Arithmetic") },
    SayingWords { "wall.draft", QT_TRANSLATE_NOOP("core", "The draft model") },
    SayingWords { "wall.fixed", QT_TRANSLATE_NOOP("core", "Fixed latency") },
    SayingWords { "wall.hop", QT_TRANSLATE_NOOP("core", "The hop between chips") },
    SayingWords { "wall.chips", QT_TRANSLATE_NOOP("core", "Waiting for the other chips") },
    SayingWords { "wall.capacity", QT_TRANSLATE_NOOP("core", "Does not fit") },
    SayingWords { "wall.transfer", QT_TRANSLATE_NOOP("core", "Moving the KV cache") },
    SayingWords { "wall.queue", QT_TRANSLATE_NOOP("core", "Other users' prompts") },
    SayingWords { "wall.too_large", QT_TRANSLATE_NOOP("core", "Too much to play here") },
    SayingWords {
        "cause.weights.token", QT_TRANSLATE_NOOP("core", "%1 of each token is spent waiting for weights.") },
    SayingWords { "cause.weights.prefill",
        QT_TRANSLATE_NOOP("core", "%1 of the prefill is spent waiting for weights.") },
    SayingWords {
        "cause.kv.token", QT_TRANSLATE_NOOP("core", "%1 of each token is spent waiting for the KV cache.") },
    SayingWords { "cause.kv.prefill",
        QT_TRANSLATE_NOOP("core", "%1 of the prefill is spent waiting for the KV cache.") },
    SayingWords { "cause.arithmetic.token",
        QT_TRANSLATE_NOOP(
            "core", "%1 of each token is arithmetic: the units are the limit, memory keeps up.") },
    SayingWords { "cause.arithmetic.prefill",
        QT_TRANSLATE_NOOP(
            "core", "%1 of the prefill is arithmetic: the units are the limit, memory keeps up.") },
    SayingWords { "cause.fixed.token",
        QT_TRANSLATE_NOOP("core",
            "%1 of each token is latency that no bandwidth shortens: launching, synchronizing, filling the "
            "pipeline.") },
    SayingWords { "cause.fixed.prefill",
        QT_TRANSLATE_NOOP("core",
            "%1 of the prefill is latency that no bandwidth shortens: launching, synchronizing, filling the "
            "pipeline.") },
    SayingWords { "cause.messages.token",
        QT_TRANSLATE_NOOP("core", "%1 of each token is spent on messages between chips.") },
    SayingWords { "cause.messages.prefill",
        QT_TRANSLATE_NOOP("core", "%1 of the prefill is spent on messages between chips.") },
    SayingWords { "cause.queue.token",
        QT_TRANSLATE_NOOP("core", "%1 of each token is spent waiting while other users' prompts are read.") },
    SayingWords { "cause.queue.prefill",
        QT_TRANSLATE_NOOP(
            "core", "%1 of the prefill is spent waiting while other users' prompts are read.") },
    SayingWords { "cause.transfer",
        QT_TRANSLATE_NOOP(
            "core", "What prefill has written crosses the link before the next word can follow.") },
    SayingWords {
        "answer.of_one_token", QT_TRANSLATE_NOOP("core", "One output token: all the time is prefill.") },
    // What more of a resource would buy.
    SayingWords { "gain.bandwidth.saves", QT_TRANSLATE_NOOP("core", "Twice the bandwidth would save %1") },
    SayingWords { "gain.bandwidth.saves.first",
        QT_TRANSLATE_NOOP("core", "Twice the bandwidth would save %1 of the time to the first token") },
    SayingWords { "gain.bandwidth.costs", QT_TRANSLATE_NOOP("core", "Twice the bandwidth would cost %1") },
    SayingWords { "gain.bandwidth.costs.first",
        QT_TRANSLATE_NOOP("core", "Twice the bandwidth would cost %1 of the time to the first token") },
    SayingWords { "gain.arithmetic.saves", QT_TRANSLATE_NOOP("core", "Twice the arithmetic would save %1") },
    SayingWords { "gain.arithmetic.saves.first",
        QT_TRANSLATE_NOOP("core", "Twice the arithmetic would save %1 of the time to the first token") },
    SayingWords { "gain.arithmetic.costs", QT_TRANSLATE_NOOP("core", "Twice the arithmetic would cost %1") },
    SayingWords { "gain.arithmetic.costs.first",
        QT_TRANSLATE_NOOP("core", "Twice the arithmetic would cost %1 of the time to the first token") },
    SayingWords { "gain.link.saves", QT_TRANSLATE_NOOP("core", "Twice the link rate would save %1") },
    SayingWords { "gain.link.saves.first",
        QT_TRANSLATE_NOOP("core", "Twice the link rate would save %1 of the time to the first token") },
    SayingWords { "gain.link.costs", QT_TRANSLATE_NOOP("core", "Twice the link rate would cost %1") },
    SayingWords { "gain.link.costs.first",
        QT_TRANSLATE_NOOP("core", "Twice the link rate would cost %1 of the time to the first token") },
    SayingWords { "gain.capacity.saves", QT_TRANSLATE_NOOP("core", "Twice the capacity would save %1") },
    SayingWords { "gain.capacity.saves.first",
        QT_TRANSLATE_NOOP("core", "Twice the capacity would save %1 of the time to the first token") },
    SayingWords { "gain.capacity.costs", QT_TRANSLATE_NOOP("core", "Twice the capacity would cost %1") },
    SayingWords { "gain.capacity.costs.first",
        QT_TRANSLATE_NOOP("core", "Twice the capacity would cost %1 of the time to the first token") },
    SayingWords { "gain.also.arithmetic.saves", QT_TRANSLATE_NOOP("core", "twice the arithmetic %1") },
    SayingWords {
        "gain.also.arithmetic.costs", QT_TRANSLATE_NOOP("core", "twice the arithmetic would cost %1") },
    SayingWords { "gain.also.latency.saves", QT_TRANSLATE_NOOP("core", "half the latencies %1") },
    SayingWords { "gain.also.latency.costs", QT_TRANSLATE_NOOP("core", "half the latencies would cost %1") },
    SayingWords { "remedy.two", QT_TRANSLATE_NOOP("core", "%1; %2.") },
    SayingWords { "remedy.three", QT_TRANSLATE_NOOP("core", "%1; %2; %3.") },
    SayingWords { "batch.capped",
        QT_TRANSLATE_N_NOOP(
            "core", "%2 run at once, %1 wait: the batch is capped at %3, though memory has room for more."),
        "%2 run at once, %1 waits: the batch is capped at %3, though memory has room for more." },
    // Why more of a resource can make a run slower.
    SayingWords { "slower.token.bandwidth",
        QT_TRANSLATE_NOOP("core", "Twice the bandwidth would make a token take %1 longer") },
    SayingWords {
        "slower.run.bandwidth", QT_TRANSLATE_NOOP("core", "Twice the bandwidth would end the run %1 later") },
    SayingWords { "slower.token.arithmetic",
        QT_TRANSLATE_NOOP("core", "Twice the arithmetic would make a token take %1 longer") },
    SayingWords { "slower.run.arithmetic",
        QT_TRANSLATE_NOOP("core", "Twice the arithmetic would end the run %1 later") },
    SayingWords { "slower.token.capacity",
        QT_TRANSLATE_NOOP("core", "Twice the capacity would make a token take %1 longer") },
    SayingWords {
        "slower.run.capacity", QT_TRANSLATE_NOOP("core", "Twice the capacity would end the run %1 later") },
    SayingWords { "slower.token.latency",
        QT_TRANSLATE_NOOP("core", "Half the latencies would make a token take %1 longer") },
    SayingWords {
        "slower.run.latency", QT_TRANSLATE_NOOP("core", "Half the latencies would end the run %1 later") },
    SayingWords { "slower.token.link",
        QT_TRANSLATE_NOOP("core", "Twice the link rate would make a token take %1 longer") },
    SayingWords {
        "slower.run.link", QT_TRANSLATE_NOOP("core", "Twice the link rate would end the run %1 later") },
    SayingWords { "slower.readers",
        QT_TRANSLATE_NOOP(
            "core", "%1, because the chips of attention then hold the whole model and read prompts alone.") },
    SayingWords { "slower.micro_batches",
        QT_TRANSLATE_NOOP(
            "core", "%1, because the batches change: steps are cut into %2 micro-batches instead of %3.") },
    SayingWords { "slower.batch",
        QT_TRANSLATE_NOOP(
            "core", "%1, because the batches change: on average %2 requests share a step instead of %3.") },
    SayingWords { "slower.earlier",
        QT_TRANSLATE_NOOP("core",
            "%1, because the batches change: the first word comes earlier and waits longer for its place in "
            "a step.") },
    SayingWords { "slower.others",
        QT_TRANSLATE_NOOP("core",
            "%1, because the batches change: requests come at other moments of the steps, and other ones "
            "share them.") },
    // What remains in the way of a target.
    SayingWords { "remains.memory", QT_TRANSLATE_NOOP("core", "%1 remains") },
    SayingWords { "remains.arithmetic", QT_TRANSLATE_NOOP("core", "arithmetic remains") },
    SayingWords { "remains.fixed", QT_TRANSLATE_NOOP("core", "fixed latencies remain") },
    SayingWords { "remains.messages", QT_TRANSLATE_NOOP("core", "messages between chips remain") },
    SayingWords { "remains.transfer", QT_TRANSLATE_NOOP("core", "moving the KV cache remains") },
    SayingWords { "remains.queue", QT_TRANSLATE_NOOP("core", "other users' prompts remain") },
    SayingWords { "remains.capacity", QT_TRANSLATE_NOOP("core", "it does not fit") },
    SayingWords { "remains.requests", QT_TRANSLATE_NOOP("core", "the requests come no faster") },
    SayingWords {
        "remains.prefill", QT_TRANSLATE_NOOP("core", "there is one output token: all the time is prefill") },
    // Energy and cost.
    SayingWords { "energy.of_power",
        QT_TRANSLATE_NOOP("core",
            "Energy is taken from the published power of %1: no energy per bit of its %2 is published.") },
    SayingWords { "energy.no_bit",
        QT_TRANSLATE_NOOP("core",
            "No energy per bit of %1 of %2 is published: the power between idle and full stands in for "
            "it.") },
    SayingWords { "energy.unpublished",
        QT_TRANSLATE_NOOP("core", "The power of a chip of this machine is not published.") },
    SayingWords { "energy.no_token",
        QT_TRANSLATE_NOOP("core", "The system does not fit, so that no token is written.") },
    SayingWords { "energy.between_chips", QT_TRANSLATE_NOOP("core", "between chips") },
    SayingWords { "energy.arithmetic", QT_TRANSLATE_NOOP("core", "arithmetic") },
    SayingWords { "energy.idle", QT_TRANSLATE_NOOP("core", "idle") },
    SayingWords { "energy.busy", QT_TRANSLATE_NOOP("core", "further power when busy") },
    SayingWords { "energy.formula.bytes", QT_TRANSLATE_NOOP("core", "%1 × 8 bit × %2/bit") },
    SayingWords { "energy.formula.flops", QT_TRANSLATE_NOOP("core", "%1 × %2/flop") },
    SayingWords { "energy.formula.idle",
        QT_TRANSLATE_N_NOOP("core", "%1 × %2 chips × idle share %3 × %4 / %5 tokens"),
        "%1 × %2 chip × idle share %3 × %4 / %5 tokens" },
    SayingWords { "energy.formula.busy", QT_TRANSLATE_NOOP("core", "%1 at full power × busy %2") },
    SayingWords { "energy.formula.cut", QT_TRANSLATE_NOOP("core", "%1, cut to the published power: × %2") },
    SayingWords { "cost",
        QT_TRANSLATE_NOOP("core",
            "Cost: the chips' published price over %1 years at %2 use, electricity at %3 times %4 for "
            "cooling. Host, network and people are not in it.") },
    SayingWords { "cost.without_power",
        QT_TRANSLATE_NOOP("core",
            "Cost: the chips' published price over %1 years at %2 use, electricity at %3 times %4 for "
            "cooling. Host, network and people are not in it. Nor is electricity: the power is not "
            "published.") },
    // Where published measurements stop pinning the model: in a table small, in a sentence as "range" has it.
    SayingWords { "range", QT_TRANSLATE_NOOP("core", "%1."), nullptr, true },
    SayingWords { "range.native",
        QT_TRANSLATE_NOOP("core", "few published speeds pin the latency per layer of this machine") },
    SayingWords { "range.processor",
        QT_TRANSLATE_NOOP("core", "processors differ by more than their memory rate tells") },
    SayingWords { "range.accelerator",
        QT_TRANSLATE_NOOP("core", "one or two sources pin this accelerator and its software") },
    SayingWords { "range.chip",
        QT_TRANSLATE_NOOP(
            "core", "no published speed pins what this chip reaches; the default of its class is used") },
    SayingWords { "range.apart",
        QT_TRANSLATE_NOOP("core",
            "attention and feed-forward run on different chips; no constant is fitted to such pairs") },
    SayingWords { "range.engine",
        QT_TRANSLATE_NOOP("core", "no published speed pins the fixed costs of this kind of engine") },
    SayingWords { "range.experts",
        QT_TRANSLATE_NOOP(
            "core", "how well this vendor's software runs experts differs from model to model") },
    SayingWords {
        "range.attention", QT_TRANSLATE_NOOP("core", "linear and sparse attention rest on few points") },
    SayingWords { "range.offload",
        QT_TRANSLATE_NOOP("core", "weights on the host: how an engine overlaps the copies is not modelled") },
    SayingWords { "range.queue",
        QT_TRANSLATE_NOOP("core", "a server's time to first token holds its queue and its network") },
    SayingWords { "range.exchange",
        QT_TRANSLATE_NOOP(
            "core", "how the exchange between experts overlaps with arithmetic is not modelled") },
    SayingWords { "range.collectives",
        QT_TRANSLATE_NOOP("core", "launch times of collectives scatter by a factor of two") },
    SayingWords { "range.small_product",
        QT_TRANSLATE_NOOP("core", "a product of few tokens in 8 or 4 bits is mostly start-up") },
    SayingWords { "range.young_kernels",
        QT_TRANSLATE_NOOP("core",
            "8-bit products of chips that are made for 4 bits are published once, for young kernels") },
    SayingWords { "range.drafts", QT_TRANSLATE_NOOP("core", "how many drafts were kept is not stated") },
    SayingWords { "range.loaded_experts",
        QT_TRANSLATE_NOOP(
            "core", "experts under load: which ones the published prompts reach is not stated") },
    SayingWords { "range.conditions",
        QT_TRANSLATE_NOOP(
            "core", "the publication leaves its conditions open, or reports them as doubtful") },
    SayingWords { "range.tight",
        QT_TRANSLATE_NOOP(
            "core", "weights fill most of the memory: how much a server leaves for KV cache decides") },
    // What a formula leaves out.
    SayingWords { "origin.sizes",
        QT_TRANSLATE_NOOP("core",
            "Sizes follow from the model's shapes and are exact; how much a server really leaves for KV "
            "cache is a setting of that server.") },
    SayingWords { "origin.energy",
        QT_TRANSLATE_NOOP("core",
            "No published measurement of energy per token is in the catalog; the band is that of its parts. "
            "Host, network and cooling are not in it.") },
    SayingWords { "origin.cost", QT_TRANSLATE_NOOP("core", "Host, network and people are not in it.") },
    SayingWords { "origin.throughput",
        QT_TRANSLATE_NOOP("core",
            "The run goes from the first request to the last word: prefill, and the tail in which few still "
            "read, are in it.") },
    SayingWords { "origin.bottleneck",
        QT_TRANSLATE_NOOP("core",
            "The bottleneck is the largest share of the time per token: waiting for memory, arithmetic, "
            "messages, fixed latency, transfers or other users' prompts.") },
};

} // namespace

std::span<const SayingWords> figuresSayings()
{
    return kFiguresSayings;
}

} // namespace memwall::ui
