#include "core/timeline/find.h"

#include "core/timeline/locate.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

bool earlier(const TimeSpan& a, const TimeSpan& b)
{
    return a.begin < b.begin;
}

/// Calls visit(OperatorRow, layer) for every row of operators of a step, in order of time.
template <typename Visit> void forEachRow(const Segment& segment, std::int64_t step, const Visit& visit)
{
    const auto k = static_cast<double>(step);
    forEachPass(segment, step, [&](const PassPlace& place, TimeSpan time) {
        const Pass& pass = *place.pass;
        const PassParts parts = partsOf(segment, place, time, step);
        visit(OperatorRow { &pass.before, place.offset, parts.before }, std::optional<int> {});
        for (std::size_t i = 0; i < pass.layerKindOf.size(); ++i)
            visit(OperatorRow { &pass.layerKinds[pass.layerKindOf[i]].operators,
                      place.offset + pass.layerBegin[i].at(k), layerSpan(segment, place, parts, i, step) },
                std::optional<int> { static_cast<int>(i) });
        visit(OperatorRow { &pass.after, place.offset, parts.after }, std::optional<int> {});
    });
}

} // namespace

Finder::Finder(const Run& run, Wanted wanted)
    : m_run(run)
    , m_wanted(std::move(wanted))
{
    if (byStructure())
        countSteps();
    else if (m_wanted.token)
        listTokens();
    else if (m_wanted.request)
        listRequest();
    else if (m_wanted.segment)
        listSegments();
    std::sort(m_list.begin(), m_list.end(), earlier);
    m_count += static_cast<std::int64_t>(m_list.size());
}

bool Finder::matches(const Operator& op) const
{
    return std::find(m_wanted.operators.begin(), m_wanted.operators.end(), op.kind)
        != m_wanted.operators.end();
}

std::int64_t Finder::inStep(const Segment& segment)
{
    const auto [known, isNew] = m_perStep.try_emplace(segment.shape.get(), 0);
    if (isNew)
        known->second = static_cast<std::int64_t>(hitsOfStep(segment, 0).size());
    return known->second;
}

std::vector<TimeSpan> Finder::hitsOfStep(const Segment& segment, std::int64_t step) const
{
    std::vector<TimeSpan> hits;
    forEachRow(segment, step, [&](const OperatorRow& row, std::optional<int> layer) {
        if (m_wanted.layer && layer != m_wanted.layer)
            return;
        if (m_wanted.operators.empty())
            return hits.push_back(row.parent);
        for (std::size_t i = 0; i < row.operators->size(); ++i)
            if (matches((*row.operators)[i]))
                hits.push_back(operatorSpan(segment, row, i, step));
    });
    return hits;
}

void Finder::countSteps()
{
    // One row more for the transfers, which share their pool's time with its steps.
    m_rows.assign(m_run.pools.size() + 1, { {}, { 0 } });
    for (std::size_t i = 0; i < m_run.segments.size(); ++i) {
        const Segment& segment = m_run.segments[i];
        const std::int64_t hits = inStep(segment) * segment.steps;
        if (hits == 0)
            continue;
        Row& row = segment.kind == SegmentKind::Transfer ? m_rows.back() : m_rows[segment.pool];
        row.segments.push_back(static_cast<std::int64_t>(i));
        row.before.push_back(row.before.back() + hits);
        m_count += hits;
    }
}

void Finder::listTokens()
{
    for (std::size_t i = 0; i < m_run.requests.size(); ++i) {
        const RequestRun& request = m_run.requests[i];
        if (request.rejected || *m_wanted.token < 0 || *m_wanted.token >= m_run.tokensWritten(i, m_run.end()))
            continue;
        const auto& pieces = request.pieces;
        const auto after = std::upper_bound(pieces.begin(), pieces.end(), *m_wanted.token,
            [](std::int64_t token, const RequestRun::Piece& piece) { return token < piece.firstToken; });
        const RequestRun::Piece& piece = *std::prev(after);
        const Segment& segment = m_run.segments[static_cast<std::size_t>(piece.segment)];
        const std::int64_t step = *m_wanted.token - piece.firstToken;
        m_list.push_back(segment.kind == SegmentKind::Decode
                ? TimeSpan { segment.boundary(step), segment.boundary(step + 1) }
                : TimeSpan { segment.begin, segment.end });
    }
}

