#include "app/cli/batch_output.h"

#include "app/background/interrupt.h"
#include "app/cli/batch_export.h"
#include "app/cli/benchmark.h"
#include "app/cli/explanation.h"
#include "app/cli/lesson_check.h"
#include "app/cli/measure_report.h"
#include "app/cli/model_check.h"
#include "app/cli/reach.h"
#include "app/cli/sweep.h"
#include "app/files/model_config.h"
#include "app/files/output_file.h"
#include "app/files/scenario_file.h"
#include "app/files/text_file.h"
#include "app/files/trace_file.h"
#include "core/base/assert.h"
#include "core/base/visible_text.h"
#include "core/export/perfetto.h"
#include "core/export/report_json.h"
#include "core/export/tables.h"
#include "core/simulate.h"
#include "widgets/words/sayings.h"

#include <QCoreApplication>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace memwall::app
{

namespace
{

constexpr auto kStandardOutput = "-";

bool print(const std::string& text)
{
    return writeOutput(QString::fromUtf8(kStandardOutput), text);
}

bool writeTexts(const CommandLine& line, const core::SimulationResult& result)
{
    bool good = true;
    if (line.json)
        good
            = writeOutput(*line.json, core::reportJson(result, ui::wordingOfReader()).dump(2) + '\n') && good;
    if (line.csv)
        good = writeOutput(*line.csv, core::requestsCsv(result)) && good;
    if (line.timeline)
        good = writeOutput(*line.timeline, core::timelineCsv(result)) && good;
    if (line.trace)
        good = writeOutput(*line.trace, core::perfettoJson(result)) && good;
    if (line.summary)
        good = print(core::reportTable(result, ui::wordingOfReader())) && good;
    return good;
}

ExitStatus runBenchmark(const CommandLine& line, const core::Scenario& scenario, const core::Catalog& catalog)
{
    const BenchmarkFigures figures = benchmark(scenario, catalog);
    const bool good = line.json ? writeOutput(*line.json, benchmarkJson(figures).dump(2) + '\n')
                                : print(benchmarkTable(figures));
    return good ? kGood : kInputOutput;
}

ExitStatus interrupted(const QString& what)
{
    complain(QStringLiteral("interrupted; %1").arg(what));
    return kInterrupted;
}

ExitStatus runSweep(const CommandLine& line, const core::Scenario& scenario, const core::Catalog& catalog)
{
    const InterruptWatch watch;
    const Sweep sweep { line.sweep, scenario, catalog, folderOf(line.file), watch.token() };
    OutputFile file(line.json.value_or(QLatin1String(kStandardOutput)));
    bool good = file.open();
    bool whole = true;
    const auto write = [&](const std::string& text) {
        good = good && file.write(text.data(), static_cast<qsizetype>(text.size()));
    };
    if (good)
        whole = (line.json ? sweepJson : sweepCsv)(sweep, write);
    // A file keeps what it was; what has been printed are whole rows.
    const bool kept = whole || file.partName().isEmpty();
    if (good && kept)
        good = file.commit();
    if (!good) {
        complain(file.error());
        return kInputOutput;
    }
    if (whole)
        return kGood;
    return interrupted(
        kept ? QStringLiteral("not all rows are there") : QStringLiteral("nothing was written"));
}

std::optional<core::SimulationResult> simulated(const core::Scenario& scenario, const core::Catalog& catalog)
{
    const InterruptWatch watch;
    return core::simulate(scenario, catalog, watch.token());
}

/// Whether a system asked for more than can be played.
bool complainOfSize(const core::SimulationResult& result, const QString& file)
{
    core::Problems problems;
    for (const core::SystemResult& system : result.systems)
        if (system.run->tooLarge)
            problems.push_back(*system.run->tooLarge);
    if (!problems.empty())
        complain(describe(problems, file));
    return !problems.empty();
}

QString displayName(const CommandLine& line, const Folders& folders)
{
    if (line.file == QLatin1String(kStandardOutput))
        return QStringLiteral("standard input");
    return line.file.isEmpty() ? defaultScenario(folders) : line.file;
}

} // namespace

bool writeOutput(const QString& path, const std::string& text)
{
    const auto written = writeWholeFile(path, QByteArray::fromStdString(text));
    if (!written)
        complain(written.error());
    return written.has_value();
}

std::expected<ScenarioOrModel, ExitStatus> wantedScenario(const CommandLine& line,
    const core::Catalog& catalog, const Folders& folders, const std::function<void(const QString&)>& tell)
{
    const QString path = line.file.isEmpty() ? defaultScenario(folders) : line.file;
    auto wanted = readScenarioOrModel(path, catalog, folders);
    const auto refuse = [&](const LoadFailure& failure, const QString& where) {
        // What cannot be read names its file itself.
        tell(describe(failure.problems, failure.unreadable ? QString() : where));
        return std::unexpected(failure.unreadable ? kInputOutput : kBadScenario);
    };
    QString where = displayName(line, folders);
    if (!wanted)
        return refuse(wanted.error(), where);
    if (!line.settings.empty()) {
        where += QStringLiteral(" with --set");
        auto changed = core::withSettings(wanted->scenario, line.settings, catalog);
        if (!changed)
            return refuse({ false, std::move(changed.error()) }, where);
        wanted->scenario = *std::move(changed);
    }
    auto complete = withTrace(std::move(wanted->scenario), folderOf(path));
    if (!complete)
        return refuse(complete.error(), where);
    wanted->scenario = *std::move(complete);
    return wanted.value();
}

ExitStatus runBatch(const CommandLine& line)
{
    MEMWALL_ASSERT(QCoreApplication::instance());
    const Folders folders = findFolders();
    const auto catalog = loadCatalog(folders);
    if (!catalog) {
        complain(describe(catalog.error(), {}));
        return kInputOutput;
    }
    if (line.list)
        return print(listing(*line.list, *catalog, folders).toStdString()) ? kGood : kInputOutput;
    if (line.measure)
        return runMeasure(line, *catalog);
    if (line.checkModel)
        return runModelCheck(line, *catalog, folders);
    const auto wanted = wantedScenario(line, *catalog, folders);
    if (!wanted)
        return wanted.error();
    const core::Scenario& scenario = wanted->scenario;
    if (line.validate) {
        const std::string name = core::visibleText(displayName(line, folders).toStdString());
        return print(name + ": good\n") ? kGood : kInputOutput;
    }
    if (line.checkLesson)
        return runLessonCheck(line, scenario, *catalog);
    if (!line.sweep.empty())
        return runSweep(line, scenario, *catalog);
    if (line.reach)
        return runReach(line, scenario, *catalog);
    if (line.benchmark)
        return runBenchmark(line, scenario, *catalog);
    const auto result = simulated(scenario, *catalog);
    if (!result)
        return interrupted(QStringLiteral("nothing was written"));
    bool good = writeTexts(line, *result);
    if (line.explain) {
        const auto text = explanation(scenario, *result, *catalog, folders);
        if (!text)
            complain(text.error());
        good = text && print(*text) && good;
    }
    ExitStatus status = std::max(good ? kGood : kInputOutput, runExport(line, scenario, *catalog, *result));
    if (complainOfSize(*result, displayName(line, folders)))
        status = std::max(status, kBadScenario);
    return status;
}

} // namespace memwall::app
