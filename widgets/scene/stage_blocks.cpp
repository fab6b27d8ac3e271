#include "widgets/scene/stage_blocks.h"

#include "core/figures/report_steps.h"
#include "widgets/base/format.h"
#include "widgets/scene/stage_steps.h"
#include "widgets/scene/stage_words.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kLongestWordS = 20; ///< on screen

/// bytes/s of the fastest operator, per level's door, then over the link.
class FastestFlows
{
public:
    FastestFlows(const core::Run& run, std::size_t pool)
        : m_pool { pool }
        , m_levels { run.pools[pool].levels.size() }
        , m_rates(m_levels + 1, 0.0)
    {
        take(run, run.segmentsOf(pool));
        const auto& transfers = run.transferSegments();
        if (!transfers.empty() && run.segments[static_cast<std::size_t>(transfers.front())].pool == pool)
            take(run, transfers);
    }

    [[nodiscard]] double through(std::uint8_t door) const
    {
        return m_rates[door == core::kLinkDoor ? m_levels : door];
    }

private:
    /// Shapes repeat: among some hundred segments are the fastest operators.
    void take(const core::Run& run, const std::vector<std::int64_t>& segments)
    {
        constexpr std::size_t kEnough = 200;
        const std::size_t stride = std::max<std::size_t>(1, segments.size() / kEnough);
        for (std::size_t i = 0; i < segments.size(); i += stride) {
            const core::Segment& segment = run.segments[static_cast<std::size_t>(segments[i])];
            for (const core::Pass& pass : segment.shape->passes)
                core::forEachOperator(pass, [&](const core::Operator& op, double) {
                    for (const std::int64_t step : { std::int64_t { 0 }, segment.steps - 1 })
                        take(op, static_cast<double>(step), run);
                });
        }
    }

    void take(const core::Operator& op, double step, const core::Run& run)
    {
        const double seconds = op.busy.at(step);
        if (op.pool != m_pool || seconds <= 0)
            return;
        std::vector<double> bytes(m_rates.size(), 0.0);
        for (const core::Flow& flow : op.flows)
            if (drawnAt(run, flow.door, flow.kind))
                bytes[flow.door == core::kLinkDoor ? m_levels : flow.door] += flow.bytes.at(step);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            m_rates[i] = std::max(m_rates[i], bytes[i] / seconds);
    }

    std::size_t m_pool, m_levels;
    std::vector<double> m_rates;
};

void setBlock(BeltFrame& belt, double bytes, const Pace& pace)
{
    belt.quantum = bytes;
    belt.blocksPerSecond = blocksPerSecond(pace, belt.fastest, bytes, belt.rows);
    belt.way = wayAt(belt.blocksPerSecond, pace);
}

/// Operators only where a layer is many blocks: else a full pipe has more of them than can be told apart.
core::Depth finestFor(double quantum, double stepBytes, int layers)
{
    constexpr double kBlocksOfLayer = 8;
    return quantum * kBlocksOfLayer * layers < stepBytes ? core::Depth::Operator : core::Depth::Layer;
}

/// A door that little passes in all, but that all at once, has blocks none the less.
void lookForBursts(BeltFrame& belt, const core::Run& run, std::size_t pool, const Pace& pace)
{
    constexpr double kSlowBlocksPerSecond = 1.5;
    const auto step = belt.way == Way::Blocks ? std::nullopt : typicalStep(run, pool);
    if (!step || step->length() <= core::Duration {})
        return;
    const double mean = bytesDuring(run, pool, belt.door, *step) / core::toSeconds(step->length());
    belt.bursts = blocksPerSecond(pace, mean, belt.quantum, belt.rows) <= kSlowBlocksPerSecond;
    if (belt.bursts)
        belt.way = Way::Blocks;
}

DoorFrame* wallOf(HouseFrame& house)
{
    const std::uint8_t wall = wallDoor(house);
    const auto found = std::find_if(
        house.doors.begin(), house.doors.end(), [wall](const DoorFrame& door) { return door.door == wall; });
    return found == house.doors.end() ? nullptr : &*found;
}

