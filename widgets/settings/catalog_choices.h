// The catalog as the toolbar's lists and words: chips by class, models by family, weight formats.
#pragma once

#include "core/scenario/scenario_edits.h"
#include "widgets/inputs/section_list.h"

namespace memwall::ui
{

/// own: chips that the catalog does not have, in its format; they come first.
[[nodiscard]] QVector<Section> chipSections(
    const core::Catalog& catalog, const std::vector<nlohmann::json>& own = {});
[[nodiscard]] QVector<Section> modelSections(const core::Catalog& catalog);
[[nodiscard]] QVector<Section> weightSections(const core::EditContext& context);

/// Keys of weightSections: "16", "8", "4" or a format id.
[[nodiscard]] QString weightKey(const core::WeightBits& bits);
[[nodiscard]] core::WeightBits weightOf(const QString& key);
[[nodiscard]] QString weightText(const core::WeightBits& bits); ///< "16-bit", "q4_k_m"
[[nodiscard]] QString hardwareText(const core::EditContext& context); ///< "4 × H100 SXM 80 GB"
[[nodiscard]] QString modelText(const core::EditContext& context);
[[nodiscard]] QString tokensText(const core::TokenCount& count); ///< "1,024", "~800", "100–4,000"

} // namespace memwall::ui
