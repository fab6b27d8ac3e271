#include "app/probe/curve.h"

namespace memwall::probe
{

namespace
{

constexpr double kFall = 0.75; ///< of a flat part's bandwidth: below it the part is over

/// For every size the fastest point of that size or a larger one.
std::vector<std::size_t> fastestFrom(const std::vector<CurvePoint>& curve)
{
    std::vector<std::size_t> fastest(curve.size());
    for (std::size_t i = curve.size(); i-- > 0;) {
        const bool last = i + 1 == curve.size();
        fastest[i] = last || curve[i].bandwidth >= curve[fastest[i + 1]].bandwidth ? i : fastest[i + 1];
    }
    return fastest;
}

} // namespace

std::vector<CurveLevel> levelsOf(const std::vector<CurvePoint>& curve)
{
    const std::vector<std::size_t> fastest = fastestFrom(curve);
    std::vector<CurveLevel> levels;
    std::size_t begin = 0;
    while (begin < curve.size()) {
        std::size_t end = begin + 1;
        while (end < curve.size() && curve[fastest[end]].bandwidth >= kFall * curve[fastest[begin]].bandwidth)
            ++end;
        // A single size on the way down lies between two levels and is none.
        const bool level = end - begin > 1 || begin == 0;
        if (level && end < curve.size())
            levels.push_back({ curve[end - 1].bytes, fastest[begin] });
        begin = end;
    }
    return levels;
}

} // namespace memwall::probe
