// What is under the pointer on the stage: a plain sentence, the exact number, its formula and its source, by
// the painted geometry.
#pragma once

#include "core/catalog/catalog.h"
#include "widgets/base/explanation.h"
#include "widgets/stage/stage_layout.h"

namespace memwall::ui
{

/// catalog: names the sources; null: they stay empty.
[[nodiscard]] Explanation explainStage(
    const StageScene& scene, const StageLayout& layout, const core::Catalog* catalog, QPointF position);

} // namespace memwall::ui
