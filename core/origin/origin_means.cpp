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
    figure.figure = { "memory in use", weights + kv, "B" };
    figure.equations.push_back({ figure.figure,
        { { { { "weights", weights, "B" } } }, { { { "KV cache at its peak", kv, "B" } } } } });
    const double params = report.model.totalParams;
    if (params > 0 && report.model.weightBytes > 0) {
        EquationTerm stored { { { "parameters", params },
            { "bytes each, on average", report.model.weightBytes / params, "B" } } };
        const double copies = weights / report.model.weightBytes;
        if (std::abs(copies - 1) > 5e-4)
            stored.times.push_back({ "copies (replicas, parts that every chip holds, drafter)", copies });
        figure.equations.push_back({ { "weights", weights, "B" }, { std::move(stored) } });
    }
    if (kv > 0 && report.model.kvBytesPerToken > 0)
        figure.equations.push_back({ { "KV cache at its peak", kv, "B" },
            { { { { "KV bytes of a token", report.model.kvBytesPerToken, "B" },
                { "tokens held, in full blocks and copies", kv / report.model.kvBytesPerToken } } } } });
    InputList inputs(story);
    inputs.model();
    inputs.format();
    for (std::size_t pool = 0; pool < story.machine.pools.size(); ++pool)
        inputs.capacity(pool);
    figure.inputs = inputs.take();
    figure.remarks.emplace_back(
        "Sizes follow from the model's shapes and are exact; how much a server really "
        "leaves for KV cache is a setting of that server.");
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
    Origin figure = originOf(Headline::MaxUsers, "users at once", story);
    EquationTerm users { { { "users that fit", inGroup } } };
    if (machine.attentionGroups() > 1)
        users.times.push_back({ "groups of chips", static_cast<double>(machine.attentionGroups()) });
    if (story.run.pools[pool].replicas > 1)
        users.times.push_back({ "replicas", static_cast<double>(story.run.pools[pool].replicas) });
    const bool once = users.times.size() == 1;
    if (!once)
        figure.equations.push_back({ figure.figure, { std::move(users) } });
    figure.equations.push_back({ once ? figure.figure : NamedFigure { "users that fit", inGroup },
        { { { { "room for KV cache on a chip", room, "B" } },
            { { "KV cache of one user on a chip", one, "B" } } } },
        true });
    InputList inputs(story);
    inputs.scenario("prompt and answer", tokens, "tokens");
    inputs.model();
    inputs.format();
    inputs.capacity(pool);
    inputs.physics("kept for the runtime, on each chip", story.machine.physics.runtimeReserveBytes, "B",
        "runtime_reserve_bytes");
    inputs.physics("share of the rest for KV cache", story.machine.physics.usableShare, {}, "usable_share");
    figure.inputs = inputs.take();
    figure.outside = asSentence(outsideRange(rangeCaseOf(story.machine, story.run, RangeFigure::Other)));
    return figure;
}

namespace
{

/// What one pool draws for a token.
void addJoules(const Story& story, std::size_t pool, double tokens, Origin& figure)
{
    const PoolEnergy energy = poolEnergy(story.machine, story.run, pool);
    const PoolMachine& owner = story.machine.pools[pool];
    const std::string on = story.machine.pools.size() > 1 ? " of " + poolName(story, pool) : std::string {};
    Equation& sum = figure.equations.front();
    const double idle = energy.idle / tokens, most = energy.most / tokens;
    const bool known = energy.unknownLevel.empty();
    if (known && energy.total() > energy.most) {
        sum.add("all of the published power" + on, most);
    } else if (known) {
        sum.add("bytes through memory" + on, energy.memory / tokens);
        sum.add("bytes between chips" + on, energy.link / tokens);
        sum.add("arithmetic" + on, energy.arithmetic / tokens);
        sum.add("idle power" + on, idle);
    } else {
        sum.add("idle power" + on, idle);
        sum.terms.push_back({ { { "further power when busy" + on, most - idle, "J" },
            { "how busy", busyPower(story.machine, story.report, pool) } } });
        figure.remarks.push_back("No energy per bit of " + energy.unknownLevel + " of " + owner.chip.shortName
            + " is published: the power between idle and full stands in for it.");
    }
    figure.equations.push_back({ { "idle power" + on, idle, "J" },
        { { { { "power of a chip", owner.chip.power->value.value, "W" },
                { "chips", static_cast<double>(owner.chips) }, { "idle share", owner.chip.idlePowerShare },
                { "length of the run", toSeconds(story.run.end()), "s" } },
            { { "tokens written", tokens } } } } });
}

} // namespace

Origin energyOrigin(const Story& story)
{
    const Report& report = story.report;
    Origin figure = originOf(Headline::Energy, "energy per token", story);
    figure.low = report.energyLowJPerToken;
    figure.high = report.energyHighJPerToken;
    figure.equations.push_back({ figure.figure, {} });
    const double tokens = tokensOf(story.machine, story.run);
    InputList inputs(story);
    for (std::size_t pool = 0; pool < story.machine.pools.size(); ++pool) {
        addJoules(story, pool, tokens, figure);
        inputs.energy(pool);
    }
    const PhysicsConstants& physics = story.machine.physics;
    inputs.physics("a flop in 16 bits", physics.flopEnergy16, "J", "flop_energy_16_J");
    inputs.physics("a bit between chips", physics.linkEnergyPerBit, "J", "link_energy_J_per_bit");
    figure.inputs = inputs.take();
    figure.outside = story.reason(RangeFigure::PerToken);
    figure.remarks.emplace_back("No published measurement of energy per token is in the catalog; the band is "
                                "that of its parts. Host, network and cooling are not in it.");
    return figure;
}

Origin costOrigin(const Story& story)
{
    const Report& report = story.report;
    const PhysicsConstants& physics = story.machine.physics;
    Origin figure = originOf(Headline::Cost, "cost of a million tokens", story);
    figure.low = report.costLowUsdPerMtoken;
    figure.high = report.costHighUsdPerMtoken;
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
    const double power = report.energyJPerToken * kTokensPerMtoken / kJoulesPerKwh;
    Equation sum { figure.figure, {} };
    sum.add("chips", chips);
    sum.add("electricity", report.costUsdPerMtoken - chips);
    figure.equations.push_back(std::move(sum));
    figure.equations.push_back({ { "chips", chips, "USD" },
        { { { { "price of all chips", price, "USD" }, { "length of the run", seconds, "s" } },
            { { "service life", life, "s" }, { "share of it in use", physics.fleetUse },
                { "million tokens written", tokens } } } } });
    if (power > 0)
        figure.equations.push_back({ { "electricity", report.costUsdPerMtoken - chips, "USD" },
            { { { { "kWh for a million tokens", power, "kWh" },
                { "price of a kWh", physics.usdPerKwh, "USD" },
                { "power of the building over that of the chips", physics.powerUsage } } } } });
    inputs.physics("years of service", physics.amortizationYears, {}, "amortization_years");
    inputs.physics("share of them in use", physics.fleetUse, {}, "fleet_use");
    inputs.physics("price of a kWh", physics.usdPerKwh, "USD", "usd_per_kwh");
    inputs.physics("building over chips (PUE)", physics.powerUsage, {}, "power_usage");
    figure.inputs = inputs.take();
    figure.outside = story.reason(RangeFigure::Throughput);
    figure.remarks.emplace_back("Host, network and people are not in it.");
    return figure;
}

} // namespace memwall::core
