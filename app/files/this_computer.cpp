#include "app/files/this_computer.h"

#include "app/files/files_words.h"
#include "app/files/scenario_file.h"
#include "app/files/text_file.h"
#include "app/probe/chip_json.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace memwall::app
{

nlohmann::ordered_json chipOf(const probe::Measurement& measurement, const core::Catalog& catalog)
{
    probe::ChipContext context;
    context.date = QDate::currentDate().toString(Qt::ISODate).toStdString();
    const auto processor = std::find_if(catalog.chips.begin(), catalog.chips.end(),
        [](const core::Chip& chip) { return chip.chipClass == core::ChipClass::Cpu; });
    if (processor != catalog.chips.end()) {
        context.computeEfficiency = processor->efficiency.compute.value;
        if (const auto& source = processor->efficiency.compute.source)
            context.computeSource = source->text();
    }
    return probe::chipJson(measurement, context);
}

QString thisComputerPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        + QStringLiteral("/this_computer.json");
}

std::expected<std::optional<nlohmann::json>, QString> loadThisComputer(const QString& path)
{
    if (!QFileInfo::exists(path))
        return std::nullopt;
    const auto leftOut = [](const QString& why) {
        return std::unexpected(
            FilesWords::tr("%1. The chip “This computer” is left out; measure it again.").arg(why));
    };
    const auto bytes = readWholeFile(path);
    if (!bytes)
        return leftOut(bytes.error());
    auto json = core::parseJson(viewOf(*bytes));
    if (!json)
        return leftOut(describe(json.error(), path).trimmed());
    if (const auto chip = core::readChip(*json, {}); !chip)
        return leftOut(describe(chip.error(), path).trimmed());
    return std::optional(*std::move(json));
}

std::expected<void, QString> storeThisComputer(const QString& path, const nlohmann::ordered_json& chip)
{
    const QString folder = QFileInfo(path).path();
    if (!QDir().mkpath(folder))
        return std::unexpected(FilesWords::tr("%1: the folder cannot be made").arg(folder));
    return writeWholeFile(path, QByteArray::fromStdString(chip.dump(2) + '\n'));
}

} // namespace memwall::app
