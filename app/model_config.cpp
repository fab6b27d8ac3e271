#include "app/model_config.h"

#include "app/text_file.h"
#include "core/catalog/hf_config.h"
#include "core/cost/model_size.h"
#include "widgets/base/format.h"
#include "widgets/controls/scenario_edits.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace memwall::app
{

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("ModelConfig", text);
}

nlohmann::json parsed(const QString& path)
{
    const auto bytes = readWholeFile(path);
    return bytes ? nlohmann::json::parse(bytes->begin(), bytes->end(), nullptr, false) : nlohmann::json();
}

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
    const QString file = QFileInfo(path).completeBaseName();
    return file == QStringLiteral("config") ? folderName(path) : file;
}

} // namespace

bool isModelConfig(const QString& path)
{
    return QFileInfo(path).isFile() && core::isHuggingFaceConfig(parsed(path));
}

std::expected<core::CatalogRef, core::Problems> readModelConfig(const QString& path)
{
    const nlohmann::json config = parsed(path);
    if (!core::isHuggingFaceConfig(config))
        return std::unexpected(core::Problems { { .pointer = {},
            .line = std::nullopt,
            .message = "is no model's config.json: model_type and hidden_size are missing",
            .remedy = "choose the config.json that lies beside a model's weights" } });
    auto model = core::modelFromHuggingFace(config, modelName(config, path).toStdString());
    if (!model)
        return std::unexpected(std::move(model.error()));
    if (auto read = core::readModel(*model, {}); !read)
        return std::unexpected(std::move(read.error()));
    return core::CatalogRef { .id = model->at("id").get<std::string>(), .object = *std::move(model) };
}

QString modelSentence(const core::Catalog& catalog, const core::CatalogRef& ref)
{
    const auto model = ui::modelOf(catalog, ref);
    if (!model)
        return {};
    QString text = tr("%1: %2 parameters, %3 layers.")
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
    if (!isModelConfig(path))
        return readScenarioFile(path, catalog);
    const auto model = readModelConfig(path);
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
