// --check-lesson: what is wrong with FILE's lesson, and what each of its steps comes to.
#pragma once

#include "app/files/exit_status.h"
#include "core/scenario/scenario.h"

namespace memwall::core
{
struct Catalog;
}

namespace memwall::app
{

struct CommandLine;

[[nodiscard]] ExitStatus runLessonCheck(
    const CommandLine& line, const core::Scenario& scenario, const core::Catalog& catalog);

} // namespace memwall::app
