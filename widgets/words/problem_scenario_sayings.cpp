// What is wrong with a scenario, and what would be right.
#include "widgets/words/saying_table.h"

#include <array>

namespace memwall::ui
{

namespace
{

constexpr std::array kProblemScenarioSayings {
    // The file.
    SayingWords { "give.version", QT_TRANSLATE_NOOP("core", "give the version: 1") },
    SayingWords { "wrong.version", QT_TRANSLATE_NOOP("core", "is version %1") },
    SayingWords { "right.version", QT_TRANSLATE_NOOP("core", "this program reads version 1") },
    SayingWords { "give.workload", QT_TRANSLATE_NOOP("core", "give what the users do") },
    SayingWords { "give.systems", QT_TRANSLATE_NOOP("core", "give the machines, 1 to 4") },
    SayingWords { "wrong.systems", QT_TRANSLATE_N_NOOP("core", "has %1 systems"), "has %1 system" },
    SayingWords { "give.one_to_four", QT_TRANSLATE_NOOP("core", "give 1 to 4") },
    // The workload.
    SayingWords { "give.distribution", QT_TRANSLATE_NOOP("core", "give lognormal or uniform") },
    SayingWords { "give.median", QT_TRANSLATE_NOOP("core", "give the median") },
    SayingWords { "give.p90", QT_TRANSLATE_NOOP("core", "give the 90th percentile") },
    SayingWords { "wrong.p90", QT_TRANSLATE_NOOP("core", "is below the median") },
    SayingWords { "right.p90", QT_TRANSLATE_NOOP("core", "give a 90th percentile of at least the median") },
    SayingWords { "give.min", QT_TRANSLATE_NOOP("core", "give the smallest number") },
    SayingWords { "give.max", QT_TRANSLATE_NOOP("core", "give the largest number") },
    SayingWords { "wrong.below_min", QT_TRANSLATE_NOOP("core", "is below min") },
    SayingWords { "right.exchange", QT_TRANSLATE_NOOP("core", "exchange the two") },
    SayingWords { "give.trace",
        QT_TRANSLATE_NOOP("core", "give {\"file\": \"requests.csv\", \"format\": \"memwall\"}") },
    SayingWords { "give.trace_file",
        QT_TRANSLATE_NOOP("core", "give the path of the trace, relative to the scenario's folder") },
    SayingWords { "give.trace_path", QT_TRANSLATE_NOOP("core", "give the path of the trace") },
    SayingWords {
        "give.trace_format", QT_TRANSLATE_NOOP("core", "give azure, burstgpt, mooncake or memwall") },
    // A system's fields.
    SayingWords { "wrong.be_id", QT_TRANSLATE_NOOP("core", "must be a catalog id or an object") },
    SayingWords { "right.id", QT_TRANSLATE_NOOP("core", "write an id in quotes") },
    SayingWords { "wrong.unknown", QT_TRANSLATE_NOOP("core", "unknown %1 \"%2\"") },
    SayingWords { "wrong.unknown_id", QT_TRANSLATE_NOOP("core", "unknown id \"%1\"") },
    SayingWords { "wrong.unknown_format", QT_TRANSLATE_NOOP("core", "unknown number format \"%1\"") },
    SayingWords { "wrong.unknown_engine", QT_TRANSLATE_NOOP("core", "unknown engine \"%1\"") },
    SayingWords { "give.catalog_id", QT_TRANSLATE_NOOP("core", "give a catalog id") },
    SayingWords { "give.pools", QT_TRANSLATE_NOOP("core", "give a list with at least one pool") },
    SayingWords { "give.one_pool", QT_TRANSLATE_NOOP("core", "give at least one pool") },
    SayingWords { "wrong.weight_bits", QT_TRANSLATE_NOOP("core", "must be 16, 8, 4 or a format name") },
    SayingWords { "right.weight_bits", QT_TRANSLATE_NOOP("core", "known formats: memwall --list formats") },
    SayingWords { "wrong.kv_bits", QT_TRANSLATE_NOOP("core", "must be 16, 8 or 4") },
    SayingWords { "right.kv_bits", QT_TRANSLATE_NOOP("core", "write 16, 8 or 4") },
    SayingWords { "wrong.be_chance", QT_TRANSLATE_NOOP("core", "must be a number between 0 and 1") },
    SayingWords { "give.chance",
        QT_TRANSLATE_NOOP(
            "core", "give the chance that the draft at this position is kept when all before it were") },
    SayingWords { "give.acceptance", QT_TRANSLATE_NOOP("core", "give a number, or one for each position") },
    SayingWords { "give.draft_model", QT_TRANSLATE_NOOP("core", "give the small model that drafts") },
    // View and lesson.
    SayingWords { "wrong.panel", QT_TRANSLATE_NOOP("core", "\"%1\" is no panel") },
    SayingWords { "give.steps", QT_TRANSLATE_NOOP("core", "give a list of steps") },
    SayingWords { "wrong.focus", QT_TRANSLATE_NOOP("core", "\"%1\" is nothing on screen") },
    SayingWords { "give.list_of_results",
        QT_TRANSLATE_NOOP("core", "give a list of results, such as systems[0].speculation.cycles") },
    SayingWords { "give.condition", QT_TRANSLATE_NOOP("core", "give an expression that is true or false") },
    SayingWords { "give.number_rule",
        QT_TRANSLATE_NOOP("core", "a number needs its rule, and from and to of what can be guessed") },
    SayingWords { "give.pin_name", QT_TRANSLATE_NOOP("core", "give the name under which it is kept") },
    SayingWords { "give.values", QT_TRANSLATE_NOOP("core", "give a list of values") },
    SayingWords { "wrong.claim", QT_TRANSLATE_NOOP("core", "must be the number of a claim") },
    SayingWords { "right.claim", QT_TRANSLATE_NOOP("core", "write whole numbers, such as 4") },
    SayingWords { "wrong.layer_pair", QT_TRANSLATE_NOOP("core", "must be the first and the last layer") },
    SayingWords {
        "right.layer_pair", QT_TRANSLATE_NOOP("core", "write two whole numbers from 1 on, such as [1, 4]") },
    SayingWords { "give.one_step", QT_TRANSLATE_NOOP("core", "give at least one step") },
    SayingWords { "give.question", QT_TRANSLATE_NOOP("core", "give the question") },
    SayingWords { "give.choices", QT_TRANSLATE_NOOP("core", "give the answers to choose from") },
    SayingWords { "give.answers", QT_TRANSLATE_NOOP("core", "give at least two answers") },
    // What fits together in one system.
    SayingWords { "wrong.degrees",
        QT_TRANSLATE_N_NOOP("core",
            "%1 chips cannot be tensor parallel %2, expert parallel %3, pipeline parallel %4 with %5 "
            "replicas: that takes %6 chips"),
        "%1 chip cannot be tensor parallel %2, expert parallel %3, pipeline parallel %4 with %5 replicas: "
        "that takes %6 chips" },
    SayingWords { "right.degrees", QT_TRANSLATE_NOOP("core", "set tensor_parallel to %1 or chips to %2") },
    SayingWords { "right.chips", QT_TRANSLATE_NOOP("core", "set chips to %1") },
    SayingWords { "wrong.stages", QT_TRANSLATE_NOOP("core", "more stages than the model has layers") },
    SayingWords { "right.at_most", QT_TRANSLATE_NOOP("core", "use at most %1") },
    SayingWords { "wrong.no_experts", QT_TRANSLATE_NOOP("core", "%1 has no experts to spread over chips") },
    SayingWords { "wrong.attention_experts", QT_TRANSLATE_NOOP("core", "an attention pool has no experts") },
    SayingWords { "right.tensor_parallel", QT_TRANSLATE_NOOP("core", "use tensor_parallel") },
    SayingWords { "wrong.expert_groups",
        QT_TRANSLATE_NOOP("core", "experts on %1 chips do not go with attention on groups of %2") },
    SayingWords { "right.multiple", QT_TRANSLATE_NOOP("core", "use a multiple of tensor_parallel") },
    SayingWords { "wrong.roles", QT_TRANSLATE_NOOP("core", "these roles do not make a system") },
    SayingWords { "right.roles",
        QT_TRANSLATE_NOOP(
            "core", "use one pool \"both\", or \"prefill\" and \"decode\", or \"attention\" and \"ffn\"") },
    SayingWords { "wrong.native_engine",
        QT_TRANSLATE_NOOP("core", "no chip of this system runs the \"native\" engine") },
    SayingWords { "right.graphs", QT_TRANSLATE_NOOP("core", "leave it out or use \"graphs\"") },
    SayingWords {
        "wrong.software_engine", QT_TRANSLATE_NOOP("core", "no software engine drives these chips") },
    SayingWords { "right.native", QT_TRANSLATE_NOOP("core", "leave it out or use \"native\"") },
    SayingWords { "wrong.context",
        QT_TRANSLATE_NOOP("core", "%1 prompt and %2 output tokens are more than the %3 of %4") },
    SayingWords { "right.prompt_tokens", QT_TRANSLATE_N_NOOP("core", "use at most %1 prompt tokens"),
        "use at most %1 prompt token" },
    SayingWords { "wrong.vocabulary", QT_TRANSLATE_NOOP("core", "%1 has %2 words, %3 has %4") },
    SayingWords { "right.vocabulary",
        QT_TRANSLATE_NOOP("core", "a draft model shares the vocabulary of the model it drafts for") },
    SayingWords {
        "wrong.pairs", QT_TRANSLATE_NOOP("core", "attention and feed-forward pools work in pairs") },
    SayingWords { "right.pairs", QT_TRANSLATE_NOOP("core", "give both the same number of replicas") },
    // Physics that this version does not have.
    SayingWords { "wrong.pipeline_apart",
        QT_TRANSLATE_NOOP("core",
            "a pipeline inside attention and feed-forward pools is not simulated by this version of "
            "Memwall") },
    SayingWords { "wrong.speculation_apart",
        QT_TRANSLATE_NOOP("core",
            "speculation across attention and feed-forward pools is not simulated by this version of "
            "Memwall") },
    SayingWords { "right.leave_out", QT_TRANSLATE_NOOP("core", "leave it out") },
    SayingWords { "wrong.speculation_no_kv",
        QT_TRANSLATE_NOOP(
            "core", "speculation without a KV cache is not simulated by this version of Memwall") },
    SayingWords { "wrong.pools_no_kv",
        QT_TRANSLATE_NOOP("core",
            "separate pools without a KV cache between them is not simulated by this version of Memwall") },
    SayingWords { "wrong.chunks_no_kv",
        QT_TRANSLATE_NOOP(
            "core", "prefill in chunks without a KV cache is not simulated by this version of Memwall") },
    SayingWords { "right.true", QT_TRANSLATE_NOOP("core", "leave it out or write true") },
};

} // namespace

std::span<const SayingWords> problemScenarioSayings()
{
    return kProblemScenarioSayings;
}

} // namespace memwall::ui
