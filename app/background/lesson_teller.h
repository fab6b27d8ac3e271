// Works out on a thread of its own what the steps of a lesson say, and which answers are right. What one step
// needed is there for the next. The newest request wins.
#pragma once

#include "app/background/worker.h"
#include "core/lesson/tell_step.h"

#include <QObject>

#include <memory>

namespace memwall::app
{

class LessonTeller : public QObject
{
    Q_OBJECT
public:
    using Scenario = std::shared_ptr<const core::Scenario>;

    /// The catalog must outlive the teller.
    explicit LessonTeller(const core::Catalog& catalog, QObject* parent = nullptr);

    /// lesson: the scenario that has it. tried: what a learner made of the step, or null. Returns at once;
    /// told() follows in this object's thread.
    void request(const Scenario& lesson, std::size_t step, const Scenario& tried = {});
    void cancel() { m_worker.cancel(); }

signals:
    void told(const memwall::core::ToldStep& step);
    void failed(const QString& sentence);

private:
    struct Job
    {
        Scenario lesson;
        std::size_t step = 0;
        Scenario tried;
    };

    void tell(const Worker<Job>::Task& task);

    const core::Catalog& m_catalog;
    Scenario m_lesson; ///< on the worker's thread, as below: that the results are of
    std::optional<core::LessonResults> m_results;
    Worker<Job> m_worker; ///< last: it uses all of the above
};

} // namespace memwall::app
