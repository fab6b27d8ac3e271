// What is wrong with a lesson.
#include "widgets/words/saying_table.h"

#include <array>

namespace memwall::ui
{

namespace
{

constexpr std::array kLessonSayings {
    SayingWords { "right.lessons", QT_TRANSLATE_NOOP("core", "the page on writing lessons says how") },
    // Expressions.
    SayingWords { "lesson.unknown_name", QT_TRANSLATE_NOOP("core", "nothing here is called \"%1\"") },
    SayingWords { "lesson.long_expression", QT_TRANSLATE_NOOP("core", "is too long for an expression") },
    SayingWords { "lesson.wrong_expression", QT_TRANSLATE_NOOP("core", "is no expression: %1") },
    SayingWords { "lesson.open_brace", QT_TRANSLATE_NOOP("core", "has a { without its }") },
    // The steps.
    SayingWords { "lesson.steps", QT_TRANSLATE_NOOP("core", "a lesson has %1 to %2 steps") },
    SayingWords { "lesson.no_question", QT_TRANSLATE_NOOP("core", "no step asks a question") },
    SayingWords {
        "lesson.no_edge", QT_TRANSLATE_NOOP("core", "no step shows where a trick fails (\"edge\")") },
    SayingWords { "lesson.no_goal", QT_TRANSLATE_NOOP("core", "no step is a task with goals") },
    SayingWords { "lesson.title", QT_TRANSLATE_NOOP("core", "a title has 1 to %1 words") },
    SayingWords {
        "lesson.long_sentence", QT_TRANSLATE_NOOP("core", "a sentence has more than 20 words: %1") },
    SayingWords { "lesson.exclamation", QT_TRANSLATE_NOOP("core", "has an exclamation mark") },
    SayingWords { "lesson.unknown_figure", QT_TRANSLATE_NOOP("core", "has a figure that is not known: %1") },
    SayingWords { "lesson.unknown_play", QT_TRANSLATE_NOOP("core", "nothing that plays is called \"%1\"") },
    SayingWords { "lesson.nothing_to_play", QT_TRANSLATE_NOOP("core", "the run has no such thing: \"%1\"") },
    SayingWords { "lesson.long_play", QT_TRANSLATE_NOOP("core", "plays longer than 60 seconds") },
    // Questions and goals.
    SayingWords { "lesson.right_answers", QT_TRANSLATE_N_NOOP("core", "%1 answers are right, not one"),
        "%1 answer is right, not one" },
    SayingWords { "lesson.edge",
        QT_TRANSLATE_NOOP("core", "another answer would be right if %1, which is %2, were 5 % off") },
    SayingWords {
        "lesson.out_of_reach", QT_TRANSLATE_NOOP("core", "nobody can guess %1: from and to leave it out") },
    SayingWords { "lesson.how_near",
        QT_TRANSLATE_NOOP("core", "how near a guess must be is not said: \"within\" or \"off_by\"") },
    SayingWords {
        "lesson.reached_at_start", QT_TRANSLATE_NOOP("core", "the goal is reached before anybody begins") },
    SayingWords { "lesson.not_reached", QT_TRANSLATE_NOOP("core", "does not reach the goal") },
    SayingWords { "lesson.locked", QT_TRANSLATE_NOOP("core", "sets %1, which the step does not unlock") },
};

} // namespace

std::span<const SayingWords> lessonSayings()
{
    return kLessonSayings;
}

} // namespace memwall::ui
