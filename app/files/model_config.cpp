#include "app/files/model_config.h"

#include "app/files/text_file.h"
#include "core/base/json_document.h"
#include "core/catalog/hf_config.h"
#include "core/catalog/model_size.h"
#include "widgets/base/format.h"
#include "widgets/settings/scenario_edits.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace memwall::app
{

namespace
{

struct ModelConfigText
{
    Q_DECLARE_TR_FUNCTIONS(ModelConfig)
};

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

/// The model of a config that was read from a text at a path.
std::expected<core::CatalogRef, core::Problems> modelIn(
    const nlohmann::json& config, const QString& path, const QByteArray& text)
{
    auto model = core::modelFromHuggingFace(config, modelName(config, path).toStdString());
    if (model)
        return core::CatalogRef { .id = model->at("id").get<std::string>(), .object = *std::move(model) };
    core::addLines(model.error(), viewOf(text));
    return std::unexpected(std::move(model.error()));
}

std::expected<core::Scenario, LoadFailure> scenarioIn(
    const nlohmann::json& json, const QByteArray& text, const core::Catalog& catalog)
{
    auto scenario = core::scenarioFromJson(json, catalog);
    if (scenario)
        return *std::move(scenario);
    core::addLines(scenario.error(), viewOf(text));
    return std::unexpected(LoadFailure { false, std::move(scenario.error()) });
}

} // namespace

bool isModelConfig(const QString& path)
{
    if (!QFileInfo(path).isFile())
        return false;
    const auto bytes = readWholeFile(path);
    const auto json = bytes ? core::parseJson(viewOf(*bytes)) : std::unexpected(core::Problems {});
    return json && core::isHuggingFaceConfig(*json);
}

std::expected<core::CatalogRef, core::Problems> readModelConfig(const QString& path)
{
    const auto bytes = readInput(path);
    if (!bytes)
        return std::unexpected(bytes.error().problems);
    const auto config = core::parseJson(viewOf(*bytes));
    if (!config)
        return std::unexpected(config.error());
    if (!core::isHuggingFaceConfig(*config))
        return std::unexpected(core::Problems { { .pointer = {},
            .line = std::nullopt,
            .message = "is no model's config.json: model_type and hidden_size are missing",
            .remedy = "choose the config.json that lies beside a model's weights" } });
    return modelIn(*config, path, *bytes);
}

QString modelSentence(const core::Catalog& catalog, const core::CatalogRef& ref)
{
    const auto model = ui::modelOf(catalog, ref);
    if (!model)
        return {};
    QString text = ModelConfigText::tr("%1: %2 parameters, %3 layers.")
                       .arg(QString::fromStdString(model->name), ui::formatCount(core::totalParams(*model)),
                           ui::formatCount(model->layers));
    if (ref.object && ref.object->contains("notes"))
        for (const auto& note : ref.object->at("notes"))
            text += u' ' + QString::fromStdString(note.get<std::string>());
    return text;
}

core::Settings modelSettings(const core::Catalog& catalog, const core::Scenario& scenario, std::size_t system,
    const core::CatalogRef& model)
{
    return ui::setModel(ui::EditContext { catalog, scenario, system }, model);
}

std::expected<core::Scenario, LoadFailure> readScenarioOrModel(
    const QString& path, const core::Catalog& catalog, const Folders& folders)
{
    const auto bytes = readInput(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto json = core::parseJson(viewOf(*bytes));
    if (!json)
        return std::unexpected(LoadFailure { false, json.error() });
    if (!core::isHuggingFaceConfig(*json))
        return scenarioIn(*json, *bytes, catalog);
    const auto model = modelIn(*json, path, *bytes);
    if (!model)
        return std::unexpected(LoadFailure { false, model.error() });
    const auto base = loadScenario(defaultScenario(folders), catalog);
    if (!base)
        return base;
    core::Settings settings = modelSettings(catalog, *base, 0, *model);
    settings.emplace_back("/title", model->object->at("name"));
    settings.emplace_back("/description", nullptr);
    auto scenario = core::withSettings(*base, settings, catalog);
    if (!scenario)
        return std::unexpected(LoadFailure { false, std::move(scenario.error()) });
    return *std::move(scenario);
}

} // namespace memwall::app
