#include "app/interrupt.h"

#include <csignal>

namespace memwall::app
{

namespace
{

volatile std::sig_atomic_t g_interrupted = 0; // the only thing that a signal may touch

void remember(int /*signal*/)
{
    g_interrupted = 1;
}

} // namespace

InterruptWatch::InterruptWatch()
{
    g_interrupted = 0;
    m_interruptBefore = std::signal(SIGINT, remember);
    m_endBefore = std::signal(SIGTERM, remember);
}

InterruptWatch::~InterruptWatch()
{
    std::signal(SIGINT, m_interruptBefore);
    std::signal(SIGTERM, m_endBefore);
}

bool InterruptWatch::interrupted() const
{
    return g_interrupted != 0;
}

} // namespace memwall::app
