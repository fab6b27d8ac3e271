#include "app/background/claims_checker.h"

#include "app/files/scenario_file.h"
#include "core/simulate.h"

namespace memwall::app
{

ClaimsChecker::ClaimsChecker(const core::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_worker(
          *this, [this](const auto& task) { check(task); },
          [this](const QString& sentence, quint64 number) {
              if (number == m_worker.newest())
                  emit failed(sentence);
          })
{
}

void ClaimsChecker::check(const Worker<QStringList>::Task& task)
{
    const auto play = [](const core::Scenario& scenario, const core::Catalog& catalog,
                          const std::stop_token& stop) { return core::simulate(scenario, catalog, stop); };
    for (const QString& path : task.job) {
        auto scenario = readScenarioFile(path, m_catalog);
        if (!scenario || !scenario->lesson)
            continue;
        CheckedClaim claim { path, scenario->title, {}, {} };
        const core::LessonResults results(*std::move(scenario), m_catalog, play, task.stop);
        claim.step = results.lesson().steps.front();
        claim.told = core::tellStep(results, 0);
        if (task.stop.stop_requested())
            return;
        m_worker.deliver(task, [this, claim] { emit found(claim); });
    }
    m_worker.deliver(task, [this] { emit complete(); });
}

} // namespace memwall::app
