#include "widgets/flow/sources.h"

namespace memwall::ui
{

ChipSources::ChipSources(const core::Catalog* catalog, const core::ChipId& chipId)
    : m_catalog { catalog }
    , m_chip { catalog != nullptr ? catalog->chip(chipId) : nullptr }
{
}

template <typename T> QString ChipSources::titleOf(const std::optional<core::Sourced<T>>& value) const
{
    return value ? titleOf(value->source) : QString {};
}

QString ChipSources::titleOf(const std::optional<core::SourceId>& id) const
{
    const core::Source* source = id ? m_catalog->source(*id) : nullptr;
    return source != nullptr ? QString::fromStdString(source->title) : QString {};
}

QString ChipSources::capacity(std::size_t level) const
{
    return m_chip != nullptr && level < m_chip->levels.size() ? titleOf(m_chip->levels[level].capacity)
                                                              : QString {};
}

QString ChipSources::bandwidth(std::size_t level) const
{
    return m_chip != nullptr && level < m_chip->levels.size() ? titleOf(m_chip->levels[level].bandwidth)
                                                              : QString {};
}

QString ChipSources::peak() const
{
    if (m_chip == nullptr)
        return {};
    return titleOf(m_chip->peak.bf16 ? m_chip->peak.bf16 : m_chip->peak.fp32);
}

QString ChipSources::linkTitle(const std::optional<core::Neighbours>& side) const
{
    const core::Link* link = side ? m_catalog->link(side->link) : nullptr;
    return link != nullptr ? titleOf(link->bandwidth.source) : QString {};
}

QString ChipSources::link() const
{
    return m_chip != nullptr ? linkTitle(m_chip->scaleUp) : QString {};
}

QString ChipSources::farLink() const
{
    return m_chip != nullptr ? linkTitle(m_chip->scaleOut) : QString {};
}

} // namespace memwall::ui
