#include "app/files/scenario_file.h"

#include "app/files/text_file.h"
#include "app/files/trace_file.h"

#include <QFileInfo>
#include <nlohmann/json.hpp>

namespace memwall::app
{

namespace
{

core::Problem fileProblem(const QString& message, const QString& remedy)
{
    return {
        .pointer = {}, .line = std::nullopt, .message = message.toStdString(), .remedy = remedy.toStdString()
    };
}

std::unexpected<core::Problems> refused(const QString& message, const QString& remedy)
{
    return std::unexpected(core::Problems { fileProblem(message, remedy) });
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
        return std::unexpected(LoadFailure { true,
            { fileProblem(bytes.error(), QStringLiteral("check the name and the rights of the file")) } });
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
        return refused(before.error(), QStringLiteral("the previous version cannot be kept; save elsewhere"));
    // A file that was emptied or cut off must not drive out the good one that may stand in the backup.
    if (replaces && (isJson(*before) || !QFileInfo::exists(backup)))
        if (const auto kept = writeWholeFile(backup, *before); !kept)
            return refused(
                kept.error(), QStringLiteral("this keeps the previous version; nothing was written"));
    if (const auto written = writeWholeFile(path, bytes); !written)
        return refused(written.error(), QStringLiteral("what is open is as it was; save it elsewhere"));
    // Believing a failing disk would lose the work that the user thinks is safe.
    const auto reread = readWholeFile(path);
    if (reread && *reread == bytes)
        return {};
    const bool restored = replaces && writeWholeFile(path, *before);
    return refused(QStringLiteral("%1: what was read back is not what was written").arg(path),
        restored ? QStringLiteral("the previous version stands there again; save to another disk")
                 : QStringLiteral("save to another disk"));
}

QString describe(const core::Problems& problems, const QString& path)
{
    QString text;
    for (const core::Problem& problem : problems)
        text += QString::fromStdString(core::describe(problem, path.toStdString())) + u'\n';
    return text;
}

} // namespace memwall::app
