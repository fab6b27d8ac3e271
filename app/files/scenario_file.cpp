#include "app/files/scenario_file.h"

#include "app/files/text_file.h"
#include "app/files/trace_file.h"
#include "widgets/words/sayings.h"

#include <QFileInfo>
#include <nlohmann/json.hpp>

namespace memwall::app
{

namespace
{

/// sentence: what is wrong, in the reader's language already.
core::Problem fileProblem(const QString& sentence, core::Saying remedy)
{
    return { .pointer = {},
        .line = std::nullopt,
        .message = { "named", { sentence.toStdString() } },
        .remedy = std::move(remedy) };
}

std::unexpected<core::Problems> refused(const QString& sentence, core::Saying remedy)
{
    return std::unexpected(core::Problems { fileProblem(sentence, std::move(remedy)) });
}

bool isJson(const QByteArray& bytes)
{
    return core::parseJson(viewOf(bytes)).has_value();
}

constexpr qint64 kMostReplaced = qint64 { 64 } << 20; ///< what is longer was no scenario

} // namespace

std::expected<QByteArray, LoadFailure> readInput(const QString& path)
{
    auto bytes = readWholeFile(path);
    if (!bytes)
        return std::unexpected(LoadFailure { true, { fileProblem(bytes.error(), { "right.rights" }) } });
    return *std::move(bytes);
}

std::expected<core::Scenario, LoadFailure> readScenarioFile(const QString& path, const core::Catalog& catalog)
{
    const auto bytes = readInput(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto scenario = core::readScenario(viewOf(*bytes), catalog);
    if (!scenario)
        return std::unexpected(LoadFailure { false, std::move(scenario.error()) });
    return *std::move(scenario);
}

std::expected<core::Scenario, LoadFailure> loadScenario(const QString& path, const core::Catalog& catalog)
{
    auto scenario = readScenarioFile(path, catalog);
    if (!scenario)
        return scenario;
    return withTrace(*std::move(scenario), folderOf(path));
}

std::expected<void, core::Problems> saveScenario(const QString& path, const core::Scenario& scenario)
{
    const QByteArray bytes = QByteArray::fromStdString(core::writeScenario(scenario));
    const QString backup = path + u'~';
    const bool replaces = QFileInfo(path).isFile();
    const std::expected<QByteArray, QString> before
        = replaces ? readWholeFile(path, kMostReplaced) : QByteArray();
    if (!before)
        return refused(before.error(), { "right.save_elsewhere" });
    // A file that was emptied or cut off must not drive out the good one that may stand in the backup.
    if (replaces && (isJson(*before) || !QFileInfo::exists(backup)))
        if (const auto kept = writeWholeFile(backup, *before); !kept)
            return refused(kept.error(), { "right.nothing_written" });
    if (const auto written = writeWholeFile(path, bytes); !written)
        return refused(written.error(), { "right.save_it_elsewhere" });
    // Believing a failing disk would lose the work that the user thinks is safe.
    const auto reread = readWholeFile(path);
    if (reread && *reread == bytes)
        return {};
    const bool restored = replaces && writeWholeFile(path, *before);
    return std::unexpected(core::Problems { { .pointer = {},
        .line = std::nullopt,
        .message = { "wrong.read_back", { path.toStdString() } },
        .remedy = { restored ? "right.other_disk.restored" : "right.other_disk" } } });
}

QString describe(const core::Problems& problems, const QString& path)
{
    std::string text;
    for (const core::Problem& problem : problems)
        text.append(core::describe(problem, ui::wordingOfReader(), path.toStdString())).append("\n");
    return QString::fromStdString(text);
}

} // namespace memwall::app
