// What a step of a lesson shows now, as the page that views draw.
#pragma once

#include "app/session/lesson_player.h"
#include "widgets/lesson/lesson_page.h"

namespace memwall::app
{

/// A card of the insight column that a name in focus stands for; empty: none.
[[nodiscard]] QString cardOf(const QString& focus);

/// REQUIRES: the lesson is on.
[[nodiscard]] ui::LessonPage pageOf(const LessonPlayer& player);

} // namespace memwall::app
