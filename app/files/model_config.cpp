#include "app/files/model_config.h"

#include "app/files/opened_file.h"
#include "core/catalog/model_size.h"
#include "core/scenario/scenario_edits.h"
#include "widgets/base/format.h"

#include <QCoreApplication>

namespace memwall::app
{

namespace
{

struct ModelConfigText
{
    Q_DECLARE_TR_FUNCTIONS(ModelConfig)
};

} // namespace

QString modelSentence(const core::Catalog& catalog, const core::ModelRef& ref)
{
    const auto model = core::modelOf(ref, catalog);
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
    const core::ModelRef& model)
{
    return core::setModel(core::EditContext { catalog, scenario, system }, model);
}

std::expected<ScenarioOrModel, LoadFailure> readScenarioOrModel(
    const QString& path, const core::Catalog& catalog, const Folders& folders)
{
    auto opened = readOpened(path, catalog);
    if (!opened)
        return std::unexpected(std::move(opened.error()));
    if (auto* scenario = std::get_if<core::Scenario>(&opened->content))
        return ScenarioOrModel { std::move(*scenario), false, opened->digest };
    const auto& model = std::get<core::ModelRef>(opened->content);
    const auto base = loadScenario(defaultScenario(folders), catalog);
    if (!base)
        return std::unexpected(base.error());
    core::Settings settings = modelSettings(catalog, *base, 0, model);
    settings.emplace_back("/title", model.object->at("name"));
    settings.emplace_back("/description", nullptr);
    auto scenario = core::withSettings(*base, settings, catalog);
    if (!scenario)
        return std::unexpected(LoadFailure { false, std::move(scenario.error()) });
    return ScenarioOrModel { *std::move(scenario), true, opened->digest };
}

} // namespace memwall::app
