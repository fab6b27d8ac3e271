#include "app/model_check.h"

#include "app/batch_output.h"
#include "app/scenario_file.h"
#include "app/text_file.h"
#include "core/calibration/check_text.h"
#include "core/calibration/fit.h"

#include <QThread>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <unistd.h>

namespace memwall::app
{

namespace
{

/// How far it is, for somebody who watches; a log gets nothing.
void showCheckProgress(std::size_t done, std::size_t of)
{
    if (isatty(STDERR_FILENO) != 0)
        std::fprintf(stderr, "\r%zu of %zu%s", done, of, done == of ? "\n" : "");
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
    std::string text = "constant                                                prior       fitted  groups\n";
    for (const core::FittedConstant& constant : constants) {
        char buffer[160];
        std::snprintf(buffer, sizeof buffer, "%-48s %12.5g %12.5g %7d\n", constant.id.c_str(), constant.prior,
            constant.value, constant.witnesses);
        text += buffer;
    }
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
    const auto set = core::measurementsFromText(text->toStdString());
    if (!set) {
        complain(describe(set.error(), path));
        return kBadScenario;
    }
    core::ModelCheck check;
    std::vector<core::FittedConstant> constants;
    if (line.leaveOut) {
        const auto threads = static_cast<unsigned>(std::max(1, QThread::idealThreadCount()));
        check = core::checkWithGroupsLeftOut(*set, catalog, threads, showCheckProgress);
    } else if (line.fit) {
        core::Fit fit = core::fitModel(*set, catalog, showCheckProgress);
        check = core::checkModel(*set, fit.catalog);
        constants = std::move(fit.constants);
    } else {
        check = core::checkModel(*set, catalog);
    }
    if (line.json) {
        nlohmann::json json = core::checkJson(check);
        if (line.fit)
            json["constants"] = constantsJson(constants);
        return writeOutput(*line.json, json.dump(2) + '\n') ? kGood : kInputOutput;
    }
    const std::string table
        = (line.fit ? constantsTable(constants) : std::string {}) + core::checkTable(check);
    return writeOutput(QStringLiteral("-"), table) ? kGood : kInputOutput;
}

} // namespace memwall::app
