// What makes a lesson one that can be given: each question has one right answer, and not by a hair; each goal
// is to be reached and can be; everything that is named exists.
#pragma once

#include "core/lesson/lesson_results.h"

namespace memwall::core
{

/// What is wrong, with its place in the file; nothing: all is well. Plays every step and every variant.
[[nodiscard]] Problems checkLesson(const LessonResults& results);

} // namespace memwall::core
