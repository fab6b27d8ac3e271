#include "app/cli/command_line.h"

#include "app/cli/export_options.h"
#include "app/cli/option_values.h"
#include "app/cli/options.h"
#include "app/cli/reach.h"
#include "app/cli/sweep.h"
#include "app/files/scenario_file.h"
#include "core/base/json_document.h"

#include <QCommandLineParser>

namespace memwall::app
{

namespace
{

using Error = std::unexpected<QString>;

void prepare(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Shows why AI inference waits for memory. With no option that writes or prints, a window opens."));
    addOptions(parser);
    parser.addPositionalArgument(QStringLiteral("FILE"),
        QStringLiteral("Scenario, *.memwall.json, or a model's config.json; - is standard input."),
        QStringLiteral("[FILE]"));
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
        return Error(QStringLiteral("--set %1: %2")
                         .arg(text.left(equals), describe({ json.error().front() }, {}).trimmed()));
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
    if (const auto wrong = readOptions(parser, line))
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
    if (line.sharesStandardOutput())
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
