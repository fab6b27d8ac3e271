// The page that says where one figure comes from, as rich text in the colours of a theme, and as plain text.
#pragma once

#include "core/validate/nearest.h"
#include "widgets/theme/theme.h"

#include <QString>

#include <memory>
#include <vector>

namespace memwall::ui
{

/// One figure with the measurements beside it.
struct Origin
{
    core::Origin origin;
    std::vector<core::NearestPoint> nearest {};
};

/// What all pages of one system are made from.
struct Origins
{
    QString system; ///< its name
    std::vector<Origin> figures;
    std::shared_ptr<const core::ModelCheck> check; ///< null while it is worked out
    const core::Catalog* catalog = nullptr; ///< for names of what was measured
};

[[nodiscard]] QString originHtml(const Origin& origin, const Origins& all, const Theme& theme);
[[nodiscard]] QString originText(const Origin& origin, const Origins& all);
/// "14.7 ms"; of the bottleneck its name and share.
[[nodiscard]] QString figureOf(const core::Origin& origin);

} // namespace memwall::ui
