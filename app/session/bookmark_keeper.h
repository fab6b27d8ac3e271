// Bookmarks 1 to 9 of every scenario, for as long as the program runs. They are kept as places in the story,
// so that they stay where they belong when a toggle changes every duration; nothing is written to a file.
#pragma once

#include "app/session/place.h"
#include "widgets/timeline/timeline_marks.h"

#include <QHash>
#include <QString>

#include <memory>

namespace memwall::app
{

class BookmarkKeeper
{
public:
    /// Whose bookmarks are asked for and set from now on.
    void setStory(const QString& story) { m_story = story; }
    void setRun(std::shared_ptr<const core::Run> run) { m_run = std::move(run); }

    /// Sets bookmark i (from 0), or removes it where it marks this very instant.
    void toggle(std::size_t i, core::Instant time);
    /// Where the bookmarks lie in the present run.
    [[nodiscard]] ui::Bookmarks instants() const;

private:
    [[nodiscard]] bool hasTime() const { return m_run && m_run->end() > core::Instant {}; }

    QHash<QString, std::array<std::optional<Place>, ui::kBookmarks>> m_places;
    QString m_story;
    std::shared_ptr<const core::Run> m_run;
};

} // namespace memwall::app
