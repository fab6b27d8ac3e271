#include "app/session/simulator.h"

#include "app/files/failure.h"

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
    , m_thread([this](const std::stop_token& stop) { work(stop); })
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
    m_newest = std::stop_source();
    ++m_requested;
    m_next.put(Job { std::move(scenario), m_requested, m_newest.get_token() });
    if (!wasBusy)
        emit started();
}

void Simulator::cancel()
{
    m_next.drop();
    m_newest.request_stop();
    stopOutdated();
    m_delivered = m_requested;
}

void Simulator::stopOutdated()
{
    for (std::stop_source& outdated : m_outdated)
        outdated.request_stop();
    m_outdated.clear();
    m_patience.stop();
}

void Simulator::work(const std::stop_token& stop)
{
    // The queued calls die with this object, which joins the thread first.
    while (const auto job = m_next.take(stop)) {
        Result result;
        const auto failure = failureOf([&] {
            if (auto played = m_play(*job->scenario, job->stop))
                result = std::make_shared<const core::SimulationResult>(*std::move(played));
        });
        if (failure)
            QMetaObject::invokeMethod(
                this, [this, failure, number = job->number] { report(*failure, number); },
                Qt::QueuedConnection);
        else if (result)
            QMetaObject::invokeMethod(
                this,
                [this, result, scenario = job->scenario, number = job->number] {
                    deliver(result, scenario, number);
                },
                Qt::QueuedConnection);
    }
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
    if (number <= m_delivered || number != m_requested)
        return;
    m_delivered = number;
    stopOutdated();
    emit failed(sentence);
}

} // namespace memwall::app
