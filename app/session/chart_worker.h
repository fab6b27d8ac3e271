// Works out on a thread of its own what the charts show beside the run: energy by cause, then the scenario at
// other batch sizes. The newest request wins; what belongs to an older one is not delivered.
#pragma once

#include "app/session/newest_job.h"
#include "core/figures/chart_data.h"
#include "core/whatif/batch_curve.h"

#include <QObject>

#include <thread>

namespace memwall::app
{

class ChartWorker : public QObject
{
    Q_OBJECT
public:
    /// The catalog must outlive the worker.
    explicit ChartWorker(const core::Catalog& catalog, QObject* parent = nullptr);
    ~ChartWorker() override;

    /// Returns at once; the signals follow in this object's thread.
    void request(const core::System& system, const core::Workload& workload, core::SystemResult result);
    void cancel();

signals:
    void energyFound(const memwall::core::EnergyParts& energy);
    void pointFound(const memwall::core::BatchPoint& point);
    void curveComplete();
    void failed(const QString& sentence);

private:
    struct Job
    {
        core::System system;
        core::Workload workload;
        core::SystemResult result;
        quint64 number = 0;
        std::stop_token stop;
    };

    void work(const std::stop_token& stop);
    void workOut(const Job& job);
    template <typename Report> void deliver(const Job& job, Report report);

    const core::Catalog& m_catalog;
    quint64 m_requested = 0; ///< of this object's thread
    NewestJob<Job> m_next;
    std::stop_source m_current; ///< of the newest request
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace memwall::app
