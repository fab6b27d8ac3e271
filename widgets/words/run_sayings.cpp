// What a run says of itself: why it does not fit, what it leaves out.
#include "widgets/words/saying_table.h"

#include <array>

namespace memwall::ui
{

namespace
{

constexpr std::array kRunSayings {
    // Why a system does not fit.
    SayingWords { "fit.trace_not_read",
        QT_TRANSLATE_NOOP("core", "There is no request: the trace of this scenario was not read.") },
    SayingWords { "fit.too_long",
        QT_TRANSLATE_NOOP("core",
            "This run would take more than 104 days, which is as far as the clock goes. Fewer requests or "
            "tokens, a smaller model or a faster machine would do.") },
    SayingWords { "problem", QT_TRANSLATE_NOOP("core", "%1: %2; %3.") },
    SayingWords { "fit.stopped", QT_TRANSLATE_NOOP("core", "It was stopped.") },
    SayingWords { "fit.kv",
        QT_TRANSLATE_NOOP("core",
            "The weights fit, but the KV cache of one request does not: it needs %1 on each chip and %2 are "
            "left. Fewer tokens, more chips or 8-bit KV cache would fit.") },
    SayingWords { "fit.kv.prompts",
        QT_TRANSLATE_NOOP("core",
            "The weights fit, but the KV cache of one request does not: it needs %1 on each chip and %2 are "
            "left in the pool for prompts. Fewer tokens, more chips or 8-bit KV cache would fit.") },
    SayingWords { "fit.other_model",
        QT_TRANSLATE_NOOP(
            "core", "%1 has another model etched into its silicon (%2). %3 needs a new chip.") },
    SayingWords { "fit.other_format",
        QT_TRANSLATE_NOOP("core",
            "%1 has its weights etched at 3 and 6 bits. Weights in %2 need a new chip; choose format hc1.") },
    SayingWords { "fit.no_link",
        QT_TRANSLATE_NOOP("core", "%1 has no published link to a second chip. Use one chip.") },
    SayingWords { "fit.weights",
        QT_TRANSLATE_NOOP("core", "%1 in %2 needs %3 on each of %4 × %5, which has %6 free for weights.") },
    SayingWords { "fit.more_chips",
        QT_TRANSLATE_N_NOOP("core", "About %1 chips or fewer bits per weight would do."),
        "About %1 chips or fewer bits per weight would do." },
    // What a run leaves out, or does of its own.
    SayingWords { "rejected",
        QT_TRANSLATE_NOOP("core",
            "%1 of %2 requests turned away: the KV cache of the first of them does not fit, it needs %3 on "
            "each chip and %4 are left. Fewer tokens, more chips or 8-bit KV cache would fit.") },
    SayingWords { "rejected.prompts",
        QT_TRANSLATE_NOOP("core",
            "%1 of %2 requests turned away: the KV cache of the first of them does not fit, it needs %3 on "
            "each chip and %4 are left in the pool for prompts. Fewer tokens, more chips or 8-bit KV cache "
            "would fit.") },
    SayingWords { "requests.cut",
        QT_TRANSLATE_N_NOOP("core",
            "%2 of %1 requests would need more than the model's context of %3 tokens and are cut to it."),
        "%2 of %1 request would need more than the model's context of %3 tokens and are cut to it." },
    SayingWords { "trace.left_out",
        QT_TRANSLATE_N_NOOP("core",
            "%1 requests of the trace had no prompt or no answer, as failed ones have, and are left out."),
        "%1 request of the trace had no prompt or no answer, as failed ones have, and are left out." },
    SayingWords { "trace.out_of_order",
        QT_TRANSLATE_N_NOOP(
            "core", "%1 lines of the trace stood behind a later request; all are played in order of time."),
        "%1 line of the trace stood behind a later request; all are played in order of time." },
    SayingWords { "trace.prefixes",
        QT_TRANSLATE_NOOP("core",
            "Prompts of the trace that begin alike are computed in full each time: a cache of shared "
            "prefixes is not simulated.") },
    SayingWords { "replicas.split",
        QT_TRANSLATE_NOOP("core",
            "One of %1 prefill and one of %2 decode replicas is shown, with the requests of that decode "
            "replica. Totals count all.") },
    SayingWords { "replicas.one",
        QT_TRANSLATE_NOOP("core",
            "One of %1 replicas is shown; each serves its share of the requests. Totals count all.") },
    SayingWords { "prompts.whole",
        QT_TRANSLATE_NOOP(
            "core", "The pool for prompts takes them whole: nobody reads there who would wait for them.") },
    SayingWords { "prompts.alone",
        QT_TRANSLATE_NOOP("core",
            "%1 holds the whole model and works on prompts alone; %2 joins in for every word of the "
            "answers.") },
    SayingWords { "weights.fetched",
        QT_TRANSLATE_NOOP("core",
            "Weights that do not fit %1 are fetched from %2 for every token. An engine that lets the host "
            "processor compute those layers may be faster.") },
    SayingWords { "micro_batches",
        QT_TRANSLATE_NOOP("core",
            "%1 micro-batches take turns on the two pools. The picture follows one of them; its wait for the "
            "others counts as fixed time.") },
    SayingWords { "speculation.loses",
        QT_TRANSLATE_NOOP("core",
            "Speculation loses time here: drafts take %1 and checking %2 tokens takes %3, for %4 tokens an "
            "answer on average: %5 a token. A step without speculation takes %6.") },
    SayingWords { "speculation.loses.users",
        QT_TRANSLATE_NOOP("core",
            "Speculation loses time here: drafts take %1 and checking %2 tokens for each of %7 answers takes "
            "%3, for %4 tokens an answer on average: %5 a token. A step without speculation takes %6.") },
    SayingWords { "inferred.hardwired",
        QT_TRANSLATE_NOOP("core",
            "%1: published are its speed for one user, its power and its die. Inferred are a pipeline with "
            "one stage a layer, which takes one token at a time, and its room for KV cache: what that speed "
            "was shown with.") },
    SayingWords { "inferred.latency",
        QT_TRANSLATE_NOOP("core",
            "%1: the fixed latency per layer decides here, and it is inferred from few published speeds.") },
    // Why a published measurement has no prediction.
    SayingWords { "plan.metric", QT_TRANSLATE_NOOP("core", "the metric is not one that the model computes") },
    SayingWords { "plan.chip", QT_TRANSLATE_NOOP("core", "the catalog has no chip \"%1\"") },
    SayingWords { "plan.format", QT_TRANSLATE_NOOP("core", "the catalog has no number format \"%1\"") },
    SayingWords { "plan.model", QT_TRANSLATE_NOOP("core", "the catalog has no model \"%1\"") },
    SayingWords { "plan.chips", QT_TRANSLATE_NOOP("core", "the number of chips is not stated") },
    SayingWords {
        "plan.many_chips", QT_TRANSLATE_NOOP("core", "more than 100,000 chips work as one machine") },
    SayingWords {
        "plan.stages", QT_TRANSLATE_NOOP("core", "the pipeline has more stages than the model has layers") },
    SayingWords { "plan.users", QT_TRANSLATE_NOOP("core", "more than a million users at once") },
    SayingWords { "predict.kv", QT_TRANSLATE_NOOP("core", "the KV cache of one request does not fit") },
    SayingWords {
        "predict.no_figure", QT_TRANSLATE_NOOP("core", "the model gives no figure for these conditions") },
    // What it would take to reach a target.
    SayingWords { "chips", QT_TRANSLATE_N_NOOP("core", "%1 chips"), "%1 chip" },
    SayingWords { "reach.factor", QT_TRANSLATE_NOOP("core", "%1") },
    SayingWords { "reach.same", QT_TRANSLATE_NOOP("core", "just the %1 that there are") },
    SayingWords { "reach.amount", QT_TRANSLATE_NOOP("core", "%1: %2 instead of %3") },
    SayingWords { "reach.no_effect", QT_TRANSLATE_NOOP("core", "no effect: %1") },
    SayingWords { "reach.at_best", QT_TRANSLATE_NOOP("core", "at best %1, with %2: %3") },
    SayingWords { "reach.any", QT_TRANSLATE_NOOP("core", "any: a thousandth of it would do") },
    SayingWords { "reach.any.latency", QT_TRANSLATE_NOOP("core", "any: a thousand times as long would do") },
    SayingWords { "reach.absent", QT_TRANSLATE_NOOP("core", "there is none in this system") },
    SayingWords {
        "reach.absent.chips", QT_TRANSLATE_NOOP("core", "these chips are not linked to more of them") },
    SayingWords { "reach.infinite.bandwidth", QT_TRANSLATE_NOOP("core", "Infinite bandwidth gives %1: %2") },
    SayingWords { "reach.fits_not.bandwidth",
        QT_TRANSLATE_NOOP("core", "Infinite bandwidth is not enough: it does not fit") },
    SayingWords {
        "reach.infinite.arithmetic", QT_TRANSLATE_NOOP("core", "Infinitely fast arithmetic gives %1: %2") },
    SayingWords { "reach.fits_not.arithmetic",
        QT_TRANSLATE_NOOP("core", "Infinitely fast arithmetic is not enough: it does not fit") },
    SayingWords { "reach.infinite.capacity", QT_TRANSLATE_NOOP("core", "Infinite capacity gives %1: %2") },
    SayingWords { "reach.fits_not.capacity",
        QT_TRANSLATE_NOOP("core", "Infinite capacity is not enough: it does not fit") },
    SayingWords { "reach.zero.latency", QT_TRANSLATE_NOOP("core", "Latency of zero gives %1: %2") },
    SayingWords { "reach.fits_not.latency",
        QT_TRANSLATE_NOOP("core", "Latency of zero is not enough: it does not fit") },
    SayingWords { "reach.infinite.link", QT_TRANSLATE_NOOP("core", "An infinitely fast link gives %1: %2") },
    SayingWords { "reach.fits_not.link",
        QT_TRANSLATE_NOOP("core", "An infinitely fast link is not enough: it does not fit") },
    SayingWords { "reach.any.number", QT_TRANSLATE_NOOP("core", "Any number of chips gives %1: %2") },
    SayingWords { "reach.fits_not.chips",
        QT_TRANSLATE_NOOP("core", "Any number of chips is not enough: it does not fit") },
};

} // namespace

std::span<const SayingWords> runSayings()
{
    return kRunSayings;
}

} // namespace memwall::ui
