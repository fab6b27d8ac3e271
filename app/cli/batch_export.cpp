#include "app/cli/batch_export.h"

#include "app/background/interrupt.h"
#include "app/cli/batch_output.h"
#include "app/cli/progress.h"
#include "app/export/handout.h"
#include "app/export/movie.h"
#include "app/export/picture_file.h"
#include "app/export/scene.h"
#include "app/files/text_file.h"
#include "app/files/trace_file.h"
#include "app/session/time_scale.h"
#include "app/window/window_scene.h"
#include "core/base/assert.h"
#include "widgets/base/plain_text.h"

#include <QApplication>
#include <QFileInfo>

#include <algorithm>

namespace memwall::app
{

namespace
{

constexpr QSize kWindowSize { 1600, 1000 }, kPanelSize { 1000, 600 };
constexpr QSize kMovieWindowSize { 1280, 720 }, kMoviePanelSize { 960, 540 };

struct Export
{
    const CommandLine& line;
    const core::Scenario& scenario;
    const core::Catalog& catalog;
    const core::SimulationResult& result;

    [[nodiscard]] const core::Run& run() const { return *result.systems.front().run; }

    /// fps: of a film; 0 for one picture.
    [[nodiscard]] std::unique_ptr<Scene> scene(QSize size, int fps = 0) const
    {
        const bool light = line.theme ? *line.theme == QStringLiteral("light")
                                      : scenario.view.theme == core::ViewTheme::Light;
        const ui::Theme theme = light ? ui::Theme::lightTheme(line.scale) : ui::Theme::darkTheme(line.scale);
        ui::applyTheme(theme);
        return makeScene(line.panel.value_or(QString()),
            { scenario, catalog, result, 0, true, line.file, theme, size, fps });
    }

    [[nodiscard]] core::Instant moment() const
    {
        return line.atS ? std::min(core::instantAt(*line.atS), run().end()) : tellingMoment(run());
    }

    [[nodiscard]] QString title() const { return QString::fromStdString(scenario.title); }
};

ExitStatus writeBytes(const QString& path, const std::expected<QByteArray, QString>& bytes)
{
    const auto written = bytes
        ? writeWholeFile(path, *bytes)
        : std::expected<void, QString>(std::unexpected(QStringLiteral("%1: %2").arg(path, bytes.error())));
    if (written)
        return kGood;
    complain(written.error());
    return kInputOutput;
}

ExitStatus writePicture(const Export& wanted)
{
    const CommandLine& line = wanted.line;
    const PictureSheet sheet { wanted.title(), line.size.value_or(line.panel ? kPanelSize : kWindowSize),
        line.pixelRatio };
    const auto scene = wanted.scene(sheet.size);
    scene->setMoment(wanted.moment(), core::toSeconds(wanted.moment()));
    const QString& path = *line.screenshot;
    return writeBytes(path,
        pictureFile(pictureFormatOf(path).value_or(PictureFormat::Png), sheet,
            [&](QPaintDevice& device) { scene->paint(device); }));
}

MovieTiming timingOf(const Export& wanted)
{
    const MovieOptions& film = wanted.line.film;
    MovieTiming timing = usualTiming(
        wanted.run(), film.timeScale.value_or(timeScaleOf(wanted.scenario, wanted.run())), film.fps);
    if (film.fromS) {
        const core::Duration usual = timing.to - timing.from;
        timing.from = core::instantAt(*film.fromS);
        timing.to = std::max(timing.from, std::min(wanted.run().end(), timing.from + usual));
    }
    if (film.toS)
        timing.to = std::min(core::instantAt(*film.toS), wanted.run().end());
    return timing;
}

void showPictures(std::int64_t done, std::int64_t all)
{
    showProgress(
        "picture " + std::to_string(done) + " of " + std::to_string(all) + (done == all ? "\n" : ""));
}

ExitStatus writeFilm(const Export& wanted)
{
    const CommandLine& line = wanted.line;
    const QString& path = *line.movie;
    const MovieTiming timing = timingOf(wanted);
    if (const QString problem = movieProblem(path, timing, wanted.run()); !problem.isEmpty()) {
        complain(QStringLiteral("--movie %1: %2").arg(path, problem));
        return wanted.run().fits ? kUsage : kBadScenario;
    }
    const QSize size = line.size.value_or(line.panel ? kMoviePanelSize : kMovieWindowSize);
    core::Scenario slowed = wanted.scenario; // the window says how slowly it plays
    slowed.view.timeScale = timing.timeScale;
    const auto scene = Export { line, slowed, wanted.catalog, wanted.result }.scene(size, timing.fps);
    const InterruptWatch watch;
    const auto end = writeMovie(
        *scene, size, timing, path, wanted.title(), [&watch](std::int64_t done, std::int64_t all) {
            showPictures(done, all);
            return !watch.interrupted();
        });
    if (end && *end == MovieEnd::Written)
        return kGood;
    complain(end ? QStringLiteral("%1: interrupted; nothing was written").arg(path) : end.error());
    return end ? kInterrupted : kInputOutput;
}

ExitStatus writeHandout(const Export& wanted)
{
    return writeBytes(*wanted.line.handout,
        handout({ wanted.scenario, wanted.catalog, wanted.result, 0,
            ui::visibleText(QFileInfo(wanted.line.file).fileName()), folderOf(wanted.line.file),
            wanted.moment() }));
}

} // namespace

ExitStatus runExport(const CommandLine& line, const core::Scenario& scenario, const core::Catalog& catalog,
    const core::SimulationResult& result)
{
    MEMWALL_ASSERT(!(line.screenshot || line.movie || line.handout)
        || qobject_cast<QApplication*>(QCoreApplication::instance()));
    const Export wanted { line, scenario, catalog, result };
    ExitStatus status = kGood;
    if (line.screenshot)
        status = std::max(status, writePicture(wanted));
    if (line.movie)
        status = std::max(status, writeFilm(wanted));
    if (line.handout)
        status = std::max(status, writeHandout(wanted));
    return status;
}

} // namespace memwall::app
