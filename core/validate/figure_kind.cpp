#include "core/validate/figure_kind.h"

namespace memwall::core
{

FigureKind kindOf(const Measurement& point)
{
    switch (point.metric) {
    case Metric::Tpot:
    case Metric::TokensPerUser:
    case Metric::TpotIntercept:
    case Metric::TpotSlope:
        return point.speculation ? FigureKind::Speculation : FigureKind::Decode;
    case Metric::Ttft:
    case Metric::PrefillRate:
    case Metric::PrefillRatePerChip:
        return FigureKind::Prefill;
    case Metric::OutputRate:
    case Metric::OutputRatePerChip:
        return FigureKind::Throughput;
    case Metric::EndToEnd:
        return FigureKind::EndToEnd;
    case Metric::OperatorTime:
        return FigureKind::Operators;
    case Metric::CollectiveTime:
        return FigureKind::Collectives;
    case Metric::AchievedBandwidth:
        return FigureKind::Bandwidth;
    case Metric::Speedup:
    case Metric::TokensPerStep:
        return FigureKind::Speculation;
    case Metric::TransferTime:
        return FigureKind::Transfer;
    case Metric::Unknown:
        break;
    }
    return FigureKind::Unknown;
}

std::string_view nameOf(FigureKind kind)
{
    switch (kind) {
    case FigureKind::Bandwidth:
        return "achieved bandwidth";
    case FigureKind::Collectives:
        return "collectives";
    case FigureKind::Decode:
        return "decode";
    case FigureKind::EndToEnd:
        return "end to end";
    case FigureKind::Operators:
        return "operators";
    case FigureKind::Prefill:
        return "prefill";
    case FigureKind::Speculation:
        return "speculation";
    case FigureKind::Throughput:
        return "throughput";
    case FigureKind::Transfer:
        return "transfer";
    case FigureKind::Unknown:
        break;
    }
    return "unknown";
}

RangeFigure rangeFigureOf(const Measurement& point)
{
    if (point.metric == Metric::Ttft)
        return RangeFigure::FirstToken;
    switch (kindOf(point)) {
    case FigureKind::Decode:
        return RangeFigure::PerToken;
    case FigureKind::Prefill:
        return RangeFigure::PromptRate;
    case FigureKind::Throughput:
        return RangeFigure::Throughput;
    case FigureKind::EndToEnd:
        return RangeFigure::EndToEnd;
    case FigureKind::Operators:
        return RangeFigure::Operator;
    case FigureKind::Collectives:
        return RangeFigure::Collective;
    case FigureKind::Speculation:
        return RangeFigure::SpeedUp;
    case FigureKind::Bandwidth:
    case FigureKind::Transfer:
    case FigureKind::Unknown:
        break;
    }
    return RangeFigure::Other;
}

} // namespace memwall::core
