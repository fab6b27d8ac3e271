#include "app/session/bookmark_keeper.h"

namespace memwall::app
{

void BookmarkKeeper::toggle(std::size_t i, core::Instant time)
{
    if (!hasTime())
        return;
    const Place place = placeAt(*m_run, time);
    auto& kept = m_places[m_story][i];
    // "Again" means at the same place; a bookmark elsewhere moves here.
    if (kept && instantOf(*m_run, *kept) == instantOf(*m_run, place))
        kept.reset();
    else
        kept = place;
}

ui::Bookmarks BookmarkKeeper::instants() const
{
    ui::Bookmarks marks;
    const auto places = m_places.value(m_story);
    for (std::size_t i = 0; i < places.size() && hasTime(); ++i)
        if (places[i])
            marks[i] = instantOf(*m_run, *places[i]);
    return marks;
}

} // namespace memwall::app
