// A thread of its own that does the newest job it was given, and brings home what it finds.
#pragma once

#include "app/background/newest_job.h"
#include "app/files/failure.h"

#include <QObject>

#include <functional>
#include <thread>

namespace memwall::app
{

template <typename Job> class Worker
{
public:
    struct Task
    {
        Job job;
        quint64 number = 0;
        std::stop_token stop;
    };
    using Work = std::function<void(const Task&)>;
    using Fail = std::function<void(const QString& sentence, quint64 number)>;

    /// home owns the worker: what is sent arrives in its thread, and dies with it. work is done on the
    /// worker's thread; where it throws, fail is called at home.
    Worker(QObject& home, Work work, Fail fail)
        : m_home(home)
        , m_work(std::move(work))
        , m_fail(std::move(fail))
        , m_thread([this](const std::stop_token& stop) { run(stop); })
    {
    }

    ~Worker() { m_newestStop.request_stop(); }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // At home.
    /// In the place of a job that has not begun; one under way is stopped.
    void request(Job job)
    {
        m_newestStop.request_stop();
        put(std::move(job));
    }
    /// The same, but one under way goes on. Returns what stops the new one.
    std::stop_source put(Job job)
    {
        m_newestStop = newStop();
        m_next.put(Task { std::move(job), ++m_newest, m_newestStop.get_token() });
        return m_newestStop;
    }
    /// What is waiting or under way is not wanted any more.
    void cancel()
    {
        m_next.drop();
        m_newestStop.request_stop();
        ++m_newest;
    }
    [[nodiscard]] quint64 newest() const { return m_newest; } ///< number of the last request

    // On the worker's thread.
    /// Calls report at home.
    template <typename Report> void send(Report report)
    {
        QMetaObject::invokeMethod(&m_home, std::move(report), Qt::QueuedConnection);
    }
    /// The same, unless something newer was asked for until then.
    template <typename Report> void deliver(const Task& task, Report report)
    {
        send([this, number = task.number, report = std::move(report)] {
            if (number == m_newest)
                report();
        });
    }

private:
    /// Inlined, g++ 12 takes the constructor's reference to the source itself for a use of it.
    [[gnu::noinline]] static std::stop_source newStop() { return {}; }

    void run(const std::stop_token& stop)
    {
        while (const auto task = m_next.take(stop))
            if (const auto failure = failureOf([&] { m_work(*task); }))
                send([this, failure, number = task->number] { m_fail(*failure, number); });
    }

    QObject& m_home;
    const Work m_work;
    const Fail m_fail;
    quint64 m_newest = 0; ///< at home
    std::stop_source m_newestStop;
    NewestJob<Task> m_next;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace memwall::app
