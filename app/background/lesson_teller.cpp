#include "app/background/lesson_teller.h"

#include "core/simulate.h"

namespace memwall::app
{

LessonTeller::LessonTeller(const core::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_worker(
          *this, [this](const auto& task) { tell(task); },
          [this](const QString& sentence, quint64 number) {
              if (number == m_worker.newest())
                  emit failed(sentence);
          })
{
}

void LessonTeller::request(const Scenario& lesson, std::size_t step, const Scenario& tried)
{
    m_worker.request({ lesson, step, tried });
}

void LessonTeller::tell(const Worker<Job>::Task& task)
{
    const Job& job = task.job;
    if (m_lesson != job.lesson) {
        m_lesson = job.lesson;
        m_results.emplace(*m_lesson, m_catalog,
            [](const core::Scenario& scenario, const core::Catalog& catalog, const std::stop_token& stop) {
                return core::simulate(scenario, catalog, stop);
            });
    }
    m_results->until(task.stop);
    const auto tried = job.tried ? std::optional(*job.tried) : std::nullopt;
    const core::ToldStep step = core::tellStep(*m_results, job.step, tried);
    if (!m_results->isStopped())
        m_worker.deliver(task, [this, step] { emit told(step); });
}

} // namespace memwall::app
