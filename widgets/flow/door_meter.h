// The meter of one door, and time cut into pieces in which it is known what passes. Internal to stage.
#pragma once

#include "core/timeline/run.h"

#include <optional>
#include <vector>

namespace memwall::ui
{

[[nodiscard]] double totalOf(const core::KindBytes& kinds);
[[nodiscard]] core::KindBytes minus(core::KindBytes all, const core::KindBytes& part);

/// The door's meter, as far as it is drawn.
struct DoorMeter
{
    const core::Run& run;
    std::size_t pool;
    std::uint8_t door;

    [[nodiscard]] core::KindBytes at(core::Instant t) const;

    [[nodiscard]] double totalAt(core::Instant t) const;
};

/// An instant, shortly before or when only `bytes` had passed. What lies before the pipe's content is
/// never drawn, so a coarse answer is enough: doubling back, then a few halvings.
[[nodiscard]] core::Instant whenPassed(const DoorMeter& door, double bytes, core::Instant upTo);

/// A piece of time, and what passes in it where that is known without asking the meters.
struct Cut
{
    core::Instant begin;
    std::optional<core::KindBytes> passed {};
};

/// Operators, layers or equal pieces that hold begin to end, in order and each whole, so that the same bytes
/// are cut at the same places however much of them has passed; the last one is their end. Layers, where there
/// are too many operators or `finest` asks for them.
[[nodiscard]] std::vector<Cut> cutsBetween(
    const DoorMeter& door, core::Instant begin, core::Instant end, core::Depth finest);

} // namespace memwall::ui
