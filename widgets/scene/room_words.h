// What a room prints about its bytes, so that what is printed adds up to the capacity that it prints.
#pragma once

#include "widgets/scene/stage_scene.h"

namespace memwall::ui
{

/// Bytes rounded for print: weights + draft model + kv + free = capacity, to the last digit of the capacity.
struct RoomShares
{
    double kv = 0;
    double free = 0; ///< 0: nothing is left
    bool less = false; ///< than `free` is left: too little for a digit
};
[[nodiscard]] RoomShares roomShares(const RoomFrame& room, double kvBytes);

/// "35.3 GB", with the draft model where there is one.
[[nodiscard]] QString weightsText(const RoomFrame& room);

/// "85.89934592 GB = 80 GiB, sold as 80 GB".
[[nodiscard]] QString capacityInFull(const RoomFrame& room);

} // namespace memwall::ui
