// Spans of a window at one depth, and the boundaries that stepping jumps to.
#include "core/timeline/locate.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

bool touches(TimeSpan span, TimeSpan window)
{
    return span.begin < window.end && window.begin < span.end;
}

/// Collects spans until there are too many.
class SpanCollector
{
public:
    SpanCollector(TimeSpan window, Depth depth, std::size_t limit)
        : m_window(window)
        , m_depth(depth)
        , m_limit(limit)
    {
    }

    /// False: the limit is passed.
    bool addSegment(const Segment& segment, std::int64_t index)
    {
        Span span;
        span.time = { segment.begin, segment.end };
        span.segment = index;
        if (m_depth == Depth::Segment)
            return add(span);
        const std::int64_t first = segment.stepAt(std::max(m_window.begin, segment.begin));
        const Instant lastInstant = std::min(m_window.end, segment.end) - Duration { 1 };
        const std::int64_t last = segment.stepAt(std::max(lastInstant, segment.begin));
        if (static_cast<std::size_t>(last - first + 1) > m_limit)
            return false;
        for (span.step = first; span.step <= last; ++span.step) {
            span.time = { segment.boundary(span.step), segment.boundary(span.step + 1) };
            if (!(m_depth == Depth::Step ? addStep(span) : addPasses(segment, span)))
                return false;
        }
        return true;
    }

    [[nodiscard]] std::vector<Span> take() { return std::move(m_spans); }

private:
    bool add(Span span)
    {
        span.depth = m_depth;
        if (touches(span.time, m_window))
            m_spans.push_back(span);
        return m_spans.size() <= m_limit;
    }

    bool addStep(const Span& span) { return add(span); }

    bool addPasses(const Segment& segment, Span span)
    {
        bool room = true;
        forEachPass(segment, span.step, [&](const PassPlace& place, TimeSpan time) {
            if (!room || !touches(time, m_window))
                return;
            span.passIndex = place.passIndex;
            span.repetition = place.repetition;
            span.time = time;
            room = addParts(segment, place, span);
        });
        return room;
    }

    bool addParts(const Segment& segment, const PassPlace& place, Span span)
    {
        const PassParts parts = partsOf(segment, place, span.time, span.step);
        const Pass& pass = *place.pass;
        if (!addRow(segment, { &pass.before, place.offset, parts.before }, span))
            return false;
        for (std::size_t i = 0; i < pass.layerKindOf.size(); ++i) {
            const TimeSpan time = layerSpan(segment, place, parts, i, span.step);
            if (time.begin >= m_window.end)
                return true;
            const double offset = place.offset + pass.layerBegin[i].at(static_cast<double>(span.step));
            span.layer = static_cast<int>(i);
            if (!addRow(segment, { &pass.layerKinds[pass.layerKindOf[i]].operators, offset, time }, span))
                return false;
        }
        span.layer.reset();
        return addRow(segment, { &pass.after, place.offset, parts.after }, span);
    }

    bool addRow(const Segment& segment, const OperatorRow& row, Span span)
    {
        if (row.operators->empty() || !touches(row.parent, m_window))
            return true;
        span.time = row.parent;
        if (m_depth == Depth::Layer)
            return add(span);
        for (std::size_t i = 0; i < row.operators->size(); ++i) {
            span.time = operatorSpan(segment, row, i, span.step);
            span.op = &(*row.operators)[i];
            if (!add(span))
                return false;
        }
        return true;
    }

    TimeSpan m_window;
    Depth m_depth;
    std::size_t m_limit;
    std::vector<Span> m_spans;
};

TimeSpan spanAt(const Segment& segment, Instant t, Depth depth)
{
    if (depth == Depth::Segment)
        return { segment.begin, segment.end };
    const Place place = locate(segment, t);
    if (depth == Depth::Step)
        return place.stepSpan;
    return depth == Depth::Layer || place.op == nullptr ? place.layerSpan : place.opSpan;
}

} // namespace

std::vector<Span> Run::spans(std::size_t pool, TimeSpan window, Depth depth, std::size_t limit) const
{
    SpanCollector collector(window, depth, limit);
    const auto& indexes = m_byPool[pool];
    for (std::int64_t i = std::max<std::int64_t>(0, lastBegun(indexes, window.begin));
         i < static_cast<std::int64_t>(indexes.size()); ++i) {
        const std::int64_t index = indexes[static_cast<std::size_t>(i)];
        const Segment& segment = segments[static_cast<std::size_t>(index)];
        if (segment.begin >= window.end)
            break;
        if (touches({ segment.begin, segment.end }, window) && !collector.addSegment(segment, index))
            return {};
    }
    return collector.take();
}

Instant Run::nextBoundary(Instant t, Depth depth) const
{
    Instant next = m_end;
    const auto look = [&](const std::vector<std::int64_t>& indexes) {
        const std::int64_t place = lastBegun(indexes, t);
        if (place >= 0) {
            const Segment& segment
                = segments[static_cast<std::size_t>(indexes[static_cast<std::size_t>(place)])];
            if (t < segment.end)
                next = std::min(next, spanAt(segment, t, depth).end);
        }
        if (place + 1 < static_cast<std::int64_t>(indexes.size()))
            next = std::min(
                next, segments[static_cast<std::size_t>(indexes[static_cast<std::size_t>(place + 1)])].begin);
    };
    for (const auto& indexes : m_byPool)
        look(indexes);
    look(m_transfers);
    return next;
}

Instant Run::previousBoundary(Instant t, Depth depth) const
{
    Instant previous {};
    if (t <= previous)
        return previous;
    const Instant before = t - Duration { 1 };
    const auto look = [&](const std::vector<std::int64_t>& indexes) {
        const std::int64_t place = lastBegun(indexes, before);
        if (place < 0)
            return;
        const Segment& segment = segments[static_cast<std::size_t>(indexes[static_cast<std::size_t>(place)])];
        previous
            = std::max(previous, before < segment.end ? spanAt(segment, before, depth).begin : segment.end);
    };
    for (const auto& indexes : m_byPool)
        look(indexes);
    look(m_transfers);
    return previous;
}

} // namespace memwall::core
