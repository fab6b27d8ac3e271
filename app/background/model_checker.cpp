#include "app/background/model_checker.h"

#include "app/files/scenario_file.h"
#include "app/files/text_file.h"

namespace memwall::app
{

ModelChecker::ModelChecker(const core::Catalog& catalog, QString file, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_file(std::move(file))
    , m_worker(
          *this, [this](const auto& task) { work(task); },
          [this](const QString& sentence, quint64 /*number*/) { emit failed(sentence); })
{
}

void ModelChecker::start()
{
    if (!std::exchange(m_started, true))
        m_worker.request(m_file);
}

void ModelChecker::work(const Worker<Job>::Task& task)
{
    const auto fail = [&](const QString& sentence) {
        m_worker.deliver(task, [this, sentence] { emit failed(sentence); });
    };
    const auto text = readWholeFile(task.job);
    if (!text)
        return fail(text.error());
    const auto set = core::measurementsFromText(viewOf(*text));
    if (!set)
        return fail(describe(set.error(), task.job).trimmed());
    auto check = std::make_shared<const core::ModelCheck>(core::checkModel(*set, m_catalog, task.stop));
    if (task.stop.stop_requested())
        return;
    m_worker.deliver(task, [this, check = std::move(check)] {
        m_check = check;
        emit finished();
    });
}

} // namespace memwall::app
