#include "widgets/race/lane_says.h"

#include <QCoreApplication>

namespace memwall::ui
{

namespace
{

struct LaneWords
{
    Q_DECLARE_TR_FUNCTIONS(Race)
};

} // namespace

Statement speedSays(const core::Report& report)
{
    return say(TimeBase::Answer, { LaneWords::tr("%1 tokens/s") },
        { { "tokens_per_s_per_user", report.tokensPerSPerUser, Unit::Count } });
}

Statement perTokenSays(const core::Report& report)
{
    return say(
        TimeBase::Answer, { LaneWords::tr("%1 per token") }, { { "tpot_s", report.tpotS, Unit::Seconds } });
}

Statement progressSays(const LaneNow& now)
{
    return say(TimeBase::Instant, { LaneWords::tr("%1 of %2 tokens", nullptr, static_cast<int>(now.tokens)) },
        { { "tokens_written", static_cast<double>(now.written), Unit::Count },
            { "output_tokens", static_cast<double>(now.tokens), Unit::Count } });
}

Statement stateSays(const LaneNow& now)
{
    switch (now.state) {
    case LaneState::Impossible:
        return say(TimeBase::Fixed, { LaneWords::tr("no answer") });
    case LaneState::Waiting:
        return say(TimeBase::Instant, { LaneWords::tr("waits in the queue") });
    case LaneState::Reading:
        return say(TimeBase::Instant, { LaneWords::tr("reads the prompt") });
    case LaneState::Writing:
        return say(TimeBase::Instant, { LaneWords::tr("writes") });
    case LaneState::Finished:
        break;
    }
    return joined(say(TimeBase::Fixed, { rankText(now.rank) }),
        say(TimeBase::Fixed, { LaneWords::tr("done in %1") },
            { { "finish_s", core::toSeconds(now.finish), Unit::Seconds } }));
}

core::PhaseHold holdOf(const RaceLane& lane, LaneState state)
{
    return core::holdIn(
        lane.result.report, state == LaneState::Reading ? core::RunPhase::Prompt : core::RunPhase::Tokens);
}

} // namespace memwall::ui