void Finder::listRequest()
{
    if (*m_wanted.request >= m_run.requests.size() || m_run.requests[*m_wanted.request].rejected)
        return;
    const RequestRun& request = m_run.requests[*m_wanted.request];
    m_list.push_back({ request.prefillBegin, request.finish });
}

void Finder::listSegments()
{
    for (const Segment& segment : m_run.segments)
        if (segment.kind == *m_wanted.segment)
            m_list.push_back({ segment.begin, segment.end });
}

std::int64_t Finder::rankIn(const Row& row, Instant t) const
{
    const auto after = std::upper_bound(
        row.segments.begin(), row.segments.end(), t, [this](Instant at, std::int64_t index) {
            return at < m_run.segments[static_cast<std::size_t>(index)].begin;
        });
    if (after == row.segments.begin())
        return 0;
    const auto place = static_cast<std::size_t>(after - row.segments.begin()) - 1;
    const Segment& segment = m_run.segments[static_cast<std::size_t>(row.segments[place])];
    if (t >= segment.end)
        return row.before[place + 1];
    const std::int64_t step = segment.stepAt(t);
    const auto hits = hitsOfStep(segment, step);
    const auto begun = std::upper_bound(hits.begin(), hits.end(), TimeSpan { t, t }, earlier) - hits.begin();
    return row.before[place] + step * static_cast<std::int64_t>(hits.size()) + begun;
}

TimeSpan Finder::hit(const Row& row, std::int64_t index) const
{
    const auto after = std::upper_bound(row.before.begin(), row.before.end(), index);
    const auto place = static_cast<std::size_t>(after - row.before.begin()) - 1;
    const Segment& segment = m_run.segments[static_cast<std::size_t>(row.segments[place])];
    const std::int64_t perStep = (row.before[place + 1] - row.before[place]) / segment.steps;
    const std::int64_t inside = index - row.before[place];
    return hitsOfStep(segment, inside / perStep)[static_cast<std::size_t>(inside % perStep)];
}

std::int64_t Finder::rank(Instant t) const
{
    std::int64_t all
        = std::upper_bound(m_list.begin(), m_list.end(), TimeSpan { t, t }, earlier) - m_list.begin();
    for (const Row& row : m_rows)
        all += rankIn(row, t);
    return all;
}

std::optional<TimeSpan> Finder::next(Instant t) const
{
    std::optional<TimeSpan> found;
    const auto take = [&](const TimeSpan& span) {
        if (!found || span.begin < found->begin)
            found = span;
    };
    const auto listed = std::upper_bound(m_list.begin(), m_list.end(), TimeSpan { t, t }, earlier);
    if (listed != m_list.end())
        take(*listed);
    for (const Row& row : m_rows)
        if (const std::int64_t index = rankIn(row, t); index < row.before.back())
            take(hit(row, index));
    return found;
}

std::optional<TimeSpan> Finder::previous(Instant t) const
{
    const Instant before = t - Duration { 1 };
    std::optional<TimeSpan> found;
    const auto take = [&](const TimeSpan& span) {
        if (!found || span.begin > found->begin)
            found = span;
    };
    const auto listed = std::upper_bound(m_list.begin(), m_list.end(), TimeSpan { before, before }, earlier);
    if (listed != m_list.begin())
        take(*std::prev(listed));
    for (const Row& row : m_rows)
        if (const std::int64_t index = rankIn(row, before); index > 0)
            take(hit(row, index - 1));
    return found;
}

} // namespace memwall::core
