#include "app/cli/explanation.h"

#include "app/files/scenario_file.h"
#include "app/files/text_file.h"
#include "core/validate/nearest.h"
#include "widgets/words/sayings.h"

namespace memwall::app
{

std::expected<std::string, QString> explanation(const core::Scenario& scenario,
    const core::SimulationResult& result, const core::Catalog& catalog, const Folders& folders)
{
    const QString path = folders.catalog + QStringLiteral("/measurements.json");
    const auto measurements = readWholeFile(path);
    if (!measurements)
        return std::unexpected(measurements.error());
    const auto set = core::measurementsFromText(viewOf(*measurements));
    if (!set)
        return std::unexpected(describe(set.error(), path));
    const core::ModelCheck check = core::checkModel(*set, catalog);
    constexpr std::size_t kNearest = 5;
    std::string text;
    for (std::size_t i = 0; i < result.systems.size(); ++i) {
        const core::System& system = scenario.systems[i];
        text.append(i > 0 ? "\n" : "").append(system.name).append("\n");
        if (!result.systems[i].report.fits)
            text.append(ui::wordsOf(result.systems[i].report.fitReason).toStdString()).append("\n");
        for (const core::Origin& figure :
            core::originOf(system, scenario.workload, catalog, result.systems[i])) {
            const auto nearest = core::nearestMeasurements(
                check, system, result.systems[i], catalog, figure.headline, kNearest);
            text.append("\n").append(core::originText(figure, ui::wordingOfReader())).append("\n");
            if (!nearest.empty())
                text.append(core::nearestText(nearest, check, catalog, ui::wordingOfReader()));
        }
    }
    return text;
}

} // namespace memwall::app
