#include "widgets/words/words.h"

#include <QCoreApplication>

namespace memwall::ui
{

namespace
{

struct CoreWords
{
    Q_DECLARE_TR_FUNCTIONS(Core)
};

} // namespace

QString wordOf(core::Kind kind)
{
    switch (kind) {
    case core::Kind::Weights:
        return CoreWords::tr("weights");
    case core::Kind::KvCache:
        return CoreWords::tr("KV cache");
    case core::Kind::Activations:
        return CoreWords::tr("activations");
    case core::Kind::Communication:
        return CoreWords::tr("between chips");
    case core::Kind::Draft:
        return CoreWords::tr("drafts");
    }
    return {};
}

QString wordOf(core::PassKind pass)
{
    switch (pass) {
    case core::PassKind::Prefill:
        return CoreWords::tr("prefill");
    case core::PassKind::Decode:
        return CoreWords::tr("decode");
    case core::PassKind::Draft:
        return CoreWords::tr("draft");
    case core::PassKind::Verify:
        return CoreWords::tr("verify");
    case core::PassKind::Transfer:
        return CoreWords::tr("transfer");
    case core::PassKind::Mixed:
        return CoreWords::tr("mixed");
    }
    return {};
}

QString wordOf(core::SegmentKind segment)
{
    switch (segment) {
    case core::SegmentKind::Prefill:
        return CoreWords::tr("prefill");
    case core::SegmentKind::Decode:
        return CoreWords::tr("decode");
    case core::SegmentKind::Speculation:
        return CoreWords::tr("speculation");
    case core::SegmentKind::Transfer:
        return CoreWords::tr("transfer");
    }
    return {};
}

QString wordOf(core::OperatorKind op)
{
    switch (op) {
    case core::OperatorKind::Embedding:
        return CoreWords::tr("embedding");
    case core::OperatorKind::Qkv:
        return CoreWords::tr("QKV projection");
    case core::OperatorKind::Attention:
        return CoreWords::tr("attention");
    case core::OperatorKind::OutputProjection:
        return CoreWords::tr("output projection");
    case core::OperatorKind::AllReduce:
        return CoreWords::tr("all-reduce");
    case core::OperatorKind::FeedForward:
        return CoreWords::tr("feed-forward");
    case core::OperatorKind::Router:
        return CoreWords::tr("router");
    case core::OperatorKind::Experts:
        return CoreWords::tr("experts");
    case core::OperatorKind::SharedExpert:
        return CoreWords::tr("shared expert");
    case core::OperatorKind::AllToAll:
        return CoreWords::tr("all-to-all");
    case core::OperatorKind::Hop:
        return CoreWords::tr("hop to the next chip");
    case core::OperatorKind::LmHead:
        return CoreWords::tr("LM head");
    case core::OperatorKind::StepOverhead:
        return CoreWords::tr("scheduler and sampling");
    case core::OperatorKind::KvTransfer:
        return CoreWords::tr("KV cache transfer");
    }
    return {};
}

QString wordOf(core::Lane lane)
{
    switch (lane) {
    case core::Lane::Compute:
        return CoreWords::tr("arithmetic");
    case core::Lane::Weights:
        return CoreWords::tr("reading weights");
    case core::Lane::KvCache:
        return CoreWords::tr("reading KV cache");
    case core::Lane::Communication:
        return CoreWords::tr("messages");
    case core::Lane::Fixed:
        return CoreWords::tr("fixed latency");
    }
    return {};
}

QString wordOf(core::PoolRole role)
{
    switch (role) {
    case core::PoolRole::Prefill:
        return CoreWords::tr("prefill");
    case core::PoolRole::Decode:
        return CoreWords::tr("decode");
    case core::PoolRole::Attention:
        return CoreWords::tr("attention");
    case core::PoolRole::Ffn:
        return CoreWords::tr("feed-forward");
    case core::PoolRole::Both:
        break;
    }
    return {};
}

} // namespace memwall::ui
