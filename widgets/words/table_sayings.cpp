// Headings and rows of tables for people: the summary, nearest measurements, origin, targets.
#include "widgets/words/saying_table.h"

#include <array>

namespace memwall::ui
{

namespace
{

constexpr std::array kTableSayings {
    SayingWords { "differs.pipeline", QT_TRANSLATE_NOOP("core", "in a pipeline") },
    SayingWords { "differs.no_pipeline", QT_TRANSLATE_NOOP("core", "not in a pipeline") },
    SayingWords { "differs.experts", QT_TRANSLATE_NOOP("core", "experts spread over the chips") },
    SayingWords { "differs.no_experts", QT_TRANSLATE_NOOP("core", "experts not spread") },
    SayingWords { "differs.apart", QT_TRANSLATE_NOOP("core", "attention apart from feed-forward") },
    SayingWords { "differs.one_kind", QT_TRANSLATE_NOOP("core", "one kind of chip") },
    SayingWords { "differs.chips", QT_TRANSLATE_N_NOOP("core", "%1 chips"), "%1 chip" },
    SayingWords { "differs.users_that_fit", QT_TRANSLATE_NOOP("core", "as many users as fit") },
    SayingWords { "differs.users", QT_TRANSLATE_N_NOOP("core", "%1 users"), "%1 user" },
    SayingWords { "differs.context", QT_TRANSLATE_NOOP("core", "%1 tokens of context") },
    SayingWords { "differs.drafts", QT_TRANSLATE_NOOP("core", "with drafts") },
    SayingWords { "differs.no_drafts", QT_TRANSLATE_NOOP("core", "without drafts") },
    SayingWords { "nearest.no_model", QT_TRANSLATE_NOOP("core", "no model") },
    SayingWords { "nearest.on", QT_TRANSLATE_NOOP("core", "%1 on %2") },
    SayingWords { "nearest.title", QT_TRANSLATE_NOOP("core", "Nearest published measurements") },
    SayingWords { "nearest.point",
        QT_TRANSLATE_NOOP("core", "%1: %2: measured %3, predicted %4, measured over predicted %5") },
    SayingWords { "nearest.differs", QT_TRANSLATE_NOOP("core", "differs: %1") },
    SayingWords { "nearest.outside", QT_TRANSLATE_NOOP("core", "outside the validated range") },
    // The table of a check of the model.
    SayingWords { "errors.point", QT_TRANSLATE_NOOP("core", "point") },
    SayingWords { "errors.measured", QT_TRANSLATE_NOOP("core", "measured") },
    SayingWords { "errors.predicted", QT_TRANSLATE_NOOP("core", "predicted") },
    SayingWords { "errors.error", QT_TRANSLATE_NOOP("core", "error") },
    SayingWords { "errors.kind", QT_TRANSLATE_NOOP("core", "kind") },
    SayingWords { "errors.source", QT_TRANSLATE_NOOP("core", "source") },
    SayingWords { "errors.machine", QT_TRANSLATE_NOOP("core", "machine") },
    SayingWords { "errors.engine", QT_TRANSLATE_NOOP("core", "engine") },
    SayingWords { "errors.points", QT_TRANSLATE_NOOP("core", "points") },
    SayingWords { "errors.groups", QT_TRANSLATE_NOOP("core", "groups") },
    SayingWords { "errors.median", QT_TRANSLATE_NOOP("core", "median") },
    SayingWords { "errors.p90", QT_TRANSLATE_NOOP("core", "90th") },
    SayingWords { "errors.all", QT_TRANSLATE_NOOP("core", "all") },
    SayingWords { "errors.covered",
        QT_TRANSLATE_N_NOOP("core", "%1 of %2 points are covered; %3 % of those lie inside their own band."),
        "%1 of %2 point is covered; %3 % of those lie inside their own band." },
    SayingWords { "errors.meaning",
        QT_TRANSLATE_NOOP("core",
            "Errors are |predicted / measured - 1|: the median of a group's points, then the median and the "
            "90th percentile over groups.") },
    SayingWords { "errors.unflagged",
        QT_TRANSLATE_NOOP("core", "Off by more than a factor of two without a warning: %1") },
    SayingWords { "errors.constant", QT_TRANSLATE_NOOP("core", "constant") },
    SayingWords { "errors.prior", QT_TRANSLATE_NOOP("core", "prior") },
    SayingWords { "errors.fitted", QT_TRANSLATE_NOOP("core", "fitted") },
    SayingWords { "gaps.more", QT_TRANSLATE_NOOP("core", "more gaps follow; %1 rows are the limit") },
    // The summary.
    SayingWords { "summary.ttft", QT_TRANSLATE_NOOP("core", "Time to first token") },
    SayingWords { "summary.tpot", QT_TRANSLATE_NOOP("core", "Time per output token") },
    SayingWords { "summary.one_user", QT_TRANSLATE_NOOP("core", "Tokens/s, one user") },
    SayingWords { "summary.all_users", QT_TRANSLATE_NOOP("core", "Tokens/s, all users") },
    SayingWords { "summary.bottleneck", QT_TRANSLATE_NOOP("core", "Bottleneck") },
    SayingWords { "summary.memory", QT_TRANSLATE_NOOP("core", "Weights / KV cache") },
    SayingWords { "summary.bytes", QT_TRANSLATE_NOOP("core", "Bytes per token") },
    SayingWords { "summary.energy", QT_TRANSLATE_NOOP("core", "Energy per token") },
    SayingWords { "summary.cost", QT_TRANSLATE_NOOP("core", "Cost of 1M tokens") },
    SayingWords { "summary.no_power", QT_TRANSLATE_NOOP("core", "power not published") },
    SayingWords { "summary.no_price", QT_TRANSLATE_NOOP("core", "no price published") },
    SayingWords { "summary.fits_not", QT_TRANSLATE_NOOP("core", "Does not fit: %1") },
    SayingWords { "summary.band", QT_TRANSLATE_NOOP("core", "%1  (typical %2 to %3)") },
    SayingWords { "summary.band_and_ideal", QT_TRANSLATE_NOOP("core", "%1  (typical %2 to %3, ideal %4)") },
    SayingWords { "summary.bytes_of", QT_TRANSLATE_NOOP("core", "%1 weights, %2 KV cache") },
    SayingWords { "summary.outside", QT_TRANSLATE_NOOP("core", "Outside the validated range: %1") },
    SayingWords { "summary.note", QT_TRANSLATE_NOOP("core", "Note: %1") },
    SayingWords { "summary.breakdown", QT_TRANSLATE_NOOP("core", "Where one token's time goes") },
    SayingWords { "part.weights", QT_TRANSLATE_NOOP("core", "weights") },
    SayingWords { "part.kv", QT_TRANSLATE_NOOP("core", "KV cache") },
    SayingWords { "part.compute", QT_TRANSLATE_NOOP("core", "compute") },
    SayingWords { "part.communication", QT_TRANSLATE_NOOP("core", "communication") },
    SayingWords { "part.fixed", QT_TRANSLATE_NOOP("core", "fixed latency") },
    SayingWords { "part.draft", QT_TRANSLATE_NOOP("core", "drafts") },
    SayingWords { "part.transfer", QT_TRANSLATE_NOOP("core", "transfer") },
    SayingWords { "part.queue", QT_TRANSLATE_NOOP("core", "queue") },
    SayingWords { "reach.fits", QT_TRANSLATE_NOOP("core", "it does") },
    SayingWords { "reach.fits_no", QT_TRANSLATE_NOOP("core", "it does not") },
    SayingWords { "reach.now_fits_not", QT_TRANSLATE_NOOP("core", "it does not fit") },
    SayingWords { "reach.title", QT_TRANSLATE_NOOP("core", "%1: what it takes for %2, now %3") },
    SayingWords { "origin.typical", QT_TRANSLATE_NOOP("core", "typical %1 to %2") },
    SayingWords { "origin.ideal", QT_TRANSLATE_NOOP("core", "ideal %1") },
    SayingWords { "origin.fitted",
        QT_TRANSLATE_N_NOOP("core", "fitted to %1 groups of measurements (%2 before)"),
        "fitted to %1 group of measurements (%2 before)" },
    SayingWords { "origin.outside", QT_TRANSLATE_NOOP("core", "Outside the validated range. %1") },
    SayingWords { "origin.formula", QT_TRANSLATE_NOOP("core", "Formula") },
    SayingWords { "origin.inputs", QT_TRANSLATE_NOOP("core", "Inputs") },
    SayingWords { "amount.fixed", QT_TRANSLATE_NOOP("core", "fixed part of a token") },
    SayingWords { "amount.chips", QT_TRANSLATE_NOOP("core", "chips") },
};

} // namespace

std::span<const SayingWords> tableSayings()
{
    return kTableSayings;
}

} // namespace memwall::ui
