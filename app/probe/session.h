// One measurement under way: the memory that is read, the threads, the time that is left. Internal to probe.
#pragma once

#include "app/probe/measure.h"
#include "app/probe/team.h"

#include <cstdlib>
#include <memory>

namespace memwall::probe
{

class Session
{
public:
    /// Throws std::bad_alloc or std::system_error where the system gives no memory or no threads.
    Session(const Computer& computer, const MeasureOptions& options, const Progress& progress,
        const std::stop_token& stop);

    void measureCaches();
    void measureCurve(); ///< where the system names no caches
    void measureFlops();
    void measureMemory();
    [[nodiscard]] bool stopped() const { return m_stop.stop_requested(); }
    /// Everything but the warnings.
    [[nodiscard]] Measurement result(double seconds) const;

private:
    struct Free
    {
        void operator()(std::byte* memory) const { std::free(memory); }
    };

    void tell(double share, const std::string& what) const;
    void fill();
    Team::Time timed(const Team::Task& task);
    /// Rate of a task that does an amount of work per pass, over several repetitions of equal length.
    Figure rate(double budget, double amount, const std::function<void(int, std::size_t)>& task);
    Figure readRate(double budget, std::size_t bytesPerThread);
    double readMemoryOnce();
    double multiplyOnce(WeightFormat format, const Vector& x);
    [[nodiscard]] std::byte* slab(int thread) const { return m_memory.get() + m_slab * std::size_t(thread); }
    [[nodiscard]] std::size_t rowsPerThread(WeightFormat format) const;

    const Computer& m_computer;
    const double m_seconds; ///< to spend
    const Progress& m_progress;
    const std::stop_token& m_stop;
    const Kernels m_kernels;
    Team m_team;
    std::size_t m_slab = 0; ///< bytes of one thread's part
    std::unique_ptr<std::byte, Free> m_memory;
    std::vector<std::vector<float>> m_outputs; ///< by thread
    Measurement m_result;
    double m_busy = 0, m_timed = 0; ///< seconds with a processor, and in all
};

} // namespace memwall::probe
