// A file of measurements, predicted point by point.
#include "core/validate/check_text.h"
#include "core/validate/measurement.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace memwall;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto set = core::measurementsFromText({ reinterpret_cast<const char*>(data), size });
    if (!set) {
        fuzz::requireClear(set.error());
        return 0;
    }
    constexpr std::size_t kMost = 5; // the time of one input
    set->points.resize(std::min(set->points.size(), kMost));
    const core::ModelCheck check = core::checkModel(*set, fuzz::catalog());
    for (const core::CheckedPoint& point : check.points)
        fuzz::require(
            point.predicted ? *point.predicted > 0 && std::isfinite(*point.predicted) : !point.whyNot.empty(),
            "a point has a prediction or a reason");
    (void)core::checkJson(check, fuzz::plainly).dump();
    (void)core::checkTable(check, fuzz::plainly);
    return 0;
}
