// Who is there at an instant: found without a walk over all requests of a run, for pictures that follow each
// other.
#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace memwall::core
{

struct RequestRun;

/// An index of requests. It holds none of them: every question hands in those that it was built of. Rejected
/// ones are never there.
class Presence
{
public:
    struct Found
    {
        std::vector<std::size_t> requests; ///< ascending
        std::size_t looked = 0; ///< at how many nodes and requests: what the answer cost
    };

    Presence() = default;
    explicit Presence(const std::vector<RequestRun>& requests);

    /// Arrived and not finished.
    [[nodiscard]] std::int64_t count(Instant t) const;
    /// The first so many of them.
    [[nodiscard]] Found present(const std::vector<RequestRun>& requests, Instant t, std::size_t most) const;
    /// Those whose prompt was begun.
    [[nodiscard]] Found begun(const std::vector<RequestRun>& requests, Instant t) const;

private:
    /// Of a block of requests, or of two nodes below.
    struct Node
    {
        Instant arrival = Instant::max(), prefillBegin = Instant::max(); ///< the first
        Instant finish = Instant::min(); ///< the last
    };

    template <typename Begin>
    [[nodiscard]] Found find(
        const std::vector<RequestRun>& requests, Instant t, std::size_t most, const Begin& begin) const;

    std::vector<Instant> m_arrivals, m_finishes; ///< each in order of time
    std::vector<Node> m_nodes; ///< the root is 1, below n are 2 n and 2 n + 1, the last half are the blocks
};

} // namespace memwall::core
