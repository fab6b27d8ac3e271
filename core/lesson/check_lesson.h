// What makes a lesson one that can be given: each question has one right answer, and not by a hair; each goal
// is to be reached and can be; everything that is named exists.
#pragma once

#include "core/lesson/lesson_results.h"

namespace memwall::core
{

/// What is wrong, with its place in the file; nothing: all is well. Plays every step and every variant.
[[nodiscard]] Problems checkLesson(const LessonResults& results);

/// What a step comes to, for authors: the right answer, the guess that is right, the figures in its texts.
struct StepSummary
{
    std::string title;
    std::string say, because; ///< with their figures
    std::string answer; ///< text of the right choice, or the number with its unit; empty: no question
};

[[nodiscard]] StepSummary summaryOf(const LessonResults& results, std::size_t step);

} // namespace memwall::core
