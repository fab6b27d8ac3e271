#include "app/background/interrupt.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace memwall::app
{

namespace
{

constexpr char kInterruptByte = 'i', kEndByte = 'e';

volatile std::sig_atomic_t g_interrupted = 0; // all that a signal may touch
volatile std::sig_atomic_t g_pipe = -1;

void remember(int signal)
{
    const int error = errno;
    g_interrupted = 1;
    std::signal(signal, SIG_DFL);
    const auto written = write(g_pipe, &kInterruptByte, 1);
    static_cast<void>(written); // where it fails nobody waits
    errno = error;
}

} // namespace

InterruptWatch::InterruptWatch()
{
    g_interrupted = 0;
    if (pipe2(m_pipe.data(), O_CLOEXEC) == 0) {
        g_pipe = m_pipe[1];
        m_thread = std::jthread([this] { wait(); });
    }
    m_interruptBefore = std::signal(SIGINT, remember);
    m_endBefore = std::signal(SIGTERM, remember);
}

InterruptWatch::~InterruptWatch()
{
    std::signal(SIGINT, m_interruptBefore);
    std::signal(SIGTERM, m_endBefore);
    if (!m_thread.joinable())
        return;
    const auto written = write(m_pipe[1], &kEndByte, 1);
    static_cast<void>(written); // a pipe of two ends takes a byte
    m_thread.join();
    g_pipe = -1;
    for (const int end : m_pipe)
        close(end);
}

void InterruptWatch::wait()
{
    char told = 0;
    while (read(m_pipe[0], &told, 1) == 1 || errno == EINTR) {
        if (told == kEndByte)
            return;
        if (told == kInterruptByte)
            m_stop.request_stop();
    }
}

bool InterruptWatch::interrupted() const
{
    return g_interrupted != 0;
}

} // namespace memwall::app
