#include "widgets/scene/room_words.h"

#include "widgets/base/format.h"
#include "widgets/scene/stage_words.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

/// The last digit that is printed of so many bytes.
double lastDigit(double bytes)
{
    return bytes > 0 ? std::pow(10.0, std::floor(std::log10(bytes)) - (kFigures - 1)) : 1.0;
}

/// The bytes that the text of formatBytes() says.
double asPrinted(double bytes)
{
    const double digit = lastDigit(bytes);
    return std::round(bytes / digit) * digit;
}

} // namespace

RoomShares roomShares(const RoomFrame& room, double kvBytes)
{
    if (!room.capacityBytes)
        return { .kv = asPrinted(kvBytes) };
    const double bytes = *room.capacityBytes;
    const double capacity = asPrinted(bytes);
    const double digit = lastDigit(capacity);
    const double rest = capacity - asPrinted(room.weightBytes) - asPrinted(room.draftBytes);
    const bool full = bytes - room.weightBytes - room.draftBytes - kvBytes <= 0;
    RoomShares shares;
    if (kvBytes > 0) // rounded on its own it might fill more than there is, or leave a digit to nobody
        shares.kv = rest < digit / 2 ? asPrinted(kvBytes)
            : full                   ? asPrinted(rest)
                                     : std::min(asPrinted(kvBytes), rest);
    if (full)
        return shares;
    shares.free = std::max(0.0, std::round((rest - shares.kv) / digit) * digit);
    shares.less = shares.free <= 0;
    if (shares.less)
        shares.free = digit;
    return shares;
}

QString weightsText(const RoomFrame& room)
{
    const QString weights = formatBytes(room.weightBytes);
    return room.draftBytes > 0 ? Words::tr("%1 + draft %2").arg(weights, formatBytes(room.draftBytes))
                               : weights;
}

QString capacityInFull(const RoomFrame& room)
{
    const QString both = formatBothWays(room.capacityBytes.value());
    return room.soldAs.isEmpty() ? both : Words::tr("%1, sold as %2").arg(both, room.soldAs);
}

} // namespace memwall::ui
