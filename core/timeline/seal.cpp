// Puts a finished run in order, so that its queries can search: segments by their begin, then by pool.
#include "core/timeline/run.h"

#include <algorithm>
#include <numeric>

namespace memwall::core
{

void Run::sortSegments()
{
    const auto earlier = [](const Segment& a, const Segment& b) { return a.begin < b.begin; };
    if (std::is_sorted(segments.begin(), segments.end(), earlier))
        return;
    std::vector<std::size_t> order(segments.size());
    std::iota(order.begin(), order.end(), std::size_t { 0 });
    std::stable_sort(order.begin(), order.end(),
        [this](std::size_t a, std::size_t b) { return segments[a].begin < segments[b].begin; });
    std::vector<std::int64_t> placeOf(segments.size());
    std::vector<Segment> sorted;
    sorted.reserve(segments.size());
    for (const std::size_t from : order) {
        placeOf[from] = static_cast<std::int64_t>(sorted.size());
        sorted.push_back(std::move(segments[from]));
    }
    segments = std::move(sorted);
    for (RequestRun& request : requests) {
        for (RequestRun::Piece& piece : request.pieces)
            piece.segment = placeOf[static_cast<std::size_t>(piece.segment)];
        for (Cycle& cycle : request.cycles)
            cycle.segment = placeOf[static_cast<std::size_t>(cycle.segment)];
    }
}

void Run::seal(bool meters)
{
    sortSegments();
    m_byPool.assign(pools.size(), {});
    m_transfers.clear();
    m_end = {};
    m_hasMeters = meters;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto index = static_cast<std::int64_t>(i);
        m_end = std::max(m_end, segments[i].end);
        if (segments[i].kind == SegmentKind::Transfer) {
            m_transfers.push_back(index);
            continue;
        }
        for (std::size_t pool = 0; pool < pools.size(); ++pool)
            if (pool == segments[i].pool || pools[pool].role == PoolRole::Ffn
                || pools[pool].role == PoolRole::Attention)
                m_byPool[pool].push_back(index);
    }
    if (!meters)
        return;
    indexAllMeters();
    m_presence = Presence { requests };
}

} // namespace memwall::core
