// Finds the step, pass, layer and operator of a segment that contain an instant, and the exact integer
// boundaries of each. Shared by every query of Run, so that all of them see the same tiling.
#pragma once

#include "core/timeline/run.h"

#include <optional>

namespace memwall::core
{

/// One repetition of a pass inside a step: where it starts, in seconds after the segment's begin.
struct PassPlace
{
    const Pass* pass = nullptr;
    int passIndex = 0;
    int repetition = 0;
    double offset = 0;
};

/// Where an instant falls inside a segment, from the step down to the operator.
struct Place
{
    std::int64_t step = 0;
    TimeSpan stepSpan;
    PassPlace pass;
    TimeSpan passSpan;
    std::optional<int> layer; ///< absent before the first and after the last layer
    TimeSpan layerSpan; ///< of the layer, or of the operators before or after all layers
    const Operator* op = nullptr;
    TimeSpan opSpan;
};

/// Seconds after the segment's begin at which step k starts, before rounding.
[[nodiscard]] double stepOffset(const Segment& segment, std::int64_t k);

/// REQUIRES: segment.begin <= t < segment.end.
[[nodiscard]] Place locate(const Segment& segment, Instant t);

/// A run of siblings that tile a parent: operators of a layer, or the three parts of a pass.
struct OperatorRow
{
    const std::vector<Operator>* operators = nullptr;
    double offset = 0; ///< of the point that their begin counts from
    TimeSpan parent;
};

/// Span of sibling i: rounded boundaries, the first and last ones being the parent's.
[[nodiscard]] TimeSpan operatorSpan(
    const Segment& segment, const OperatorRow& row, std::size_t i, std::int64_t step);

/// Calls visit(PassPlace, TimeSpan) for every repetition of every pass of a step, in order.
template <typename Visit> void forEachPass(const Segment& segment, std::int64_t step, const Visit& visit)
{
    const double begin = stepOffset(segment, step);
    const auto k = static_cast<double>(step);
    const auto& passes = segment.shape->passes;
    double offset = begin;
    Instant from = segment.boundary(step);
    for (std::size_t i = 0; i < passes.size(); ++i) {
        const double length = passes[i].duration.at(k);
        for (int r = 0; r < passes[i].repeat; ++r) {
            const bool last = i + 1 == passes.size() && r + 1 == passes[i].repeat;
            const Instant to
                = last ? segment.boundary(step + 1) : segment.begin + fromSeconds(offset + length);
            visit(PassPlace { &passes[i], static_cast<int>(i), r, offset }, TimeSpan { from, to });
            from = to;
            offset += length;
        }
    }
}

/// Boundaries of the three parts of a pass: before, layers, after.
struct PassParts
{
    TimeSpan before, layers, after;
};

[[nodiscard]] PassParts partsOf(
    const Segment& segment, const PassPlace& place, TimeSpan span, std::int64_t step);

/// Span of layer i of a pass. REQUIRES: i < number of layers.
[[nodiscard]] TimeSpan layerSpan(
    const Segment& segment, const PassPlace& place, const PassParts& parts, std::size_t i, std::int64_t step);

} // namespace memwall::core
