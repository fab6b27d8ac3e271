#include "app/background/target_seeker.h"

#include <algorithm>

namespace memwall::app
{

TargetSeeker::TargetSeeker(const core::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_worker(
          *this, [this](const auto& task) { search(task); },
          [this](const QString& sentence, quint64 number) {
              m_answered = std::max(m_answered, number);
              if (number == m_worker.newest())
                  emit failed(sentence);
          })
{
}

void TargetSeeker::request(
    const core::System& system, const core::Workload& workload, const core::Target& target)
{
    m_worker.request({ system, workload, target });
}

void TargetSeeker::cancel()
{
    m_worker.cancel();
    m_answered = m_worker.newest();
}

void TargetSeeker::search(const Worker<Question>::Task& task)
{
    const Question& question = task.job;
    for (const core::Resource resource : core::kResources) {
        const core::Reach reach = core::reach(
            question.system, question.workload, m_catalog, resource, question.target, task.stop);
        if (task.stop.stop_requested())
            return;
        m_worker.deliver(task, [this, reach, number = task.number] {
            if (reach.resource == core::kResources.back())
                m_answered = number;
            emit found(reach);
        });
    }
}

} // namespace memwall::app
