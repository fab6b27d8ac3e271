// A broken contract ends the program, and says which and where.
#include "core/base/assert.h"
#include "core/base/time.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <array>
#include <csignal>
#include <functional>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace tst_assert
{

using namespace memwall::core;

namespace
{

struct Ending
{
    int signal = 0; ///< 0: it ended by itself
    std::string said; ///< on standard error
};

/// What becomes of a child process that does this.
Ending endingOf(const std::function<void()>& work)
{
    std::array<int, 2> pipe {};
    if (::pipe(pipe.data()) != 0)
        return {};
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL); // Qt Test's handler would call a debugger
        ::dup2(pipe[1], STDERR_FILENO);
        work();
        ::_exit(0);
    }
    ::close(pipe[1]);
    Ending ending;
    std::array<char, 256> piece {};
    for (ssize_t got = 0; (got = ::read(pipe[0], piece.data(), piece.size())) > 0;)
        ending.said.append(piece.data(), static_cast<std::size_t>(got));
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    ending.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return ending;
}

} // namespace

class TestAssert : public QObject
{
    Q_OBJECT
private slots:
    void aBrokenContractEndsTheProgramAndNamesItsPlace()
    {
        const int line = __LINE__ + 1;
        const Ending ending = endingOf([] { MEMWALL_ASSERT(1 + 1 == 3); });
        QCOMPARE(ending.signal, SIGABRT);
        const std::string end = "tst_assert.cpp:" + std::to_string(line) + ": contract broken: 1 + 1 == 3\n";
        QVERIFY2(ending.said.ends_with(end), ending.said.c_str());
    }

    void aContractThatHoldsIsSilent()
    {
        const Ending ending = endingOf([] { MEMWALL_ASSERT(1 + 1 == 2); });
        QCOMPARE(ending.signal, 0);
        QCOMPARE(ending.said, std::string());
    }

    void theLibraryWasBuiltWithChecksToo()
    {
        const TimeSpan backwards { Instant { Duration { 1 } }, Instant {} };
        const Ending ending = endingOf([&] { (void)backwards.length(); });
        QCOMPARE(ending.signal, SIGABRT);
        QVERIFY2(ending.said.find("contract broken: begin <= end") != std::string::npos, ending.said.c_str());
    }
};

MEMWALL_TEST(TestAssert, QCoreApplication)

} // namespace tst_assert

#include "tst_assert.moc"
