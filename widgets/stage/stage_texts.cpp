#include "widgets/stage/stage_texts.h"

#include "widgets/base/format.h"
#include "widgets/stage/stage_words.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

QString latin(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString dot()
{
    return QStringLiteral(" · ");
}

QString tokenWords(const PoolMoment& at)
{
    const std::size_t request = firstRequest(*at.moment->segment);
    if (request >= at.run.requests.size())
        return {};
    const std::int64_t token = at.run.tokensWritten(request, at.time) + 1;
    return Words::tr("token %1").arg(QString::number(token));
}

QString passWords(const PoolMoment& at)
{
    const core::Pass* pass = at.moment->pass;
    const auto users = static_cast<int>(at.moment->segment->requests.size());
    QString words;
    switch (pass == nullptr ? core::PassKind::Decode : pass->kind) {
    case core::PassKind::Prefill:
        words = Words::tr("Prefill · %1 tokens at once").arg(formatCount(pass->tokens));
        break;
    case core::PassKind::Decode:
        words = Words::tr("Decode · %1").arg(tokenWords(at));
        break;
    case core::PassKind::Draft:
        words = Words::tr("The intern drafts word %1 of %2")
                    .arg(at.moment->repetition + 1)
                    .arg(std::max(pass->repeat, at.moment->segment->drafted));
        break;
    case core::PassKind::Verify:
        words = Words::tr("The big model checks %1 drafts at once").arg(at.moment->segment->drafted);
        break;
    case core::PassKind::Transfer:
        words = Words::tr("The KV cache travels");
        break;
    case core::PassKind::Mixed:
        words = Words::tr("Decode and a part of a prompt · %1 tokens at once").arg(formatCount(pass->tokens));
        break;
    }
    if (users > 1)
        words += dot() + Words::tr("%1 users in step").arg(users);
    return words;
}

QString waitingTitle(const PoolMoment& at)
{
    if (const auto transfer = at.run.transferAt(at.time))
        return Words::tr("The KV cache travels · %1 across").arg(formatPercent(transfer->progress));
    if (at.time >= at.run.end())
        return Words::tr("Every answer is written");
    for (const std::int64_t index : at.run.segmentsOf(at.pool)) {
        const core::Segment& segment = at.run.segments[static_cast<std::size_t>(index)];
        if (segment.begin > at.time)
            return Words::tr("Waiting for the next request, in %1")
                .arg(formatSeconds(core::toSeconds(segment.begin - at.time)));
    }
    return Words::tr("This pool has done its part");
}

struct Collectives
{
    int count = 0;
    double seconds = 0;
    core::OperatorKind kind = core::OperatorKind::AllReduce;
};

Collectives collectivesOf(const core::Pass& pass, double step)
{
    Collectives found;
    for (const std::uint8_t which : pass.layerKindOf)
        for (const core::Operator& op : pass.layerKinds[which].operators) {
            if (!isMessage(op.kind))
                continue;
            ++found.count;
            found.seconds += op.duration.at(step);
            found.kind = op.kind;
        }
    return found;
}

} // namespace

std::size_t firstRequest(const core::Segment& segment)
{
    return segment.requests.empty() ? 0 : static_cast<std::size_t>(segment.requests.front());
}

bool isMessage(core::OperatorKind kind)
{
    return kind == core::OperatorKind::AllReduce || kind == core::OperatorKind::AllToAll
        || kind == core::OperatorKind::Hop;
}

QString titleOf(const PoolMoment& at)
{
    if (!at.moment)
        return waitingTitle(at);
    QString title = passWords(at);
    if (at.moment->layer)
        title += dot() + Words::tr("layer %1 of %2").arg(*at.moment->layer + 1).arg(at.run.layers);
    if (at.moment->op != nullptr)
        title += dot() + latin(core::nameOf(at.moment->op->kind));
    return title;
}

QString subtitleOf(const PoolMoment& at)
{
    if (!at.moment && at.run.transferAt(at.time))
        return Words::tr("What prefill has written crosses the link before the next word can follow.");
    if (!at.moment)
        return Words::tr("Nothing moves, so nothing is drawn moving.");
    const core::PoolInfo& pool = at.run.pools[at.pool];
    const auto users = at.moment->segment->requests.size();
    const QString bytes = formatBytes(at.stepBytes);
    QString text;
    if (pool.chipClass == "hardwired")
        text = at.stepBytes > 0
            ? Words::tr("The weights are the wiring: nothing is fetched but %1 of KV cache.").arg(bytes)
            : Words::tr("The weights are the wiring: nothing is fetched, only the token moves.");
    else if (pool.chipClass == "wafer")
        text = Words::tr("Each step reads %1 of SRAM, right beside the cores that use it.").arg(bytes);
    else if (at.moment->segment->kind == core::SegmentKind::Prefill)
        text = Words::tr("The whole prompt shares one haul of %1 through this chip's opening.").arg(bytes);
    else if (at.moment->segment->kind == core::SegmentKind::Speculation)
        text
            = Words::tr("Each round of drafts and checking hauls %1 through this chip's opening.").arg(bytes);
    else if (users > 1)
        text = Words::tr("Each haul of %1 through this chip's opening writes %2 tokens, one for each user.")
                   .arg(bytes)
                   .arg(users);
    else
        text = Words::tr("Every token hauls %1 through this chip's opening.").arg(bytes);
    if (pool.inStep > 1)
        text += u' ' + Words::tr("%1 chips work in step; this is one of them.").arg(pool.inStep);
    return text;
}

