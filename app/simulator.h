// Simulates scenarios on a thread of its own, so that the window never waits. The newest request wins: a
// waiting one is replaced, and what is shown stays until a result comes.
#pragma once

#include "app/newest_job.h"
#include "core/simulate.h"

#include <QObject>

#include <memory>
#include <thread>

namespace memwall::app
{

class Simulator : public QObject
{
    Q_OBJECT
public:
    using Result = std::shared_ptr<const core::SimulationResult>;

    /// The catalog must outlive the simulator.
    explicit Simulator(const core::Catalog& catalog, QObject* parent = nullptr);
    ~Simulator() override;

    /// Returns at once; finished() follows in this object's thread.
    void request(const core::Scenario& scenario);
    /// Drops what is waiting or under way: its result will not be reported.
    void cancel();
    /// A newer result is on its way.
    [[nodiscard]] bool isBusy() const { return m_delivered < m_requested; }

signals:
    void started();
    void finished(const std::shared_ptr<const memwall::core::SimulationResult>& result);

private:
    struct Job
    {
        core::Scenario scenario;
        quint64 number = 0;
    };

    void work(const std::stop_token& stop);
    void deliver(const Result& result, quint64 number);

    const core::Catalog& m_catalog;
    quint64 m_requested = 0, m_delivered = 0; ///< of this object's thread
    NewestJob<Job> m_next;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace memwall::app
