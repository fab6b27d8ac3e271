#include "app/background/simulator.h"

namespace memwall::app
{

namespace
{

/// While a slider is dragged the picture follows, for results that are older than the newest request are
/// shown too. One that takes longer than this holds the newest one up.
constexpr int kPatienceMs = 200;

} // namespace

Simulator::Simulator(const core::Catalog& catalog, QObject* parent)
    : Simulator([&catalog](const core::Scenario& scenario,
                    const std::stop_token& stop) { return core::simulate(scenario, catalog, stop); },
        parent)
{
}

Simulator::Simulator(Play play, QObject* parent)
    : QObject(parent)
    , m_play(std::move(play))
    , m_worker(
          *this, [this](const auto& task) { this->play(task); },
          [this](const QString& sentence, quint64 number) { report(sentence, number); })
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &Simulator::stopOutdated);
}

Simulator::~Simulator()
{
    m_newest.request_stop();
    stopOutdated();
}

void Simulator::request(Scenario scenario)
{
    const bool wasBusy = isBusy();
    if (wasBusy) {
        m_outdated.push_back(m_newest);
        if (!m_patience.isActive())
            m_patience.start();
    }
    m_newest = m_worker.put(std::move(scenario));
    if (!wasBusy)
        emit started();
}

void Simulator::cancel()
{
    m_worker.cancel();
    stopOutdated();
    m_delivered = m_worker.newest();
}

void Simulator::stopOutdated()
{
    for (const std::stop_source& outdated : m_outdated)
        outdated.request_stop();
    m_outdated.clear();
    m_patience.stop();
}

void Simulator::play(const Worker<Scenario>::Task& task)
{
    auto played = m_play(*task.job, task.stop);
    if (!played)
        return;
    m_worker.send([this, result = std::make_shared<const core::SimulationResult>(*std::move(played)),
                      scenario = task.job, number = task.number] { deliver(result, scenario, number); });
}

void Simulator::deliver(const Result& result, const Scenario& scenario, quint64 number)
{
    if (number <= m_delivered)
        return; // cancelled
    // A result older than the newest request is still newer than what is shown.
    m_delivered = number;
    if (!isBusy())
        stopOutdated();
    emit finished(result, scenario);
}

void Simulator::report(const QString& sentence, quint64 number)
{
    if (number <= m_delivered || number != m_worker.newest())
        return;
    m_delivered = number;
    stopOutdated();
    emit failed(sentence);
}

} // namespace memwall::app
