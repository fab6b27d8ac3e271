// Scheduled runs of every form that a timeline can have, for tests of its queries.
#pragma once

#include "core/schedule/scheduler.h"
#include "tests/support/builders.h"

namespace memwall::tests
{

inline core::Machine roomy(const core::Model& model)
{
    core::Machine machine = plainMachine(model, 4);
    machine.pools[0].chip.levels[0].capacity->value = { 400e9 };
    machine.pools[0].engine.perLayer.value = { 20e-6 };
    machine.pools[0].engine.perStep.value = { 500e-6 };
    return machine;
}

inline std::vector<std::pair<const char*, core::Run>> sampleSchedules()
{
    std::vector<std::pair<const char*, core::Run>> all;
    all.emplace_back("one user", core::schedule(roomy(llama70b()), together(1, 1024, 256)));
    all.emplace_back("windows", core::schedule(roomy(gptOss120b()), together(3, 60, 200)));
    core::Machine draft = roomy(llama70b());
    draft.draft = llama1b();
    draft.draftTokens = 5;
    draft.acceptance = 0.7;
    all.emplace_back("speculation", core::schedule(draft, together(2, 300, 40)));
    core::Machine split = roomy(llama70b());
    split.pools.push_back(split.pools[0]);
    split.pools[0].role = core::PoolRole::Prefill;
    split.pools[1].role = core::PoolRole::Decode;
    split.between = plainLink();
    all.emplace_back("two pools", core::schedule(split, together(3, 2000, 50)));
    core::Machine pair = roomy(mixtral());
    pair.pools.push_back(pair.pools[0]);
    pair.pools[0].role = core::PoolRole::Attention;
    pair.pools[1].role = core::PoolRole::Ffn;
    pair.between = plainLink();
    all.emplace_back("attention and feed-forward", core::schedule(pair, together(1, 100, 20)));
    return all;
}

} // namespace memwall::tests
