#include "widgets/timeline/timeline_tips.h"

#include "widgets/base/format.h"
#include "widgets/words/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace memwall::ui
{

namespace
{

struct TimelineTipsText
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString causeOf(const core::Operator& op)
{
    switch (op.bound) {
    case core::Lane::Compute:
        return TimelineTipsText::tr("bound by arithmetic: flops / (peak × efficiency)");
    case core::Lane::Weights:
        return TimelineTipsText::tr("bound by the weights: bytes / (bandwidth × share reached)");
    case core::Lane::KvCache:
        return TimelineTipsText::tr("bound by the KV cache: bytes / (bandwidth × share reached)");
    case core::Lane::Communication:
        return TimelineTipsText::tr("a message between chips: latency + bytes / rate");
    case core::Lane::Fixed:
        break;
    }
    return TimelineTipsText::tr("fixed latency: nothing moves");
}

Explanation describe(const core::Run& run, const core::Moment& moment)
{
    const core::Operator& op = *moment.op;
    const auto k = static_cast<double>(moment.step);
    Explanation told;
    QStringList parts { wordOf(op.kind) };
    if (moment.layer)
        parts << TimelineTipsText::tr("layer %1 of %2")
                     .arg(*moment.layer + 1)
                     .arg(moment.pass->layerKindOf.size());
    if (moment.pass->kind == core::PassKind::Draft)
        parts << TimelineTipsText::tr("draft model %1").arg(QString::fromStdString(run.drafterName));
    told.sentence = parts.join(QStringLiteral(" · "));
    told.number = TimelineTipsText::tr("%1, %2 of it fixed latency")
                      .arg(formatSeconds(op.duration.at(k)), formatSeconds((op.duration - op.busy).at(k)));
    told.formula = causeOf(op);
    double bytes = 0;
    for (const core::Flow& flow : op.flows)
        bytes = std::max(bytes, flow.bytes.at(k));
    QStringList amounts;
    if (bytes > 0)
        amounts << TimelineTipsText::tr("%1 on each chip").arg(formatBytes(bytes));
    if (op.flops.at(k) > 0)
        amounts << TimelineTipsText::tr("%1 Gflop").arg(formatNumber(op.flops.at(k) * 1e-9));
    if (!amounts.isEmpty())
        told.formula += u'\n' + amounts.join(QStringLiteral(", "));
    return told;
}

} // namespace

Explanation explainTimeline(const core::Run& run, const TimelineLayout& layout, QPointF point)
{
    if (!layout.plot.contains(point))
        return {};
    const core::Instant t = layout.scale.pixelToTime(point.x());
    for (const TimelineLane& lane : layout.lanes) {
        if (point.y() < lane.rect.top() || point.y() >= lane.rect.bottom())
            continue;
        const auto moment = lane.role == LaneRole::Transfer ? run.transferAt(t) : run.at(lane.pool, t);
        Explanation told;
        if (moment && moment->op != nullptr)
            told = describe(run, *moment);
        else
            told.sentence = TimelineTipsText::tr("waiting");
        told.area = { point.x() - 1, lane.rect.top(), 2, lane.rect.height() };
        return told;
    }
    return {};
}

} // namespace memwall::ui
