// Joules of a token by cause: what reportEnergy adds up, part by part.
#include "core/base/assert.h"
#include "core/base/number_text.h"
#include "core/base/si_text.h"
#include "core/figures/chart_data.h"
#include "core/figures/energy.h"

namespace memwall::core
{

namespace
{

std::string picojoules(double joules)
{
    return significantText(joules * 1e12, 3) + " pJ";
}

std::string factorText(double factor)
{
    return significantText(factor, 3);
}

/// One pool's joules, being divided by the tokens.
/// Of a pool whose power is published.
class PoolParts
{
public:
    PoolParts(const PoolMachine& pool, const PoolInfo& info, const PoolEnergy& energy, double tokens,
        EnergyParts& all)
        : m_pool(pool)
        , m_info(info)
        , m_energy(energy)
        , m_tokens(tokens)
        , m_all(all)
    {
        // No chip draws more than its published power.
        if (energy.unknownLevel.empty() && energy.total() > *energy.most)
            m_cut = *energy.most / energy.total();
    }

    void addMoved()
    {
        for (std::size_t i = 0; i < m_energy.levels.size(); ++i)
            for (const Kind kind : kAllKinds)
                addBytes({ "named", { m_info.levels[i].name } }, kind,
                    m_energy.levels[i].bytes[indexOf(kind)], m_energy.levels[i].joules[indexOf(kind)]);
        addBytes("energy.between_chips", Kind::Communication, m_energy.linkBytes, m_energy.link);
        if (m_energy.flops > 0)
            add(EnergyCause::Arithmetic, "energy.arithmetic", {}, m_energy.arithmetic,
                { "energy.formula.flops",
                    { siText(m_energy.flops / m_tokens, "flop"),
                        picojoules(m_energy.arithmetic / m_energy.flops) } });
    }

    void addIdle(double seconds)
    {
        const double watts = m_pool.chip.power->value.value;
        add(EnergyCause::Idle, "energy.idle", {}, m_energy.idle,
            { "energy.formula.idle",
                { siText(watts, "W"), plainCount(m_pool.chips), factorText(m_pool.chip.idlePowerShare),
                    siText(seconds, "s"), factorText(m_tokens) } });
    }

    /// In place of what moved, where a level's energy per bit is not published.
    void addBusy(double busy)
    {
        const double above = *m_energy.most - m_energy.idle;
        add(EnergyCause::Busy, "energy.busy", {}, above * busy,
            { "energy.formula.busy", { siText(above / m_tokens, "J"), factorText(busy) } });
        m_all.notes.push_back({ "energy.no_bit", { m_energy.unknownLevel, m_pool.chip.shortName } });
    }

private:
    void addBytes(Saying place, Kind kind, double bytes, double joules)
    {
        if (bytes > 0 && joules > 0)
            add(EnergyCause::Moved, std::move(place), kind, joules,
                { "energy.formula.bytes",
                    { siText(bytes / m_tokens, "B"), picojoules(joules / (8 * bytes)) } });
    }

    void add(EnergyCause cause, Saying place, std::optional<Kind> kind, double joules, Saying formula)
    {
        if (m_cut < 1)
            formula = { "energy.formula.cut", { Sayings { std::move(formula) }, factorText(m_cut) } };
        if (joules > 0)
            m_all.parts.push_back({ m_info.role, cause, std::move(place), kind, joules * m_cut / m_tokens,
                std::move(formula) });
    }

    const PoolMachine& m_pool;
    const PoolInfo& m_info;
    const PoolEnergy& m_energy;
    const double m_tokens;
    EnergyParts& m_all;
    double m_cut = 1;
};

} // namespace

EnergyParts energyParts(const System& system, const Catalog& catalog, const Run& run, const Report& report)
{
    EnergyParts all;
    const Machine machine = resolve(system, catalog);
    MEMWALL_ASSERT(run.fits == report.fits && (!run.fits || run.pools.size() == machine.pools.size()));
    const double tokens = run.fits ? tokensOf(machine, run) : 0;
    if (!report.energyJPerToken || tokens <= 0) {
        all.notes.push_back({ run.fits ? "energy.unpublished" : "energy.no_token", {} });
        return all;
    }
    for (std::size_t i = 0; i < machine.pools.size(); ++i) {
        const PoolEnergy energy = poolEnergy(machine, run, i);
        PoolParts parts(machine.pools[i], run.pools[i], energy, tokens, all);
        if (energy.unknownLevel.empty())
            parts.addMoved();
        parts.addIdle(toSeconds(run.end()));
        if (!energy.unknownLevel.empty())
            parts.addBusy(busyPower(machine, report, i));
    }
    return all;
}

} // namespace memwall::core
