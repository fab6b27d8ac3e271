#include "app/chart_worker.h"

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
    {
        const std::lock_guard lock(m_mutex);
        m_next = Job { system, workload, std::move(result), m_requested, m_current.get_token() };
    }
    m_wake.notify_one();
}

void ChartWorker::cancel()
{
    m_current.request_stop();
    m_current = std::stop_source();
    ++m_requested;
    const std::lock_guard lock(m_mutex);
    m_next.reset();
}

void ChartWorker::work(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_next.has_value(); }))
                return;
            job = *std::move(m_next);
            m_next.reset();
        }
        workOut(job);
    }
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
