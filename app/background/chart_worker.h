// Works out on a thread of its own what the charts show beside the run: energy by cause, then the scenario at
// other batch sizes. The newest request wins; what belongs to an older one is not delivered.
#pragma once

#include "app/background/worker.h"
#include "core/figures/chart_data.h"
#include "core/whatif/batch_curve.h"

#include <QObject>

namespace memwall::app
{

class ChartWorker : public QObject
{
    Q_OBJECT
public:
    /// The catalog must outlive the worker.
    explicit ChartWorker(const core::Catalog& catalog, QObject* parent = nullptr);

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
    };

    void workOut(const Worker<Job>::Task& task);

    const core::Catalog& m_catalog;
    Worker<Job> m_worker; ///< last: it uses all of the above
};

} // namespace memwall::app
