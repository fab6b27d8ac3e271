// Keeps what is changed in the open document as a draft: now and then, when the window loses the focus, and
// before something else is opened. What is saved, or taken back, leaves no draft.
#pragma once

#include "app/files/draft_store.h"
#include "app/session/document.h"

#include <QTimer>

namespace memwall::app
{

class DraftKeeper : public QObject
{
    Q_OBJECT
public:
    /// The document must outlive it. No folder: nothing is kept.
    DraftKeeper(Document& document, const core::Catalog& catalog, const QString& folder);

    /// After this the document may be left: its changes are safe.
    std::expected<void, QString> keep();
    [[nodiscard]] std::optional<Draft> find(const QString& key) const { return m_store.find(key, m_catalog); }
    void drop(const QString& key);
    /// The open document shows this draft: it is kept and dropped with it.
    void goOnAs(const Draft& draft);

    [[nodiscard]] const QString& key() const { return m_key; } ///< of the open document
    /// All that is changed and not saved, the open document included.
    [[nodiscard]] QStringList keys() const;
    /// Drafts that are all there is of their scenario: it never had a file, or that is gone.
    [[nodiscard]] QVector<DraftStore::Entry> withoutFile() const;
    [[nodiscard]] bool isWithoutFile(const QString& key) const;

signals:
    void changed(); ///< key() or keys() may be others
    void failed(const QString& why); ///< nothing could be kept now

private:
    void takeDocument();

    Document& m_document;
    const core::Catalog& m_catalog;
    DraftStore m_store;
    QString m_key;
    bool m_isKept = false; ///< a draft of the open document is in the store
    QTimer m_again;
};

} // namespace memwall::app
