// Ctrl+C, asked for instead of suffered: long work ends tidily and leaves nothing behind.
#pragma once

namespace memwall::app
{

/// While one lives, an interrupt or a request to end is only remembered. One at a time.
class InterruptWatch
{
public:
    InterruptWatch();
    ~InterruptWatch(); ///< the signals do what they did before
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

    [[nodiscard]] bool interrupted() const;

private:
    using Handler = void (*)(int);
    Handler m_interruptBefore, m_endBefore;
};

} // namespace memwall::app
