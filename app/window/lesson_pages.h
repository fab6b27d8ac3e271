// What a step of a lesson shows now, as the page that views draw.
#pragma once

#include "app/session/lesson_player.h"
#include "widgets/lesson/lesson_page.h"

namespace memwall::app
{

/// REQUIRES: the lesson is on.
[[nodiscard]] ui::LessonPage pageOf(const LessonPlayer& player);

} // namespace memwall::app
