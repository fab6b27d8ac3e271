// Threads that do the same thing at once and are timed together.
#pragma once

#include <barrier>
#include <functional>
#include <thread>
#include <vector>

namespace memwall::probe
{

class Team
{
public:
    /// What one of the threads does; its number from 0.
    using Task = std::function<void(int)>;

    struct Time
    {
        double seconds = 0; ///< from the first start to the last end
        double processorSeconds = 0; ///< the longest that one of them had a processor
        double processorShare = 1; ///< of their own time that the threads had a processor
    };

    /// Throws std::system_error where the system gives no more threads.
    explicit Team(int threads);
    ~Team();
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;

    [[nodiscard]] int size() const { return static_cast<int>(m_members.size()); }
    /// Runs the task on every thread and waits for all.
    Time run(const Task& task);

private:
    struct Member
    {
        double begin = 0, end = 0, processor = 0; ///< seconds
    };

    void work(int number);

    std::vector<Member> m_members;
    std::barrier<> m_gate; ///< of the threads and the caller; opens before and after every run
    const Task* m_task = nullptr; ///< null: time to end
    std::vector<std::jthread> m_threads;
};

} // namespace memwall::probe
