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
    m_next.put(Job { scenario, m_requested });
    if (!wasBusy)
        emit started();
}

void Simulator::cancel()
{
    m_next.drop();
    m_delivered = m_requested;
}

void Simulator::work(const std::stop_token& stop)
{
    while (const auto job = m_next.take(stop)) {
        auto result
            = std::make_shared<const core::SimulationResult>(core::simulate(job->scenario, m_catalog));
        // The queued call dies with this object, which joins the thread first.
        QMetaObject::invokeMethod(
            this, [this, result, number = job->number] { deliver(result, number); }, Qt::QueuedConnection);
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
