// What is wrong with the requests of a trace, and what makes a run too large to be played.
#include "widgets/words/saying_table.h"

#include <array>

namespace memwall::ui
{

namespace
{

constexpr std::array kProblemRunSayings {
    // Columns and lines of a trace.
    SayingWords { "right.header", QT_TRANSLATE_NOOP("core", "the first line names the columns: %1") },
    SayingWords { "wrong.columns", QT_TRANSLATE_NOOP("core", "no column %1; the line begins with \"%2\"") },
    SayingWords { "right.columns",
        QT_TRANSLATE_NOOP("core", "name the columns in the first line, separated by commas: %1") },
    SayingWords {
        "right.other_format", QT_TRANSLATE_NOOP("core", "these columns are those of the format \"%1\"") },
    SayingWords { "right.mooncake", QT_TRANSLATE_NOOP("core", "JSON lines are the format \"mooncake\"") },
    SayingWords { "wrong.quote", QT_TRANSLATE_NOOP("core", "has a quote that is not closed") },
    SayingWords { "right.quote", QT_TRANSLATE_NOOP("core", "close it, or leave it out") },
    SayingWords { "wrong.other_system",
        QT_TRANSLATE_NOOP("core", "begins the requests of another system, \"%1\" after \"%2\"") },
    SayingWords { "right.one_system", QT_TRANSLATE_NOOP("core", "keep the lines of one system") },
    SayingWords { "wrong.json_line", QT_TRANSLATE_NOOP("core", "is no JSON object: \"%1\"") },
    SayingWords { "right.json_line",
        QT_TRANSLATE_NOOP(
            "core", "write {\"timestamp\": 0, \"input_length\": 6758, \"output_length\": 500}") },
    SayingWords { "wrong.no_cell", QT_TRANSLATE_NOOP("core", "%1 is missing") },
    SayingWords { "wrong.cell", QT_TRANSLATE_NOOP("core", "%1 is \"%2\"") },
    SayingWords {
        "right.wall_clock", QT_TRANSLATE_NOOP("core", "write a time like 2023-11-16 18:15:46.6805900") },
    SayingWords {
        "right.milliseconds", QT_TRANSLATE_NOOP("core", "write milliseconds from the start, 0 or more") },
    SayingWords { "right.seconds", QT_TRANSLATE_NOOP("core", "write seconds from the start, 0 or more") },
    SayingWords {
        "right.tokens", QT_TRANSLATE_NOOP("core", "write a whole number of tokens, 1 to 10000000") },
    SayingWords { "wrong.lines", QT_TRANSLATE_NOOP("core", "is beyond the %1 requests of one file") },
    SayingWords { "right.part", QT_TRANSLATE_NOOP("core", "keep the part that you need") },
    SayingWords { "wrong.no_requests", QT_TRANSLATE_NOOP("core", "has no requests") },
    SayingWords { "right.requests", QT_TRANSLATE_NOOP("core", "write one line for each") },
    // The window of a trace.
    SayingWords { "wrong.window", QT_TRANSLATE_NOOP("core", "has no request from %1") },
    SayingWords { "wrong.window.to", QT_TRANSLATE_NOOP("core", "has no request from %1 to %2") },
    SayingWords { "wrong.window.complete",
        QT_TRANSLATE_NOOP("core", "has no request from %1 that had a prompt and an answer") },
    SayingWords { "wrong.window.complete.to",
        QT_TRANSLATE_NOOP("core", "has no request from %1 to %2 that had a prompt and an answer") },
    SayingWords { "right.window",
        QT_TRANSLATE_NOOP("core", "its last request comes at %1; set start_s and duration_s to fit") },
    SayingWords { "wrong.too_many", QT_TRANSLATE_NOOP("core", "has %1 requests in this window") },
    SayingWords { "right.fewer", QT_TRANSLATE_NOOP("core", "set a shorter duration_s: %1 are the most") },
    SayingWords {
        "wrong.too_late", QT_TRANSLATE_NOOP("core", "sends its last request after %1 of simulated time") },
    SayingWords { "right.sooner",
        QT_TRANSLATE_NOOP("core", "set a shorter duration_s or a larger speedup: %1 are the most") },
    // A run that would store more than it may.
    SayingWords { "wrong.large_parts",
        QT_TRANSLATE_N_NOOP("core",
            "prompts in parts of %3 tokens would need about %1 of memory to be played; a run may take %2 "
            "here"),
        "prompts in parts of %3 token would need about %1 of memory to be played; a run may take %2 here" },
    SayingWords { "right.larger_parts", QT_TRANSLATE_NOOP("core", "parts of %1 or more") },
    SayingWords { "wrong.large_requests",
        QT_TRANSLATE_NOOP(
            "core", "%3 requests would need about %1 of memory to be played; a run may take %2 here") },
    SayingWords { "wrong.large_trace",
        QT_TRANSLATE_NOOP("core",
            "the %3 requests of this trace would need about %1 of memory to be played; a run may take %2 "
            "here") },
    SayingWords { "wrong.large_events",
        QT_TRANSLATE_NOOP(
            "core", "%3 extra requests would need about %1 of memory to be played; a run may take %2 here") },
    SayingWords { "wrong.large_answers",
        QT_TRANSLATE_NOOP("core",
            "answers this long, step by step, would need about %1 of memory to be played; a run may take %2 "
            "here") },
    SayingWords { "right.at_most_about", QT_TRANSLATE_NOOP("core", "at most about %1") },
    SayingWords { "right.shorter_answers",
        QT_TRANSLATE_NOOP("core", "answers of at most %1 hundredths of that length") },
};

} // namespace

std::span<const SayingWords> problemRunSayings()
{
    return kProblemRunSayings;
}

} // namespace memwall::ui
