#include "app/cli/model_check.h"

#include "app/cli/batch_output.h"
#include "app/cli/progress.h"
#include "app/files/scenario_file.h"
#include "app/files/text_file.h"
#include "core/base/columns.h"
#include "core/base/number_text.h"
#include "core/validate/check_text.h"
#include "core/validate/fit.h"
#include "widgets/words/sayings.h"

#include <QThread>
#include <nlohmann/json.hpp>

namespace memwall::app
{

namespace
{

void showGroups(std::size_t done, std::size_t of)
{
    showProgress(std::to_string(done) + " of " + std::to_string(of) + (done == of ? "\n" : ""));
}

nlohmann::json constantsJson(const std::vector<core::FittedConstant>& constants)
{
    auto list = nlohmann::json::array();
    for (const core::FittedConstant& constant : constants)
        list.push_back({ { "id", constant.id }, { "prior", constant.prior }, { "value", constant.value },
            { "witnesses", constant.witnesses } });
    return list;
}

std::string constantsTable(const std::vector<core::FittedConstant>& constants)
{
    constexpr std::size_t kName = 48, kFigure = 13, kCount = 8;
    const auto figure
        = [](double value) { return core::rightAligned(core::significantText(value, 5), kFigure); };
    const core::Wording words = ui::wordingOfReader();
    std::string text = core::leftAligned(words("errors.constant"), kName)
        + core::rightAligned(words("errors.prior"), kFigure)
        + core::rightAligned(words("errors.fitted"), kFigure)
        + core::rightAligned(words("errors.groups"), kCount) + '\n';
    for (const core::FittedConstant& constant : constants)
        text += core::leftAligned(constant.id, kName) + figure(constant.prior) + figure(constant.value)
            + core::rightAligned(std::to_string(constant.witnesses), kCount) + '\n';
    return text + '\n';
}

} // namespace

ExitStatus runModelCheck(const CommandLine& line, const core::Catalog& catalog, const Folders& folders)
{
    const QString path
        = line.file.isEmpty() ? folders.catalog + QStringLiteral("/measurements.json") : line.file;
    const auto text = readWholeFile(path);
    if (!text) {
        complain(text.error());
        return kInputOutput;
    }
    const auto set = core::measurementsFromText(viewOf(*text));
    if (!set) {
        complain(describe(set.error(), path));
        return kBadScenario;
    }
    core::ModelCheck check;
    std::vector<core::FittedConstant> constants;
    if (line.leaveOut) {
        const auto threads = static_cast<unsigned>(std::max(1, QThread::idealThreadCount()));
        check = core::checkWithGroupsLeftOut(*set, catalog, threads, showGroups);
    } else if (line.fit) {
        core::Fit fit = core::fitModel(*set, catalog, showGroups);
        check = core::checkModel(*set, fit.catalog);
        constants = std::move(fit.constants);
    } else {
        check = core::checkModel(*set, catalog);
    }
    if (line.json) {
        nlohmann::json json = core::checkJson(check, ui::wordingOfReader());
        if (line.fit)
            json["constants"] = constantsJson(constants);
        return writeOutput(*line.json, json.dump(2) + '\n') ? kGood : kInputOutput;
    }
    const std::string table = (line.fit ? constantsTable(constants) : std::string {})
        + core::checkTable(check, ui::wordingOfReader());
    return writeOutput(QStringLiteral("-"), table) ? kGood : kInputOutput;
}

} // namespace memwall::app
