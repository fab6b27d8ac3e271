#include "app/frame/display.h"

#include "app/files/exit_status.h"
#include "widgets/base/plain_text.h"

#include <cstdlib>
#include <utility>

namespace memwall::app
{

namespace
{

/// What Qt said while it looked for a display. It belongs to a program that got none, whose one message says
/// it better; else it is told afterwards.
QVector<std::pair<QtMsgType, QString>>& heldBack()
{
    static QVector<std::pair<QtMsgType, QString>> messages;
    return messages;
}

QString displaySetting()
{
    for (const char* name : { "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY" })
        if (qEnvironmentVariableIsSet(name))
            return QStringLiteral("%1=%2").arg(QLatin1String(name), qEnvironmentVariable(name));
    return QStringLiteral("DISPLAY is not set");
}

void holdBack(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type != QtFatalMsg) {
        heldBack().push_back({ type, text });
        return;
    }
    complain(
        QStringLiteral("no display answers for the window (%1); --screenshot PATH, --summary and --json - "
                       "need none, and with QT_QPA_PLATFORM=offscreen the window opens unseen")
            .arg(displaySetting()));
    std::_Exit(kInputOutput);
}

} // namespace

bool Application::notify(QObject* receiver, QEvent* event)
{
    bool handled = false;
    if (const auto failure = failureOf([&] { handled = QApplication::notify(receiver, event); }))
        fail(*failure);
    return handled;
}

void Application::fail(const QString& sentence)
{
    if (std::exchange(m_last, sentence) == sentence)
        return; // a picture that cannot be drawn fails at every frame
    complain(sentence);
    if (tell)
        tell(sentence);
}

std::unique_ptr<Application> makeApplication(int& argc, char** argv)
{
    qInstallMessageHandler(holdBack);
    auto application = std::make_unique<Application>(argc, argv);
    qInstallMessageHandler(nullptr);
    new ui::PlainLabels(application.get());
    for (const auto& [type, text] : std::exchange(heldBack(), {}))
        qWarning("%s", text.toUtf8().constData());
    return application;
}

} // namespace memwall::app
