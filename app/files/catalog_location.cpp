#include "app/files/catalog_location.h"

#include "app/files/text_file.h"
#include "core/base/visible_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace memwall::app
{

namespace
{

/// What a file says of itself, without checking the rest of it.
ShippedScenario introduced(const QString& section, const QString& path)
{
    ShippedScenario scenario { section, path, QFileInfo(path).fileName().section(u'.', 0, 0), {} };
    const auto bytes = readWholeFile(path);
    const auto json = bytes ? core::parseJson(viewOf(*bytes)) : std::unexpected(core::Problems {});
    const auto textOf = [&json](const char* key, QString& text) {
        if (json && json->is_object() && json->contains(key) && json->at(key).is_string())
            text = QString::fromStdString(core::visibleText(json->at(key).get<std::string>()));
    };
    textOf("title", scenario.title);
    textOf("description", scenario.description);
    return scenario;
}

/// Paths in the order of scenarios/order.txt: the one that tells the story. What is not listed comes last.
QStringList listedOrder(const Folders& folders)
{
    QFile file(folders.scenarios + QStringLiteral("/order.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

Folders foldersBelow(const QString& data, const QString& scenarios)
{
    // Paths are compared: one file has one name.
    const auto path
        = [&data](const QString& name) { return QDir::cleanPath(QDir(data).absoluteFilePath(name)); };
    return { path(QStringLiteral("catalog")), path(scenarios), path(QStringLiteral("manual")) };
}

Folders findFolders()
{
    const QString installed = QCoreApplication::applicationDirPath() + QStringLiteral("/../share/memwall");
    if (QFileInfo(installed + QStringLiteral("/catalog")).isDir())
        return foldersBelow(installed, QStringLiteral("scenarios"));
    return foldersBelow(QStringLiteral(MEMWALL_RESOURCE_DIR), QStringLiteral("../scenarios"));
}

std::expected<core::Catalog, core::Problems> loadCatalog(const Folders& folders)
{
    if (!QFileInfo(folders.catalog).isDir())
        return std::unexpected(core::Problems { { .pointer = {},
            .line = std::nullopt,
            .message = { "wrong.catalog_folder", { folders.catalog.toStdString() } },
            .remedy = { "right.install_again" } } });
    return core::readCatalog(folders.catalog.toStdString());
}

QVector<ShippedScenario> shippedScenarios(const Folders& folders)
{
    const QStringList order = listedOrder(folders);
    const auto placeOf = [&](const QString& path) {
        const qsizetype place = order.indexOf(QDir(folders.scenarios).relativeFilePath(path));
        return place < 0 ? order.size() : place;
    };
    QVector<ShippedScenario> found;
    QDirIterator files(
        folders.scenarios, { QStringLiteral("*.memwall.json") }, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString inside = QDir(folders.scenarios).relativeFilePath(path);
        found.push_back(introduced(inside.contains(u'/') ? inside.section(u'/', 0, 0) : QString(), path));
    }
    std::sort(found.begin(), found.end(), [&](const ShippedScenario& a, const ShippedScenario& b) {
        return std::pair(placeOf(a.path), a.path) < std::pair(placeOf(b.path), b.path);
    });
    return found;
}

QString defaultScenario(const Folders& folders)
{
    return folders.scenarios + QStringLiteral("/machines/gpu-hbm.memwall.json");
}

} // namespace memwall::app
