#include "app/scenario_file.h"

#include "app/text_file.h"
#include "app/trace_file.h"

#include <QFile>
#include <QFileInfo>

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

} // namespace

std::expected<core::Scenario, LoadFailure> readScenarioFile(const QString& path, const core::Catalog& catalog)
{
    const auto bytes = readWholeFile(path);
    if (!bytes)
        return std::unexpected(LoadFailure { true,
            { fileProblem(bytes.error(), QStringLiteral("check the name and the rights of the file")) } });
    auto scenario = core::readScenario(bytes->toStdString(), catalog);
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
    if (QFileInfo(path).isFile()) {
        QFile::remove(backup);
        if (!QFile::copy(path, backup))
            return std::unexpected(core::Problems { fileProblem(
                QStringLiteral("cannot keep the previous version as %1; nothing was written").arg(backup),
                QStringLiteral("choose a folder that you may write to")) });
    }
    if (const auto written = writeWholeFile(path, bytes); !written)
        return std::unexpected(core::Problems { fileProblem(
            written.error(), QStringLiteral("choose another folder, or make room on the disk")) });
    // Believing a full or failing disk would lose the work that the user thinks is safe.
    const auto reread = readWholeFile(path);
    if (!reread || *reread != bytes)
        return std::unexpected(core::Problems {
            fileProblem(QStringLiteral("%1: what was read back is not what was written").arg(path),
                QStringLiteral("save to another disk; the previous version is %1").arg(backup)) });
    return {};
}

QString describe(const core::Problems& problems, const QString& path)
{
    QString text;
    for (const core::Problem& problem : problems)
        text += QString::fromStdString(core::describe(problem, path.toStdString())) + u'\n';
    return text;
}

} // namespace memwall::app
