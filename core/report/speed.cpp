// Times that users feel: TTFT, TPOT, ITL, end to end, throughput.
#include "core/report/explain.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

struct Weighted
{
    double value = 0;
    double weight = 1;
};

/// Smallest value with at least this share of the weight at or below it.
double percentile(const std::vector<Weighted>& sorted, double share, double total)
{
    double sum = 0;
    for (const Weighted& one : sorted) {
        sum += one.weight;
        if (sum >= share * total - 1e-9)
            return one.value;
    }
    return sorted.empty() ? 0 : sorted.back().value;
}

Percentiles percentilesOf(std::vector<Weighted> values)
{
    std::sort(
        values.begin(), values.end(), [](const Weighted& a, const Weighted& b) { return a.value < b.value; });
    double total = 0;
    for (const Weighted& one : values)
        total += one.weight;
    Percentiles result { percentile(values, 0.5, total), percentile(values, 0.9, total),
        percentile(values, 0.99, total), values.empty() ? 0 : values.back().value };
    return result;
}

/// Gaps between the tokens of one answer. Steps inside a segment differ by little: a piece gives a few
/// representatives with weights, so that the cost does not grow with the tokens.
void addGaps(const Run& run, const RequestRun& request, std::vector<Weighted>& gaps)
{
    Instant last = request.firstToken;
    for (std::size_t i = 1; i < request.pieces.size(); ++i) {
        const RequestRun::Piece& piece = request.pieces[i];
        const Segment& segment = run.segments[static_cast<std::size_t>(piece.segment)];
        const bool stepwise = segment.kind == SegmentKind::Decode;
        const Instant first = stepwise ? segment.boundary(1) : segment.end;
        gaps.push_back({ toSeconds(first - last), 1 });
        const std::int64_t rest = piece.count - 1;
        constexpr std::int64_t kSamples = 8;
        for (std::int64_t s = 0; s < std::min(rest, kSamples); ++s) {
            const std::int64_t from = 1 + rest * s / kSamples;
            const std::int64_t to = std::max(from + 1, 1 + rest * (s + 1) / kSamples);
            const std::int64_t middle = rest <= kSamples ? 1 + s : (from + to) / 2;
            const double gap
                = stepwise ? toSeconds(segment.boundary(middle + 1) - segment.boundary(middle)) : 0.0;
            gaps.push_back({ gap, rest <= kSamples ? 1.0 : static_cast<double>(to - from) });
        }
        last = segment.end;
    }
}

bool meets(const ServiceObjective& slo, double ttft, double tpot)
{
    return (!slo.ttftS || ttft <= *slo.ttftS) && (!slo.tpotS || tpot <= *slo.tpotS);
}

} // namespace

void reportSpeed(const Workload& workload, const Run& run, Report& report)
{
    std::vector<Weighted> ttft, e2e, gaps;
    double tpotSum = 0, ttftSum = 0, tokens = 0, written = 0, withTpot = 0, met = 0;
    for (const RequestRun& request : run.requests) {
        if (request.rejected) {
            ++report.requests.rejected;
            continue;
        }
        ++report.requests.finished;
        report.requests.preempted += request.preemptions > 0 ? 1 : 0;
        const double first = toSeconds(request.firstToken - request.arrival);
        ttft.push_back({ first });
        e2e.push_back({ toSeconds(request.finish - request.arrival) });
        ttftSum += first;
        written += static_cast<double>(request.outputTokens);
        double tpot = 0;
        if (request.outputTokens > 1) {
            tpot = toSeconds(request.finish - request.firstToken)
                / static_cast<double>(request.outputTokens - 1);
            tpotSum += tpot;
            withTpot += 1;
        }
        met += meets(workload.slo, first, tpot) ? 1 : 0;
        addGaps(run, request, gaps);
        tokens += 1;
    }
    if (tokens == 0)
        return;
    const int replicas = run.pools.back().replicas;
    report.ttftS = ttftSum / tokens;
    report.tpotS = withTpot > 0 ? tpotSum / withTpot : 0;
    report.tokensPerSPerUser = report.tpotS > 0 ? 1 / report.tpotS : 0;
    report.throughputTokensPerS = written / toSeconds(run.end()) * replicas;
    report.itlS = percentilesOf(std::move(gaps));
    report.ttftPercentilesS = percentilesOf(std::move(ttft));
    report.e2ePercentilesS = percentilesOf(std::move(e2e));
    // Who is turned away was promised the same.
    const bool promised = workload.slo.ttftS || workload.slo.tpotS;
    report.sloAttainment = promised ? met / (tokens + static_cast<double>(report.requests.rejected)) : 1.0;
    report.requests.finished *= replicas;
    report.requests.preempted *= replicas;
    report.requests.rejected *= replicas;
    report.requests.waitingPeak = run.waitingPeak;
    report.requests.clamped = run.clamped;
}

} // namespace memwall::core