/// The house whose wall decides: that of the main pool, or the first one where a wall is drawn.
HouseFrame& decidingHouse(StageFrame& frame)
{
    const auto has = [&](bool main) {
        return std::find_if(frame.houses.begin(), frame.houses.end(),
            [main](const HouseFrame& house) { return !house.whole && (house.main || !main); });
    };
    const auto found = has(true) != frame.houses.end() ? has(true) : has(false);
    return found != frame.houses.end() ? *found : frame.houses.back();
}

double chosenBlock(StageFrame& frame, const core::Run& run, const Pace& pace)
{
    HouseFrame& house = decidingHouse(frame);
    const DoorFrame* door = wallOf(house);
    const auto pool = static_cast<std::size_t>(&house - frame.houses.data());
    return door != nullptr
        ? blockAt(pace, stepBytes(run, pool, door->door), door->belt.fastest, door->belt.rows)
        : 0.0;
}

} // namespace

std::size_t mainPool(const core::Run& run)
{
    return run.pools.empty() || run.pools.front().role == core::PoolRole::Attention ? 0
                                                                                    : run.pools.size() - 1;
}

int rowsOf(double opening)
{
    return std::max(1, static_cast<int>(std::ceil(opening * kRowsOfWall - 0.25)));
}

void setRows(BeltFrame& belt, int rows, const Pace& pace)
{
    belt.rows = rows;
    setBlock(belt, belt.quantum, pace);
    if (belt.bursts)
        belt.way = Way::Blocks;
}

void layBlocks(StageFrame& frame, const core::Run& run, const Pace& pace, double blockBytes)
{
    for (std::size_t pool = 0; pool < frame.houses.size(); ++pool) {
        HouseFrame& house = frame.houses[pool];
        const FastestFlows flows { run, pool };
        for (DoorFrame& door : house.doors)
            door.belt
                = { .door = door.door, .rows = rowsOf(door.opening), .fastest = flows.through(door.door) };
        house.link = { .door = core::kLinkDoor, .fastest = flows.through(core::kLinkDoor) };
        const double linked = linkBytes(run, pool);
        setBlock(house.link, blockAt(pace, linked, house.link.fastest, house.link.rows), pace);
        house.link.finest = finestFor(house.link.quantum, linked, run.layers);
    }
    if (frame.houses.empty())
        return;
    frame.blockBytes = blockBytes > 0 ? blockBytes : chosenBlock(frame, run, pace);
    for (std::size_t pool = 0; pool < frame.houses.size(); ++pool)
        for (DoorFrame& door : frame.houses[pool].doors) {
            setBlock(door.belt, frame.blockBytes, pace);
            door.belt.finest = finestFor(frame.blockBytes, stepBytes(run, pool, door.door), run.layers);
            lookForBursts(door.belt, run, pool, pace);
        }
    frame.blockText = blockText(frame, pace);
}

const BeltFrame* mainBelt(const StageFrame& frame)
{
    const BeltFrame* first = nullptr;
    if (isSpecial(frame) || !frame.fits)
        return first;
    for (const HouseFrame& house : frame.houses)
        for (const DoorFrame& door : house.doors)
            if (door.wall && !house.whole && (first == nullptr || house.main))
                first = &door.belt;
    return first;
}

QString blockText(const StageFrame& frame, const Pace& pace)
{
    const BeltFrame* belt = mainBelt(frame);
    if (belt == nullptr || belt->quantum <= 0)
        return {};
    if (belt->way == Way::Stream)
        return Words::tr("full stream = %1 a second here").arg(formatBytes(belt->fastest * pace.speed));
    return Words::tr("one block = %1").arg(formatBytes(belt->quantum));
}

double usualTimeScale(const core::Run& run)
{
    constexpr double kWithoutWords = 200;
    if (!run.fits || run.requests.empty() || run.requests.front().rejected)
        return kWithoutWords;
    const core::RequestRun& first = run.requests.front();
    const double words = static_cast<double>(first.outputTokens - 1);
    const double seconds = core::toSeconds(
        words > 0 ? first.finish - first.firstToken : first.firstToken - first.prefillBegin);
    if (seconds <= 0)
        return kWithoutWords;
    const double most = kLongestWordS * std::max(1.0, words) / seconds;
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (const double step : { 8.0, 5.0, 4.0, 2.5, 2.0, 1.25 }) // so is a second on screen a round time there
        if (step * power <= most)
            return step * power;
    return power;
}

} // namespace memwall::ui
