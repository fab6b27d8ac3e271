#include "core/validate/fit.h"

#include "core/validate/concerns.h"
#include "core/validate/figure_kind.h"
#include "core/validate/least_squares.h"
#include "core/validate/predict.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <functional>
#include <map>
#include <set>
#include <thread>

namespace memwall::core
{

namespace
{

/// Of an error that counts in full; larger ones count by their size, not by its square: what is judged is the
/// typical group, and a group that stands alone should not pull the constants of all others.
constexpr double kScale = 0.05;
constexpr std::size_t kFewestWitnesses = 3;
constexpr double kStep = 0.02; ///< of a logarithm, for differences
constexpr int kIterations = 12;
constexpr int kRefitIterations = 2;
constexpr double kFarthest = 0.5; ///< a constant's logarithm moves at most this far in one iteration

/// The constants of one copy of the catalog, and what moving them does to the predictions.
class Fitter
{
public:
    Fitter(const MeasurementSet& set, const Catalog& catalog)
        : m_catalog(catalog)
        , m_parameters {}
    {
        takeFitBack(m_catalog);
        m_parameters = tunableConstants(m_catalog);
        PlannedSet planned = planAll(set, m_catalog);
        std::map<std::string, int> sizes;
        for (Plan& plan : planned.plans) {
            if (!predict(plan, m_catalog))
                continue;
            ++sizes[weightKey(plan)];
            m_plans.push_back(std::move(plan));
        }
        for (const Plan& plan : m_plans)
            m_weights.push_back(1.0 / sizes[weightKey(plan)]);
        for (const TunableConstant& parameter : m_parameters)
            m_logs.push_back(std::log(parameter.prior));
        m_priorLogs = m_logs;
        findColumns();
    }

    [[nodiscard]] const std::vector<Plan>& plans() const { return m_plans; }
    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }

    void use(const std::vector<double>& logs)
    {
        m_logs = logs;
        apply();
    }
    [[nodiscard]] const std::vector<double>& logs() const { return m_logs; }

    /// Moves the constants toward the best fit of all plans but those of one group.
    void iterate(int times, const std::string& without, const FitProgress& progress)
    {
        for (int i = 0; i < times; ++i) {
            step(without);
            if (progress)
                progress(static_cast<std::size_t>(i + 1), static_cast<std::size_t>(times));
        }
    }

    [[nodiscard]] std::vector<FittedConstant> constants() const
    {
        std::vector<FittedConstant> result;
        for (std::size_t j = 0; j < m_parameters.size(); ++j)
            result.push_back({ m_parameters[j].id, m_parameters[j].prior, std::exp(m_logs[j]),
                static_cast<int>(witnesses(j)) });
        return result;
    }

private:
    static std::string weightKey(const Plan& plan)
    {
        return std::string(plan.point.group).append("|").append(nameOf(kindOf(plan.point)));
    }

    void apply()
    {
        for (std::size_t j = 0; j < m_parameters.size(); ++j)
            m_parameters[j].set(std::exp(m_logs[j]));
    }

    [[nodiscard]] double residual(std::size_t i) const
    {
        const auto predicted = predict(m_plans[i], m_catalog);
        return predicted ? std::log(*predicted / m_plans[i].point.value) : 0;
    }

    /// Which predictions each constant can move at all.
    void findColumns()
    {
        m_columns.resize(m_parameters.size());
        std::vector<double> base;
        for (std::size_t i = 0; i < m_plans.size(); ++i)
            base.push_back(residual(i));
        for (std::size_t j = 0; j < m_parameters.size(); ++j) {
            m_parameters[j].set(m_parameters[j].prior * 1.3);
            for (std::size_t i = 0; i < m_plans.size(); ++i)
                if (concerns(m_parameters[j], m_plans[i], m_catalog) && residual(i) != base[i])
                    m_columns[j].push_back(i);
            m_parameters[j].set(m_parameters[j].prior);
            // What few groups alone bear witness to would flatter them; it stays as published.
            if (witnesses(j) < kFewestWitnesses)
                m_columns[j].clear();
        }
    }

