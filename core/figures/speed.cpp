// Times that users feel: TTFT, TPOT, ITL, end to end, throughput.
#include "core/figures/report_steps.h"

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

/// Gaps between the tokens of all answers. Readers of one batch share theirs, so they are counted by
/// segment; and steps inside a segment differ by little: a piece gives a few representatives with weights.
/// So the cost grows neither with the tokens nor, after counting, with the readers.
class Gaps
{
public:
    explicit Gaps(const Run& run)
        : m_run(run)
        , m_shared(run.segments.size())
    {
    }

    void count(const RequestRun& request)
    {
        Instant last = request.firstToken;
        for (std::size_t i = 1; i < request.pieces.size(); ++i) {
            const RequestRun::Piece& piece = request.pieces[i];
            Shared& shared = m_shared[static_cast<std::size_t>(piece.segment)];
            if (shared.readers == 0)
                shared = { last, piece.count, 0 };
            if (shared.last == last && shared.count == piece.count)
                shared.readers += 1;
            else
                add(piece.segment, { last, piece.count, 1 });
            last = m_run.segments[static_cast<std::size_t>(piece.segment)].end;
        }
    }

    [[nodiscard]] std::vector<Weighted> take()
    {
        for (std::size_t i = 0; i < m_shared.size(); ++i)
            if (m_shared[i].readers > 0)
                add(static_cast<std::int64_t>(i), m_shared[i]);
        return std::move(m_gaps);
    }

private:
    /// Readers who had their last word at the same instant and get as many from this segment.
    struct Shared
    {
        Instant last {};
        std::int64_t count = 0;
        double readers = 0;
    };

    void add(std::int64_t index, const Shared& shared)
    {
        const Segment& segment = m_run.segments[static_cast<std::size_t>(index)];
        const bool stepwise = segment.kind == SegmentKind::Decode;
        const Instant first = stepwise ? segment.boundary(1) : segment.end;
        m_gaps.push_back({ toSeconds(first - shared.last), shared.readers });
        const std::int64_t rest = shared.count - 1;
        constexpr std::int64_t kSamples = 8;
        for (std::int64_t s = 0; s < std::min(rest, kSamples); ++s) {
            const std::int64_t from = 1 + rest * s / kSamples;
            const std::int64_t to = std::max(from + 1, 1 + rest * (s + 1) / kSamples);
            const std::int64_t middle = rest <= kSamples ? 1 + s : (from + to) / 2;
            const double gap
                = stepwise ? toSeconds(segment.boundary(middle + 1) - segment.boundary(middle)) : 0.0;
            m_gaps.push_back(
                { gap, shared.readers * (rest <= kSamples ? 1.0 : static_cast<double>(to - from)) });
        }
    }

    const Run& m_run;
    std::vector<Shared> m_shared; ///< by segment: the first kind of readers that it has
    std::vector<Weighted> m_gaps;
};

double ttftOf(const RequestRun& request)
{
    return toSeconds(request.firstToken - request.arrival);
}

/// 0 where the answer has one token.
double tpotOf(const RequestRun& request)
{
    return request.outputTokens > 1
        ? toSeconds(request.finish - request.firstToken) / static_cast<double>(request.outputTokens - 1)
        : 0;
}

bool meets(const ServiceObjective& slo, double ttft, double tpot)
{
    return (!slo.ttftS || ttft <= *slo.ttftS) && (!slo.tpotS || tpot <= *slo.tpotS);
}

} // namespace

double meanBatch(const Run& run)
{
    double requests = 0, steps = 0;
    for (const Segment& segment : run.segments) {
        if (segment.kind != SegmentKind::Decode && segment.kind != SegmentKind::Speculation)
            continue;
        const auto n = static_cast<double>(segment.steps);
        requests += n * static_cast<double>(segment.requests.size());
        steps += n;
    }
    return steps > 0 ? requests / steps : 0;
}

MeanTimes meanTimes(const Run& run)
{
    MeanTimes sum;
    double served = 0, withTpot = 0;
    for (const RequestRun& request : run.requests) {
        if (request.rejected)
            continue;
        served += 1;
        sum.ttftS += ttftOf(request);
        withTpot += request.outputTokens > 1 ? 1 : 0;
        sum.tpotS += tpotOf(request);
    }
    return { served > 0 ? sum.ttftS / served : 0, withTpot > 0 ? sum.tpotS / withTpot : 0 };
}

void reportSpeed(const Workload& workload, const Run& run, Report& report)
{
    std::vector<Weighted> ttft, e2e;
    Gaps gaps(run);
    double written = 0, met = 0;
    for (const RequestRun& request : run.requests) {
        if (request.rejected) {
            ++report.requests.rejected;
            continue;
        }
        ++report.requests.finished;
        report.requests.preempted += request.preemptions > 0 ? 1 : 0;
        ttft.push_back({ ttftOf(request) });
        e2e.push_back({ toSeconds(request.finish - request.arrival) });
        written += static_cast<double>(request.outputTokens);
        met += meets(workload.slo, ttftOf(request), tpotOf(request)) ? 1 : 0;
        gaps.count(request);
    }
    if (ttft.empty())
        return;
    const int replicas = run.pools.back().replicas;
    const MeanTimes mean = meanTimes(run);
    report.ttftS = mean.ttftS;
    report.tpotS = mean.tpotS;
    report.tokensPerSPerUser = report.tpotS > 0 ? 1 / report.tpotS : 0;
    const double seconds = toSeconds(run.end());
    report.throughputTokensPerS = seconds > 0 ? written / seconds * replicas : 0;
    report.itlS = percentilesOf(gaps.take());
    report.ttftPercentilesS = percentilesOf(std::move(ttft));
    report.e2ePercentilesS = percentilesOf(std::move(e2e));
    // Who is turned away was promised the same.
    const bool promised = workload.slo.ttftS || workload.slo.tpotS;
    report.sloAttainment = promised ? met / static_cast<double>(run.requests.size()) : 1.0;
    report.requests.finished *= replicas;
    report.requests.preempted *= replicas;
    report.requests.rejected *= replicas;
    report.requests.waitingPeak = run.waitingPeak;
    report.requests.clamped = run.clamped;
}

} // namespace memwall::core
