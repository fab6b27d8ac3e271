// What the user asked for on the command line, checked: a value. Needs no application object.
#pragma once

#include "core/scenario/scenario_io.h"
#include "core/whatif/target.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace memwall::app
{

/// Values that one JSON pointer takes in turn.
struct SweepAxis
{
    std::string pointer;
    std::vector<nlohmann::json> values;
};

/// What part of a run a movie shows, and how; what is absent is worked out from the run.
struct MovieOptions
{
    std::optional<double> fromS, toS;
    std::optional<double> timeScale; ///< seconds on screen per simulated second
    int fps = 25;
};

struct CommandLine
{
    QString file; ///< empty: the default; "-": standard input
    core::Settings settings; ///< --set, in order
    std::vector<SweepAxis> sweep; ///< --sweep, in order; the last turns fastest
    std::optional<core::Target> reach; ///< --reach

    // Outputs; a path of "-" is standard output.
    std::optional<QString> json, csv, timeline, trace, screenshot, movie, handout;
    bool summary = false;
    bool explain = false; ///< where every headline figure comes from
    bool validate = false;
    bool checkLesson = false;
    bool benchmark = false;
    bool checkModel = false; ///< against FILE's measurements, or those of the catalog
    bool fit = false, leaveOut = false; ///< how the check treats the constants
    bool measure = false; ///< this computer
    std::optional<double> seconds; ///< that measuring may take
    std::optional<QString> list;

    std::optional<QString> language; ///< one of languageCodes()

    // How a picture or the window looks.
    std::optional<double> atS;
    std::optional<QSize> size;
    std::optional<QString> theme; ///< dark | light
    std::optional<QString> panel;
    double scale = 1.0;
    double pixelRatio = 1.0; ///< of a PNG: pixels per logical pixel
    MovieOptions film;

    bool present = false; ///< full screen, for a room
    std::optional<int> step; ///< of a lesson, from 1: where it begins

    bool asksForWindow = false; ///< only whether all else would open a window
    bool help = false;
    bool version = false;

    // What the line asks for, as the table of options says.
    [[nodiscard]] bool drawsPicture() const;
    [[nodiscard]] bool opensWindow() const; ///< nothing else is asked for
    [[nodiscard]] bool sharesStandardOutput() const; ///< two outputs on one stream, which would be neither
};

/// The first argument is the program's name. The error is a sentence for standard error.
[[nodiscard]] std::expected<CommandLine, QString> parseCommandLine(const QStringList& arguments);
[[nodiscard]] QString helpText();

} // namespace memwall::app
