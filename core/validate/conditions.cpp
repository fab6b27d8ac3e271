#include "core/validate/conditions.h"

#include "core/origin/equation.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// What makes two runs different. Weights say how much a difference of each kind has cost in predictions of
/// series that the constants were not fitted to: another engine most, then another kind of chip or model;
/// sizes that the formulas scale by cost little per factor e (calibration.md section 2 and its ablation).
constexpr double kOtherChip = 0.1, kOtherFamily = 0.3, kOtherKind = 1.0;
constexpr double kOtherVersion = 0.1, kOtherEngine = 0.25, kPerFixed = 0.3;
constexpr double kOtherModel = 0.05, kOtherAttention = 0.4, kOtherExperts = 0.7;
constexpr double kOtherFormat = 0.1, kOtherPlan = 0.3, kOtherDrafts = 1.0;
constexpr double kPerRate = 0.2, kPerBytes = 0.3, kPerBits = 0.3, kPerUsers = 0.15, kPerContext = 0.1,
                 kPerChips = 0.3;
/// Sizes within this factor are the same to a reader.
constexpr double kAlike = 1.1;

double apartBy(double a, double b)
{
    return a > 0 && b > 0 ? std::abs(std::log(a / b)) : 0;
}

bool differ(double a, double b)
{
    return apartBy(a, b) > std::log(kAlike);
}

double layerSeconds(const Engine& engine)
{
    return std::max(engine.perLayer.value.value, engine.hostFloorPerLayer.value.value);
}

double memoryShare(const Engine& engine, bool hbm)
{
    return engine.memoryFactor.value * (hbm ? factorOf(engine.hbmMemoryFactor) : 1.0);
}

class Comparison
{
public:
    Comparison(const Conditions& here, const Conditions& there)
        : m_here(here)
        , m_there(there)
    {
        chip();
        engine();
        model();
        format();
        load();
    }

    [[nodiscard]] const Difference& difference() const { return m_difference; }

private:
    void say(double distance, Saying words)
    {
        m_difference.distance += distance;
        m_difference.words.push_back(std::move(words));
    }

    void chip()
    {
        const Chip& here = *m_here.chip;
        const Chip& there = *m_there.chip;
        if (here.id != there.id) {
            const auto rate = [](const Chip& chip) {
                const auto& bandwidth = chip.levels[chip.homeLevel].bandwidth;
                return bandwidth ? bandwidth->value.value : 0.0;
            };
            const double kind = here.family == there.family ? kOtherChip
                : here.chipClass == there.chipClass         ? kOtherFamily
                                                            : kOtherKind;
            say(kind + kPerRate * apartBy(rate(here), rate(there)), { "named", { there.shortName } });
        }
        if (differ(m_here.chips, m_there.chips))
            say(kPerChips * apartBy(m_here.chips, m_there.chips),
                { "differs.chips",
                    { Count { std::llround(m_there.chips), figureText(m_there.chips, {}) } } });
        if ((m_here.stages > 1) != (m_there.stages > 1))
            say(kOtherPlan, m_there.stages > 1 ? "differs.pipeline" : "differs.no_pipeline");
        if ((m_here.experts > 1) != (m_there.experts > 1))
            say(kOtherPlan, m_there.experts > 1 ? "differs.experts" : "differs.no_experts");
        if (m_here.apart != m_there.apart)
            say(kOtherKind, m_there.apart ? "differs.apart" : "differs.one_kind");
    }

    void engine()
    {
        if ((m_here.engine == nullptr) != (m_there.engine == nullptr))
            return; // another kind of machine, which the chip says
        if (m_here.engine == nullptr || m_here.engine->id == m_there.engine->id)
            return;
        const Software software = m_here.engine->software;
        const bool version = software != Software::Other && software == m_there.engine->software;
        const bool hbm = m_there.chip->levels[m_there.chip->homeLevel].isHbm();
        say((version ? kOtherVersion : kOtherEngine)
                + kPerFixed * apartBy(layerSeconds(*m_here.engine), layerSeconds(*m_there.engine))
                + apartBy(memoryShare(*m_here.engine, hbm), memoryShare(*m_there.engine, hbm)),
            { "named", { m_there.engine->name } });
    }

    void model()
    {
        if (m_here.model->id == m_there.model->id)
            return;
        double far = kOtherModel + kPerBytes * apartBy(m_here.activeBytes, m_there.activeBytes);
        if (hasExperts(*m_here.model) != hasExperts(*m_there.model))
            far += kOtherExperts;
        if (m_here.model->attention.front().kind != m_there.model->attention.front().kind)
            far += kOtherAttention;
        say(far, { "named", { m_there.model->name } });
    }

    void format()
    {
        const Format& here = *m_here.format;
        const Format& there = *m_there.format;
        if (here.id != there.id)
            say(kOtherFormat + kPerBits * apartBy(here.bitsPerWeight.value, there.bitsPerWeight.value),
                { "named", { there.name } });
    }

    void load()
    {
        if (m_there.users <= 0)
            say(kPerUsers, "differs.users_that_fit");
        else if (differ(m_here.users, m_there.users))
            say(kPerUsers * apartBy(m_here.users, m_there.users),
                { "differs.users",
                    { Count { std::llround(m_there.users), figureText(std::round(m_there.users), {}) } } });
        if (m_there.context > 0 && differ(m_here.context, m_there.context))
            say(kPerContext * apartBy(m_here.context, m_there.context),
                { "differs.context", { figureText(std::round(m_there.context), {}) } });
        if (m_here.drafts != m_there.drafts)
            say(kOtherDrafts, m_there.drafts ? "differs.drafts" : "differs.no_drafts");
    }

    const Conditions& m_here;
    const Conditions& m_there;
    Difference m_difference;
};

} // namespace

Difference differenceOf(const Conditions& here, const Conditions& there)
{
    return Comparison(here, there).difference();
}

} // namespace memwall::core
