#include "widgets/settings/catalog_choices.h"

#include "widgets/base/format.h"
#include "widgets/words/sayings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace memwall::ui
{

namespace
{

struct CatalogChoicesText
{
    Q_DECLARE_TR_FUNCTIONS(CatalogChoices)
};

QString className(core::ChipClass chipClass)
{
    const std::array names { CatalogChoicesText::tr("GPU"), CatalogChoicesText::tr("TPU, Trainium"),
        CatalogChoicesText::tr("LPU"), CatalogChoicesText::tr("Wafer"),
        CatalogChoicesText::tr("Dataflow (RDU)"), CatalogChoicesText::tr("Hardwired"),
        CatalogChoicesText::tr("In-memory and other ASIC"), CatalogChoicesText::tr("Laptop, desktop, phone"),
        CatalogChoicesText::tr("CPU") };
    return names[static_cast<std::size_t>(chipClass)];
}

/// "H100 SXM 80 GB": as it is sold.
QString chipTitle(const core::Chip& chip)
{
    const QString name = QString::fromStdString(chip.shortName);
    return chip.soldAs ? QString { name + u' ' + QString::fromStdString(*chip.soldAs) } : name;
}

QString chipDetail(const core::Chip& chip, bool inFull)
{
    const core::MemoryLevel& home = chip.levels[chip.homeLevel];
    QStringList parts;
    if (home.capacity && (inFull || !chip.soldAs)) // the name says the size already
        parts << (inFull ? formatBothWays : formatBytes)(home.capacity->value.value);
    if (home.bandwidth)
        parts << formatRate(home.bandwidth->value.value);
    return parts.join(QStringLiteral(" · "));
}

SectionRow chipRow(const core::Chip& chip)
{
    SectionRow row;
    row.title = chipTitle(chip);
    row.detail = chipDetail(chip, false);
    row.key = QString::fromStdString(chip.id.text());
    const QString year = chip.year ? QStringLiteral(" (%1)").arg(*chip.year) : QString {};
    row.tooltip
        = QStringLiteral("%1%2\n%3").arg(QString::fromStdString(chip.name), year, chipDetail(chip, true));
    return row;
}

/// Appends to the section of that title, which is made where there is none yet.
void addTo(QVector<Section>& sections, const QString& title, const SectionRow& row)
{
    const auto found = std::find_if(sections.begin(), sections.end(),
        [&title](const Section& section) { return section.title == title; });
    if (found != sections.end())
        found->rows.push_back(row);
    else
        sections.push_back({ title, { row } });
}

} // namespace

QVector<Section> chipSections(const core::Catalog& catalog, const std::vector<nlohmann::json>& own)
{
    QVector<Section> sections;
    for (const nlohmann::json& object : own)
        if (const auto chip = core::readChip(object, {}))
            addTo(sections, CatalogChoicesText::tr("Measured"), chipRow(*chip));
    for (const core::Chip& chip : catalog.chips)
        addTo(sections, className(chip.chipClass), chipRow(chip));
    return sections;
}

QVector<Section> modelSections(const core::Catalog& catalog)
{
    QVector<Section> sections;
    for (const core::Model& model : catalog.models) {
        SectionRow row;
        row.title = QString::fromStdString(model.name);
        row.detail = CatalogChoicesText::tr("%n layers", nullptr, model.layers);
        row.key = QString::fromStdString(model.id.text());
        row.tooltip = CatalogChoicesText::tr("%1\n%2 layers, %3 wide, context of %4 tokens")
                          .arg(row.title, formatWhole(model.layers), formatWhole(model.hidden),
                              model.maxContext ? formatWhole(*model.maxContext) : QStringLiteral("?"));
        addTo(sections, QString::fromStdString(model.family), row);
    }
    return sections;
}

QVector<Section> weightSections(const core::EditContext& context)
{
    QVector<Section> sections { { CatalogChoicesText::tr("Bits per weight"), {} },
        { CatalogChoicesText::tr("Formats"), {} } };
    const auto add = [&](Section& section, const core::WeightBits& bits, SectionRow row) {
        const QString refused = wordsOf(whyFormatRefused(context, bits));
        row.key = weightKey(bits);
        row.enabled = refused.isEmpty();
        row.tooltip = refused;
        section.rows.push_back(row);
    };
    for (const int bits : { 16, 8, 4 })
        add(sections[0], bits, { .title = CatalogChoicesText::tr("%1-bit").arg(bits) });
    for (const core::Format& format : context.catalog.formats)
        add(sections[1], format.id,
            { .title = QString::fromStdString(format.name),
                .detail = CatalogChoicesText::tr("%1 bits").arg(formatNumber(format.bitsPerWeight.value)) });
    return sections;
}

QString weightKey(const core::WeightBits& bits)
{
    if (const auto* count = std::get_if<int>(&bits))
        return QString::number(*count);
    return QString::fromStdString(std::get<core::FormatId>(bits).text());
}

core::WeightBits weightOf(const QString& key)
{
    bool plain = false;
    const int bits = key.toInt(&plain);
    if (plain)
        return bits;
    return core::FormatId(key.toStdString());
}

QString weightText(const core::WeightBits& bits)
{
    if (const auto* count = std::get_if<int>(&bits))
        return CatalogChoicesText::tr("%1-bit").arg(*count);
    const auto& id = std::get<core::FormatId>(bits);
    return id == core::kEtched ? CatalogChoicesText::tr("3 and 6-bit") : QString::fromStdString(id.text());
}

QString hardwareText(const core::EditContext& context)
{
    const auto& pools = context.edited().pools;
    const auto name = [&](const core::Pool& pool) {
        const auto chip = core::chipOf(pool.chip, context.catalog);
        return chip ? chipTitle(*chip) : QString::fromStdString(pool.chip.id.text());
    };
    const auto one = [&](const core::Pool& pool) {
        return pool.chips == 1 ? name(pool)
                               : QStringLiteral("%1 × %2").arg(formatWhole(pool.chips), name(pool));
    };
    if (pools.size() == 1)
        return QStringLiteral("%1 × %2").arg(formatWhole(pools[0].chips), name(pools[0]));
    if (pools.size() == 2 && pools[0].chip == pools[1].chip)
        return QStringLiteral("%1 + %2 × %3")
            .arg(formatWhole(pools[0].chips), formatWhole(pools[1].chips), name(pools[0]));
    QStringList parts;
    std::transform(pools.begin(), pools.end(), std::back_inserter(parts), one);
    return parts.join(splitsLayers(context.edited()) ? QStringLiteral(" ⇄ ") : QStringLiteral(" → "));
}

QString modelText(const core::EditContext& context)
{
    const core::ModelRef& ref = context.edited().model;
    const auto model = core::modelOf(ref, context.catalog);
    return QString::fromStdString(model ? model->name : ref.id.text());
}

QString tokensText(const core::TokenCount& count)
{
    switch (count.shape) {
    case core::TokenCount::Shape::Lognormal:
        return u'~' + formatWhole(static_cast<std::int64_t>(count.median));
    case core::TokenCount::Shape::Uniform:
        return QStringLiteral("%1–%2").arg(formatWhole(count.min), formatWhole(count.max));
    case core::TokenCount::Shape::Fixed:
        break;
    }
    return formatWhole(count.value);
}

} // namespace memwall::ui
