#include "core/validate/check.h"

#include "core/base/number_text.h"
#include "core/validate/figure_kind.h"
#include "core/validate/predict.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// Value below which a share of the sorted values lies, between neighbours in proportion.
double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const double at = share * static_cast<double>(values.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const std::size_t high = std::min(low + 1, values.size() - 1);
    return values[low] + (values[high] - values[low]) * (at - static_cast<double>(low));
}

double distanceOf(const CheckedPoint& point)
{
    const double ratio = *point.predicted / point.point.value;
    return std::max(ratio, 1 / ratio);
}

template <typename Key>
std::map<std::string, ErrorStatistics> grouped(const std::vector<const CheckedPoint*>& points, Key key)
{
    std::map<std::string, std::vector<const CheckedPoint*>> parts;
    for (const CheckedPoint* point : points)
        parts[key(*point)].push_back(point);
    std::map<std::string, ErrorStatistics> result;
    for (const auto& [name, part] : parts)
        result[name] = errorsOf(part);
    return result;
}

int yearOf(const MeasurementSet& set, const PublicationId& source)
{
    for (const MeasurementSource& one : set.sources)
        if (one.id == source)
            return static_cast<int>(numberAtFront(one.date).value_or(0));
    return 0;
}

} // namespace

ErrorStatistics errorsOf(const std::vector<const CheckedPoint*>& points)
{
    ErrorStatistics result;
    std::map<std::string, std::vector<double>> groups;
    for (const CheckedPoint* point : points)
        if (point->predicted) {
            groups[point->point.group].push_back(std::abs(point->error()));
            ++result.points;
        }
    std::vector<double> medians;
    for (auto& [name, errors] : groups)
        medians.push_back(quantile(std::move(errors), 0.5));
    result.groups = static_cast<int>(groups.size());
    result.median = quantile(medians, 0.5);
    result.p90 = quantile(medians, 0.9);
    return result;
}

double insideBandOf(const std::vector<const CheckedPoint*>& points)
{
    double inside = 0, covered = 0;
    for (const CheckedPoint* point : points)
        if (point->predicted) {
            covered += 1;
            inside += distanceOf(*point) <= 1 + point->sigma ? 1 : 0;
        }
    return covered > 0 ? inside / covered : 0;
}

PlannedSet planAll(const MeasurementSet& set, const Catalog& catalog)
{
    PlannedSet planned;
    planned.whyNot.resize(set.points.size());
    for (std::size_t i = 0; i < set.points.size(); ++i) {
        auto plan = planFor(set.points[i], catalog, yearOf(set, set.points[i].source));
        if (plan) {
            planned.plans.push_back(*std::move(plan));
            planned.pointOf.push_back(i);
        } else {
            planned.whyNot[i] = plan.error();
        }
    }
    return planned;
}

void addStatistics(ModelCheck& check)
{
    std::vector<const CheckedPoint*> covered;
    for (const CheckedPoint& point : check.points) {
        if (!point.predicted)
            continue;
        covered.push_back(&point);
        if (distanceOf(point) > 2 && point.outside.empty())
            check.unflagged.push_back(point.point.id);
    }
    check.covered = covered.size();
    check.all = errorsOf(covered);
    check.byKind
        = grouped(covered, [](const CheckedPoint& p) { return std::string(nameOf(kindOf(p.point))); });
    check.bySource = grouped(covered, [](const CheckedPoint& p) { return p.point.source.text(); });
    check.byChip = grouped(covered, [](const CheckedPoint& p) { return p.chip.text(); });
    check.byEngine = grouped(covered, [](const CheckedPoint& p) { return p.engine.text(); });
    check.insideBand = insideBandOf(covered);
}

namespace
{

void takePlan(const Plan& plan, CheckedPoint& point)
{
    const Pool& pool = plan.system.pools.front();
    point.chip = plan.chip;
    point.engine = plan.engine;
    point.model = plan.model;
    point.format = plan.format;
    point.sigma = plan.sigma;
    point.outside = plan.outside;
    point.chips = pool.chips;
    point.stages = pool.pipelineParallel;
    point.experts = pool.expertParallel;
    point.users = plan.saturated ? 0 : plan.users;
    point.context = plan.context;
    point.apart = plan.system.pools.size() > 1;
}

} // namespace

ModelCheck checkModel(const MeasurementSet& set, const Catalog& catalog, const std::stop_token& stop)
{
    const PlannedSet planned = planAll(set, catalog);
    ModelCheck check;
    check.sources = set.sources;
    for (std::size_t i = 0; i < set.points.size(); ++i) {
        CheckedPoint point;
        point.point = set.points[i];
        point.whyNot = planned.whyNot[i];
        check.points.push_back(std::move(point));
    }
    for (std::size_t i = 0; i < planned.plans.size() && !stop.stop_requested(); ++i) {
        const Plan& plan = planned.plans[i];
        CheckedPoint& point = check.points[planned.pointOf[i]];
        takePlan(plan, point);
        const auto predicted = predict(plan, catalog);
        if (predicted)
            point.predicted = *predicted;
        else
            point.whyNot = predicted.error();
    }
    addStatistics(check);
    return check;
}

} // namespace memwall::core
