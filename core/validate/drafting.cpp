#include "core/validate/drafting.h"

namespace memwall::core
{

namespace
{

constexpr double kDrafted = 5;

const Model* drafterNamed(const std::string& name, const Catalog& catalog)
{
    if (name.starts_with("Llama-2-7B"))
        return catalog.model(ModelId("llama-2-7b"));
    return name.starts_with("Llama-3.2-1B") ? catalog.model(ModelId("llama-3.2-1b")) : nullptr;
}

/// One step of a drafter that is a model of its own.
double drafterStep(const Plan& plan, const Bench& bench, const Catalog& catalog, double users)
{
    const Model* drafter = drafterNamed(plan.point.drafter, catalog);
    if (drafter == nullptr)
        return bench.ownDraft(users, plan.context);
    Machine small = bench.machine();
    small.model = *drafter;
    return Bench(small).step(users, plan.context);
}

} // namespace

double draftedTokens(const Plan& plan)
{
    return plan.point.drafted.value_or(kDrafted);
}

double draftSeconds(const Plan& plan, const Bench& bench, const Catalog& catalog, double users)
{
    const Machine& machine = bench.machine();
    const double host = machine.pools.front().engine.perStep.value.value;
    const double tree = host * machine.physics.treeRoundShare;
    const double pass = host * machine.physics.draftPassShare;
    const auto layer = [&] { return draftedTokens(plan) * (bench.ownDraft(users, plan.context) + pass); };
    switch (plan.point.speculation.value_or(PublishedDrafts::Model)) {
    case PublishedDrafts::Lookup:
        return pass;
    case PublishedDrafts::Tree:
        return tree;
    case PublishedDrafts::Heads:
        return tree + bench.ownDraft(users, plan.context) + pass;
    case PublishedDrafts::Layer:
        return layer();
    case PublishedDrafts::LayerTree:
        return tree + layer();
    case PublishedDrafts::Model:
        break;
    }
    return draftedTokens(plan) * (drafterStep(plan, bench, catalog, users) + pass);
}

} // namespace memwall::core
