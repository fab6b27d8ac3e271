#include "app/window/export_controller.h"

#include "app/dialogs/movie_dialog.h"
#include "app/dialogs/picture_dialog.h"
#include "app/export/handout.h"
#include "app/export/movie.h"
#include "app/files/text_file.h"
#include "app/files/trace_file.h"
#include "app/window/window_scene.h"
#include "core/export/perfetto.h"
#include "widgets/base/plain_text.h"
#include "widgets/plots/paint_widget.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QProgressDialog>

namespace memwall::app
{

namespace
{

QString suffixOf(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Svg:
        return QStringLiteral("svg");
    case PictureFormat::Pdf:
        return QStringLiteral("pdf");
    case PictureFormat::Png:
        break;
    }
    return QStringLiteral("png");
}

/// Where to, with the right end; empty: nowhere.
QString askForPath(QWidget* parent, const QString& title, const QString& name, const QString& suffix)
{
    const QString end = u'.' + suffix;
    QString path = QFileDialog::getSaveFileName(
        parent, title, QDir::home().filePath(name + end), QStringLiteral("*") + end);
    if (!path.isEmpty() && !path.endsWith(end, Qt::CaseInsensitive))
        path += end;
    return path;
}

} // namespace

ExportController::ExportController(const WindowContext& in)
    : m_in(in)
{
    connect(m_in.actions.exportPicture, &QAction::triggered, this, &ExportController::exportPicture);
    connect(m_in.actions.exportMovie, &QAction::triggered, this, &ExportController::exportMovie);
    connect(m_in.actions.exportHandout, &QAction::triggered, this, &ExportController::exportHandout);
    connect(m_in.actions.exportPerfetto, &QAction::triggered, this, &ExportController::exportPerfetto);
}

QString ExportController::exportName() const
{
    const QString file = QFileInfo(m_in.session.document().path()).fileName().section(u'.', 0, 0);
    return file.isEmpty() ? QStringLiteral("memwall") : file;
}

void ExportController::exportPicture()
{
    const std::array<std::pair<QString, QWidget*>, 4> parts { { { tr("Whole window"), &m_in.window },
        { tr("Stage"), m_in.parts.stage }, { tr("Answer"), m_in.parts.tape },
        { tr("Timeline"), m_in.parts.timeline } } };
    QVector<PictureDialog::Subject> subjects;
    for (const auto& [name, widget] : parts)
        subjects.push_back({ name, widget->size() });
    PictureDialog dialog(subjects, m_in.window.devicePixelRatioF(), &m_in.window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    // Drawn before the next question: what is on screen now is what is meant.
    QWidget& widget = *parts[static_cast<std::size_t>(dialog.subject())].second;
    const auto bytes = pictureFile(dialog.format(),
        { m_in.session.document().title(), widget.size(), dialog.pixelRatio() },
        [&widget](QPaintDevice& device) { ui::paintWidget(device, widget); });
    const QString path
        = askForPath(&m_in.window, tr("Export picture"), exportName(), suffixOf(dialog.format()));
    if (path.isEmpty())
        return;
    const auto written = bytes ? writeWholeFile(path, *bytes) : std::unexpected(bytes.error());
    m_in.say(written ? tr("The picture is in %1.").arg(path) : written.error());
}

void ExportController::exportMovie()
{
    const Shown shown = m_in.session.shown(); // the present one, whatever is being computed
    if (!shown)
        return;
    m_in.session.playback().setPlaying(false);
    core::Scenario scenario = *shown.scenario;
    const auto run = shown.current().run;
    MovieTiming start = usualTiming(*run, m_in.session.playback().timeScale(), MovieTiming {}.fps);
    start.to = std::min(run->end(), m_in.session.playback().time() + (start.to - start.from));
    start.from = m_in.session.playback().time();
    MovieDialog dialog(run, start, m_in.window.size(), &m_in.window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString path = askForPath(&m_in.window, tr("Export movie"), exportName(), dialog.suffix());
    if (path.isEmpty())
        return;
    QProgressDialog bar(tr("Drawing the movie…"), tr("&Cancel"), 0, 1, &m_in.window);
    bar.setObjectName(QStringLiteral("movieProgress"));
    bar.setWindowModality(Qt::WindowModal);
    bar.setMinimumDuration(0);
    scenario.view.timeScale = dialog.timing().timeScale; // the window says how slowly it plays
    const auto scene = makeScene(dialog.part(),
        { scenario, m_in.catalog, *shown.result, shown.system, shown.race, m_in.session.document().path(),
            m_theme, dialog.size(), dialog.timing().fps });
    const auto end = writeMovie(*scene, dialog.size(), dialog.timing(), path, m_in.session.document().title(),
        [&bar](std::int64_t done, std::int64_t all) {
            bar.setMaximum(static_cast<int>(all));
            bar.setValue(static_cast<int>(done));
            QCoreApplication::processEvents();
            return !bar.wasCanceled();
        });
    if (!end)
        m_in.say(end.error());
    else
        m_in.say(*end == MovieEnd::Written ? tr("The movie is in %1.").arg(path)
                                           : tr("The movie was cancelled; nothing was written."));
}

void ExportController::exportHandout()
{
    const Shown& shown = m_in.session.shown();
    if (!shown)
        return;
    const Document& document = m_in.session.document();
    const QByteArray pages = handout({ *shown.scenario, m_in.catalog, *shown.result, shown.system,
        ui::visibleText(QFileInfo(document.path()).fileName()), document.folder(),
        m_in.session.playback().time() });
    const QString path = askForPath(
        &m_in.window, tr("Export handout"), exportName() + QStringLiteral("-handout"), QStringLiteral("pdf"));
    if (path.isEmpty())
        return;
    const auto written = writeWholeFile(path, pages);
    m_in.say(written ? tr("The handout is in %1.").arg(path) : written.error());
}

void ExportController::exportPerfetto()
{
    const Shown& shown = m_in.session.shown();
    if (!shown)
        return;
    QString path = QFileDialog::getSaveFileName(&m_in.window, tr("Trace for Perfetto"),
        QDir::home().filePath(exportName() + QStringLiteral(".trace.json")), tr("Chrome traces (*.json)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive))
        path += QStringLiteral(".trace.json");
    const auto written = writeWholeFile(path, QByteArray::fromStdString(core::perfettoJson(*shown.result)));
    m_in.say(written ? tr("The trace is in %1. Open it at ui.perfetto.dev or in chrome://tracing.").arg(path)
                     : written.error());
}

} // namespace memwall::app
