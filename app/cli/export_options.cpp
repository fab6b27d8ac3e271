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
    if (const auto wrong = readNumber(parser, "scale", 0.5, 4.0, line.scale))
        return wrong;
    if (parser.isSet(name("size"))) {
        const auto size = parseSize(parser.value(name("size")));
        if (!size)
            return size.error();
        line.size = *size;
    }
    line.theme = optionalValue(parser, name("theme"));
    line.panel = optionalValue(parser, name("panel"));
    if (auto wrong = checkWord(name("theme"), line.theme, { name("dark"), name("light") }))
        return wrong;
    if (line.panel && !line.screenshot && !line.movie)
        return QStringLiteral("--panel chooses what --screenshot PATH or --movie PATH shows; give both");
    return checkWord(name("panel"), line.panel, partNames());
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

void addExportOptions(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* option, const QString& description, const char* value) {
        parser.addOption(QCommandLineOption(name(option), description, name(value)));
    };
    add("screenshot",
        QStringLiteral("Write a picture of the window: PNG, or vectors where PATH ends in .svg or .pdf."),
        "PATH");
    add("pixel-ratio", QStringLiteral("With --screenshot: pixels of a PNG per pixel of --size, 1 to 4."),
        "FACTOR");
    add("movie", QStringLiteral("Write the window playing: .gif or, with ffmpeg installed, .mp4."), "PATH");
    add("from", QStringLiteral("With --movie: simulated time at which it begins; default: with token 37."),
        "SECONDS");
    add("to",
        QStringLiteral(
            "With --movie: simulated time at which it ends; default: after ten seconds on screen."),
        "SECONDS");
    add("fps", QStringLiteral("With --movie: pictures per second, 1 to 60; default: 25."), "NUMBER");
    add("time-scale",
        QStringLiteral("With --movie: seconds on screen per simulated second; default: the scenario's."),
        "FACTOR");
    add("handout", QStringLiteral("Write pages for a class (PDF): picture, figures, questions, sources."),
        "PATH");
    add("at", QStringLiteral("Simulated time that is shown; default: within token 37."), "SECONDS");
    add("size", QStringLiteral("Size of the picture or window, in pixels."), "WxH");
    add("theme", QStringLiteral("Colours: dark or light."), "NAME");
    add("panel",
        QStringLiteral("Only this part of the window: %1.").arg(partNames().join(QStringLiteral(", "))),
        "NAME");
    add("scale", QStringLiteral("Size of text and controls, 0.5 to 4."), "FACTOR");
}

std::optional<QString> readExport(const QCommandLineParser& parser, CommandLine& line)
{
    line.screenshot = optionalValue(parser, name("screenshot"));
    line.movie = optionalValue(parser, name("movie"));
    line.handout = optionalValue(parser, name("handout"));
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
