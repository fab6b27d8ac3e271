// One picture of the stage as plain data: what stands still (StageFrame, compared to know whether the
// cached background is still right) and what moves (StageNow). Built from a Run and a time in one place;
// painters and layout read only this. Bytes, seconds and shares are SI; texts are ready to draw.
#pragma once

#include "core/base/kind.h"
#include "widgets/base/statement.h"
#include "widgets/flow/belt.h"
#include "widgets/flow/sight.h"
#include "widgets/scene/stage_input.h"
#include "widgets/scene/strip.h"

#include <QString>

#include <optional>
#include <vector>

namespace memwall::ui
{

/// A memory level as a room.
struct RoomFrame
{
    QString name, capacity;
    QString soldAs; ///< "80 GB" in the maker's words; empty: not sold by size
    std::optional<double> capacityBytes; ///< absent: not published
    double weightBytes = 0;
    double draftBytes = 0;
    QString weightsLabel;
    bool holds = false; ///< otherwise bytes only pass through
    std::size_t level = 0;

    bool operator==(const RoomFrame&) const = default;
};

/// The opening between a room and the next, or compute.
struct DoorFrame
{
    QString rate; ///< "3.35 TB/s"; of a wall also "3.35 TB/s × 2.4"
    QString wire; ///< that limits the rate; empty: the room's memory does
    std::optional<double> bytesPerSecond; ///< absent: not published
    double scale = 1; ///< what-if factor that is in it
    double opening = 1; ///< share of the wall's height
    bool wall = false; ///< the narrowest door that is used: drawn as brick
    std::uint8_t door = 0;
    BeltFrame belt;
    QString tip;

    bool operator==(const DoorFrame&) const = default;
};

enum class HouseStyle : std::uint8_t
{
    Rooms,
    Wafer, ///< memory and arithmetic in the same cells of one uncut wafer
    Circuit, ///< weights are wiring: only the token moves
};

/// A piece of the time of one token.
struct TimePart
{
    QString text; ///< "weights 2.2 ms"
    double seconds = 0;
    std::optional<core::Kind> kind; ///< none: fixed latency
    bool far = false; ///< the hop between domains

    bool operator==(const TimePart&) const = default;
};

/// One pool: one representative chip, or all of them at a glance.
struct HouseFrame
{
    HouseStyle style = HouseStyle::Rooms;
    QString name; ///< empty where there is only one pool
    QString role;
    std::vector<RoomFrame> rooms; ///< far to near
    std::vector<DoorFrame> doors; ///< one per room; the last leads to compute
    QString computeRate;
    std::optional<int> cores; ///< absent: not published
    int layers = 0;
    int others = 0; ///< chips that work in step with this one
    QString linkText;
    BeltFrame link; ///< between its chips, or arriving from another pool
    /// What holds the machine back where it is not this house's memory: drawn as a wall where it stands.
    std::optional<core::Bottleneck> nextWall;
    double grown = 0; ///< of the next wall, 0 to 1; the memory wall fades by as much
    QString wallText, wallSub; ///< no brick wall: which wall stands behind it
    QString figure, figureSub; ///< the result in large type, where the picture has room for it
    bool main = false; ///< it writes the tokens
    bool whole = false; ///< all chips are drawn, one fast domain beside the other
    QString chipName, chipSoldAs; ///< "H100 SXM", "80 GB"
    core::ChipId chipId;
    int chips = 1, inStep = 1, stages = 1, domain = 1; ///< as in core::PoolInfo
    QString hopName, hopRate, hopTime; ///< between domains
    double farShare = 0; ///< of the time of messages, between domains
    std::vector<TimePart> parts; ///< whole: of one token
    QStringList messages; ///< what the hop between domains costs or gains, in fewer and fewer words
    std::optional<double> dieAreaMm2; ///< absent: not published

    bool operator==(const HouseFrame&) const = default;
};

struct StageFrame
{
    std::vector<HouseFrame> houses;
    QString linkName, linkRate; ///< between the houses
    std::vector<core::Kind> kinds; ///< that occur in this run
    std::vector<StripFrame> strips; ///< under the picture
    int chips = 1; ///< of the largest pool: more than one can be seen at a glance
    bool whole = false; ///< they are
    double blockBytes = 0; ///< of one block, at every door
    QString blockText, scaleText;
    WidthScale widths = WidthScale::Log;
    double towardsTrue = 0; ///< how far openings are from log widths to true ones: in between while they ease
    bool fits = true;
    QString overflowTitle, overflowReason;
    double overflowShare = 0; ///< bytes that do not fit / capacity
    const void* run = nullptr; ///< identity only: never read

