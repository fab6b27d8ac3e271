#include "core/timeline/run.h"

#include "core/timeline/locate.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

Moment momentOf(const Segment& segment, std::int64_t index, Instant t)
{
    const Place place = locate(segment, t);
    Moment moment;
    moment.segment = &segment;
    moment.segmentIndex = index;
    moment.step = place.step;
    moment.stepSpan = place.stepSpan;
    moment.pass = place.pass.pass;
    moment.passIndex = place.pass.passIndex;
    moment.repetition = place.pass.repetition;
    moment.layer = place.layer;
    moment.op = place.op;
    moment.opSpan = place.opSpan;
    if (place.op == nullptr || place.opSpan.length().count() == 0)
        return moment;
    const double inside = toSeconds(t - place.opSpan.begin);
    moment.progress = inside / toSeconds(place.opSpan.length());
    moment.flowing = inside < place.op->busy.at(static_cast<double>(place.step));
    return moment;
}

} // namespace

std::int64_t Run::lastBegun(const std::vector<std::int64_t>& indexes, Instant t) const
{
    const auto after
        = std::upper_bound(indexes.begin(), indexes.end(), t, [this](Instant at, std::int64_t index) {
              return at < segments[static_cast<std::size_t>(index)].begin;
          });
    return after - indexes.begin() - 1;
}

std::optional<Moment> Run::at(std::size_t pool, Instant t) const
{
    const std::int64_t place = lastBegun(m_byPool[pool], t);
    if (place < 0)
        return std::nullopt;
    const std::int64_t index = m_byPool[pool][static_cast<std::size_t>(place)];
    const Segment& segment = segments[static_cast<std::size_t>(index)];
    if (t >= segment.end)
        return std::nullopt;
    return momentOf(segment, index, t);
}

std::optional<Moment> Run::transferAt(Instant t) const
{
    const std::int64_t place = lastBegun(m_transfers, t);
    if (place < 0)
        return std::nullopt;
    const std::int64_t index = m_transfers[static_cast<std::size_t>(place)];
    const Segment& segment = segments[static_cast<std::size_t>(index)];
    if (t >= segment.end)
        return std::nullopt;
    return momentOf(segment, index, t);
}

double Run::kvBytes(std::size_t pool, Instant t) const
{
    const std::int64_t place = lastBegun(m_byPool[pool], t);
    // The feed-forward pool shares the attention pool's steps, not its cache.
    if (place < 0 || pools[pool].role == PoolRole::Ffn)
        return 0;
    const Segment& segment
        = segments[static_cast<std::size_t>(m_byPool[pool][static_cast<std::size_t>(place)])];
    if (t >= segment.end) {
        // A prefill pool keeps the cache until it has been sent.
        const bool sent = pools[pool].role == PoolRole::Prefill && !transferAt(t);
        return sent ? 0.0 : segment.kvAfter;
    }
    if (segment.kind == SegmentKind::Prefill) {
        const double share = toSeconds(t - segment.begin) / toSeconds(segment.end - segment.begin);
        return segment.kvBytes.base + (segment.kvAfter - segment.kvBytes.base) * share;
    }
    return segment.kvBytes.at(static_cast<double>(segment.stepAt(t)));
}

} // namespace memwall::core
