#include "core/timeline/run.h"

namespace memwall::core
{

std::string_view nameOf(OperatorKind kind)
{
    switch (kind) {
    case OperatorKind::Embedding:
        return "embedding";
    case OperatorKind::Qkv:
        return "QKV projection";
    case OperatorKind::Attention:
        return "attention";
    case OperatorKind::OutputProjection:
        return "output projection";
    case OperatorKind::AllReduce:
        return "all-reduce";
    case OperatorKind::FeedForward:
        return "feed-forward";
    case OperatorKind::Router:
        return "router";
    case OperatorKind::Experts:
        return "experts";
    case OperatorKind::SharedExpert:
        return "shared expert";
    case OperatorKind::AllToAll:
        return "all-to-all";
    case OperatorKind::Hop:
        return "hop to the next chip";
    case OperatorKind::LmHead:
        return "LM head";
    case OperatorKind::StepOverhead:
        return "scheduler and sampling";
    case OperatorKind::KvTransfer:
        return "KV cache transfer";
    }
    return "unknown";
}

std::string_view nameOf(SegmentKind kind)
{
    switch (kind) {
    case SegmentKind::Prefill:
        return "prefill";
    case SegmentKind::Decode:
        return "decode";
    case SegmentKind::Speculation:
        return "speculation";
    case SegmentKind::Transfer:
        return "transfer";
    }
    return "unknown";
}

} // namespace memwall::core