    bool operator==(const StageFrame&) const = default;
};

struct HouseNow
{
    std::vector<double> kvBytes; ///< per room
    std::vector<Belt> belts; ///< per door
    Belt link; ///< between the chips of the pool
    std::optional<double> layerShare; ///< layer at work / layers, [0, 1)
    double trail = 0; ///< share of the layers that were at work in the last third of a second on screen
    std::optional<double> left; ///< how long ago a pass left the last layer, in lengths of that pass
    Seen seen = Seen::Operators;
    double busyNow = 0; ///< share of the arithmetic peak in use, as the words beside it say
    bool working = false; ///< the pool has a step under way
    bool atWork = false; ///< the operator under way runs here
    int stage = 0; ///< of the pipeline, at work
    double chipsBusy = 1; ///< of a stage's chips
    std::uint64_t seed = 0; ///< of choices that are examples
    std::vector<double> stages; ///< share of the time that the chips of each stage work; 0 or 1 for events
    double nearTalk = 0, farTalk = 0; ///< the same of messages inside the domains, and between them
};

/// What is said of a house. Empty where nothing is to say.
struct HouseSays
{
    std::vector<Statement> kv, free; ///< per room
    std::vector<Statement> doors; ///< per door
    Statement counter; ///< at the wall, while answers are written
    Statement busy, wait;
};

struct StageSays
{
    Statement title, subtitle, note, transfer;
    std::vector<HouseSays> houses;
    std::vector<Statement> strips; ///< above each
};

struct StageNow
{
    core::Instant shown {}; ///< of the picture: behind the clock where it holds still between steps
    StageSays says;
    std::vector<HouseNow> houses;
    Belt transfer; ///< forward between the first and second house
    Belt back; ///< attention ⇄ feed-forward: the way back
    bool transferring = false;
    std::vector<StripNow> strips;
};

struct StageScene
{
    StageFrame frame;
    StageNow now;
};

/// How bright a cell of so many is over which the layers lie in a row: 1 where the token is, then fading.
/// Where steps are too fast for that, the same everywhere.
[[nodiscard]] double litOf(const HouseNow& now, int layers, int cell, int cells);

/// The room of a house that holds most of its weights.
[[nodiscard]] const RoomFrame& homeRoom(const HouseFrame& house);

/// One house that is a wafer or a circuit: it has a view of its own.
[[nodiscard]] bool isSpecial(const StageFrame& frame);

[[nodiscard]] StageFrame stageFrame(const StageInput& input);
/// The instant of the picture: behind the clock where motion holds still between steps.
[[nodiscard]] core::Instant shownTime(const StageInput& input);
[[nodiscard]] StageNow stageNow(const StageInput& input, const StageFrame& frame);
/// The words alone. They hold still for a third of a second on screen.
[[nodiscard]] StageSays stageSays(const StageInput& input, const StageFrame& frame);
[[nodiscard]] StageScene stageScene(const StageInput& input);

/// Share of the wall's height that a door takes; 1 from 21 PB/s on, a whole wafer's SRAM. True: in
/// proportion. Log: 10 GB/s take 2 %, and every factor of ten adds the same; below 10 GB/s in proportion.
[[nodiscard]] double openingOf(double bytesPerSecond, WidthScale widths);
/// On the way from the log scale to the true one: 0 is log, 1 true.
/// The other way round: what is drawn so high.
[[nodiscard]] double bandwidthOf(double opening, WidthScale widths);
/// "3.35 TB/s × 2.4": what is published, and what a scenario makes of it.
[[nodiscard]] QString rateText(double bytesPerSecond, double scale);
[[nodiscard]] double openingBetween(double bytesPerSecond, double towardsTrue);
/// What a width means on that scale, in words.
[[nodiscard]] QString scaleText(WidthScale widths);

} // namespace memwall::ui
