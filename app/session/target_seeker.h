// Searches what a target would take on a thread of its own, one resource after the other. The newest question
// wins: an older search stops at its next simulation, and its answers are not delivered.
#pragma once

#include "app/session/newest_job.h"
#include "core/whatif/target.h"

#include <QObject>

#include <thread>

namespace memwall::app
{

class TargetSeeker : public QObject
{
    Q_OBJECT
public:
    /// The catalog must outlive the seeker.
    explicit TargetSeeker(const core::Catalog& catalog, QObject* parent = nullptr);
    ~TargetSeeker() override;

    /// Returns at once; found() follows for every resource in this object's thread.
    void request(const core::System& system, const core::Workload& workload, const core::Target& target);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_answered < m_requested; }

signals:
    void found(const memwall::core::Reach& reach);
    void failed(const QString& sentence);

private:
    struct Question
    {
        core::System system;
        core::Workload workload;
        core::Target target;
        quint64 number = 0;
        std::stop_token stop;
    };

    void work(const std::stop_token& stop);
    void search(const Question& question);
    void deliver(const core::Reach& reach, quint64 number);

    const core::Catalog& m_catalog;
    quint64 m_requested = 0, m_answered = 0; ///< of this object's thread
    NewestJob<Question> m_next;
    std::stop_source m_search; ///< of the newest question
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace memwall::app
