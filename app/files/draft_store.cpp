#include "app/files/draft_store.h"

#include "app/files/files_words.h"
#include "app/files/text_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <nlohmann/json.hpp>

namespace memwall::app
{

namespace
{

constexpr auto kMadeUp = "unsaved:"; // no absolute path begins so

/// The file's fields, all of them of the right type; nothing where it is none of ours.
std::optional<nlohmann::json> draftJson(const QString& path)
{
    const auto bytes = readWholeFile(path);
    auto json = bytes ? core::parseJson(viewOf(*bytes)) : std::unexpected(core::Problems {});
    for (const char* field : { "of", "folder", "base" })
        if (!json || !json->is_object() || !json->contains(field) || !json->at(field).is_string())
            return std::nullopt;
    if (!json->contains("scenario") || !json->at("scenario").is_object())
        return std::nullopt;
    return *std::move(json);
}

QString stringOf(const nlohmann::json& json, const char* field)
{
    const auto text = json.find(field);
    return text != json.end() && text->is_string() ? QString::fromStdString(text->get<std::string>())
                                                   : QString();
}

} // namespace

std::expected<void, QString> DraftStore::keep(const Draft& draft) const
{
    if (m_folder.isEmpty())
        return {};
    if (!QDir().mkpath(m_folder))
        return std::unexpected(FilesWords::tr("%1: the folder cannot be made").arg(m_folder));
    const nlohmann::json json { { "of", draft.key.toStdString() }, { "folder", draft.folder.toStdString() },
        { "base", draft.base.toHex().toStdString() },
        { "scenario", nlohmann::json::parse(core::writeScenario(draft.scenario)) } };
    return writeWholeFile(pathOf(draft.key), QByteArray::fromStdString(json.dump(2) + '\n'));
}

std::optional<Draft> DraftStore::find(const QString& key, const core::Catalog& catalog) const
{
    const QString path = pathOf(key);
    const auto json = draftJson(path);
    if (!json || stringOf(*json, "of") != key)
        return std::nullopt;
    auto scenario = core::readScenario((*json)["scenario"].dump(), catalog);
    if (!scenario)
        return std::nullopt;
    return Draft { key, stringOf(*json, "folder"), QByteArray::fromHex(stringOf(*json, "base").toUtf8()),
        *std::move(scenario), QFileInfo(path).lastModified() };
}

void DraftStore::drop(const QString& key) const
{
    if (!m_folder.isEmpty())
        QFile::remove(pathOf(key));
}

QVector<DraftStore::Entry> DraftStore::entries() const
{
    QVector<Entry> entries;
    if (m_folder.isEmpty())
        return entries;
    for (const QFileInfo& file :
        QDir(m_folder).entryInfoList({ QStringLiteral("*.json") }, QDir::Files, QDir::Time | QDir::Reversed))
        if (const auto json = draftJson(file.filePath()))
            entries.push_back({ stringOf(*json, "of"), stringOf((*json)["scenario"], "title") });
    return entries;
}

QString DraftStore::newKey()
{
    return QString::fromUtf8(kMadeUp) + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

bool DraftStore::isMadeUp(const QString& key)
{
    return key.startsWith(QLatin1String(kMadeUp));
}

/// A path is too long for a name, and has strokes in it.
QString DraftStore::pathOf(const QString& key) const
{
    constexpr int kHexDigits = 24;
    const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("%1/%2.json").arg(m_folder, QString::fromUtf8(digest.left(kHexDigits)));
}

QString draftFolder()
{
    const QString home = qEnvironmentVariable("XDG_STATE_HOME");
    // What is not absolute is to be ignored, says the specification.
    return (QDir::isAbsolutePath(home) ? home : QDir::homePath() + QStringLiteral("/.local/state"))
        + QStringLiteral("/memwall/drafts");
}

} // namespace memwall::app
