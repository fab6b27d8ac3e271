#include "widgets/scene/machine_words.h"
#include "widgets/scene/stage_scene.h"
#include "widgets/scene/stage_steps.h"
#include "widgets/scene/stage_texts.h"
#include "widgets/scene/stage_words.h"

#include <algorithm>

namespace memwall::ui
{

namespace
{

bool worksIn(const core::Activity& activity)
{
    return activity.idleSeconds() < activity.seconds;
}

HouseSays houseSays(const HouseMoment& at)
{
    HouseSays says;
    for (const RoomFrame& room : at.house.rooms) {
        says.kv.push_back(kvOf(at, room));
        says.free.push_back(freeOf(at, room));
    }
    for (const DoorFrame& door : at.house.doors)
        says.doors.push_back(doorOf(at, door));
    says.counter = counterOf(at);
    says.busy = busyOf(at);
    says.wait = waitOf(at);
    return says;
}

/// The pool whose sentence is the title: the last one at work, since it writes the tokens.
std::size_t speakingPool(const std::vector<HouseMoment>& moments)
{
    for (std::size_t i = moments.size(); i-- > 0;)
        if (moments[i].works)
            return i;
    for (std::size_t i = moments.size(); i-- > 0;)
        if (moments[i].moment)
            return i;
    return moments.size() - 1;
}

/// Of a piece on the link between the pools, where pieces can be seen.
Statement transferSays(const StageFrame& frame)
{
    const BeltFrame& there = frame.houses.back().link;
    const BeltFrame& link = there.quantum > 0 ? there : frame.houses.front().link;
    if (frame.houses.size() < 2 || link.quantum <= 0 || link.way == Way::Stream)
        return {};
    return say(TimeBase::Fixed, { Words::tr("one piece = %1"), QStringLiteral("%1") },
        { { "link_block_bytes", link.quantum, Unit::Bytes } });
}

StageSays overflowSays(const core::Run& run, const StageFrame& frame)
{
    StageSays says;
    says.title = say(TimeBase::Fixed, { frame.overflowTitle });
    const QString model = QString::fromStdString(run.modelName);
    const QString chip = nameAsSold(run.pools.front());
    says.subtitle = joined(say(TimeBase::Fixed, { model }),
        joined(say(TimeBase::Fixed, { QStringLiteral("%1 ×") },
                   { { "chips", static_cast<double>(run.pools.front().chips), Unit::Count } }),
            say(TimeBase::Fixed, { chip }), QStringLiteral(" ")));
    return says;
}

} // namespace

HouseMoment houseMoment(
    const core::Run& run, const HouseFrame& house, std::size_t pool, core::Instant shown, const Pace& pace)
{
    HouseMoment at { .run = run, .house = house, .pool = pool, .pace = pace };
    at.sight = sightOf(run, pool, shown, pace);
    at.moment = run.at(pool, at.time());
    if (!at.moment)
        return at;
    // In the first third of a second there is no stretch behind the words yet.
    const bool still = at.sight.seen == Seen::Operators || at.sight.stretch.length() <= core::Duration {};
    at.base = still ? TimeBase::Operator : TimeBase::Window;
    at.activity
        = still ? core::activityOf(run, pool, *at.moment) : core::activityOver(run, pool, at.sight.stretch);
    at.works = worksIn(at.activity);
    at.stepBytes = bytesDuring(run, pool, wallDoor(house), at.moment->stepSpan);
    return at;
}

StageSays stageSays(const StageInput& input, const StageFrame& frame)
{
    if (!input.run || frame.houses.empty())
        return {};
    const core::Run& run = *input.run;
    if (!frame.fits)
        return overflowSays(run, frame);
    StageSays says;
    std::vector<HouseMoment> moments;
    for (std::size_t pool = 0; pool < frame.houses.size(); ++pool) {
        moments.push_back(houseMoment(run, frame.houses[pool], pool, shownTime(input), input.pace));
        says.houses.push_back(houseSays(moments.back()));
    }
    const HouseMoment& at = moments[speakingPool(moments)];
    says.title = titleOf(at);
    says.subtitle = subtitleOf(at);
    says.note = noteOf(at);
    says.transfer = transferSays(frame);
    for (const StripFrame& strip : frame.strips)
        says.strips.push_back(stripTitleOf(at, strip));
    return says;
}

} // namespace memwall::ui
