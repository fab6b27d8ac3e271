// Keeps a run within what it may store, and ends it where somebody asks. Internal to schedule.
#pragma once

#include "core/schedule/scheduler.h"

namespace memwall::core
{

/// Thrown where a run cannot go on; schedule() makes a value of it.
enum class GiveUp : std::uint8_t
{
    TooLong, ///< beyond the range of the clock
    TooLarge, ///< more than it may store
    Stopped,
};

class Ledger
{
public:
    explicit Ledger(Limits limits)
        : m_limits(std::move(limits))
    {
    }

    /// Throws GiveUp::TooLarge.
    void store(Bytes bytes)
    {
        m_stored += bytes;
        if (m_stored > m_limits.bytes)
            throw GiveUp::TooLarge;
    }
    /// Throws GiveUp::Stopped. Asked at every event.
    void goOn() const
    {
        if (m_limits.stop.stop_requested())
            throw GiveUp::Stopped;
    }

    [[nodiscard]] const Limits& limits() const { return m_limits; }
    [[nodiscard]] Bytes stored() const { return m_stored; }

private:
    Limits m_limits;
    Bytes m_stored;
};

} // namespace memwall::core
