#include "app/probe/team.h"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace memwall::probe
{

namespace
{

double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double processorTime()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    constexpr double kNano = 1e-9;
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * kNano;
}

} // namespace

Team::Team(int threads)
    : m_members(static_cast<std::size_t>(std::max(1, threads)))
    , m_gate(std::ptrdiff_t { size() } + 1)
{
    for (int number = 0; number < size(); ++number) {
        try {
            m_threads.emplace_back([this, number] { work(number); });
        } catch (...) {
            // Those that wait at the gate would wait for ever for the ones that never came.
            for (int missing = number; missing < size(); ++missing)
                m_gate.arrive_and_drop();
            m_gate.arrive_and_wait();
            throw;
        }
    }
}

Team::~Team()
{
    m_task = nullptr;
    m_gate.arrive_and_wait();
}

Team::Time Team::run(const Task& task)
{
    m_task = &task;
    m_gate.arrive_and_wait();
    m_gate.arrive_and_wait();
    double begin = m_members.front().begin;
    double end = begin;
    double present = 0, processor = 0, longest = 0;
    for (const Member& member : m_members) {
        begin = std::min(begin, member.begin);
        end = std::max(end, member.end);
        present += member.end - member.begin;
        processor += member.processor;
        longest = std::max(longest, member.processor);
    }
    return { end - begin, longest, present > 0 ? std::min(1.0, processor / present) : 1 };
}

void Team::work(int number)
{
    Member& member = m_members[static_cast<std::size_t>(number)];
    for (;;) {
        m_gate.arrive_and_wait();
        if (m_task == nullptr)
            return;
        const double before = processorTime();
        member.begin = now();
        (*m_task)(number);
        member.end = now();
        member.processor = processorTime() - before;
        m_gate.arrive_and_wait();
    }
}

} // namespace memwall::probe
