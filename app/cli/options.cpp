#include "app/cli/options.h"

#include "app/cli/option_values.h"
#include "app/export/scene.h"
#include "app/frame/language.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>
#include <variant>

namespace memwall::app
{

namespace
{

/// What an option asks for, and where that goes.
enum class Asks : std::uint8_t
{
    Nothing, ///< it says how
    File, ///< a file, or standard output where its value is "-"
    Text, ///< text on standard output
    TextOrJson, ///< the same, unless --json takes the results
};

struct Option
{
    using Flag = bool CommandLine::*;
    using Word = std::optional<QString> CommandLine::*;
    using Asked = bool (*)(const CommandLine&); ///< it is read by a function of its own

    const char* name;
    const char* value; ///< of what --help calls it; nullptr: it has none
    const char* help; ///< %1: the words that it takes
    Asks asks = Asks::Nothing;
    std::variant<std::monostate, Flag, Word, Asked> place {}; ///< none: nothing hangs on it here
    bool draws = false; ///< a picture, which needs fonts
    QStringList (*words)() = nullptr; ///< that it takes; nullptr: any
    bool hasLetter = false; ///< -h for --help
};

QStringList lists()
{
    return { QStringLiteral("chips"), QStringLiteral("models"), QStringLiteral("links"),
        QStringLiteral("engines"), QStringLiteral("formats"), QStringLiteral("scenarios") };
}

QStringList themes()
{
    return { QStringLiteral("dark"), QStringLiteral("light") };
}

bool sweeps(const CommandLine& line)
{
    return !line.sweep.empty();
}

bool reaches(const CommandLine& line)
{
    return line.reach.has_value();
}

constexpr std::array kOptions {
    Option {
        "json", "PATH", "Write the results as JSON; - is standard output.", Asks::File, &CommandLine::json },
    Option { "summary", nullptr, "Print the results as a table.", Asks::Text, &CommandLine::summary },
    Option { "explain", nullptr, "Print where every figure comes from: formula, inputs, measurements.",
        Asks::Text, &CommandLine::explain },
    Option { "csv", "PATH", "Write one row per request; a scenario can replay it.", Asks::File,
        &CommandLine::csv },
    Option { "timeline", "PATH", "Write one row per step.", Asks::File, &CommandLine::timeline },
    Option {
        "trace", "PATH", "Write a Chrome trace, which Perfetto opens.", Asks::File, &CommandLine::trace },
    Option { "screenshot", "PATH",
        "Write a picture of the window: PNG, or vectors where PATH ends in .svg or .pdf.", Asks::File,
        &CommandLine::screenshot, true },
    Option { "pixel-ratio", "FACTOR", "With --screenshot: pixels of a PNG per pixel of --size, 1 to 4." },
    Option { "movie", "PATH", "Write the window playing: .gif or, with ffmpeg installed, .mp4.", Asks::File,
        &CommandLine::movie, true },
    Option { "from", "SECONDS", "With --movie: simulated time at which it begins; default: with token 37." },
    Option { "to", "SECONDS",
        "With --movie: simulated time at which it ends; default: after ten seconds on screen." },
    Option { "fps", "NUMBER", "With --movie: pictures per second, 1 to 60; default: 25." },
    Option { "time-scale", "FACTOR",
        "With --movie: seconds on screen per simulated second; default: the scenario's." },
    Option { "handout", "PATH", "Write pages for a class (PDF): picture, figures, questions, sources.",
        Asks::File, &CommandLine::handout, true },
    Option { "at", "SECONDS", "Simulated time that is shown; default: within token 37." },
    Option { "size", "WxH", "Size of the picture or window, in pixels." },
    Option { "theme", "NAME", "Colours: dark or light.", Asks::Nothing, &CommandLine::theme, false, themes },
    Option { "panel", "NAME", "Only this part of the window: %1.", Asks::Nothing, &CommandLine::panel, false,
        partNames },
    Option { "scale", "FACTOR", "Size of text and controls, 0.5 to 4." },
    Option { "present", nullptr, "Open FILE full screen, for a room: a clicker's keys go on, Esc leaves.",
        Asks::Nothing, &CommandLine::present },
    Option { "step", "NUMBER", "Step of FILE's lesson that it begins with; default: 1." },
    Option { "validate", nullptr, "Check FILE and report every mistake in it.", Asks::Text,
        &CommandLine::validate },
    Option { "check-lesson", nullptr,
        "Check FILE's lesson: each question has one right answer, each goal can be reached.", Asks::Text,
        &CommandLine::checkLesson },
    Option { "set", "POINTER=VALUE", "Set a value of the scenario, e.g. /workload/users=8; repeatable." },
    Option { "sweep", "POINTER=V1,V2,…",
        "Print one row of results per value, e.g. /workload/users=1,8,64; repeatable: every combination. "
        "With --json as JSON.",
        Asks::TextOrJson, &sweeps },
    Option { "reach", "METRIC=VALUE",
        "How much more of each resource reaches a target, e.g. tpot_s=0.01, ttft_s, "
        "tokens_per_s_per_user, throughput_tokens_per_s or fits. With --json as JSON.",
        Asks::TextOrJson, &reaches },
    Option { "list", "WHAT", "List what is known: %1.", Asks::Text, &CommandLine::list, false, lists },
    Option { "check-model", nullptr,
        "Predict every published measurement (of FILE, in the catalog's format, if given) and print the "
        "errors; with --json as JSON.",
        Asks::TextOrJson, &CommandLine::checkModel },
    Option { "fit", nullptr, "With --check-model: fit the catalog's constants first and print them.",
        Asks::Nothing, &CommandLine::fit },
    Option { "leave-out", nullptr,
        "With --check-model: predict every group with constants fitted without it.", Asks::Nothing,
        &CommandLine::leaveOut },
    Option { "benchmark", nullptr, "Measure how smoothly FILE plays here; with --json as JSON.",
        Asks::TextOrJson, &CommandLine::benchmark, true },
    Option { "measure", nullptr,
        "Measure this computer's memory and arithmetic and print what models would run at on it; with "
        "--json also as a chip.",
        Asks::TextOrJson, &CommandLine::measure },
    Option { "seconds", "SECONDS", "With --measure: about how long it takes, 0.1 to 60; default: 3." },
    Option { "lang", "CODE",
        "Language of the texts: %1; default: English, in the window the desktop's where there is a "
        "translation.",
        Asks::Nothing, &CommandLine::language, false, languageCodes },
    Option { "opens-window", nullptr,
        "Do nothing; the status is 0 where the rest of the line would open a window, else 1.", Asks::Nothing,
        &CommandLine::asksForWindow },
    Option { "help", nullptr, "Show this help.", Asks::Text, &CommandLine::help, false, nullptr, true },
    Option {
        "version", nullptr, "Show the version.", Asks::Text, &CommandLine::version, false, nullptr, true },
};

QString nameOf(const Option& option)
{
    return QString::fromUtf8(option.name);
}

bool isAsked(const Option& option, const CommandLine& line)
{
    if (const auto* flag = std::get_if<Option::Flag>(&option.place))
        return line.*(*flag);
    if (const auto* word = std::get_if<Option::Word>(&option.place))
        return (line.*(*word)).has_value();
    const auto* asked = std::get_if<Option::Asked>(&option.place);
    return asked != nullptr && (*asked)(line);
}

/// Whether what it asks for goes to standard output.
bool isStream(const Option& option, const CommandLine& line)
{
    switch (option.asks) {
    case Asks::Nothing:
        return false;
    case Asks::File:
        return line.*std::get<Option::Word>(option.place) == QStringLiteral("-");
    case Asks::Text:
        return isAsked(option, line);
    case Asks::TextOrJson:
        return isAsked(option, line) && !line.json;
    }
    return false;
}

} // namespace

void addOptions(QCommandLineParser& parser)
{
    for (const Option& option : kOptions) {
        QStringList names { nameOf(option) };
        if (option.hasLetter)
            names.prepend(names.front().left(1));
        QString help = QString::fromUtf8(option.help);
        if (help.contains(QStringLiteral("%1")))
            help = help.arg(option.words().join(QStringLiteral(", ")));
        parser.addOption(QCommandLineOption(names, help, QString::fromUtf8(option.value)));
    }
}

std::optional<QString> readOptions(const QCommandLineParser& parser, CommandLine& line)
{
    for (const Option& option : kOptions) {
        if (const auto* flag = std::get_if<Option::Flag>(&option.place))
            line.*(*flag) = parser.isSet(nameOf(option));
        const auto* word = std::get_if<Option::Word>(&option.place);
        if (word == nullptr)
            continue;
        line.*(*word) = optionalValue(parser, nameOf(option));
        if (option.words != nullptr)
            if (auto wrong = checkWord(nameOf(option), line.*(*word), option.words()))
                return wrong;
    }
    return std::nullopt;
}

bool CommandLine::drawsPicture() const
{
    return std::any_of(kOptions.begin(), kOptions.end(),
        [this](const Option& option) { return option.draws && isAsked(option, *this); });
}

bool CommandLine::opensWindow() const
{
    return std::none_of(kOptions.begin(), kOptions.end(),
        [this](const Option& option) { return option.asks != Asks::Nothing && isAsked(option, *this); });
}

bool CommandLine::sharesStandardOutput() const
{
    return std::count_if(kOptions.begin(), kOptions.end(), [this](const Option& option) {
        return isStream(option, *this);
    }) > 1;
}

} // namespace memwall::app
