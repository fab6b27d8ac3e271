#include "app/cli/measure_report.h"

#include "app/background/measure_text.h"
#include "app/cli/batch_output.h"
#include "app/cli/progress.h"
#include "app/files/this_computer.h"
#include "app/probe/measure.h"
#include "core/base/columns.h"
#include "core/base/number_text.h"

namespace memwall::app
{

namespace
{

constexpr std::size_t kProgressWidth = 48; // wipes what was longer

void showShare(double share, const std::string& what)
{
    showProgress(core::rightAligned(core::fixedText(share * 100, 0), 3) + " % "
        + core::leftAligned(what, kProgressWidth));
}

void endProgress()
{
    showProgress(std::string(kProgressWidth + 6, ' ') + '\r');
}

} // namespace

ExitStatus runMeasure(const CommandLine& line, const core::Catalog& catalog)
{
    probe::MeasureOptions options;
    options.seconds = line.seconds.value_or(options.seconds);
    const auto measured = probe::measure(probe::thisComputer(), options, showShare);
    endProgress();
    if (!measured) {
        complain(QString::fromStdString(measured.error()));
        return kInputOutput;
    }
    const nlohmann::ordered_json chip = chipOf(*measured, catalog);
    const std::vector<ModelSpeed> speeds = modelSpeeds(chip, catalog);
    const std::string text = line.json
        ? measureJson(chip, *measured, speeds).dump(2) + '\n'
        : QString(figuresTable(*measured) + u'\n' + speedsTable(speeds)).toStdString();
    return writeOutput(line.json.value_or(QStringLiteral("-")), text) ? kGood : kInputOutput;
}

} // namespace memwall::app