    /// Groups of measurements that a constant moves.
    [[nodiscard]] std::size_t witnesses(std::size_t constant) const
    {
        std::set<std::string> groups;
        for (const std::size_t i : m_columns[constant])
            groups.insert(m_plans[i].point.group);
        return groups.size();
    }

    void step(const std::string& without)
    {
        std::vector<double> residuals, weights;
        for (std::size_t i = 0; i < m_plans.size(); ++i) {
            const bool left = m_plans[i].point.group == without;
            residuals.push_back(left ? 0 : residual(i));
            const double size = residuals.back() / kScale;
            weights.push_back(left ? 0 : m_weights[i] / std::sqrt(1 + size * size) / (kScale * kScale));
        }
        const std::size_t n = m_parameters.size();
        std::vector<std::vector<double>> slopes(n);
        for (std::size_t j = 0; j < n; ++j) {
            m_parameters[j].set(std::exp(m_logs[j] + kStep));
            for (const std::size_t i : m_columns[j])
                slopes[j].push_back(weights[i] > 0 ? (residual(i) - residuals[i]) / kStep : 0);
            m_parameters[j].set(std::exp(m_logs[j]));
        }
        NormalEquations equations(n);
        for (std::size_t j = 0; j < n; ++j) {
            equations.addColumn(j, m_columns[j], slopes[j], residuals, weights);
            const double sigma = m_parameters[j].sigma;
            equations.addPrior(j, (m_logs[j] - m_priorLogs[j]), 1 / (sigma * sigma));
        }
        const std::vector<double> move = equations.solve();
        for (std::size_t j = 0; j < n; ++j)
            m_logs[j] += std::clamp(move[j], -kFarthest, kFarthest);
        apply();
    }

    Catalog m_catalog;
    std::vector<TunableConstant> m_parameters;
    std::vector<Plan> m_plans;
    std::vector<double> m_weights, m_logs, m_priorLogs;
    std::vector<std::vector<std::size_t>> m_columns;
};

/// Does the same on every thread. What goes wrong on one of them goes wrong here.
void onThreads(unsigned count, const std::function<void()>& work)
{
    std::vector<std::exception_ptr> failures(count);
    {
        std::vector<std::jthread> workers;
        for (std::exception_ptr& failure : failures)
            workers.emplace_back([&work, &failure] {
                try {
                    work();
                } catch (...) {
                    failure = std::current_exception();
                }
            });
    }
    for (const std::exception_ptr& failure : failures)
        if (failure)
            std::rethrow_exception(failure);
}

} // namespace

Fit fitModel(const MeasurementSet& set, const Catalog& catalog, const FitProgress& progress)
{
    Fitter fitter(set, catalog);
    fitter.iterate(kIterations, {}, progress);
    return { fitter.catalog(), fitter.constants() };
}

ModelCheck checkWithGroupsLeftOut(
    const MeasurementSet& set, const Catalog& catalog, unsigned threads, const FitProgress& progress)
{
    Fitter whole(set, catalog);
    whole.iterate(kIterations, {}, {});
    std::set<std::string> names;
    for (const Plan& plan : whole.plans())
        names.insert(plan.point.group);
    const std::vector<std::string> groups(names.begin(), names.end());

    std::vector<std::map<std::string, double>> found(groups.size());
    std::atomic<std::size_t> next { 0 }, done { 0 };
    const auto work = [&] {
        Fitter fitter(set, catalog);
        for (std::size_t g = next++; g < groups.size(); g = next++) {
            fitter.use(whole.logs());
            fitter.iterate(kRefitIterations, groups[g], {});
            for (const Plan& plan : fitter.plans())
                if (plan.point.group == groups[g])
                    if (const auto value = predict(plan, fitter.catalog()))
                        found[g][plan.point.id] = *value;
            if (progress)
                progress(++done, groups.size());
        }
    };
    onThreads(std::max(1U, threads), work);
    ModelCheck check = checkModel(set, catalog);
    std::map<std::string, double> all;
    for (const auto& part : found)
        all.insert(part.begin(), part.end());
    for (CheckedPoint& point : check.points) {
        const auto value = all.find(point.point.id);
        point.predicted = value == all.end() ? std::nullopt : std::optional(value->second);
    }
    addStatistics(check);
    return check;
}

} // namespace memwall::core
