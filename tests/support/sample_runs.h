// Real runs of hand-made machines, for tests of views.
#pragma once

#include "core/figures/report_steps.h"
#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"

#include <memory>

namespace memwall::tests
{

struct Sample
{
    core::Report report;
    std::shared_ptr<const core::Run> run;
};

inline Sample sampleOf(const core::Machine& machine, const core::Workload& workload)
{
    auto run = std::make_shared<const core::Run>(core::schedule(machine, workload));
    core::Report report = core::explain(machine, workload, *run);
    core::reportKvOverTime(*run, report);
    return { std::move(report), run };
}

/// Llama 3.1 70B on four roomy chips with some fixed costs.
inline core::Machine roomyMachine()
{
    core::Machine machine = plainMachine(llama70b(), 4);
    machine.pools[0].chip.levels[0].capacity->value = { 400e9 };
    machine.pools[0].engine.perLayer.value = { 20e-6 };
    machine.pools[0].engine.perStep.value = { 500e-6 };
    return machine;
}

} // namespace memwall::tests
