#include "app/cli/reach.h"

#include "app/background/interrupt.h"
#include "app/cli/batch_output.h"
#include "core/base/assert.h"
#include "core/base/number_text.h"
#include "core/export/target_text.h"
#include "widgets/words/sayings.h"

#include <QStringList>

namespace memwall::app
{

namespace
{

QString metricNames()
{
    QStringList names;
    for (const core::TargetMetric metric : core::kMetrics)
        names << QString::fromUtf8(core::nameOf(metric).data());
    return names.join(QStringLiteral(", "));
}

} // namespace

std::expected<core::Target, QString> parseTarget(const QString& text)
{
    const QString name = text.section(u'=', 0, 0);
    const QString value = text.section(u'=', 1);
    const auto metric = core::metricNamed(name.toStdString());
    if (!metric)
        return std::unexpected(
            QStringLiteral("--reach %1: expected METRIC=VALUE, e.g. tpot_s=0.01; METRIC is one of %2")
                .arg(text, metricNames()));
    if (*metric == core::TargetMetric::Fits) {
        if (!value.isEmpty() && value != QStringLiteral("true"))
            return std::unexpected(QStringLiteral("--reach %1: fits has no value but true").arg(text));
        return core::Target { .metric = *metric, .value = 1 };
    }
    const auto number = core::numberIn(value.toStdString());
    if (!number || *number <= 0)
        return std::unexpected(
            QStringLiteral("--reach %1: expected a number above 0 after %2=").arg(text, name));
    return core::Target { .metric = *metric, .value = *number };
}

ExitStatus runReach(const CommandLine& line, const core::Scenario& scenario, const core::Catalog& catalog)
{
    MEMWALL_ASSERT(line.reach);
    const InterruptWatch watch;
    std::vector<core::SystemReach> systems;
    for (const core::System& system : scenario.systems) {
        core::SystemReach& found = systems.emplace_back(core::SystemReach { system.name, {} });
        for (const core::Resource resource : core::kResources)
            found.rows.push_back(
                core::reach(system, scenario.workload, catalog, resource, *line.reach, watch.token()));
    }
    if (watch.token().stop_requested()) {
        complain(QStringLiteral("interrupted; nothing was written"));
        return kInterrupted;
    }
    const bool good = line.json
        ? writeOutput(*line.json, core::reachJson(systems, *line.reach, ui::wordingOfReader()).dump(2) + '\n')
        : writeOutput(QStringLiteral("-"), core::reachTable(systems, *line.reach, ui::wordingOfReader()));
    return good ? kGood : kInputOutput;
}

} // namespace memwall::app
