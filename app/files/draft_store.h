// What was changed and not saved: one draft a scenario, in a folder of the user's state. The files of the
// scenarios themselves are never touched.
#pragma once

#include "core/scenario/scenario_io.h"

#include <QDateTime>
#include <QString>
#include <QVector>

#include <expected>
#include <optional>

namespace memwall::app
{

struct Draft
{
    QString key; ///< the scenario's absolute path, or a made-up name where it has none
    QString folder; ///< relative paths of the scenario count from it
    QByteArray base; ///< digest of the file that was changed
    core::Scenario scenario; ///< the requests of its trace are not read yet
    QDateTime kept {}; ///< when
};

class DraftStore
{
public:
    /// No folder: nothing is kept.
    explicit DraftStore(QString folder)
        : m_folder(std::move(folder))
    {
    }

    [[nodiscard]] std::expected<void, QString> keep(const Draft& draft) const;
    /// Nothing where there is none, or none that this program reads.
    [[nodiscard]] std::optional<Draft> find(const QString& key, const core::Catalog& catalog) const;
    void drop(const QString& key) const;

    struct Entry
    {
        QString key, title;
    };
    [[nodiscard]] QVector<Entry> entries() const; ///< oldest first

    /// A key for a scenario that has no file yet.
    [[nodiscard]] static QString newKey();
    [[nodiscard]] static bool isMadeUp(const QString& key);

private:
    [[nodiscard]] QString pathOf(const QString& key) const;

    QString m_folder;
};

/// $XDG_STATE_HOME/memwall/drafts, and what stands for it where that is not set.
[[nodiscard]] QString draftFolder();

} // namespace memwall::app
