#include "app/session/target_seeker.h"

#include "app/files/failure.h"

#include <algorithm>

namespace memwall::app
{

TargetSeeker::TargetSeeker(const core::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_thread([this](const std::stop_token& stop) { work(stop); })
{
}

TargetSeeker::~TargetSeeker()
{
    m_search.request_stop();
}

void TargetSeeker::request(
    const core::System& system, const core::Workload& workload, const core::Target& target)
{
    m_search.request_stop();
    m_search = std::stop_source();
    m_next.put(Question { system, workload, target, ++m_requested, m_search.get_token() });
}

void TargetSeeker::cancel()
{
    m_search.request_stop();
    m_answered = ++m_requested;
}

void TargetSeeker::work(const std::stop_token& stop)
{
    // The queued calls die with this object, which joins the thread first.
    while (const auto question = m_next.take(stop))
        if (const auto failure = failureOf([&] { search(*question); }))
            QMetaObject::invokeMethod(
                this,
                [this, failure, number = question->number] {
                    m_answered = std::max(m_answered, number);
                    if (number == m_requested)
                        emit failed(*failure);
                },
                Qt::QueuedConnection);
}

void TargetSeeker::search(const Question& question)
{
    for (const core::Resource resource : core::kResources) {
        const core::Reach reach = core::reach(
            question.system, question.workload, m_catalog, resource, question.target, question.stop);
        if (question.stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this, [this, reach, number = question.number] { deliver(reach, number); }, Qt::QueuedConnection);
    }
}

void TargetSeeker::deliver(const core::Reach& reach, quint64 number)
{
    if (number != m_requested)
        return;
    if (reach.resource == core::kResources.back())
        m_answered = number;
    emit found(reach);
}

} // namespace memwall::app
