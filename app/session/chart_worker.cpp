#include "app/session/chart_worker.h"

#include "app/files/failure.h"

namespace memwall::app
{

ChartWorker::ChartWorker(const core::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

ChartWorker::~ChartWorker()
{
    m_current.request_stop();
}

void ChartWorker::request(
    const core::System& system, const core::Workload& workload, core::SystemResult result)
{
    cancel();
    m_next.put(Job { system, workload, std::move(result), m_requested, m_current.get_token() });
}

void ChartWorker::cancel()
{
    m_current.request_stop();
    m_current = std::stop_source();
    ++m_requested;
    m_next.drop();
}

void ChartWorker::work(const std::stop_token& stop)
{
    while (const auto job = m_next.take(stop))
        if (const auto failure = failureOf([&] { workOut(*job); }))
            deliver(*job, [this, failure] { emit failed(*failure); });
}

void ChartWorker::workOut(const Job& job)
{
    const core::EnergyParts energy
        = core::energyParts(job.system, m_catalog, *job.result.run, job.result.report);
    deliver(job, [this, energy] { emit energyFound(energy); });
    core::batchCurve(
        job.system, job.workload, m_catalog,
        [&](const core::BatchPoint& point) { deliver(job, [this, point] { emit pointFound(point); }); },
        job.stop);
    deliver(job, [this] { emit curveComplete(); });
}

/// The queued call dies with this object, which joins the thread first.
template <typename Report> void ChartWorker::deliver(const Job& job, Report report)
{
    QMetaObject::invokeMethod(
        this,
        [this, number = job.number, report] {
            if (number == m_requested)
                report();
        },
        Qt::QueuedConnection);
}

} // namespace memwall::app
