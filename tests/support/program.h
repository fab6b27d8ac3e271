// The built program as a shell sees it: exit status and what is on which stream.
#pragma once

#include <QProcess>

namespace memwall::tests
{

// What a caller is told: a contract, so the numbers stand here once more.
inline constexpr int kGood = 0, kUsage = 2, kBadScenario = 3, kInputOutput = 4, kInterrupted = 130;

struct Outcome
{
    int status = -1; ///< −1: it was ended by a signal, or does not end
    QByteArray output, errors;
};

/// As on a server, where nobody is logged in.
inline QProcessEnvironment withoutSession()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("XDG_RUNTIME_DIR"));
    return environment;
}

/// Starts what was prepared and waits for its end.
inline Outcome outcomeOf(QProcess& program, const QStringList& arguments, const QByteArray& input = {})
{
    program.start(QStringLiteral(MEMWALL_PROGRAM), arguments);
    program.write(input);
    program.closeWriteChannel();
    constexpr int kLongMs = 280'000;
    const bool ended = program.waitForFinished(kLongMs) && program.exitStatus() == QProcess::NormalExit;
    return { ended ? program.exitCode() : -1, program.readAllStandardOutput(),
        program.readAllStandardError() };
}

inline Outcome run(const QStringList& arguments, const QByteArray& input = {},
    const QProcessEnvironment& environment = withoutSession())
{
    QProcess program;
    program.setProcessEnvironment(environment);
    return outcomeOf(program, arguments, input);
}

} // namespace memwall::tests
