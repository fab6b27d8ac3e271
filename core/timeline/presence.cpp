#include "core/timeline/presence.h"

#include "core/timeline/run.h"

#include <algorithm>
#include <bit>

namespace memwall::core
{

namespace
{

constexpr std::size_t kBlock = 16; ///< requests: the tree stays small beside them

std::int64_t upTo(const std::vector<Instant>& times, Instant t)
{
    return std::upper_bound(times.begin(), times.end(), t) - times.begin();
}

} // namespace

Presence::Presence(const std::vector<RequestRun>& requests)
{
    const std::size_t blocks
        = std::bit_ceil(std::max<std::size_t>(1, (requests.size() + kBlock - 1) / kBlock));
    m_nodes.resize(2 * blocks);
    const auto take = [](Node& node, const auto& other) {
        node.arrival = std::min(node.arrival, other.arrival);
        node.prefillBegin = std::min(node.prefillBegin, other.prefillBegin);
        node.finish = std::max(node.finish, other.finish);
    };
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (requests[i].rejected)
            continue;
        take(m_nodes[blocks + i / kBlock], requests[i]);
        m_arrivals.push_back(requests[i].arrival);
        m_finishes.push_back(requests[i].finish);
    }
    for (std::size_t node = blocks; node-- > 1;)
        for (const std::size_t child : { 2 * node, 2 * node + 1 })
            take(m_nodes[node], m_nodes[child]);
    std::sort(m_arrivals.begin(), m_arrivals.end());
    std::sort(m_finishes.begin(), m_finishes.end());
}

template <typename Begin>
Presence::Found Presence::find(
    const std::vector<RequestRun>& requests, Instant t, std::size_t most, const Begin& begin) const
{
    Found found;
    const std::size_t blocks = m_nodes.size() / 2;
    const auto isThere = [&](const auto& what) { return begin(what) <= t && t < what.finish; };
    std::vector<std::size_t> next;
    if (blocks > 0)
        next.push_back(1);
    while (!next.empty()) {
        const std::size_t node = next.back();
        next.pop_back();
        ++found.looked;
        if (!isThere(m_nodes[node]))
            continue;
        if (node < blocks) {
            next.push_back(2 * node + 1);
            next.push_back(2 * node);
            continue;
        }
        const std::size_t first = (node - blocks) * kBlock, last = std::min(requests.size(), first + kBlock);
        for (std::size_t i = first; i < last; ++i, ++found.looked) {
            if (requests[i].rejected || !isThere(requests[i]))
                continue;
            if (found.requests.size() == most)
                return found;
            found.requests.push_back(i);
        }
    }
    return found;
}

std::int64_t Presence::count(Instant t) const
{
    return upTo(m_arrivals, t) - upTo(m_finishes, t);
}

Presence::Found Presence::present(const std::vector<RequestRun>& requests, Instant t, std::size_t most) const
{
    return find(requests, t, most, [](const auto& what) { return what.arrival; });
}

Presence::Found Presence::begun(const std::vector<RequestRun>& requests, Instant t) const
{
    return find(requests, t, requests.size(),
        [](const auto& what) { return std::max(what.arrival, what.prefillBegin); });
}

} // namespace memwall::core
