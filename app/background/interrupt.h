// Ctrl+C, asked for instead of suffered: long work ends tidily and leaves nothing behind.
#pragma once

#include <array>
#include <stop_token>
#include <thread>

namespace memwall::app
{

/// While one lives, the first interrupt or request to end is only told; a second one ends the program at
/// once. One at a time.
class InterruptWatch
{
public:
    InterruptWatch();
    ~InterruptWatch(); ///< the signals do what they did before
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    [[nodiscard]] bool interrupted() const;
    /// Asks to stop soon after an interrupt.
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    using Handler = void (*)(int);

    void wait();

    Handler m_interruptBefore, m_endBefore;
    std::array<int, 2> m_pipe { -1, -1 }; ///< a signal may do little more than write into one
    std::stop_source m_stop;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace memwall::app
