// What would it take, in words, as a table and as JSON.
#include "core/export/target_text.h"

#include "core/base/assert.h"
#include "core/base/columns.h"
#include "core/base/number_text.h"
#include "core/base/si_text.h"
#include "core/figures/levers.h"
#include "core/whatif/target.h"

#include <array>
#include <cmath>

namespace memwall::core
{

namespace
{

/// Three significant digits, never an exponent.
std::string plainText(double value, const char* unit)
{
    const double step = value >= 1000 ? std::pow(10.0, std::floor(std::log10(value)) - 2) : 0;
    const std::string text
        = step > 0 ? fixedText(std::round(value / step) * step, 0) : significantText(value, 3);
    return text + ' ' + unit;
}

constexpr double kSame = 5e-4; ///< differences that three digits do not show

std::string amountText(const Reach& reach, double amount)
{
    if (reach.resource != Resource::Chips)
        return siText(amount, reach.unit.c_str());
    const auto count = static_cast<long>(amount);
    return std::to_string(count) + (count == 1 ? " chip" : " chips");
}

std::string metricText(TargetMetric metric, double value)
{
    return isTime(metric) ? siText(value, "s") : plainText(value, "tokens/s");
}

std::string reachedText(const Reach& reach)
{
    std::string text = plainText(reach.factor, "×");
    if (reach.amount <= 0 || reach.amountNow <= 0)
        return text;
    if (std::abs(reach.factor - 1) < kSame)
        return "just the " + amountText(reach, reach.amountNow) + " that there are";
    text.append(": ").append(amountText(reach, reach.amount));
    return text.append(" instead of ").append(amountText(reach, reach.amountNow));
}

/// What was tried in vain.
std::string extreme(Resource resource)
{
    switch (resource) {
    case Resource::Bandwidth:
        return "Infinite bandwidth";
    case Resource::Arithmetic:
        return "Infinitely fast arithmetic";
    case Resource::Capacity:
        return "Infinite capacity";
    case Resource::Latency:
        return "Latency of zero";
    case Resource::Link:
        return "An infinitely fast link";
    case Resource::Chips:
        break;
    }
    return "Any number of chips";
}

std::string neverText(const Reach& reach, const Target& target)
{
    if (reach.limit > 0 && std::abs(reach.limit / reach.metricNow - 1) < kSame)
        return "no effect: " + reach.wall;
    if (reach.limit > 0 && reach.resource == Resource::Chips)
        return "at best " + metricText(target.metric, reach.limit) + ", with "
            + amountText(reach, reach.amount) + ": " + reach.wall;
    std::string text = extreme(reach.resource);
    if (reach.limit <= 0)
        return text.append(" is not enough: it does not fit");
    text.append(" gives ").append(metricText(target.metric, reach.limit));
    return text.append(": ").append(reach.wall);
}

} // namespace

std::string_view nameOf(Resource resource)
{
    return resource == Resource::Chips ? "chips" : kLevers[static_cast<std::size_t>(resource)].key;
}

Settings settingsFor(const Reach& reach, std::size_t index)
{
    Settings settings = reach.settings;
    for (auto& [pointer, value] : settings)
        pointer.insert(0, "/systems/" + std::to_string(index));
    return settings;
}

std::string sentence(const Reach& reach, const Target& target)
{
    switch (reach.outcome) {
    case Reach::Outcome::Reached:
        return reachedText(reach);
    case Reach::Outcome::Any:
        return reach.resource == Resource::Latency ? "any: a thousand times as long would do"
                                                   : "any: a thousandth of it would do";
    case Reach::Outcome::Never:
        return neverText(reach, target);
    case Reach::Outcome::Absent:
        break;
    }
    return reach.resource == Resource::Chips ? "these chips are not linked to more of them"
                                             : "there is none in this system";
}

std::string targetText(const Target& target)
{
    std::string text(nameOf(target.metric));
    if (target.metric == TargetMetric::Fits)
        return text;
    return text.append(isTime(target.metric) ? " ≤ " : " ≥ ").append(metricText(target.metric, target.value));
}

std::string reachTable(const std::vector<SystemReach>& systems, const Target& target)
{
    constexpr std::size_t kName = 11;
    std::string out;
    for (const SystemReach& system : systems) {
        MEMWALL_ASSERT(!system.rows.empty());
        const double now = system.rows.front().metricNow;
        out.append(system.name).append(": what it takes for ").append(targetText(target)).append(", now ");
        if (target.metric == TargetMetric::Fits)
            out += now > 0 ? "it does" : "it does not";
        else
            out += now > 0 ? metricText(target.metric, now) : "it does not fit";
        out += '\n';
        for (const Reach& row : system.rows) {
            out.append("  ").append(leftAligned(std::string(nameOf(row.resource)), kName));
            out += sentence(row, target);
            if (row.outcome == Reach::Outcome::Reached && row.amount > 0 && row.resource != Resource::Chips)
                out.append("  (").append(row.what).append(")");
            out += '\n';
        }
        out += '\n';
    }
    return out;
}

nlohmann::ordered_json reachJson(const std::vector<SystemReach>& systems, const Target& target)
{
    using Json = nlohmann::ordered_json;
    constexpr std::array<std::string_view, 4> kOutcomes { "reached", "any", "never", "absent" };
    const auto known = [](double value) { return value > 0 ? Json(value) : Json(nullptr); };
    Json json { { "metric", nameOf(target.metric) } };
    json["target"] = target.metric == TargetMetric::Fits ? Json(true) : Json(target.value);
    json["systems"] = Json::array();
    for (std::size_t i = 0; i < systems.size(); ++i) {
        Json rows = Json::array();
        for (const Reach& row : systems[i].rows) {
            const bool reached = row.outcome == Reach::Outcome::Reached;
            const bool never = row.outcome == Reach::Outcome::Never;
            Json set = Json::object();
            for (const auto& [pointer, value] : settingsFor(row, i))
                set[pointer] = value;
            rows.push_back({ { "resource", nameOf(row.resource) },
                { "outcome", kOutcomes[static_cast<std::size_t>(row.outcome)] },
                { "factor", reached ? Json(row.factor) : Json(nullptr) }, { "what", row.what },
                { "unit", row.unit }, { "now", known(row.amountNow) },
                { "needed", reached ? known(row.amount) : Json(nullptr) },
                { "limit", never ? known(row.limit) : Json(nullptr) }, { "wall", row.wall },
                { "set", std::move(set) }, { "text", sentence(row, target) } });
        }
        MEMWALL_ASSERT(!systems[i].rows.empty());
        json["systems"].push_back({ { "name", systems[i].name },
            { "now", known(systems[i].rows.front().metricNow) }, { "rows", std::move(rows) } });
    }
    return json;
}

} // namespace memwall::core
