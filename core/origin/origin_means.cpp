// Where memory, energy and cost come from.
#include "core/catalog/model_size.h"
#include "core/figures/energy.h"
#include "core/machine/placement.h"
#include "core/origin/origin_parts.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

Origin memoryOrigin(const Story& story)
{
    const Report& report = story.report;
    Origin figure;
    figure.headline = Headline::Memory;
    const double weights = report.memory.weights, kv = report.memory.kv;
    figure.figure = { "term.memory_in_use", weights + kv, "B" };
    figure.equations.push_back({ figure.figure,
        { { { { "term.weights", weights, "B" } } }, { { { "term.kv_cache_at_its_peak", kv, "B" } } } } });
    const double params = report.model.totalParams;
    if (params > 0 && report.model.weightBytes > 0) {
        EquationTerm stored { { { "term.parameters", params },
            { "term.bytes_each_on_average", report.model.weightBytes / params, "B" } } };
        const double copies = weights / report.model.weightBytes;
        if (std::abs(copies - 1) > 5e-4)
            stored.times.push_back({ "term.copies_replicas_parts_that_every_chip_holds_drafter", copies });
        figure.equations.push_back({ { "term.weights", weights, "B" }, { std::move(stored) } });
    }
    if (kv > 0 && report.model.kvBytesPerToken > 0)
        figure.equations.push_back({ { "term.kv_cache_at_its_peak", kv, "B" },
            { { { { "term.kv_bytes_of_a_token", report.model.kvBytesPerToken, "B" },
                { "term.tokens_held_in_full_blocks_and_copies", kv / report.model.kvBytesPerToken } } } } });
    InputList inputs(story);
    inputs.model();
    inputs.format();
    for (std::size_t pool = 0; pool < story.machine.pools.size(); ++pool)
        inputs.capacity(pool);
    figure.inputs = inputs.take();
    figure.remarks.push_back({ "origin.sizes", {} });
    return figure;
}

Origin usersOrigin(const Story& story)
{
    const std::size_t pool = story.decodePool();
    const PoolMachine& machine = story.machine.pools[pool];
    const RequestRun& first = story.run.requests.front();
    const double tokens = static_cast<double>(first.promptTokens + first.outputTokens);
    const double one = kvPerChip(story.machine, machine, tokens);
    const double room = story.run.pools[pool].levels[machine.chip.kvLevel].kvCapacity.value().value;
    const double inGroup = std::floor(room / one);
    Origin figure = originOf(Headline::MaxUsers, "term.users_at_once", story);
    EquationTerm users { { { "term.users_that_fit", inGroup } } };
    if (machine.attentionGroups() > 1)
        users.times.push_back({ "term.groups_of_chips", static_cast<double>(machine.attentionGroups()) });
    if (story.run.pools[pool].replicas > 1)
        users.times.push_back({ "term.replicas", static_cast<double>(story.run.pools[pool].replicas) });
    const bool once = users.times.size() == 1;
    if (!once)
        figure.equations.push_back({ figure.figure, { std::move(users) } });
    figure.equations.push_back({ once ? figure.figure : NamedFigure { "term.users_that_fit", inGroup },
        { { { { "term.room_for_kv_cache_on_a_chip", room, "B" } },
            { { "term.kv_cache_of_one_user_on_a_chip", one, "B" } } } },
        true });
    InputList inputs(story);
    inputs.scenario("term.prompt_and_answer", tokens, "tokens");
    inputs.model();
    inputs.format();
    inputs.capacity(pool);
    inputs.physics("term.kept_for_the_runtime_on_each_chip", story.machine.physics.runtimeReserveBytes, "B",
        "runtime_reserve_bytes");
    inputs.physics(
        "term.share_of_the_rest_for_kv_cache", story.machine.physics.usableShare, {}, "usable_share");
    figure.inputs = inputs.take();
    figure.outside = story.reason(RangeFigure::Other);
    return figure;
}

