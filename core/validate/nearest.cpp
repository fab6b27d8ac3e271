#include "core/validate/nearest.h"

#include "core/base/assert.h"
#include "core/catalog/model_size.h"
#include "core/figures/range.h"
#include "core/validate/conditions.h"
#include "core/validate/figure_kind.h"

#include <algorithm>
#include <map>
#include <set>

namespace memwall::core
{

namespace
{

/// A source of the lowest grade counts as a little farther away.
constexpr double kUnsureSource = 0.2;

/// Sizes of a model in a format, worked out once each.
class SizeTable
{
public:
    double of(const Model& model, const Format& format)
    {
        const auto [entry, isNew] = m_bytes.try_emplace({ &model, &format }, 0.0);
        if (isNew)
            entry->second = activeBytes(model, weightBytes(format));
        return entry->second;
    }

private:
    std::map<std::pair<const Model*, const Format*>, double> m_bytes;
};

Conditions conditionsOf(const Machine& machine, const SystemResult& result, bool prefill)
{
    const PoolMachine& pool = prefill ? machine.pools.front() : machine.pools.back();
    Conditions here;
    here.chip = &pool.chip;
    here.model = &machine.model;
    here.engine = pool.chip.native ? nullptr : &pool.engine;
    here.format = &machine.format;
    here.activeBytes = activeBytes(machine.model, weightBytes(machine.format));
    here.chips = static_cast<double>(pool.chips) / pool.replicas;
    here.stages = pool.stages;
    here.experts = pool.experts;
    here.users = rangeCaseOf(machine, *result.run, RangeFigure::PerToken).users;
    here.apart = machine.pools.front().role == PoolRole::Attention;
    here.drafts = machine.speculates() && !prefill;
    double tokens = 0, count = 0;
    for (const RequestRun& request : result.run->requests) {
        tokens += static_cast<double>(request.promptTokens)
            + (prefill ? 0.0 : static_cast<double>(request.outputTokens) / 2);
        count += 1;
    }
    here.context = count > 0 ? tokens / count : 0;
    return here;
}

std::optional<Conditions> conditionsOf(const CheckedPoint& point, const Catalog& catalog, SizeTable& sizes)
{
    Conditions there;
    there.chip = catalog.chip(point.chip);
    there.model = catalog.model(point.model);
    there.format = catalog.format(point.format);
    if (there.chip == nullptr || there.model == nullptr || there.format == nullptr)
        return std::nullopt;
    there.engine = there.chip->native ? nullptr : catalog.engine(point.engine);
    there.activeBytes = sizes.of(*there.model, *there.format);
    there.chips = point.chips;
    there.stages = point.stages;
    there.experts = point.experts;
    there.users = point.users;
    there.context = kindOf(point.point) == FigureKind::Prefill ? point.point.input.value_or(point.context)
                                                               : point.context;
    there.apart = point.apart;
    there.drafts = point.point.speculation.has_value();
    return there;
}

bool isOf(const CheckedPoint& point, Headline headline)
{
    switch (headline) {
    case Headline::Tpot:
    case Headline::TokensPerUser:
    case Headline::Bottleneck:
        return point.point.metric == Metric::Tpot || point.point.metric == Metric::TokensPerUser;
    case Headline::Ttft:
        return kindOf(point.point) == FigureKind::Prefill;
    case Headline::Throughput:
        return kindOf(point.point) == FigureKind::Throughput;
    case Headline::Memory:
    case Headline::MaxUsers:
    case Headline::Energy:
    case Headline::Cost:
        break;
    }
    return false;
}

bool isRate(Metric metric)
{
    switch (metric) {
    case Metric::TokensPerUser:
    case Metric::PrefillRate:
    case Metric::PrefillRatePerChip:
    case Metric::OutputRate:
    case Metric::OutputRatePerChip:
    case Metric::AchievedBandwidth:
    case Metric::Speedup:
    case Metric::TokensPerStep:
        return true;
    default:
        return false;
    }
}

bool isRate(Headline headline)
{
    return headline == Headline::TokensPerUser || headline == Headline::Throughput;
}

/// Points in the order given, one of each series, as many as wanted.
std::vector<NearestPoint> ofEachSeries(
    std::vector<NearestPoint> found, const ModelCheck& check, std::size_t k)
{
    std::stable_sort(found.begin(), found.end(),
        [](const NearestPoint& a, const NearestPoint& b) { return a.distance < b.distance; });
    std::vector<NearestPoint> result;
    std::set<std::string> series;
    for (NearestPoint& point : found)
        if (result.size() < k && series.insert(check.points[point.index].point.group).second)
            result.push_back(std::move(point));
    return result;
}

} // namespace

bool isMeasured(Headline headline)
{
    return headline != Headline::Memory && headline != Headline::MaxUsers && headline != Headline::Energy
        && headline != Headline::Cost;
}

std::vector<NearestPoint> nearestMeasurements(const ModelCheck& check, const System& system,
    const SystemResult& result, const Catalog& catalog, Headline headline, std::size_t k)
{
    std::vector<NearestPoint> found;
    if (!result.report.fits || !isMeasured(headline))
        return found;
    const Machine machine = resolve(system, catalog);
    MEMWALL_ASSERT(result.run != nullptr && result.run->pools.size() == machine.pools.size());
    const Conditions here = conditionsOf(machine, result, headline == Headline::Ttft);
    SizeTable sizes;
    for (std::size_t i = 0; i < check.points.size(); ++i) {
        const CheckedPoint& point = check.points[i];
        if (!point.predicted || !isOf(point, headline))
            continue;
        const auto there = conditionsOf(point, catalog, sizes);
        if (!there)
            continue;
        Difference difference = differenceOf(here, *there);
        if (point.point.grade == Grade::C)
            difference.distance += kUnsureSource;
        const double ratio = point.point.value / *point.predicted;
        const bool sameSense = isRate(point.point.metric) == isRate(headline);
        found.push_back(
            { i, difference.distance, ratio, sameSense ? ratio : 1 / ratio, std::move(difference.words) });
    }
    return ofEachSeries(std::move(found), check, k);
}

Saying describe(const CheckedPoint& point, const Catalog& catalog)
{
    const Chip* chip = catalog.chip(point.chip);
    std::string machine = chip != nullptr ? chip->shortName : point.point.hardware;
    if (point.point.chips.value_or(1) > 1)
        machine.insert(0, std::to_string(*point.point.chips) + " × ");
    const Saying model = point.point.model.empty() ? Saying { "nearest.no_model" }
                                                   : Saying { "named", { point.point.model } };
    return { "nearest.on",
        { Sayings { model }, point.point.engine.empty() ? machine : machine + ", " + point.point.engine } };
}

std::string nearestText(const std::vector<NearestPoint>& nearest, const ModelCheck& check,
    const Catalog& catalog, const Wording& words)
{
    std::string text = words("nearest.title") + '\n';
    for (const NearestPoint& near : nearest) {
        const CheckedPoint& point = check.points[near.index];
        const std::string unit = unitOf(point.point.metric);
        text += "  "
            + words({ "nearest.point",
                { point.point.id, Sayings { describe(point, catalog) }, figureText(point.point.value, unit),
                    figureText(*point.predicted, unit), figureText(near.ratio, {}) } });
        if (!near.differs.empty())
            text += "; " + words({ "nearest.differs", { worded(near.differs, words, ", ") } });
        if (!point.outside.empty())
            text += "; " + words("nearest.outside");
        for (const MeasurementSource& source : check.sources)
            if (source.id == point.point.source)
                text += "; " + source.title + ", " + source.date + ", " + source.url;
        text += '\n';
    }
    return text;
}

std::string unitOf(Metric metric)
{
    switch (metric) {
    case Metric::TokensPerUser:
    case Metric::PrefillRate:
    case Metric::PrefillRatePerChip:
    case Metric::OutputRate:
    case Metric::OutputRatePerChip:
        return "tokens/s";
    case Metric::AchievedBandwidth:
        return "GB/s";
    case Metric::Speedup:
        return "times";
    case Metric::TokensPerStep:
        return "tokens";
    default:
        return "s";
    }
}

} // namespace memwall::core
