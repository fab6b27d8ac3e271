#include "app/session/draft_keeper.h"

#include <QFileInfo>

#include <utility>

namespace memwall::app
{

DraftKeeper::DraftKeeper(Document& document, const core::Catalog& catalog, const QString& folder)
    : m_document(document)
    , m_catalog(catalog)
    , m_store(folder)
{
    constexpr int kAgainMs = 30'000;
    m_again.setParent(this);
    m_again.setObjectName(QStringLiteral("keepsDrafts"));
    m_again.setSingleShot(true);
    m_again.setInterval(kAgainMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (const auto kept = keep(); !kept)
            emit failed(kept.error());
    });
    connect(&document, &Document::scenarioChanged, this, [this] {
        if (!m_again.isActive())
            m_again.start();
    });
    connect(&document, &Document::modifiedChanged, this, &DraftKeeper::changed);
    connect(&document, &Document::opened, this, &DraftKeeper::takeDocument);
    connect(&document, &Document::saved, this, [this] {
        drop(m_key); // under the name that it had
        takeDocument();
        drop(m_key);
    });
}

/// Another document, or this one under another name.
void DraftKeeper::takeDocument()
{
    m_again.stop();
    m_isKept = false;
    m_key = m_document.path().isEmpty() ? DraftStore::newKey() : m_document.path();
    emit changed();
}

std::expected<void, QString> DraftKeeper::keep()
{
    m_again.stop();
    if (!m_document.isModified() || m_document.isPage()) {
        if (std::exchange(m_isKept, false)) // of another start nothing is known here: it stays
            m_store.drop(m_key);
        return {};
    }
    const auto kept
        = m_store.keep({ m_key, m_document.folder(), m_document.fileDigest(), m_document.scenario() });
    m_isKept = m_isKept || kept;
    return kept;
}

void DraftKeeper::goOnAs(const Draft& draft)
{
    m_key = draft.key;
    m_isKept = true;
    emit changed();
}

void DraftKeeper::drop(const QString& key)
{
    m_store.drop(key);
    emit changed();
}

QStringList DraftKeeper::keys() const
{
    QStringList keys;
    for (const DraftStore::Entry& entry : m_store.entries())
        if (entry.key != m_key)
            keys << entry.key;
    if (m_document.isModified())
        keys << m_key;
    return keys;
}

QVector<DraftStore::Entry> DraftKeeper::withoutFile() const
{
    QVector<DraftStore::Entry> entries = m_store.entries();
    entries.removeIf([](const DraftStore::Entry& entry) { return QFileInfo::exists(entry.key); });
    return entries;
}

bool DraftKeeper::isWithoutFile(const QString& key) const
{
    return DraftStore::isMadeUp(key) || (!QFileInfo::exists(key) && find(key));
}

} // namespace memwall::app
