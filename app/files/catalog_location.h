// Where the program's own files are: beside the installed binary (PREFIX/share/memwall) or, in a build
// tree, in the source folder. Nothing is read here but the catalog.
#pragma once

#include "core/catalog/catalog.h"

#include <QString>
#include <QVector>

#include <expected>

namespace memwall::app
{

struct Folders
{
    QString catalog;
    QString scenarios;
    QString manual;
};

struct ShippedScenario
{
    QString section; ///< folder below scenarios/, e.g. "machines"
    QString path;
    QString title; ///< the file's own title, or its name
    QString description; ///< as in the file
};

/// Call with the application object alive: the places are relative to its binary.
[[nodiscard]] Folders findFolders();
/// The same below a folder of data; scenarios: where they are, seen from it.
[[nodiscard]] Folders foldersBelow(const QString& data, const QString& scenarios);
/// The catalog, or what is wrong with it, each problem's message naming its file.
[[nodiscard]] std::expected<core::Catalog, core::Problems> loadCatalog(const Folders& folders);
/// Every *.memwall.json below the scenarios folder, by section, then by file name.
[[nodiscard]] QVector<ShippedScenario> shippedScenarios(const Folders& folders);
/// Opened when nothing else was asked for.
[[nodiscard]] QString defaultScenario(const Folders& folders);

} // namespace memwall::app
