// The job that a worker's thread does next: only the newest one is worth doing.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace memwall::app
{

/// Safe from any thread.
template <typename Job> class NewestJob
{
public:
    /// Takes the place of one that nobody has taken.
    void put(Job job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_job = std::move(job);
        }
        m_wake.notify_one();
    }

    void drop()
    {
        const std::lock_guard lock(m_mutex);
        m_job.reset();
    }

    /// Waits for a job; nothing when the thread is to stop.
    [[nodiscard]] std::optional<Job> take(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        if (stop.stop_requested() || !m_wake.wait(lock, stop, [this] { return m_job.has_value(); }))
            return std::nullopt;
        return std::exchange(m_job, std::nullopt);
    }

private:
    std::mutex m_mutex; ///< guards m_job
    std::condition_variable_any m_wake;
    std::optional<Job> m_job;
};

} // namespace memwall::app
