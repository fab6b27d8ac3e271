#include "widgets/charts/latency_chart.h"

#include "core/export/chart_csv.h"
#include "widgets/base/format.h"
#include "widgets/plots/plot_style.h"

#include <qcustomplot.h>

namespace memwall::ui
{

LatencyChart::LatencyChart(QWidget* parent)
    : Chart(QStringLiteral("latencyChart"), tr("Latency against throughput"), parent)
{
    for (QCPAxis* axis : { plot().xAxis, plot().yAxis })
        axis->setScaleType(QCPAxis::stLogarithmic);
    plot().xAxis->setTicker(logTicker(formatCount));
    plot().yAxis->setTicker(logTicker(formatSeconds));
}

void LatencyChart::draw()
{
    const std::vector<core::BatchPoint>& curve = data().curve;
    if (curve.empty()) {
        setSentence({});
        setNotice(data().curveComplete ? tr("No batch size writes answers of several tokens here.")
                                       : tr("Being worked out, one batch size after the other…"));
        return;
    }
    plot().xAxis->setLabel(tr("throughput: tokens/s of all users"));
    plot().yAxis->setLabel(tr("latency: time per token (TPOT) of one user"));
    setRanges();
    addPromise();
    addCurve();
    say();
    setFormula(
        tr("Every point is the scenario played with another batch. Throughput = tokens of all answers / "
           "length of the run; time per token = mean gap between two tokens of an answer."));
}

/// A third of a decade of room on all sides, for words.
void LatencyChart::setRanges()
{
    QCPRange x, y;
    bool first = true;
    for (const core::BatchPoint& point : data().curve) {
        const QCPRange ownX(point.throughputTokensPerS, point.throughputTokensPerS);
        const QCPRange ownY(point.tpotS, point.tpotS);
        x = first ? ownX : x.expanded(ownX);
        y = first ? ownY : y.expanded(ownY);
        first = false;
    }
    plot().xAxis->setRange(x.lower / 1.8, x.upper * 2.2);
    plot().yAxis->setRange(y.lower / 1.8, y.upper * 1.8);
}

void LatencyChart::addCurve()
{
    QCPCurve* line = new QCPCurve(plot().xAxis, plot().yAxis);
    line->setName(tr("curve"));
    QVector<double> x, y;
    const core::BatchPoint* before = nullptr;
    for (const core::BatchPoint& point : data().curve) {
        x.push_back(point.throughputTokensPerS);
        y.push_back(point.tpotS);
        if (before != nullptr)
            words().preferOff(
                { before->throughputTokensPerS, before->tpotS }, { point.throughputTokensPerS, point.tpotS });
        before = &point;
    }
    line->setData(x, y);
    line->setPen(QPen(theme().color(core::Kind::Weights), theme().px(2)));
    line->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme().panel, theme().px(1.5)),
        theme().color(core::Kind::Weights), theme().px(9)));
    for (const core::BatchPoint& point : data().curve)
        words().keepOff({ point.throughputTokensPerS, point.tpotS }, theme().px(point.present ? 18 : 10));
    for (const core::BatchPoint& point : data().curve)
        if (point.present)
            addPresent(point);
    for (const core::BatchPoint& point : data().curve)
        if (!point.present)
            words().add(
                point.full ? tr("%1: no more fit").arg(point.batch) : formatCount(double(point.batch)),
                { point.throughputTokensPerS, point.tpotS }, Side::Below, theme().secondary);
}

void LatencyChart::addPresent(const core::BatchPoint& point)
{
    QCPGraph* now = plot().addGraph();
    now->setName(tr("now"));
    now->setData({ point.throughputTokensPerS }, { point.tpotS });
    now->setLineStyle(QCPGraph::lsNone);
    now->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme().text, theme().px(2)),
        theme().color(core::Kind::KvCache), theme().px(15)));
    words().add(tr("now: %1").arg(formatCount(double(point.batch))),
        { point.throughputTokensPerS, point.tpotS }, Side::Above, theme().text, TextRole::BodyStrong);
}

/// What the service promises, where the scenario says so.
void LatencyChart::addPromise()
{
    const auto& promise = data().promise.tpotS;
    if (!promise)
        return;
    const QCPRange x = plot().xAxis->range();
    plot().yAxis->setRange(plot().yAxis->range().expanded({ *promise / 1.3, *promise * 1.3 }));
    QCPGraph* line = plot().addGraph();
    line->setName(tr("promise"));
    line->setData({ x.lower, x.upper }, { *promise, *promise }, true);
    line->setPen(QPen(theme().good, theme().px(1.5), Qt::DashLine));
    words().add(tr("promised: %1").arg(formatSeconds(*promise)), { x.lower * 1.05, *promise }, Side::Above,
        theme().secondary);
}

void LatencyChart::say()
{
    const auto& curve = data().curve;
    const auto now = std::find_if(
        curve.begin(), curve.end(), [](const core::BatchPoint& point) { return point.present; });
    const QString what = data().knob == core::BatchKnob::Users
        ? tr("Each point: so many users at once.")
        : tr("Each point: so many requests may share a step.");
    if (now == curve.end()) {
        setSentence(data().curveComplete ? what : QString { what + u' ' + tr("Being worked out…") });
        return;
    }
    QStringList sentences { what,
        tr("Now: %1 tokens/s of all users at %2 a token.")
            .arg(formatCount(now->throughputTokensPerS), formatSeconds(now->tpotS)) };
    if (!data().curveComplete)
        sentences << tr("More points are being worked out…");
    setSentence(sentences.join(u' '));
}

QString LatencyChart::describe(const core::BatchPoint& point) const
{
    QString text = data().knob == core::BatchKnob::Users
        ? tr("%1 users", nullptr, static_cast<int>(point.batch)).arg(formatCount(double(point.batch)))
        : tr("at most %1 in a batch").arg(formatCount(double(point.batch)));
    if (point.present)
        text = tr("Now: %1").arg(text);
    const QString sentence = point.full
        ? tr("%1 (%2 in a step on average): %3 a token, %4 tokens/s of all users, first token after %5; more "
             "do not "
             "share a step")
        : tr("%1 (%2 in a step on average): %3 a token, %4 tokens/s of all users, first token after %5");
    return sentence.arg(text, formatNumber(point.meanBatch), formatSeconds(point.tpotS),
               formatCount(point.throughputTokensPerS), formatSeconds(point.ttftS))
        + u'\n'
        + tr("One user gets 1 / %1 = %2 tokens/s")
              .arg(formatSeconds(point.tpotS), formatCount(point.tokensPerSPerUser));
}

std::vector<ChartMark> LatencyChart::marks() const
{
    std::vector<ChartMark> all;
    if (!hasRun())
        return all;
    const double size = theme().px(10);
    for (const core::BatchPoint& point : data().curve) {
        const QPointF at = words().pixelOf({ point.throughputTokensPerS, point.tpotS });
        all.push_back(
            { QRectF(at - QPointF { size / 2, size / 2 }, QSizeF { size, size }), describe(point) });
    }
    return all;
}

std::string LatencyChart::chartCsv() const
{
    return hasRun() ? core::batchCurveCsv(data().curve) : std::string();
}

} // namespace memwall::ui
