#include "widgets/scene/machine_words.h"

#include "widgets/base/format.h"
#include "widgets/scene/stage_words.h"

namespace memwall::ui
{

namespace
{

int racksOf(const HouseFrame& house)
{
    return (house.chips + house.domain - 1) / house.domain;
}

QString rackCount(int racks)
{
    return racks == 2 ? Words::tr("two racks") : Words::tr("%n racks", nullptr, racks);
}

} // namespace

QString nameAsSold(const core::PoolInfo& pool)
{
    const QString name = QString::fromStdString(pool.chipName);
    return pool.chipSoldAs ? QString { name + u' ' + QString::fromStdString(*pool.chipSoldAs) } : name;
}

QStringList rackMessages(const HouseFrame& house, const core::Report& report)
{
    if (!report.oneDomain || report.tpotS <= 0)
        return {};
    const core::Report::OneDomain& one = *report.oneDomain;
    const QString few
        = Words::tr("%1 chips, %2", nullptr, one.chips).arg(formatCount(one.chips), rackCount(1));
    const QString all
        = Words::tr("%1 chips, %2: %3 a token", nullptr, house.chips)
              .arg(formatCount(house.chips), rackCount(racksOf(house)), formatSeconds(report.tpotS));
    if (!one.tpotS)
        return { Words::tr("%1: the model does not fit. %2.").arg(few, all), all };
    const QString both = Words::tr("%1: %2 a token. %3").arg(few, formatSeconds(*one.tpotS), all);
    const QString times = formatCount(static_cast<double>(house.chips) / one.chips);
    const double faster = *one.tpotS / report.tpotS;
    return { faster > 1
            ? Words::tr("%1, %2 times as fast for %3 times the chips.").arg(both, formatNumber(faster), times)
            : Words::tr("%1, slower for %2 times the chips.").arg(both, times),
        both };
}

QStringList domainNames(const HouseFrame& house, std::size_t domain, int chips)
{
    const QString all = Words::tr("%1 × %2").arg(formatCount(chips), house.chipName);
    const QString sold = house.chipSoldAs.isEmpty() ? all : QString { all + u' ' + house.chipSoldAs };
    if (racksOf(house) == 1)
        return { sold, all };
    const QString rack = Words::tr("Rack %1").arg(domain + 1), dot = QStringLiteral(" · ");
    return { rack + dot + sold, rack + dot + all, rack };
}

QStringList linkNames(const HouseFrame& house)
{
    const QString rate = house.linkText.section(u' ', -1);
    return { house.linkText, house.linkText.section(u' ', 0, 0) + u' ' + rate, rate };
}

QStringList chipNames(const HouseFrame& house)
{
    return { house.chipName, house.chipName.section(u' ', 0, 0) };
}

} // namespace memwall::ui
