// The tables of --list. One line per thing: the id that a scenario names, then what it is.
#include "app/cli/batch_output.h"
#include "widgets/base/format.h"
#include "widgets/base/text_table.h"

namespace memwall::app
{

namespace
{

using Row = QStringList;

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

Row chipRow(const core::Chip& chip)
{
    const core::MemoryLevel& home = chip.levels[chip.homeLevel];
    return { text(chip.id.text()), text(chip.name), text(chip.soldAs.value_or("")), text(home.name),
        home.capacity ? ui::formatBytes(home.capacity->value.value) : QString(),
        home.bandwidth ? ui::formatRate(home.bandwidth->value.value) : QString(),
        chip.peak.bf16 ? ui::formatFlops(chip.peak.bf16->value.value) : QString() };
}

Row linkRow(const core::Link& link)
{
    return { text(link.id.text()), text(link.name), ui::formatRate(link.bandwidth.value.value),
        ui::formatSeconds(link.latency.value.value) };
}

Row modelRow(const core::Model& model)
{
    return { text(model.id.text()), text(model.name), QStringLiteral("%1 layers").arg(model.layers),
        model.maxContext ? QStringLiteral("context %1").arg(*model.maxContext) : QString(),
        text(model.nativeFormat.text()) };
}

Row engineRow(const core::Engine& engine)
{
    return { text(engine.id.text()), text(engine.name), text(engine.era) };
}

Row formatRow(const core::Format& format)
{
    return { text(format.id.text()), text(format.name),
        QStringLiteral("%1 bits a weight").arg(ui::formatNumber(format.bitsPerWeight.value)) };
}

template <typename Items, typename MakeRow> QString table(const Items& items, MakeRow makeRow)
{
    QVector<Row> rows;
    for (const auto& item : items)
        rows.push_back(makeRow(item));
    return ui::aligned(rows);
}

} // namespace

QString listing(const QString& what, const core::Catalog& catalog, const Folders& folders)
{
    if (what == QStringLiteral("chips"))
        return table(catalog.chips, chipRow);
    if (what == QStringLiteral("models"))
        return table(catalog.models, modelRow);
    if (what == QStringLiteral("links"))
        return table(catalog.links, linkRow);
    if (what == QStringLiteral("engines"))
        return table(catalog.engines, engineRow);
    if (what == QStringLiteral("formats"))
        return table(catalog.formats, formatRow);
    return table(shippedScenarios(folders), [](const ShippedScenario& scenario) {
        return Row { scenario.path, scenario.title };
    });
}

} // namespace memwall::app
