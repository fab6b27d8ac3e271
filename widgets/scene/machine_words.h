// What the picture of all chips says in words.
#pragma once

#include "core/figures/report.h"
#include "widgets/scene/stage_scene.h"

namespace memwall::ui
{

/// "H100 SXM 80 GB": what stands on the box.
[[nodiscard]] QString nameAsSold(const core::PoolInfo& pool);

/// One rack against all of them: the time of a token on either, in fewer and fewer words. Empty where there
/// is one rack.
[[nodiscard]] QStringList rackMessages(const HouseFrame& house, const core::Report& report);

/// What a chip is called on its picture: without the size, then its first word.
[[nodiscard]] QStringList chipNames(const HouseFrame& house);

/// "NVLink 4 + NVSwitch 450 GB/s" in fewer and fewer words.
[[nodiscard]] QStringList linkNames(const HouseFrame& house);

/// "Rack 1 · 8 × H100 SXM 80 GB", or the chips alone where there is one rack; in fewer and fewer words.
[[nodiscard]] QStringList domainNames(const HouseFrame& house, std::size_t domain, int chips);

} // namespace memwall::ui
