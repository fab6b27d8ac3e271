// Words of the stage that stand still.
#include "widgets/base/format.h"
#include "widgets/scene/stage_texts.h"
#include "widgets/scene/stage_words.h"

namespace memwall::ui
{

QString roleText(core::PoolRole role)
{
    switch (role) {
    case core::PoolRole::Prefill:
        return Words::tr("prefill");
    case core::PoolRole::Decode:
        return Words::tr("decode");
    case core::PoolRole::Attention:
        return Words::tr("attention");
    case core::PoolRole::Ffn:
        return Words::tr("feed-forward");
    case core::PoolRole::Both:
        break;
    }
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
