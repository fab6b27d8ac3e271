// A step of a lesson as it is told: its texts with their figures, and what is right.
#pragma once

#include "core/lesson/lesson_results.h"

#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

struct ToldStep
{
    std::size_t step = 0;
    std::string say, notes, question, because; ///< a text that is wrong stands as it was written
    std::optional<std::size_t> right; ///< of the choices
    std::optional<double> answer; ///< of a number
    std::vector<bool> reached; ///< goals, in their order
};

/// tried: what a learner made of the step; absent: as it begins. Plays what its texts and rules ask for.
[[nodiscard]] ToldStep tellStep(
    const LessonResults& results, std::size_t step, const std::optional<Scenario>& tried = {});

/// Whether a guess is as near to the answer as the question asks.
[[nodiscard]] bool isNear(const LessonQuestion& ask, double guess, double answer);

} // namespace memwall::core
