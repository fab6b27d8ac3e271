#include "app/cli/command_line.h"

#include "app/cli/export_options.h"
#include "app/cli/option_values.h"
#include "app/cli/reach.h"
#include "app/cli/sweep.h"
#include "app/frame/language.h"
#include "core/base/json_document.h"

#include <QCommandLineParser>

namespace memwall::app
{

namespace
{

using Error = std::unexpected<QString>;

const QStringList kLists { QStringLiteral("chips"), QStringLiteral("models"), QStringLiteral("links"),
    QStringLiteral("engines"), QStringLiteral("formats"), QStringLiteral("scenarios") };

void addOptions(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* name, const QString& description, const char* value = nullptr) {
        parser.addOption(QCommandLineOption(QString::fromUtf8(name), description, QString::fromUtf8(value)));
    };
    add("json", QStringLiteral("Write the results as JSON; - is standard output."), "PATH");
    add("summary", QStringLiteral("Print the results as a table."));
    add("explain", QStringLiteral("Print where every figure comes from: formula, inputs, measurements."));
    add("csv", QStringLiteral("Write one row per request; a scenario can replay it."), "PATH");
    add("timeline", QStringLiteral("Write one row per step."), "PATH");
    add("trace", QStringLiteral("Write a Chrome trace, which Perfetto opens."), "PATH");
    addExportOptions(parser);
    add("validate", QStringLiteral("Check FILE and report every mistake in it."));
    add("set", QStringLiteral("Set a value of the scenario, e.g. /workload/users=8; repeatable."),
        "POINTER=VALUE");
    add("sweep",
        QStringLiteral("Print one row of results per value, e.g. /workload/users=1,8,64; repeatable: every "
                       "combination. With --json as JSON."),
        "POINTER=V1,V2,…");
    add("reach",
        QStringLiteral("How much more of each resource reaches a target, e.g. tpot_s=0.01, ttft_s, "
                       "tokens_per_s_per_user, throughput_tokens_per_s or fits. With --json as JSON."),
        "METRIC=VALUE");
    add("list", QStringLiteral("List what is known: %1.").arg(kLists.join(QStringLiteral(", "))), "WHAT");
    add("check-model",
        QStringLiteral("Predict every published measurement (of FILE, in the catalog's format, if given) and "
                       "print the errors; with --json as JSON."));
    add("fit", QStringLiteral("With --check-model: fit the catalog's constants first and print them."));
    add("leave-out",
        QStringLiteral("With --check-model: predict every group with constants fitted without it."));
    add("benchmark", QStringLiteral("Measure how smoothly FILE plays here; with --json as JSON."));
    add("measure",
        QStringLiteral(
            "Measure this computer's memory and arithmetic and print what models would run at on it; "
            "with --json also as a chip."));
    add("seconds", QStringLiteral("With --measure: about how long it takes, 0.1 to 60; default: 3."),
        "SECONDS");
    add("lang",
        QStringLiteral(
            "Language of the texts: %1; default: English, in the window the desktop's where there is "
            "a translation.")
            .arg(languageCodes().join(QStringLiteral(", "))),
        "CODE");
    add("opens-window",
        QStringLiteral(
            "Do nothing; the status is 0 where the rest of the line would open a window, else 1."));
    parser.addOption({ { QStringLiteral("h"), QStringLiteral("help") }, QStringLiteral("Show this help.") });
    parser.addOption(
        { { QStringLiteral("v"), QStringLiteral("version") }, QStringLiteral("Show the version.") });
    parser.addPositionalArgument(QStringLiteral("FILE"),
        QStringLiteral("Scenario, *.memwall.json, or a model's config.json; - is standard input."),
        QStringLiteral("[FILE]"));
}

void prepare(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Shows why AI inference waits for memory. With no option that writes or prints, a window opens."));
    addOptions(parser);
}

std::optional<QString> value(const QCommandLineParser& parser, const char* name)
{
    return optionalValue(parser, QString::fromUtf8(name));
}

std::expected<std::pair<std::string, nlohmann::json>, QString> parseSetting(const QString& text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1 || !text.startsWith(u'/'))
        return Error(
            QStringLiteral("--set %1: expected POINTER=VALUE with a JSON pointer, e.g. /workload/users=8")
                .arg(text));
    auto json = core::parseJsonOrWord(text.mid(equals + 1).toStdString());
    if (!json)
        return Error(
            QStringLiteral("--set %1: %2")
                .arg(text.left(equals), QString::fromStdString(core::describe(json.error().front()))));
    return std::pair { text.left(equals).toStdString(), *std::move(json) };
}

std::optional<QString> readSweep(const QCommandLineParser& parser, CommandLine& line)
{
    constexpr double kMost = 1e7;
    double rows = 1;
    for (const QString& text : parser.values(QStringLiteral("sweep"))) {
        auto axis = parseSweepAxis(text);
        if (!axis)
            return axis.error();
        line.sweep.push_back(*std::move(axis));
        rows *= static_cast<double>(line.sweep.back().values.size());
    }
    if (rows > kMost)
        return QStringLiteral("--sweep: %1 combinations are more than %2").arg(rows).arg(kMost);
    return std::nullopt;
}

