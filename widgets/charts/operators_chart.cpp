#include "widgets/charts/operators_chart.h"

#include "core/export/chart_csv.h"
#include "widgets/base/format.h"
#include "widgets/plots/plot_style.h"
#include "widgets/words/words.h"

#include <qcustomplot.h>

#include <cmath>

namespace memwall::ui
{

namespace
{

bool hasRoof(const core::StepUnderRoof& step)
{
    return step.ridge().has_value();
}

bool hasDot(const core::OperatorPoint& op)
{
    return op.flopPerByte() > 0 && op.flopsPerSecond() > 0;
}

/// With the pass where there are several.
QString nameOf(const core::OperatorPoint& op, bool alone)
{
    const QString name = wordOf(op.kind);
    const bool told = !alone || op.pass == core::PassKind::Draft || op.pass == core::PassKind::Verify;
    return told ? OperatorsChart::tr("%1 (%2)").arg(name, wordOf(op.pass)) : name;
}

QColor colourOf(core::Lane lane, const Theme& theme)
{
    switch (lane) {
    case core::Lane::Weights:
        return theme.color(core::Kind::Weights);
    case core::Lane::KvCache:
        return theme.color(core::Kind::KvCache);
    case core::Lane::Communication:
        return theme.color(core::Kind::Communication);
    case core::Lane::Compute:
        return theme.computeBusy;
    case core::Lane::Fixed:
        return theme.faint;
    }
    return theme.faint;
}

QCPScatterStyle::ScatterShape shapeOf(core::Lane lane)
{
    switch (lane) {
    case core::Lane::Weights:
        return QCPScatterStyle::ssSquare;
    case core::Lane::Communication:
        return QCPScatterStyle::ssDiamond;
    case core::Lane::Compute:
        return QCPScatterStyle::ssTriangle;
    case core::Lane::KvCache:
    case core::Lane::Fixed:
        return QCPScatterStyle::ssCircle;
    }
    return QCPScatterStyle::ssCircle;
}

} // namespace

OperatorsChart::OperatorsChart(QWidget* parent)
    : Chart(QStringLiteral("operatorsChart"), tr("Roofline of the present step"), parent)
{
    for (QCPAxis* axis : { plot().xAxis, plot().yAxis }) {
        axis->setScaleType(QCPAxis::stLogarithmic);
        axis->setTicker(siTicker());
    }
}

bool OperatorsChart::follows(core::Instant time)
{
    // A pool at work leaves the step that is shown.
    return std::any_of(m_steps.begin(), m_steps.end(), [time](const core::StepUnderRoof& step) {
        return !step.time.contains(time);
    }) || m_steps.empty();
}

void OperatorsChart::draw()
{
    m_steps = core::stepsUnderRoof(*data().run, time());
    // The pool that decodes first: the one in question.
    std::stable_partition(m_steps.begin(), m_steps.end(),
        [](const core::StepUnderRoof& step) { return step.role != core::PoolRole::Prefill; });
    const auto drawn = [](const core::StepUnderRoof& step) {
        return hasRoof(step) && std::any_of(step.operators.begin(), step.operators.end(), hasDot);
    };
    if (std::none_of(m_steps.begin(), m_steps.end(), drawn)) {
        setSentence({});
        setNotice(
            tr("No roofline: the arithmetic rate or the bandwidth of this chip is not published, or its "
               "weights are read in place, so that there is no door to draw."));
        return;
    }
    plot().xAxis->setLabel(tr("arithmetic intensity: flop per byte"));
    plot().yAxis->setLabel(tr("flop/s of one chip"));
    setRanges();
    bool first = true;
    for (const core::StepUnderRoof& step : m_steps)
        if (drawn(step)) {
            const core::StepUnderRoof& front = m_steps.front();
            if (first || step.peakFlops != front.peakFlops || step.peakBandwidth != front.peakBandwidth)
                addRoof(step, first);
            addOperators(step, first);
            first = false;
        }
    say();
    setFormula(tr(
        "Roof = min(peak flop/s, intensity × peak bandwidth). A dot: flop / bytes through that door, flop / "
        "time; its size is its share of the step. Marks: ■ weights, ● KV cache or fixed time, ▲ "
        "arithmetic decides."));
}

void OperatorsChart::setRanges()
{
    double least = 1e300, most = 0, bottom = 1e300, top = 0;
    for (const core::StepUnderRoof& step : m_steps) {
        if (!hasRoof(step))
            continue;
        least = std::min(least, *step.ridge());
        most = std::max(most, *step.ridge());
        top = std::max(top, step.peakFlops->value);
        for (const core::OperatorPoint& op : step.operators)
            if (hasDot(op)) {
                least = std::min(least, op.flopPerByte());
                most = std::max(most, op.flopPerByte());
                bottom = std::min(bottom, op.flopsPerSecond());
            }
    }
    m_left = least / 4;
    m_right = most * 10;
    plot().xAxis->setRange(m_left, m_right);
    plot().yAxis->setRange(bottom / 4, top * 4);
}

void OperatorsChart::addRoof(const core::StepUnderRoof& step, bool first)
{
    const auto line = [&](const QString& name, QVector<double> x, QVector<double> y, const QPen& pen) {
        QCPGraph* graph = plot().addGraph();
        graph->setName(name);
        graph->setData(x, y, true);
        graph->setPen(pen);
        words().preferOff({ x.front(), y.front() }, { x.back(), y.back() });
    };
    const double ridge = *step.ridge(), top = step.peakFlops->value;
    const Qt::PenStyle style = first ? Qt::SolidLine : Qt::DashLine;
    line(tr("memory roof"), { m_left, ridge }, { m_left * step.peakBandwidth->value, top },
        QPen(theme().color(core::Kind::Weights), theme().px(2.5), style));
    line(tr("arithmetic roof"), { ridge, m_right }, { top, top },
        QPen(first ? theme().text : theme().secondary, theme().px(2.5), style));
    words().add(tr("%1 ridge: %2 flop/byte").arg(plain(step.chip), formatNumber(ridge)), { ridge, top },
        Side::Above, theme().text);
    words().add(formatFlops(top), { m_right, top }, Side::Below, theme().secondary);
    // Along the slope: what decides there.
    const double foot = ridge / 8;
    words().add(tr("%1 %2").arg(plain(step.door), formatRate(step.peakBandwidth->value)),
        { foot, foot * step.peakBandwidth->value }, Side::Left, theme().secondary);
}

double OperatorsChart::sizeOf(const core::StepUnderRoof& step, const core::OperatorPoint& op) const
{
    constexpr double kLeast = 8, kMost = 22;
    double longest = 0;
    for (const core::OperatorPoint& each : step.operators)
        longest = std::max(longest, each.seconds);
    return theme().px(kLeast + (kMost - kLeast) * std::sqrt(longest > 0 ? op.seconds / longest : 0));
}

void OperatorsChart::addOperators(const core::StepUnderRoof& step, bool first)
{
    for (const core::OperatorPoint& op : step.operators) {
        if (!hasDot(op))
            continue;
        QCPGraph* dot = plot().addGraph();
        dot->setName(nameOf(op, m_steps.size() == 1));
        dot->setData({ op.flopPerByte() }, { op.flopsPerSecond() });
        dot->setLineStyle(QCPGraph::lsNone);
        QColor inner = colourOf(op.bound, theme());
        inner.setAlphaF(first ? 0.85F : 0.35F);
        dot->setScatterStyle(
            QCPScatterStyle(shapeOf(op.bound), QPen(theme().text, theme().px(1.2)), inner, sizeOf(step, op)));
        words().keepOff({ op.flopPerByte(), op.flopsPerSecond() }, sizeOf(step, op));
    }
    // Longest first: those keep their words' places. What gets none says its name when pointed at.
    int left = first ? 8 : 3;
    for (const core::OperatorPoint& op : step.operators)
        if (hasDot(op) && left-- > 0)
            words().add(nameOf(op, m_steps.size() == 1), { op.flopPerByte(), op.flopsPerSecond() },
                Side::Right, theme().text);
}

void OperatorsChart::say()
{
    const core::StepUnderRoof& step = m_steps.front();
    const core::OperatorPoint& longest = step.operators.front();
    const QString sentence = step.kind == core::SegmentKind::Prefill
        ? tr("A prefill step of %1, %2 long: %3 takes %4 of it, and what decides is %5.")
        : step.kind == core::SegmentKind::Transfer
        ? tr("A transfer step of %1, %2 long: %3 takes %4 of it, and what decides is %5.")
        : tr("A decode step of %1, %2 long: %3 takes %4 of it, and what decides is %5.");
    setSentence(sentence.arg(plain(step.chip), formatSeconds(core::toSeconds(step.time.length())),
        nameOf(longest, m_steps.size() == 1), formatSeconds(longest.seconds), wordOf(longest.bound)));
}

QString OperatorsChart::describe(const core::StepUnderRoof& step, const core::OperatorPoint& op) const
{
    const QString name = nameOf(op, m_steps.size() == 1);
    return tr(
        "%1 on one %2: %3 flop / %4 = %5 flop per byte; %3 flop / %6 = %7, %8 of the peak\nWhat decides "
        "its time: %9")
        .arg(op.runs > 1 ? tr("%1 (%2 of them)").arg(name, formatCount(op.runs)) : name, plain(step.chip),
            formatFlops(op.flops).remove(QStringLiteral("flop/s")), formatBytes(op.bytes),
            formatNumber(op.flopPerByte()), formatSeconds(op.seconds), formatFlops(op.flopsPerSecond()),
            step.peakFlops ? formatPercent(op.flopsPerSecond() / step.peakFlops->value) : tr("?"),
            wordOf(op.bound));
}

std::vector<ChartMark> OperatorsChart::marks() const
{
    std::vector<ChartMark> all;
    for (const core::StepUnderRoof& step : m_steps)
        for (const core::OperatorPoint& op : step.operators)
            if (hasDot(op) && hasRoof(step)) {
                const double size = sizeOf(step, op);
                const QPointF at = words().pixelOf({ op.flopPerByte(), op.flopsPerSecond() });
                all.push_back({ QRectF(at - QPointF { size / 2, size / 2 }, QSizeF { size, size }),
                    describe(step, op) });
            }
    return all;
}

std::string OperatorsChart::chartCsv() const
{
    return hasRun() ? core::operatorsCsv(core::stepsUnderRoof(*data().run, time())) : std::string();
}

} // namespace memwall::ui
