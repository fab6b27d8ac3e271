#include "app/batch_output.h"
#include "app/draft_store.h"
#include "app/freed_memory.h"
#include "app/main_window.h"
#include "app/model_config.h"
#include "app/one_language.h"
#include "app/recent_files.h"
#include "app/settings_file.h"

#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QTemporaryDir>

#include <memory>
#include <optional>
#include <unistd.h>

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

/// What the window opens on when no file is named: the last one, where it still opens.
QString lastFile(const Folders& folders, const core::Catalog& catalog)
{
    const QStringList recent = RecentFiles().paths();
    return !recent.isEmpty() && loadScenario(recent.front(), catalog) ? recent.front()
                                                                      : defaultScenario(folders);
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

int runWindow(int& argc, char** argv, CommandLine line)
{
    if (!hasDisplay()) {
        complain(QStringLiteral("there is no display for a window; --screenshot PATH, --summary and --json - "
                                "need none"));
        return kInputOutput;
    }
    returnFreedMemory();
    const QApplication application(argc, argv);
    useOneLanguage();
    const Folders folders = findFolders();
    const auto catalog = loadCatalog(folders);
    if (!catalog) {
        complain(describe(catalog.error(), {}));
        return kInputOutput;
    }
    if (line.file.isEmpty())
        line.file = lastFile(folders, *catalog);
    const auto scenario = wantedScenario(line, *catalog, folders, complainVisibly);
    if (!scenario)
        return scenario.error();

    WindowOptions options;
    options.autoplay = !line.atS;
    options.theme = line.theme;
    options.scale = line.scale;
    options.draftFolder = draftFolder();
    MainWindow window(*catalog, folders, options);
    if (line.size)
        window.resize(*line.size);
    const bool isModel = isModelConfig(line.file);
    const bool isFile = line.file != QStringLiteral("-") && !isModel;
    window.showScenario(*scenario, isFile ? QFileInfo(line.file).absoluteFilePath() : QString(),
        core::simulate(*scenario, *catalog));
    if (isFile && line.settings.empty()) // what is set here is meant
        window.resumeDraft();
    if (isFile)
        RecentFiles().add(line.file);
    if (isModel)
        window.say(modelSentence(*catalog, scenario->systems.front().model));
    if (line.atS)
        window.lookAt(core::instantAt(*line.atS));
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    nameApplication();
    const auto line = parseCommandLine(argumentList(argc, argv));
    if (!line) {
        complain(line.error());
        return kUsage;
    }
    if (line->version)
        return print("memwall " MEMWALL_VERSION "\n");
    if (line->opensWindow())
        return runWindow(argc, argv, *line);
    if (!line->drawsPicture()) {
        const QCoreApplication application(argc, argv);
        useOneLanguage();
        return line->help ? print(helpText().toStdString()) : runBatch(*line);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // A server has no folder of a session; Qt would say so twice before every picture.
    std::optional<QTemporaryDir> session;
    if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(session.emplace().path()));
    const QApplication application(argc, argv);
    useOneLanguage();
    return runBatch(*line);
}
