// The built program as a shell sees it: exit status and what is on which stream.
#pragma once

#include <QProcess>

namespace memwall::tests
{

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

inline Outcome run(const QStringList& arguments, const QByteArray& input = {},
    const QProcessEnvironment& environment = withoutSession())
{
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(MEMWALL_PROGRAM), arguments);
    program.write(input);
    program.closeWriteChannel();
    constexpr int kLongMs = 100'000;
    const bool ended = program.waitForFinished(kLongMs) && program.exitStatus() == QProcess::NormalExit;
    return { ended ? program.exitCode() : -1, program.readAllStandardOutput(),
        program.readAllStandardError() };
}

} // namespace memwall::tests
