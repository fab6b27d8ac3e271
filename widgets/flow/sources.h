// Where the numbers of a chip come from, by the catalog.
#pragma once

#include "core/catalog/catalog.h"

#include <QString>

#include <optional>

namespace memwall::ui
{

/// Titles of sources; empty where the chip stands inline in a scenario, or a value is not published.
class ChipSources
{
public:
    ChipSources(const core::Catalog* catalog, const core::ChipId& chipId);

    [[nodiscard]] QString capacity(std::size_t level) const;
    [[nodiscard]] QString bandwidth(std::size_t level) const;
    [[nodiscard]] QString peak() const;
    [[nodiscard]] QString link() const; ///< inside a node or rack
    [[nodiscard]] QString farLink() const; ///< between them

private:
    template <typename T> [[nodiscard]] QString titleOf(const std::optional<core::Sourced<T>>& value) const;
    [[nodiscard]] QString titleOf(const std::optional<core::SourceId>& id) const;
    [[nodiscard]] QString linkTitle(const std::optional<core::Neighbours>& side) const;

    const core::Catalog* m_catalog;
    const core::Chip* m_chip;
};

} // namespace memwall::ui
