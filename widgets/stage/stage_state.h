// What the stage shows, where it stands and what is on its way. Internal to the widget.
#pragma once

#include "widgets/scene/opening_ease.h"
#include "widgets/scene/wall_hold.h"
#include "widgets/stage/stage_cache.h"
#include "widgets/stage/stage_widget.h"

#include <QPixmap>
#include <QVariantAnimation>

namespace memwall::ui
{

struct StageWidget::State
{
    StageInput input;
    core::Report report;
    StageScene scene;
    StageLayout layout;
    QRectF placed; ///< rectangle that the layout is for; null: it has to be made again
    StageCache cache;
    OpeningEase openings;
    WallHold hold;
    int holds = 0; ///< of the wall, so far: by hand and by key
    QPixmap before; ///< fades, where a picture does not follow from the one before
    QVariantAnimation fading;
    const core::Catalog* catalog = nullptr;
    bool walkedThere = false; ///< the focus came by Tab

    /// The frame as it is drawn now.
    [[nodiscard]] StageFrame eased() const { return openings.onItsWay(scene.frame, input.pace); }
    /// Those that a hand can move, where they are drawn now.
    [[nodiscard]] std::vector<WallOpening> walls() const;
};

} // namespace memwall::ui
