#include "app/simulator.h"

namespace memwall::app
{

Simulator::Simulator(const core::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

Simulator::~Simulator() = default;

void Simulator::request(const core::Scenario& scenario)
{
    const bool wasBusy = isBusy();
    ++m_requested;
    {
        const std::lock_guard lock(m_mutex);
        m_next = Job { scenario, m_requested };
    }
    m_wake.notify_one();
    if (!wasBusy)
        emit started();
}

void Simulator::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_next.reset();
    m_delivered = m_requested;
}

void Simulator::work(const std::stop_token& stop)
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
        auto result = std::make_shared<const core::SimulationResult>(core::simulate(job.scenario, m_catalog));
        // The queued call dies with this object, which joins the thread first.
        QMetaObject::invokeMethod(
            this, [this, result, number = job.number] { deliver(result, number); }, Qt::QueuedConnection);
    }
}

void Simulator::deliver(const Result& result, quint64 number)
{
    if (number <= m_delivered)
        return; // cancelled
    // A result older than the newest request is still newer than what is shown: while a slider is
    // dragged, the picture follows.
    m_delivered = number;
    emit finished(result);
}

} // namespace memwall::app