QString noteOf(const PoolMoment& at)
{
    const core::PoolInfo& pool = at.run.pools[at.pool];
    QString note = pool.chips > 1 ? Words::tr("chip 1 of %1").arg(formatCount(pool.chips))
                                  : QString::fromStdString(pool.chipName);
    if (pool.inStep <= 1 || pool.linkBandwidth <= 0)
        return note;
    note += dot() + QString::fromStdString(pool.linkName) + u' ' + formatRate(pool.linkBandwidth);
    if (!at.moment || at.moment->pass == nullptr)
        return note;
    const Collectives found = collectivesOf(*at.moment->pass, static_cast<double>(at.moment->step));
    if (found.count > 0)
        note += dot()
            + QStringLiteral("%1 %2 × %3")
                  .arg(latin(core::nameOf(found.kind)))
                  .arg(found.count)
                  .arg(formatSeconds(found.seconds / found.count));
    return note;
}

QStringList waitTextsOf(const PoolMoment& at, double busyNow)
{
    const int cores = at.run.pools[at.pool].cores;
    const QString all
        = cores > 0 ? Words::tr("%1 cores wait").arg(formatCount(cores)) : Words::tr("all waits");
    if (!at.moment)
        return { Words::tr("%1 for work").arg(all), Words::tr("no work") };
    if (!at.works)
        return { Words::tr("waits for the other room"), Words::tr("waits") };
    const core::Operator& op = *at.moment->op;
    if (op.bound == core::Lane::Communication)
        return { Words::tr("%1 for the other chips").arg(all), Words::tr("waits for chips"),
            Words::tr("waits") };
    if (!at.moment->flowing)
        return { Words::tr("%1 out fixed latency").arg(all), Words::tr("fixed latency"),
            Words::tr("latency") };
    if (op.bound == core::Lane::Compute)
        return { Words::tr("the arithmetic sets the pace"), Words::tr("sets the pace") };
    if (cores <= 0)
        return { Words::tr("%1 waits for data").arg(formatPercent(1.0 - busyNow)),
            Words::tr("waits for data") };
    const int waiting = cores - static_cast<int>(std::ceil(busyNow * cores));
    return { Words::tr("%1 of %2 cores wait for data").arg(formatCount(waiting), formatCount(cores)),
        Words::tr("%1 of %2 wait").arg(formatCount(waiting), formatCount(cores)), Words::tr("cores wait") };
}

QString roleText(const std::string& role)
{
    if (role == "prefill")
        return Words::tr("prefill");
    if (role == "decode")
        return Words::tr("decode");
    if (role == "attention")
        return Words::tr("attention");
    if (role == "ffn")
        return Words::tr("feed-forward");
    return {};
}

std::vector<TimePart> timeParts(const core::Report& report, double farShare)
{
    const core::Breakdown& b = report.breakdown;
    const auto part = [](const QString& name, double seconds, std::optional<core::Kind> kind,
                          bool far = false) {
        return TimePart { QStringLiteral("%1 %2").arg(name, formatSeconds(seconds)), seconds, kind, far };
    };
    std::vector<TimePart> parts { part(Words::tr("weights"), b.weights, core::Kind::Weights),
        part(Words::tr("KV cache"), b.kv, core::Kind::KvCache),
        part(Words::tr("arithmetic"), b.compute, core::Kind::Activations),
        part(Words::tr("drafts"), b.draft, core::Kind::Draft),
        part(Words::tr("in the rack"), b.communication * (1 - farShare), core::Kind::Communication),
        part(Words::tr("the hop"), b.communication * farShare, core::Kind::Communication, true),
        part(Words::tr("launch and other"), b.fixed + b.transfer + b.queue, std::nullopt) };
    std::erase_if(parts, [&](const TimePart& one) { return one.seconds < 0.002 * b.total(); });
    return parts;
}

QString wallBehind(core::Bottleneck bottleneck)
{
    switch (bottleneck) {
    case core::Bottleneck::Memory:
        return {};
    case core::Bottleneck::Compute:
        return Words::tr("Behind it stands: compute");
    case core::Bottleneck::Fixed:
        return Words::tr("Behind it stands: latency");
    case core::Bottleneck::Communication:
        return Words::tr("Behind it stands: communication");
    case core::Bottleneck::Capacity:
        return Words::tr("Behind it stands: capacity");
    case core::Bottleneck::Transfer:
        return Words::tr("Behind it stands: the transfer");
    case core::Bottleneck::Queue:
        return Words::tr("Behind it stands: the queue");
    }
    return {};
}

} // namespace memwall::ui
