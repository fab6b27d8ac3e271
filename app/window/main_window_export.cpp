// The window's Export menu: pictures, movies and handouts of what it shows.
#include "app/export/handout.h"
#include "app/export/movie.h"
#include "app/files/text_file.h"
#include "app/files/trace_file.h"
#include "app/window/main_window.h"
#include "app/window/movie_dialog.h"
#include "app/window/picture_dialog.h"
#include "app/window/window_scene.h"
#include "widgets/base/plain_text.h"
#include "widgets/charts/paint_widget.h"
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

void MainWindow::connectExport()
{
    connect(m_actions.exportPicture, &QAction::triggered, this, &MainWindow::exportPicture);
    connect(m_actions.exportMovie, &QAction::triggered, this, &MainWindow::exportMovie);
    connect(m_actions.exportHandout, &QAction::triggered, this, &MainWindow::exportHandout);
}

QString MainWindow::exportName() const
{
    const QString file = QFileInfo(m_document.path()).fileName().section(u'.', 0, 0);
    return file.isEmpty() ? QStringLiteral("memwall") : file;
}

void MainWindow::exportPicture()
{
    const std::array<std::pair<QString, QWidget*>, 4> parts { { { tr("Whole window"), this },
        { tr("Stage"), m_parts.stage }, { tr("Answer"), m_parts.tape },
        { tr("Timeline"), m_parts.timeline } } };
    QVector<PictureDialog::Subject> subjects;
    for (const auto& [name, widget] : parts)
        subjects.push_back({ name, widget->size() });
    PictureDialog dialog(subjects, devicePixelRatioF(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    // Drawn before the next question: what is on screen now is what is meant.
    QWidget& widget = *parts[static_cast<std::size_t>(dialog.subject())].second;
    const auto bytes
        = pictureFile(dialog.format(), { m_document.title(), widget.size(), dialog.pixelRatio() },
            [&widget](QPaintDevice& device) { ui::paintWidget(device, widget); });
    const QString path = askForPath(this, tr("Export picture"), exportName(), suffixOf(dialog.format()));
    if (path.isEmpty())
        return;
    const auto written = bytes ? writeWholeFile(path, *bytes) : std::unexpected(bytes.error());
    say(written ? tr("The picture is in %1.").arg(path) : written.error());
}

void MainWindow::exportMovie()
{
    if (!m_result)
        return;
    m_playback.setPlaying(false);
    const Simulator::Result result = m_result; // the present one, whatever is being computed
    core::Scenario scenario = m_simulated;
    const std::size_t system = std::min(m_system, result->systems.size() - 1);
    const auto run = result->systems[system].run;
    MovieTiming start = usualTiming(*run, m_playback.timeScale(), MovieTiming {}.fps);
    start.to = std::min(run->end(), m_playback.time() + (start.to - start.from));
    start.from = m_playback.time();
    MovieDialog dialog(run, start, size(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString path = askForPath(this, tr("Export movie"), exportName(), dialog.suffix());
    if (path.isEmpty())
        return;
    QProgressDialog bar(tr("Drawing the movie…"), tr("&Cancel"), 0, 1, this);
    bar.setObjectName(QStringLiteral("movieProgress"));
    bar.setWindowModality(Qt::WindowModal);
    bar.setMinimumDuration(0);
    scenario.view.timeScale = dialog.timing().timeScale; // the window says how slowly it plays
    const auto scene = makeScene(dialog.part(),
        { scenario, m_catalog, *result, system, m_isRace, m_document.path(), m_theme, dialog.size(),
            dialog.timing().fps });
    const auto end = writeMovie(*scene, dialog.size(), dialog.timing(), path, m_document.title(),
        [&bar](std::int64_t done, std::int64_t all) {
            bar.setMaximum(static_cast<int>(all));
            bar.setValue(static_cast<int>(done));
            QCoreApplication::processEvents();
            return !bar.wasCanceled();
        });
    if (!end)
        say(end.error());
    else
        say(*end == MovieEnd::Written ? tr("The movie is in %1.").arg(path)
                                      : tr("The movie was cancelled; nothing was written."));
}

void MainWindow::exportHandout()
{
    if (!m_result)
        return;
    const std::size_t system = std::min(m_system, m_result->systems.size() - 1);
    const QByteArray pages = handout(
        { m_simulated, m_catalog, *m_result, system, ui::visibleText(QFileInfo(m_document.path()).fileName()),
            folderOf(m_document.path()), m_playback.time() });
    const QString path = askForPath(
        this, tr("Export handout"), exportName() + QStringLiteral("-handout"), QStringLiteral("pdf"));
    if (path.isEmpty())
        return;
    const auto written = writeWholeFile(path, pages);
    say(written ? tr("The handout is in %1.").arg(path) : written.error());
}

} // namespace memwall::app
