// What is under the pointer: a sentence, the exact number and its formula, by the painted geometry.
#pragma once

#include "widgets/stage/stage_layout.h"

#include <QPointF>

namespace memwall::ui
{

struct StageTip
{
    QRectF area;
    QString text; ///< empty: nothing to say here
};

[[nodiscard]] StageTip tipAt(const StageScene& scene, const StageLayout& layout, QPointF position);

} // namespace memwall::ui
