#include "app/probe/measure.h"

#include "app/probe/doubts.h"
#include "app/probe/session.h"

#include <algorithm>
#include <chrono>
#include <new>
#include <system_error>

namespace memwall::probe
{

double Measurement::scatter() const
{
    double scatter = memory().bandwidth.scatter;
    for (const KernelFigure& kernel : kernels)
        scatter = std::max(scatter, kernel.seconds.scatter);
    return scatter;
}

std::expected<Measurement, std::string> measure(const Computer& computer, const MeasureOptions& options,
    const Progress& progress, const std::stop_token& stop)
{
    const auto begin = std::chrono::steady_clock::now();
    try {
        Session session(computer, options, progress, stop);
        if (computer.caches.empty())
            session.measureCurve();
        else
            session.measureCaches();
        session.measureFlops();
        session.measureMemory();
        if (session.stopped())
            return std::unexpected("cancelled");
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        Measurement result = session.result(took.count());
        result.warnings = doubtsAbout(result);
        return result;
    } catch (const std::bad_alloc&) {
        return std::unexpected("there is not enough free memory to measure with; close other programs");
    } catch (const std::system_error&) {
        return std::unexpected("the system starts no more threads; close other programs");
    }
}

} // namespace memwall::probe
