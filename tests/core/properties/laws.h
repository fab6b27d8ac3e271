// What holds for every scenario. A law that is broken throws, with what is wrong where.
#pragma once

#include "core/catalog/catalog.h"
#include "core/figures/report.h"
#include "core/machine/machine.h"

#include <stdexcept>

namespace memwall::tests
{

struct Broken : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// A scenario of one system, and what the program makes of it.
struct Played
{
    const core::Catalog& catalog;
    core::Scenario scenario;
    core::Machine machine;
    std::shared_ptr<const core::Run> run;
    core::Report report;
};

[[nodiscard]] Played play(const core::Scenario& scenario, const core::Catalog& catalog);

/// Steps tile segments, layers tile steps, operators tile layers, to the picosecond; segments of a pool do
/// not overlap.
void childrenTileTheirParents(const Played& played);
/// Bytes of every kind through every door, lanes and flops: the sum over all operators of all steps is what
/// the meters show, at the end and at every step, and what the report says; meters never fall.
void amountsBalance(const Played& played);
/// Every request is answered, each word once and in order, or turned away with a reason.
void requestsEnd(const Played& played);
/// Parts of the breakdown are not negative and add up to the time of a token.
void breakdownAddsUp(const Played& played);
/// Every time and figure is finite and not negative; memory never holds more than it can.
void figuresAreSound(const Played& played);
/// Each step's passes, built anew from what the requests hold at that step, take the segment's times.
void closedFormHolds(const Played& played);
/// Written, read and played again, the same; and the same on several threads at once.
void sameAgain(const Played& played);
/// More bandwidth, arithmetic, capacity, link rate or less latency never makes the same steps slower. Where
/// steps differ and the run is slower, the report says why.
void moreIsNotSlower(const Played& played);

/// All of them, in this order.
void keepsTheLaws(const Played& played);

} // namespace memwall::tests
