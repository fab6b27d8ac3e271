// Simulates scenarios on a thread of its own, so that the window never waits. The newest request wins: a
// waiting one is replaced, one under way is given a little longer, and what is shown stays until a result
// comes.
#pragma once

#include "app/background/worker.h"
#include "core/simulate.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace memwall::app
{

class Simulator : public QObject
{
    Q_OBJECT
public:
    using Result = std::shared_ptr<const core::SimulationResult>;
    using Scenario = std::shared_ptr<const core::Scenario>;
    /// What is done with a scenario on the thread; nothing where it was stopped.
    using Play
        = std::function<std::optional<core::SimulationResult>(const core::Scenario&, const std::stop_token&)>;

    /// The catalog must outlive the simulator.
    explicit Simulator(const core::Catalog& catalog, QObject* parent = nullptr);
    explicit Simulator(Play play, QObject* parent = nullptr);
    ~Simulator() override; ///< soon, whatever is under way

    /// Returns at once; finished() or failed() follows in this object's thread.
    void request(Scenario scenario);
    /// Drops what is waiting or under way: its result will not be reported.
    void cancel();
    /// A newer result is on its way.
    [[nodiscard]] bool isBusy() const { return m_delivered < m_worker.newest(); }

signals:
    void started();
    /// With the scenario that it is the result of, which may be older than the newest request.
    void finished(const std::shared_ptr<const memwall::core::SimulationResult>& result,
        const std::shared_ptr<const memwall::core::Scenario>& scenario);
    /// There will be no result of the newest request, and why.
    void failed(const QString& sentence);

private:
    void play(const Worker<Scenario>::Task& task);
    void deliver(const Result& result, const Scenario& scenario, quint64 number);
    void report(const QString& sentence, quint64 number);
    void stopOutdated();

    const Play m_play;
    quint64 m_delivered = 0; ///< number of the last request that was answered
    std::stop_source m_newest; ///< of the newest request
    std::vector<std::stop_source> m_outdated; ///< of those before it that may be under way
    QTimer m_patience; ///< runs while an outdated one may still be worth its result
    Worker<Scenario> m_worker; ///< last: it uses all of the above
};

} // namespace memwall::app
