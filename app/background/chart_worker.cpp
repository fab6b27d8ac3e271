#include "app/background/chart_worker.h"

namespace memwall::app
{

ChartWorker::ChartWorker(const core::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_worker(
          *this, [this](const auto& task) { workOut(task); },
          [this](const QString& sentence, quint64 number) {
              if (number == m_worker.newest())
                  emit failed(sentence);
          })
{
}

void ChartWorker::request(
    const core::System& system, const core::Workload& workload, core::SystemResult result)
{
    m_worker.request({ system, workload, std::move(result) });
}

void ChartWorker::cancel()
{
    m_worker.cancel();
}

void ChartWorker::workOut(const Worker<Job>::Task& task)
{
    const Job& job = task.job;
    const core::EnergyParts energy
        = core::energyParts(job.system, m_catalog, *job.result.run, job.result.report);
    m_worker.deliver(task, [this, energy] { emit energyFound(energy); });
    core::batchCurve(
        job.system, job.workload, m_catalog,
        [&](const core::BatchPoint& point) {
            m_worker.deliver(task, [this, point] { emit pointFound(point); });
        },
        task.stop);
    m_worker.deliver(task, [this] { emit curveComplete(); });
}

} // namespace memwall::app
