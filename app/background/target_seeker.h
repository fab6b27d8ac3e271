// Searches what a target would take on a thread of its own, one resource after the other. The newest question
// wins: an older search stops at its next simulation, and its answers are not delivered.
#pragma once

#include "app/background/worker.h"
#include "core/whatif/target.h"

#include <QObject>

namespace memwall::app
{

class TargetSeeker : public QObject
{
    Q_OBJECT
public:
    /// The catalog must outlive the seeker.
    explicit TargetSeeker(const core::Catalog& catalog, QObject* parent = nullptr);

    /// Returns at once; found() follows for every resource in this object's thread.
    void request(const core::System& system, const core::Workload& workload, const core::Target& target);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_answered < m_worker.newest(); }

signals:
    void found(const memwall::core::Reach& reach);
    void failed(const QString& sentence);

private:
    struct Question
    {
        core::System system;
        core::Workload workload;
        core::Target target;
    };

    void search(const Worker<Question>::Task& task);

    const core::Catalog& m_catalog;
    quint64 m_answered = 0; ///< number of the last question that nothing more comes for
    Worker<Question> m_worker; ///< last: it uses all of the above
};

} // namespace memwall::app
