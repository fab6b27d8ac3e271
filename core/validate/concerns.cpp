#include "core/validate/concerns.h"

#include <algorithm>

namespace memwall::core
{

bool concerns(const TunableConstant& constant, const Plan& plan, const Catalog& catalog)
{
    const auto anyChip = [&](auto test) {
        return std::any_of(plan.system.pools.begin(), plan.system.pools.end(),
            [&](const Pool& pool) { return test(*catalog.chip(pool.chip.id)); });
    };
    switch (constant.scope) {
    case TunableConstant::Scope::Family:
        return anyChip([&](const Chip& chip) { return chip.family == constant.of; });
    case TunableConstant::Scope::Chip:
        return anyChip([&](const Chip& chip) { return chip.id.text() == constant.of; });
    case TunableConstant::Scope::Engine:
        return plan.engine.text() == constant.of;
    case TunableConstant::Scope::Format:
        return plan.format.text() == constant.of;
    case TunableConstant::Scope::Link: {
        const bool between = plan.system.link && plan.system.link->id.text() == constant.of;
        return between || plan.point.metric == Metric::TransferTime
            || plan.point.phase == MeasuredPhase::PrefillAndTransfer || anyChip([&](const Chip& chip) {
                   return (chip.scaleUp && chip.scaleUp->link.text() == constant.of)
                       || (chip.scaleOut && chip.scaleOut->link.text() == constant.of);
               });
    }
    case TunableConstant::Scope::Physics:
        break;
    }
    return true;
}

} // namespace memwall::core
