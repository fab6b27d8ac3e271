#include "app/export/movie.h"

#include "app/export/movie_writer.h"
#include "core/base/assert.h"
#include "widgets/base/format.h"
#include "widgets/words/sayings.h"

#include <QLocale>

#include <algorithm>

namespace memwall::app
{

namespace
{

constexpr int kFastestGif = 50; // what shows a picture for less than 2/100 s, viewers slow down
constexpr std::int64_t kSamples = 9;

bool isVideo(const QString& path)
{
    return path.endsWith(QStringLiteral(".mp4"), Qt::CaseInsensitive);
}

QImage pictureOf(Scene& scene, QSize size, const MovieTiming& timing, std::int64_t frame)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    scene.setMoment(timing.timeOf(frame), timing.playedS(frame));
    scene.paint(image);
    return image;
}

QVector<QImage> samplesOf(Scene& scene, QSize size, const MovieTiming& timing)
{
    const std::int64_t last = timing.frames() - 1, count = std::min(kSamples, last + 1);
    QVector<QImage> samples;
    for (std::int64_t i = 0; i < count; ++i)
        samples.push_back(pictureOf(scene, size, timing, count > 1 ? last * i / (count - 1) : 0));
    return samples;
}

} // namespace

QString grouped(std::int64_t count)
{
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(count));
}

QString movieProblem(const QString& path, const MovieTiming& timing, const core::Run& run)
{
    const auto seconds = [](core::Instant t) { return ui::formatSeconds(core::toSeconds(t)); };
    if (!run.fits)
        return QStringLiteral("nothing moves: %1").arg(ui::wordsOf(run.fitReason));
    if (timing.from > run.end())
        return QStringLiteral("it would begin at %1; the run ends at %2")
            .arg(seconds(timing.from), seconds(run.end()));
    if (timing.from > timing.to)
        return QStringLiteral("it would end at %1, before it begins at %2")
            .arg(seconds(timing.to), seconds(timing.from));
    if (isVideo(path) && videoEncoder().isEmpty())
        return QStringLiteral("a .mp4 needs ffmpeg, which is not installed; a .gif needs nothing");
    if (!isVideo(path) && timing.fps > kFastestGif)
        return QStringLiteral("a GIF shows at most %1 pictures per second, not %2")
            .arg(kFastestGif)
            .arg(timing.fps);
    if (timing.frames() > kMostFrames)
        return QStringLiteral(
            "%1 pictures are more than %2; take a shorter range, fewer pictures per second or "
            "a smaller time scale")
            .arg(grouped(timing.frames()), grouped(kMostFrames));
    return {};
}

std::expected<MovieEnd, QString> writeMovie(Scene& scene, QSize size, const MovieTiming& timing,
    const QString& path, const QString& title, const MovieProgress& progress)
{
    const std::int64_t all = timing.frames();
    MEMWALL_ASSERT(timing.from <= timing.to && all <= kMostFrames);
    MEMWALL_ASSERT(isVideo(path) || timing.fps <= kFastestGif);
    if (!progress(0, all))
        return MovieEnd::Cancelled;
    auto writer = isVideo(path) ? videoWriter(videoEncoder(), path, timing, size, title)
                                : gifWriter(path, timing, samplesOf(scene, size, timing), title);
    if (!writer)
        return std::unexpected(writer.error());
    for (std::int64_t frame = 0; frame < all; ++frame) {
        if (const auto added = (*writer)->add(pictureOf(scene, size, timing, frame)); !added)
            return std::unexpected(added.error());
        if (!progress(frame + 1, all))
            return MovieEnd::Cancelled;
    }
    if (const auto finished = (*writer)->finish(); !finished)
        return std::unexpected(finished.error());
    return MovieEnd::Written;
}

} // namespace memwall::app
