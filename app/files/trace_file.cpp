#include "app/files/trace_file.h"

#include "app/files/text_file.h"
#include "core/scenario/read_trace.h"

#include <QDir>
#include <QFileInfo>

namespace memwall::app
{

namespace
{

constexpr auto kPointer = "/workload/trace/file";
constexpr qint64 kMostBytes = qint64 { 256 } << 20;

LoadFailure unreadable(const QString& why, const QString& folder)
{
    return { true,
        { { kPointer, std::nullopt, { "named", { why.toStdString() } },
            { "right.trace_path", { folder.toStdString() } } } } };
}

/// A line of the trace is a place in the scenario too: the file that it names.
LoadFailure badTrace(const core::Problems& problems, const QString& name)
{
    LoadFailure failure;
    for (const core::Problem& problem : problems) {
        const core::Sayings what { problem.message };
        core::Saying there { "wrong.in_file", { name.toStdString(), what } };
        if (problem.line)
            there = { "wrong.in_line", { name.toStdString(), std::to_string(*problem.line), what } };
        failure.problems.push_back({ kPointer, std::nullopt, std::move(there), problem.remedy });
    }
    return failure;
}

/// Where a file really is: a folder reached through a link has another parent.
QString realPath(const QString& path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(path) : canonical;
}

} // namespace

QString folderOf(const QString& scenarioPath)
{
    if (scenarioPath.isEmpty() || scenarioPath == QStringLiteral("-"))
        return QDir::currentPath();
    return QFileInfo(scenarioPath).absolutePath();
}

std::expected<core::Scenario, LoadFailure> withTrace(core::Scenario scenario, const QString& folder)
{
    core::Workload& workload = scenario.workload;
    if (workload.arrivals != core::Arrivals::Trace || !workload.trace || workload.traceRequests.read)
        return scenario;
    const QString name = QString::fromStdString(workload.trace->file);
    const auto bytes = readWholeFile(QDir(folder).absoluteFilePath(name), kMostBytes);
    if (!bytes)
        return std::unexpected(unreadable(bytes.error(), folder));
    auto trace = core::readTrace(viewOf(*bytes), *workload.trace);
    if (!trace)
        return std::unexpected(badTrace(trace.error(), name));
    workload.traceRequests.read = std::make_shared<const core::Trace>(*std::move(trace));
    return scenario;
}

core::Scenario movedTo(core::Scenario scenario, const QString& from, const QString& to)
{
    auto& trace = scenario.workload.trace;
    const QString name = trace ? QString::fromStdString(trace->file) : QString();
    const QString home = realPath(to);
    if (trace && !QFileInfo(name).isAbsolute() && home != realPath(from))
        trace->file = QDir(home).relativeFilePath(realPath(QDir(from).absoluteFilePath(name))).toStdString();
    return scenario;
}

} // namespace memwall::app
