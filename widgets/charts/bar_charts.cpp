#include "widgets/charts/bar_charts.h"

#include "core/export/chart_csv.h"
#include "widgets/base/format.h"
#include "widgets/charts/breakdown_card.h"
#include "widgets/charts/sensitivity_bars.h"
#include "widgets/words/sayings.h"
#include "widgets/words/words.h"

#include <map>
#include <set>

namespace memwall::ui
{

namespace
{

QString joules(double value)
{
    const bool small = value > 0 && value < 0.1;
    return formatNumber(small ? value * 1e3 : value)
        + (small ? QStringLiteral("\u2009mJ") : QStringLiteral("\u2009J"));
}

BarFill fillOf(const core::EnergyPart& part, const Theme& theme)
{
    if (part.kind)
        return fillOf(*part.kind, theme);
    return { part.cause == core::EnergyCause::Arithmetic ? theme.computeBusy : theme.faint };
}

} // namespace

TimeChart::TimeChart(QWidget* parent)
    : BarChart(QStringLiteral("timeChart"), tr("Where one token’s time goes"), parent)
{
}

void TimeChart::draw()
{
    const core::Report& report = data().report;
    const double total = report.breakdown.total();
    if (total <= 0) {
        setSentence({});
        setNotice(tr("The answers of this run have one token only: there is no time between two."));
        return;
    }
    std::vector<BarRow> rows;
    for (const BreakdownPart& part : breakdownParts(report.breakdown, theme()))
        rows.push_back(
            { part.name, tr("%1 · %2").arg(formatSeconds(part.seconds), formatPercent(part.share)), {},
                { { part.seconds, part.fill,
                    tr("%1: %2, %3 of %4 a token\n= %5, over all steps of an answer / its tokens")
                        .arg(part.name, formatSeconds(part.seconds), formatPercent(part.share),
                            formatSeconds(total), part.formula) } } });
    setSentence(
        tr("%1 a token. Every operator’s time goes to what it waited for; the bars add up to the whole.")
            .arg(formatSeconds(report.tpotS)));
    setFormula(
        tr("Time per token = sum of the bars. An operator takes as long as the slowest of its bytes, its "
           "arithmetic and its messages, and its fixed latency."));
    drawRows(std::move(rows), tr("time of one token"), formatSeconds);
}

std::string TimeChart::chartCsv() const
{
    return hasRun() ? core::breakdownCsv(data().report.breakdown, wordingOfFiles()) : std::string();
}

EnergyChart::EnergyChart(QWidget* parent)
    : BarChart(QStringLiteral("energyChart"), tr("Energy of a token"), parent)
{
}

void EnergyChart::draw()
{
    const auto& energy = data().energy;
    if (!energy || energy->parts.empty()) {
        setSentence({});
        setNotice(energy ? wordsOf(energy->notes) : tr("Being worked out…"));
        return;
    }
    std::set<core::PoolRole> roles;
    for (const core::EnergyPart& part : energy->parts)
        roles.insert(part.role);
    const core::Band& energyBand = *data().report.energyJPerToken; // there are parts of it
    const double total = energyBand.value;
    std::vector<BarRow> rows;
    std::map<std::size_t, QStringList> moved; // by row
    for (const core::EnergyPart& part : energy->parts) {
        QString name = roles.size() > 1 ? tr("%1, %2").arg(wordsOf(part.place), wordOf(part.role))
                                        : wordsOf(part.place);
        const QString what = part.kind ? wordOf(*part.kind) : wordsOf(part.place);
        const QString text = tr("%1, %2: %3, %4 of %5 a token\n= %6")
                                 .arg(name, what, joules(part.joules), formatPercent(part.joules / total),
                                     joules(total), wordsOf(part.formula));
        if (rows.empty() || rows.back().name != name)
            rows.push_back({ std::move(name), {}, {}, {} });
        rows.back().pieces.push_back({ part.joules, fillOf(part, theme()), text });
        if (part.kind)
            moved[rows.size() - 1] << tr("%1 %2").arg(what, joules(part.joules));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        BarRow& row = rows[i];
        row.value = tr("%1 · %2").arg(joules(row.total()), formatPercent(row.total() / total));
        row.detail = moved[i].size() > 1 ? moved[i].join(QStringLiteral(", ")) : QString();
    }
    setSentence(
        tr("%1 a token, typically %2 to %3. %4")
            .arg(joules(total), joules(energyBand.low), joules(energyBand.high), wordsOf(energy->notes)));
    setFormula(
        tr("Energy per token = (bytes × energy per bit at each memory + bits between chips + flop × energy "
           "per flop + idle power × time) / tokens. Host and cooling are not in it."));
    drawRows(std::move(rows), tr("energy of one token"), joules);
}

std::string EnergyChart::chartCsv() const
{
    return hasRun() && data().energy ? core::energyCsv(*data().energy, wordingOfFiles()) : std::string();
}

SavingsChart::SavingsChart(QWidget* parent)
    : BarChart(QStringLiteral("savingsChart"), tr("What twice of each would save"), parent)
{
}

void SavingsChart::draw()
{
    const core::Report& report = data().report;
    const bool tokens = report.tpotS > 0;
    const double now = tokens ? report.tpotS : report.ttftS;
    const std::vector<SavingBar> bars = savingBars(report);
    const auto best = std::max_element(
        bars.begin(), bars.end(), [](const SavingBar& a, const SavingBar& b) { return a.saved < b.saved; });
    std::vector<BarRow> rows;
    for (auto bar = bars.begin(); bar != bars.end(); ++bar) {
        const QColor colour = bar->saved < 0 ? theme().bad : bar == best ? theme().accent : theme().faint;
        rows.push_back({ bar->name, changeText(bar->saved), {},
            { { bar->saved, { colour },
                tr("%1: %2 instead of %3, %4\n= time with it / time now − 1; the system is played again with "
                   "it")
                    .arg(bar->name, formatSeconds(now * (1 - bar->saved)), formatSeconds(now),
                        changeText(bar->saved)) } } });
    }
    setSentence(tokens ? tr("Of the %1 a token. Twice of everything would save half.").arg(formatSeconds(now))
                       : tr("Of the %1 to the first token.").arg(formatSeconds(now)));
    setFormula(tr("Saving = 1 − time with twice the resource / time now. Latencies are halved."));
    drawRows(
        std::move(rows), tr("share of the time that is saved"),
        [](double share) { return formatPercent(share); }, 0.5);
}

std::string SavingsChart::chartCsv() const
{
    return hasRun() ? core::sensitivityCsv(data().report) : std::string();
}

} // namespace memwall::ui
