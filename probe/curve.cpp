#include "probe/curve.h"

#include <algorithm>

namespace memwall::probe
{

namespace
{

constexpr double kFall = 0.75; ///< of a flat part's bandwidth: below it the part is over

} // namespace

std::vector<CurveLevel> levelsOf(const std::vector<CurvePoint>& curve)
{
    std::vector<CurveLevel> parts;
    std::size_t i = 0;
    while (i < curve.size()) {
        CurveLevel part { curve[i].bytes, curve[i].bandwidth };
        std::size_t length = 1;
        while (++i < curve.size() && curve[i].bandwidth >= kFall * part.bandwidth) {
            part.bytes = curve[i].bytes;
            part.bandwidth = std::max(part.bandwidth, curve[i].bandwidth);
            ++length;
        }
        // A single size on the way down lies between two levels and is none.
        if (length > 1 || parts.empty())
            parts.push_back(part);
    }
    // The last part is memory; a curve that ends while it falls has not reached it.
    if (!parts.empty() && (parts.back().bytes >= curve.back().bytes))
        parts.pop_back();
    return parts;
}

} // namespace memwall::probe