std::optional<QString> readTarget(const QCommandLineParser& parser, CommandLine& line)
{
    const QStringList wanted = parser.values(QStringLiteral("reach"));
    if (wanted.isEmpty())
        return std::nullopt;
    const auto target = parseTarget(wanted.last());
    if (!target)
        return target.error();
    line.reach = *target;
    return std::nullopt;
}

std::optional<QString> readMeasure(const QCommandLineParser& parser, CommandLine& line)
{
    if (line.measure && !line.file.isEmpty())
        return QStringLiteral("--measure measures this computer; there is no FILE to it");
    if (!parser.isSet(QStringLiteral("seconds")))
        return std::nullopt;
    if (!line.measure)
        return QStringLiteral("--seconds belongs to --measure");
    const auto seconds = parseNumber(parser, QStringLiteral("seconds"), 0.1, 60);
    if (!seconds)
        return seconds.error();
    line.seconds = *seconds;
    return std::nullopt;
}

/// Two outputs on one stream would be neither.
bool sharesStandardOutput(const CommandLine& line)
{
    const QString dash = QStringLiteral("-");
    const int streams = int(line.json == dash) + int(line.csv == dash) + int(line.timeline == dash)
        + int(line.trace == dash) + int(line.screenshot == dash) + int(line.handout == dash)
        + int(line.summary) + int(line.explain) + int(line.validate) + int(line.list.has_value())
        + int(line.benchmark && !line.json) + int(line.checkModel && !line.json)
        + int(line.measure && !line.json) + int(!line.sweep.empty() && !line.json)
        + int(line.reach && !line.json);
    return streams > 1;
}

std::optional<QString> readSettings(const QCommandLineParser& parser, CommandLine& line)
{
    for (const QString& text : parser.values(QStringLiteral("set"))) {
        auto setting = parseSetting(text);
        if (!setting)
            return setting.error();
        line.settings.push_back(std::move(*setting));
    }
    return std::nullopt;
}

void readOutputs(const QCommandLineParser& parser, CommandLine& line)
{
    line.json = value(parser, "json");
    line.csv = value(parser, "csv");
    line.timeline = value(parser, "timeline");
    line.trace = value(parser, "trace");
    line.list = value(parser, "list");
    line.language = value(parser, "lang");
    line.summary = parser.isSet(QStringLiteral("summary"));
    line.explain = parser.isSet(QStringLiteral("explain"));
    line.validate = parser.isSet(QStringLiteral("validate"));
    line.checkModel = parser.isSet(QStringLiteral("check-model"));
    line.asksForWindow = parser.isSet(QStringLiteral("opens-window"));
    line.fit = parser.isSet(QStringLiteral("fit"));
    line.leaveOut = parser.isSet(QStringLiteral("leave-out"));
    line.measure = parser.isSet(QStringLiteral("measure"));
    line.benchmark = parser.isSet(QStringLiteral("benchmark"));
    line.help = parser.isSet(QStringLiteral("help"));
    line.version = parser.isSet(QStringLiteral("version"));
}

} // namespace

std::expected<CommandLine, QString> parseCommandLine(const QStringList& arguments)
{
    QCommandLineParser parser;
    prepare(parser);
    if (!parser.parse(arguments))
        return Error(parser.errorText() + QStringLiteral(" See memwall --help."));
    if (parser.positionalArguments().size() > 1)
        return Error(QStringLiteral("one FILE at a time, there are %1: %2")
                         .arg(parser.positionalArguments().size())
                         .arg(parser.positionalArguments().join(u' ')));

    CommandLine line;
    line.file = parser.positionalArguments().value(0);
    readOutputs(parser, line);
    if (const auto wrong = checkWord(QStringLiteral("list"), line.list, kLists))
        return Error(*wrong);
    if (const auto wrong = checkWord(QStringLiteral("lang"), line.language, languageCodes()))
        return Error(*wrong);
    if (const auto wrong = readExport(parser, line))
        return Error(*wrong);
    if (const auto wrong = readSettings(parser, line))
        return Error(*wrong);
    if ((line.fit || line.leaveOut) && !line.checkModel)
        return Error(QStringLiteral("--fit and --leave-out belong to --check-model"));
    if (const auto wrong = readMeasure(parser, line))
        return Error(*wrong);
    if (const auto wrong = readSweep(parser, line))
        return Error(*wrong);
    if (const auto wrong = readTarget(parser, line))
        return Error(*wrong);
    if (sharesStandardOutput(line))
        return Error(QStringLiteral("only one output can go to standard output; give the others a PATH"));
    return line;
}

QString helpText()
{
    QCommandLineParser parser;
    prepare(parser);
    return parser.helpText()
        + QStringLiteral("\nExit status: 0 good, 2 usage, 3 bad scenario, 4 input or output, or memory "
                         "ran out, 130 interrupted.\n");
}

} // namespace memwall::app