namespace
{

/// What one pool draws for a token.
void addJoules(const Story& story, std::size_t pool, double tokens, Origin& figure)
{
    const PoolEnergy energy = poolEnergy(story.machine, story.run, pool);
    const PoolMachine& owner = story.machine.pools[pool];
    const auto ofPool = [&](std::string_view name) {
        return story.machine.pools.size() > 1
            ? Saying { "term.of", { Sayings { name }, poolName(story, pool) } }
            : Saying { name };
    };
    Equation& sum = figure.equations.front();
    const double idle = energy.idle / tokens, most = *energy.most / tokens;
    const bool known = energy.unknownLevel.empty();
    if (known && energy.total() > *energy.most) {
        sum.add(ofPool("term.all_of_the_published_power"), most);
    } else if (known) {
        sum.add(ofPool("term.bytes_through_memory"), energy.memory / tokens);
        sum.add(ofPool("term.bytes_between_chips"), energy.link / tokens);
        sum.add(ofPool("term.arithmetic"), energy.arithmetic / tokens);
        sum.add(ofPool("term.idle_power"), idle);
    } else {
        sum.add(ofPool("term.idle_power"), idle);
        sum.terms.push_back({ { { ofPool("term.further_power_when_busy"), most - idle, "J" },
            { "term.how_busy", busyPower(story.machine, story.report, pool) } } });
        figure.remarks.push_back({ "energy.no_bit", { energy.unknownLevel, owner.chip.shortName } });
    }
    figure.equations.push_back({ { ofPool("term.idle_power"), idle, "J" },
        { { { { "term.power_of_a_chip", owner.chip.power->value.value, "W" },
                { "term.chips", static_cast<double>(owner.chips) },
                { "term.idle_share", owner.chip.idlePowerShare },
                { "term.length_of_the_run", toSeconds(story.run.end()), "s" } },
            { { "term.tokens_written", tokens } } } } });
}

} // namespace

Origin energyOrigin(const Story& story)
{
    const Report& report = story.report;
    Origin figure = originOf(Headline::Energy, "term.energy_per_token", story);
    figure.low = report.energyJPerToken->low;
    figure.high = report.energyJPerToken->high;
    figure.equations.push_back({ figure.figure, {} });
    const double tokens = tokensOf(story.machine, story.run);
    InputList inputs(story);
    for (std::size_t pool = 0; pool < story.machine.pools.size(); ++pool) {
        addJoules(story, pool, tokens, figure);
        inputs.energy(pool);
    }
    const PhysicsConstants& physics = story.machine.physics;
    inputs.physics("term.a_flop_in_16_bits", physics.flopEnergy16, "J", "flop_energy_16_J");
    inputs.physics("term.a_bit_between_chips", physics.linkEnergyPerBit, "J", "link_energy_J_per_bit");
    figure.inputs = inputs.take();
    figure.outside = story.reason(RangeFigure::PerToken);
    figure.remarks.push_back({ "origin.energy", {} });
    return figure;
}

Origin costOrigin(const Story& story)
{
    const Report& report = story.report;
    const PhysicsConstants& physics = story.machine.physics;
    Origin figure = originOf(Headline::Cost, "term.cost_of_a_million_tokens", story);
    figure.low = report.costUsdPerMtoken->low;
    figure.high = report.costUsdPerMtoken->high;
    double price = 0;
    InputList inputs(story);
    for (std::size_t pool = 0; pool < story.machine.pools.size(); ++pool) {
        price += story.machine.pools[pool].chip.price->value.value * story.machine.pools[pool].chips;
        inputs.price(pool);
    }
    const double life = physics.amortizationYears * kSecondsPerYear;
    const double seconds = toSeconds(story.run.end());
    const double tokens = tokensOf(story.machine, story.run) / kTokensPerMtoken;
    const double chips = price / (life * physics.fleetUse) * seconds / tokens;
    const double power = report.energyJPerToken.value_or(Band {}).value * kTokensPerMtoken / kJoulesPerKwh;
    Equation sum { figure.figure, {} };
    sum.add("term.chips", chips);
    sum.add("term.electricity", report.costUsdPerMtoken->value - chips);
    figure.equations.push_back(std::move(sum));
    figure.equations.push_back({ { "term.chips", chips, "USD" },
        { { { { "term.price_of_all_chips", price, "USD" }, { "term.length_of_the_run", seconds, "s" } },
            { { "term.service_life", life, "s" }, { "term.share_of_it_in_use", physics.fleetUse },
                { "term.million_tokens_written", tokens } } } } });
    if (power > 0)
        figure.equations.push_back({ { "term.electricity", report.costUsdPerMtoken->value - chips, "USD" },
            { { { { "term.kwh_for_a_million_tokens", power, "kWh" },
                { "term.price_of_a_kwh", physics.usdPerKwh, "USD" },
                { "term.power_of_the_building_over_that_of_the_chips", physics.powerUsage } } } } });
    inputs.physics("term.years_of_service", physics.amortizationYears, {}, "amortization_years");
    inputs.physics("term.share_of_them_in_use", physics.fleetUse, {}, "fleet_use");
    inputs.physics("term.price_of_a_kwh", physics.usdPerKwh, "USD", "usd_per_kwh");
    inputs.physics("term.building_over_chips_pue", physics.powerUsage, {}, "power_usage");
    figure.inputs = inputs.take();
    figure.outside = story.reason(RangeFigure::Throughput);
    figure.remarks.push_back({ "origin.cost", {} });
    return figure;
}

} // namespace memwall::core
