#include "core/timeline/locate.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// Index of the last of n siblings that begins at or before t. boundary(i) is the begin of sibling i.
template <typename Boundary> std::size_t siblingAt(std::size_t n, Instant t, const Boundary& boundary)
{
    std::size_t low = 0;
    std::size_t high = n;
    while (high - low > 1) {
        const std::size_t middle = low + (high - low) / 2;
        (boundary(middle) <= t ? low : high) = middle;
    }
    return low;
}

void locateOperator(const Segment& segment, const OperatorRow& row, Instant t, Place& place)
{
    if (row.operators->empty())
        return;
    const std::size_t i = siblingAt(row.operators->size(), t,
        [&](std::size_t s) { return operatorSpan(segment, row, s, place.step).begin; });
    place.op = &(*row.operators)[i];
    place.opSpan = operatorSpan(segment, row, i, place.step);
}

void locateInPass(const Segment& segment, Instant t, Place& place)
{
    const Pass& pass = *place.pass.pass;
    const PassParts parts = partsOf(segment, place.pass, place.passSpan, place.step);
    const auto k = static_cast<double>(place.step);
    if (t < parts.before.end || (pass.layerKindOf.empty() && pass.after.empty())) {
        place.layerSpan = parts.before;
        locateOperator(segment, { &pass.before, place.pass.offset, parts.before }, t, place);
    } else if (t < parts.layers.end) {
        const std::size_t i = siblingAt(pass.layerKindOf.size(), t,
            [&](std::size_t s) { return layerSpan(segment, place.pass, parts, s, place.step).begin; });
        place.layer = static_cast<int>(i);
        place.layerSpan = layerSpan(segment, place.pass, parts, i, place.step);
        const Layer& layer = pass.layerKinds[pass.layerKindOf[i]];
        const double offset = place.pass.offset + pass.layerBegin[i].at(k);
        locateOperator(segment, { &layer.operators, offset, place.layerSpan }, t, place);
    } else {
        place.layerSpan = parts.after;
        locateOperator(segment, { &pass.after, place.pass.offset, parts.after }, t, place);
    }
}

} // namespace

double stepOffset(const Segment& segment, std::int64_t k)
{
    return segment.shape->duration.sumTo(static_cast<double>(k));
}

Instant Segment::boundary(std::int64_t k) const
{
    MEMWALL_ASSERT(0 <= k && k <= steps);
    return k >= steps ? end : begin + fromSeconds(stepOffset(*this, k));
}

std::int64_t Segment::stepAt(Instant t) const
{
    MEMWALL_ASSERT(begin <= t && t < end);
    // Root of base·k + slope·k(k−1)/2 = elapsed, then at most a step or two to the exact integer boundary.
    const double elapsed = toSeconds(t - begin);
    const auto [base, slope] = shape->duration;
    double k = base > 0 ? elapsed / base : 0;
    if (slope > 0) {
        const double b = base - slope / 2;
        k = (-b + std::sqrt(std::max(0.0, b * b + 2 * slope * elapsed))) / slope;
    }
    auto step = std::clamp<std::int64_t>(static_cast<std::int64_t>(k), 0, steps - 1);
    while (step > 0 && boundary(step) > t)
        --step;
    while (step + 1 < steps && boundary(step + 1) <= t)
        ++step;
    return step;
}

TimeSpan operatorSpan(const Segment& segment, const OperatorRow& row, std::size_t i, std::int64_t step)
{
    const auto k = static_cast<double>(step);
    const auto& operators = *row.operators;
    const auto boundary = [&](std::size_t s) {
        if (s == 0)
            return row.parent.begin;
        if (s == operators.size())
            return row.parent.end;
        const Instant at = segment.begin + fromSeconds(row.offset + operators[s].begin.at(k));
        return std::clamp(at, row.parent.begin, row.parent.end);
    };
    return { boundary(i), boundary(i + 1) };
}

PassParts partsOf(const Segment& segment, const PassPlace& place, TimeSpan span, std::int64_t step)
{
    const Pass& pass = *place.pass;
    const auto k = static_cast<double>(step);
    if (pass.layerKindOf.empty())
        return { span, { span.end, span.end }, { span.end, span.end } };
    const auto at = [&](double offset) {
        return std::clamp(segment.begin + fromSeconds(place.offset + offset), span.begin, span.end);
    };
    const Instant first = pass.before.empty() ? span.begin : at(pass.layerBegin.front().at(k));
    const Instant last = pass.after.empty() ? span.end : at(pass.layerBegin.back().at(k));
    return { { span.begin, first }, { first, last }, { last, span.end } };
}

TimeSpan layerSpan(
    const Segment& segment, const PassPlace& place, const PassParts& parts, std::size_t i, std::int64_t step)
{
    const Pass& pass = *place.pass;
    MEMWALL_ASSERT(i < pass.layerKindOf.size());
    const auto boundary = [&](std::size_t layer) {
        if (layer == 0)
            return parts.layers.begin;
        if (layer == pass.layerKindOf.size())
            return parts.layers.end;
        const double offset = place.offset + pass.layerBegin[layer].at(static_cast<double>(step));
        return std::clamp(segment.begin + fromSeconds(offset), parts.layers.begin, parts.layers.end);
    };
    return { boundary(i), boundary(i + 1) };
}

Place locate(const Segment& segment, Instant t)
{
    MEMWALL_ASSERT(segment.begin <= t && t < segment.end);
    Place place;
    place.step = segment.stepAt(t);
    place.stepSpan = { segment.boundary(place.step), segment.boundary(place.step + 1) };
    forEachPass(segment, place.step, [&](const PassPlace& pass, TimeSpan span) {
        if (span.begin <= t || place.pass.pass == nullptr) {
            place.pass = pass;
            place.passSpan = span;
        }
    });
    locateInPass(segment, t, place);
    return place;
}

} // namespace memwall::core
