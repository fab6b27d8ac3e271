// One pass on a plain machine, and sums over its operators.
#pragma once

#include "core/cost/pass_builder.h"
#include "core/figures/report_steps.h"
#include "tests/support/builders.h"

#include <memory>

namespace memwall::tests
{

struct Built
{
    core::Machine machine;
    core::PoolRates rates;
    core::Pass pass;
    double steps = 1e15;
};

inline std::unique_ptr<Built> build(
    const core::Machine& machine, core::PassKind kind, std::vector<core::Sequence> sequences)
{
    auto built = std::make_unique<Built>();
    built->machine = machine;
    built->rates = ratesOf(built->machine, 0, place(built->machine, built->machine.pools[0], 1e9));
    core::PassWork work;
    work.kind = kind;
    work.model = &built->machine.model;
    work.sequences = std::move(sequences);
    work.headTokens = static_cast<double>(work.sequences.size());
    built->pass = buildPass({ &built->rates, &built->rates, nullptr }, work, built->steps);
    return built;
}

inline core::Affine bytesThrough(const core::Pass& pass, core::Kind kind)
{
    core::Affine bytes;
    forEachOperator(pass, [&](const core::Operator& op, double times) {
        for (const core::Flow& flow : op.flows)
            if (flow.kind == kind)
                bytes += flow.bytes * times;
    });
    return bytes;
}

inline double bytesOf(const core::Pass& pass, core::Kind kind)
{
    return bytesThrough(pass, kind).base;
}

inline double flopsOf(const core::Pass& pass, core::OperatorKind kind)
{
    double flops = 0;
    forEachOperator(pass, [&](const core::Operator& op, double times) {
        flops += op.kind == kind ? op.flops.base * times : 0;
    });
    return flops;
}

/// A plain machine whose memory holds any model.
inline core::Machine big(const core::Model& model, int chips = 1)
{
    core::Machine machine = plainMachine(model, chips);
    machine.pools[0].chip.levels[0].capacity->value = { 4e12 };
    return machine;
}

} // namespace memwall::tests
