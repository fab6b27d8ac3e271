#include "app/cli/export_options.h"

#include "app/cli/option_values.h"
#include "app/export/picture_file.h"
#include "app/export/scene.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace memwall::app
{

namespace
{

constexpr double kLongest = 9e6; // a run lasts 106 days at most

QString name(const char* word)
{
    return QString::fromUtf8(word);
}

/// A number into its place, where the option is set.
template <typename Place>
std::optional<QString> readNumber(
    const QCommandLineParser& parser, const char* option, double low, double high, Place& place)
{
    if (!parser.isSet(name(option)))
        return std::nullopt;
    const auto number = parseNumber(parser, name(option), low, high);
    if (!number)
        return number.error();
    place = *number;
    return std::nullopt;
}

std::optional<QString> readLook(const QCommandLineParser& parser, CommandLine& line)
{
    if (const auto wrong = readNumber(parser, "at", 0.0, kLongest, line.atS))
        return wrong;
    std::optional<double> step;
    if (const auto wrong = readNumber(parser, "step", 1.0, 1000.0, step))
        return wrong;
    if (step)
        line.step = static_cast<int>(*step);
    if (const auto wrong = readNumber(parser, "scale", 0.5, 4.0, line.scale))
        return wrong;
    if (parser.isSet(name("size"))) {
        const auto size = parseSize(parser.value(name("size")));
        if (!size)
            return size.error();
        line.size = *size;
    }
    if (line.panel && !line.screenshot && !line.movie)
        return QStringLiteral("--panel chooses what --screenshot PATH or --movie PATH shows; give both");
    return std::nullopt;
}

std::optional<QString> readPicture(const QCommandLineParser& parser, CommandLine& line)
{
    if (const auto wrong = readNumber(parser, "pixel-ratio", 1.0, 4.0, line.pixelRatio))
        return wrong;
    const bool finer = parser.isSet(name("pixel-ratio"));
    if (!line.screenshot)
        return finer ? std::optional(QStringLiteral("--pixel-ratio belongs to --screenshot PATH"))
                     : std::nullopt;
    const auto format = pictureFormatOf(*line.screenshot);
    if (!format)
        return QStringLiteral("--screenshot %1: expected a name that ends in .png, .svg or .pdf")
            .arg(*line.screenshot);
    if (finer && *format != PictureFormat::Png)
        return QStringLiteral("--pixel-ratio is for PNG; SVG and PDF are sharp at any size");
    const QSizeF pixels = QSizeF(line.size.value_or(QSize())) * line.pixelRatio;
    if (std::max(pixels.width(), pixels.height()) > kMostPixels)
        return QStringLiteral("--size %1 at --pixel-ratio %2: a picture is at most %3 pixels wide and high")
            .arg(parser.value(name("size")))
            .arg(line.pixelRatio)
            .arg(kMostPixels);
    return std::nullopt;
}

std::optional<QString> readMovie(const QCommandLineParser& parser, CommandLine& line)
{
    if (!line.movie) {
        for (const char* option : { "from", "to", "fps", "time-scale" })
            if (parser.isSet(name(option)))
                return QStringLiteral("--%1 belongs to --movie PATH").arg(name(option));
        return std::nullopt;
    }
    const QString suffix = QFileInfo(*line.movie).suffix().toLower();
    if (suffix != name("gif") && suffix != name("mp4"))
        return QStringLiteral("--movie %1: expected a name that ends in .gif or .mp4").arg(*line.movie);
    if (const auto wrong = readNumber(parser, "from", 0.0, kLongest, line.film.fromS))
        return wrong;
    if (const auto wrong = readNumber(parser, "to", 0.0, kLongest, line.film.toS))
        return wrong;
    if (line.film.fromS && line.film.toS && *line.film.toS < *line.film.fromS)
        return QStringLiteral("--to %1 is before --from %2").arg(*line.film.toS).arg(*line.film.fromS);
    if (const auto wrong = readNumber(parser, "time-scale", 1e-6, 1e12, line.film.timeScale))
        return wrong;
    double fps = line.film.fps;
    if (const auto wrong = readNumber(parser, "fps", 1.0, 60.0, fps))
        return wrong;
    line.film.fps = static_cast<int>(fps);
    if (line.film.fps != fps)
        return QStringLiteral("--fps %1: expected a whole number").arg(fps);
    return std::nullopt;
}

} // namespace

std::optional<QString> readExport(const QCommandLineParser& parser, CommandLine& line)
{
    if (line.handout && *line.handout != name("-")
        && QFileInfo(*line.handout).suffix().toLower() != name("pdf"))
        return QStringLiteral("--handout %1: expected a name that ends in .pdf").arg(*line.handout);
    if (const auto wrong = readLook(parser, line))
        return wrong;
    if (const auto wrong = readPicture(parser, line))
        return wrong;
    return readMovie(parser, line);
}

} // namespace memwall::app
