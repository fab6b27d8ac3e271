#include "app/files/opened_file.h"

#include "app/files/text_file.h"
#include "app/files/trace_file.h"
#include "core/base/json_document.h"
#include "core/catalog/hf_config.h"

#include <QDir>
#include <QFileInfo>

namespace memwall::app
{

namespace
{

/// A cache of downloads keeps them in models--ORGANISATION--NAME/snapshots/HASH/.
QString folderName(const QString& path)
{
    const QStringList folders = QFileInfo(path).absolutePath().split(u'/', Qt::SkipEmptyParts);
    for (const QString& folder : folders)
        if (folder.startsWith(QStringLiteral("models--")))
            return folder.section(QStringLiteral("--"), 2);
    return folders.isEmpty() ? QString() : folders.back();
}

QString modelName(const nlohmann::json& config, const QString& path)
{
    const auto own = config.find("_name_or_path");
    if (own != config.end() && own->is_string()) {
        const QString name = QString::fromStdString(own->get<std::string>());
        const bool isPlace = name.startsWith(u'/') || name.startsWith(u'.'); // of another computer
        if (!name.isEmpty() && !isPlace)
            return name.section(u'/', -1, -1, QString::SectionSkipEmpty);
    }
    if (path == QStringLiteral("-"))
        return {};
    const QString file = QFileInfo(path).completeBaseName();
    return file == QStringLiteral("config") ? folderName(path) : file;
}

std::unexpected<LoadFailure> badContent(core::Problems problems, const QByteArray& text)
{
    core::addLines(problems, viewOf(text));
    return std::unexpected(LoadFailure { false, std::move(problems) });
}

} // namespace

Opened readOpened(const QString& path, const core::Catalog& catalog)
{
    const auto bytes = readInput(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto json = core::parseJson(viewOf(*bytes));
    if (!json)
        return std::unexpected(LoadFailure { false, json.error() });
    const QByteArray digest = digestOf(*bytes);
    if (!core::isHuggingFaceConfig(*json)) {
        auto scenario = core::scenarioFromJson(*json, catalog);
        if (!scenario)
            return badContent(std::move(scenario.error()), *bytes);
        return OpenedFile { *std::move(scenario), digest };
    }
    auto model = core::modelFromHuggingFace(*json, modelName(*json, path).toStdString());
    if (!model)
        return badContent(std::move(model.error()), *bytes);
    return OpenedFile { core::ModelRef { .id = core::ModelId(model->at("id").get<std::string>()),
                            .object = *std::move(model) },
        digest };
}

Opened loadOpened(const QString& path, const core::Catalog& catalog)
{
    Opened opened = readOpened(path, catalog);
    if (!opened)
        return opened;
    if (auto* scenario = std::get_if<core::Scenario>(&opened->content)) {
        auto complete = withTrace(std::move(*scenario), folderOf(path));
        if (!complete)
            return std::unexpected(std::move(complete.error()));
        *scenario = *std::move(complete);
    }
    return opened;
}

} // namespace memwall::app
