#include "widgets/race/race_lanes.h"

#include "widgets/base/format.h"
#include "widgets/settings/catalog_choices.h"
#include "widgets/words/sayings.h"

#include <QCoreApplication>

#include <algorithm>

namespace memwall::ui
{

namespace
{

struct RaceLaneWords
{
    Q_DECLARE_TR_FUNCTIONS(Race)
};

const core::RequestRun* shownRequest(const RaceLane& lane)
{
    const auto& run = lane.result.run;
    return run && run->fits && !run->requests.empty() ? &run->requests.front() : nullptr;
}

QString usersText(const core::Workload& workload)
{
    const QString users = RaceLaneWords::tr("%1 users", nullptr, static_cast<int>(workload.users))
                              .arg(formatCount(static_cast<double>(workload.users)));
    const QString requests = formatCount(static_cast<double>(workload.requests));
    switch (workload.arrivals) {
    case core::Arrivals::Poisson:
        return RaceLaneWords::tr("%1 requests, %2 a second").arg(requests, formatNumber(workload.ratePerS));
    case core::Arrivals::Closed:
        return RaceLaneWords::tr("%1, %2 requests in turn").arg(users, requests);
    default:
        return users;
    }
}

} // namespace

RaceLane raceLane(const core::SystemResult& result, const core::System* system)
{
    RaceLane lane;
    lane.result = result;
    lane.name = QString::fromStdString(system != nullptr ? system->name : result.report.name);
    QStringList parts { QString::fromStdString(result.run->modelName) };
    if (system != nullptr)
        parts << weightText(system->weightBits);
    if (!result.run->drafterName.empty() && result.report.speculation.tokensPerPass > 0)
        parts << RaceLaneWords::tr("drafts: %1 tokens a pass")
                     .arg(formatNumber(result.report.speculation.tokensPerPass, 2));
    else if (system != nullptr && system->speculation)
        parts << RaceLaneWords::tr("drafts");
    lane.what = parts.join(QStringLiteral(" · "));
    return lane;
}

QString workloadText(const core::Workload& workload)
{
    if (workload.arrivals == core::Arrivals::Trace)
        return RaceLaneWords::tr("recorded traffic");
    return RaceLaneWords::tr("%1, %2 tokens of prompt, %3 tokens of answer")
        .arg(usersText(workload), tokensText(workload.promptTokens), tokensText(workload.outputTokens));
}

bool answers(const RaceLane& lane)
{
    const core::RequestRun* request = shownRequest(lane);
    return request != nullptr && !request->rejected && request->outputTokens > 0;
}

QString whyNot(const RaceLane& lane)
{
    if (answers(lane) || !lane.result.run)
        return {};
    const core::Run& run = *lane.result.run;
    if (!run.fitReason.empty())
        return wordsOf(run.fitReason);
    return run.notes.empty() ? RaceLaneWords::tr("It has no request to answer.") : wordsOf(run.notes.front());
}

RaceScale raceScale(const std::vector<RaceLane>& lanes)
{
    RaceScale scale;
    for (const RaceLane& lane : lanes) {
        if (!answers(lane))
            continue;
        scale.end = std::max(scale.end, lane.result.run->end());
        scale.tokens = std::max(scale.tokens, shownRequest(lane)->outputTokens);
    }
    return scale;
}

LaneNow laneNow(const std::vector<RaceLane>& lanes, std::size_t lane, core::Instant time)
{
    LaneNow now;
    if (!answers(lanes[lane])) {
        now.state = LaneState::Impossible;
        return now;
    }
    const core::RequestRun& request = *shownRequest(lanes[lane]);
    now.tokens = request.outputTokens;
    now.finish = request.finish;
    now.written = lanes[lane].result.run->tokensWritten(0, time);
    if (time < request.prefillBegin)
        now.state = LaneState::Waiting;
    else if (time >= request.finish)
        now.state = LaneState::Finished;
    else
        now.state = now.written > 0 ? LaneState::Writing : LaneState::Reading;
    if (now.state == LaneState::Finished)
        now.rank = 1 + static_cast<int>(std::count_if(lanes.begin(), lanes.end(), [&](const RaceLane& other) {
            return answers(other) && shownRequest(other)->finish < request.finish;
        }));
    return now;
}

QString rankText(int rank)
{
    switch (rank) {
    case 1:
        return RaceLaneWords::tr("1st");
    case 2:
        return RaceLaneWords::tr("2nd");
    case 3:
        return RaceLaneWords::tr("3rd");
    default:
        return RaceLaneWords::tr("%1th").arg(rank);
    }
}

} // namespace memwall::ui
