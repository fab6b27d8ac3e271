#include "app/background/freed_memory.h"
#include "app/background/interrupt.h"
#include "app/cli/batch_output.h"
#include "app/files/draft_store.h"
#include "app/files/failure.h"
#include "app/files/recent_files.h"
#include "app/files/settings_file.h"
#include "app/files/start_marker.h"
#include "app/frame/display.h"
#include "app/frame/language.h"
#include "app/frame/screen_fit.h"
#include "app/window/main_window.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>

#include <functional>
#include <optional>
#include <stop_token>
#include <unistd.h>
#include <utility>

namespace
{

using namespace memwall;
using namespace memwall::app;

QStringList argumentList(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromUtf8(argv[i]);
    return arguments;
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("memwall"));
    QCoreApplication::setOrganizationName(QStringLiteral("memwall"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MEMWALL_VERSION));
    useSettingsFile();
}

ExitStatus print(const std::string& text)
{
    return writeOutput(QStringLiteral("-"), text) ? kGood : kInputOutput;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("DISPLAY")
        || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

/// A desktop's launcher shows nobody what a program prints.
bool startedFromDesktop()
{
    const bool launched = qEnvironmentVariableIsSet("GIO_LAUNCHED_DESKTOP_FILE")
        || qEnvironmentVariableIsSet("DESKTOP_STARTUP_ID")
        || qEnvironmentVariableIsSet("XDG_ACTIVATION_TOKEN");
    return launched && isatty(STDERR_FILENO) == 0;
}

void complainVisibly(const QString& text)
{
    complain(text);
    if (startedFromDesktop())
        QMessageBox::critical(nullptr, QStringLiteral("Memwall"), text.trimmed());
}

/// What a window opens on.
struct Opening
{
    core::Scenario scenario;
    QString file; ///< empty: the scenario is nobody's file
    QByteArray digest; ///< of it
    QString sentence; ///< to be said once it is shown
};

/// The file that was open last; nothing where there is none, or it no longer opens, or it ended a start.
std::optional<Opening> lastOpening(
    CommandLine line, const core::Catalog& catalog, const Folders& folders, QString& sentence)
{
    const QStringList recent = RecentFiles().paths();
    const StartMarker marker;
    const QString culprit = marker.culprit();
    if (recent.isEmpty())
        return std::nullopt;
    line.file = recent.front();
    if (line.file == culprit) {
        sentence
            = MainWindow::tr("%1 was not opened again: the program ended while it was being computed. It is "
                             "among the recent files.")
                  .arg(QDir::toNativeSeparators(culprit));
        complain(sentence);
        marker.clear();
        return std::nullopt;
    }
    marker.set(line.file);
    auto wanted = wantedScenario(line, catalog, folders, [](const QString&) {});
    if (!wanted)
        return std::nullopt;
    return Opening { std::move(wanted->scenario), line.file, wanted->digest, {} };
}

/// Once: whoever has seen the cast is not shown it again unasked.
bool isFirstStart()
{
    const QString key = QStringLiteral("start/sawCast");
    QSettings settings;
    const bool first = !settings.value(key, false).toBool();
    settings.setValue(key, true);
    return first;
}

QString castOf(const Folders& folders)
{
    const QString path = folders.scenarios + QStringLiteral("/lessons/00-cast.memwall.json");
    return QFileInfo::exists(path) ? path : QString();
}

std::expected<Opening, ExitStatus> wantedOpening(
    CommandLine line, const core::Catalog& catalog, const Folders& folders)
{
    QString sentence;
    if (line.file.isEmpty()) {
        if (auto last = lastOpening(line, catalog, folders, sentence))
            return *std::move(last);
        if (sentence.isEmpty() && isFirstStart())
            line.file = castOf(folders);
    }
    auto wanted = wantedScenario(line, catalog, folders, complainVisibly);
    if (!wanted)
        return std::unexpected(wanted.error());
    const QString path = line.file.isEmpty() ? defaultScenario(folders) : line.file;
    StartMarker().set(QFileInfo(path).absoluteFilePath());
    if (wanted->isModel)
        sentence = modelSentence(catalog, wanted->scenario.systems.front().model);
    const bool isFile = path != QStringLiteral("-") && !wanted->isModel;
    return Opening { std::move(wanted->scenario), isFile ? QFileInfo(path).absoluteFilePath() : QString(),
        wanted->digest, sentence };
}

int runWindow(int& argc, char** argv, const CommandLine& line)
{
    if (!hasDisplay()) {
        complain(QStringLiteral("there is no display for a window; --screenshot PATH, --summary and --json - "
                                "need none"));
        return kInputOutput;
    }
    returnFreedMemory();
    const auto application = makeApplication(argc, argv);
    const InterruptWatch watch;
    useLanguage(line.language ? *line.language : desktopLanguage());
    const ScreenFit fit(nullptr);
    const Folders folders = findFolders();
    const auto catalog = loadCatalog(folders);
    if (!catalog) {
        complain(describe(catalog.error(), {}));
        return kInputOutput;
    }
    const auto opening = wantedOpening(line, *catalog, folders);
    if (!opening)
        return opening.error();

    WindowOptions options;
    options.autoplay = !line.atS;
    options.theme = line.theme;
    options.scale = line.scale;
    options.draftFolder = draftFolder();
    MainWindow window(*catalog, folders, options);
    if (line.size)
        window.resize(*line.size);
    application->tell = [&window](const QString& sentence) { window.say(sentence); };
    const std::stop_callback close(watch.token(),
        [&window] { QMetaObject::invokeMethod(&window, &QWidget::close, Qt::QueuedConnection); });
    // The window comes first: how long the scenario takes is not known before it has been played.
    window.show();
    QObject::connect(
        &window.session(), &Session::presented, &window,
        [&] {
            StartMarker().clear();
            if (!opening->sentence.isEmpty())
                window.say(opening->sentence);
            if (line.atS)
                window.lookAt(core::instantAt(*line.atS));
            if (line.step && window.lesson().isOn())
                window.lesson().goTo(static_cast<std::size_t>(*line.step - 1));
            if (line.present)
                window.presenting().begin();
        },
        Qt::SingleShotConnection);
    if (opening->file.isEmpty())
        window.document().adopt(opening->scenario);
    else
        window.document().adoptFile(opening->scenario, opening->file, opening->digest);
    if (!opening->file.isEmpty() && line.settings.empty()) // what is set here is meant
        window.resumeDraft();
    const int status = QApplication::exec();
    StartMarker().clear();
    application->tell = {};
    if (watch.interrupted())
        return kInterrupted;
    return status == kGood && application->hasFailed() ? kInputOutput : status;
}

int run(int argc, char** argv)
{
    const auto line = parseCommandLine(argumentList(argc, argv));
    if (!line) {
        complain(line.error());
        return kUsage;
    }
    if (line->asksForWindow)
        return line->opensWindow() ? kGood : kNo;
    if (line->version)
        return print("memwall " MEMWALL_VERSION "\n");
    if (line->opensWindow())
        return runWindow(argc, argv, *line);
    if (!line->drawsPicture()) {
        const QCoreApplication application(argc, argv);
        useLanguage(line->language.value_or(QStringLiteral("en")));
        return line->help ? print(helpText().toStdString()) : runBatch(*line);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // A server has no folder of a session; Qt would say so twice before every picture.
    std::optional<QTemporaryDir> session;
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(session.emplace().path()));
    const auto application = makeApplication(argc, argv);
    useLanguage(line->language.value_or(QStringLiteral("en")));
    return runBatch(*line);
}

} // namespace

int main(int argc, char** argv)
{
    sayLastWords();
    nameApplication();
    int status = kInputOutput;
    if (const auto failure = failureOf([&] { status = run(argc, argv); }))
        complain(*failure);
    return status;
}
