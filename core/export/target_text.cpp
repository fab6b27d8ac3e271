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

SayingPart amountOf(const Reach& reach, double amount)
{
    if (reach.resource != Resource::Chips)
        return siText(amount, reach.unit.c_str());
    return Sayings { { "chips", { plainCount(static_cast<std::int64_t>(amount)) } } };
}

std::string metricText(TargetMetric metric, double value)
{
    return isTime(metric) ? siText(value, "s") : plainText(value, "tokens/s");
}

Saying reached(const Reach& reach)
{
    const std::string factor = plainText(reach.factor, "×");
    if (!reach.amount || !reach.amountNow)
        return { "reach.factor", { factor } };
    if (std::abs(reach.factor - 1) < kSame)
        return { "reach.same", { amountOf(reach, *reach.amountNow) } };
    return { "reach.amount", { factor, amountOf(reach, *reach.amount), amountOf(reach, *reach.amountNow) } };
}

/// What was tried in vain, and what it gave or that it did not fit even then.
struct Extreme
{
    std::string_view gives, fitsNot;
};

/// In the order of the enumeration.
constexpr std::array<Extreme, 6> kExtremes { { { "reach.infinite.bandwidth", "reach.fits_not.bandwidth" },
    { "reach.infinite.arithmetic", "reach.fits_not.arithmetic" },
    { "reach.infinite.capacity", "reach.fits_not.capacity" },
    { "reach.zero.latency", "reach.fits_not.latency" }, { "reach.infinite.link", "reach.fits_not.link" },
    { "reach.any.number", "reach.fits_not.chips" } } };

Saying neverReached(const Reach& reach, const Target& target)
{
    const Extreme& tried = kExtremes[static_cast<std::size_t>(reach.resource)];
    if (!reach.limit)
        return { tried.fitsNot, {} };
    if (reach.metricNow && std::abs(*reach.limit / *reach.metricNow - 1) < kSame)
        return { "reach.no_effect", { reach.wall } };
    const std::string limit = metricText(target.metric, *reach.limit);
    if (reach.resource == Resource::Chips)
        return { "reach.at_best", { limit, amountOf(reach, *reach.amount), reach.wall } };
    return { tried.gives, { limit, reach.wall } };
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

Saying sentence(const Reach& reach, const Target& target)
{
    switch (reach.outcome) {
    case Reach::Outcome::Reached:
        return reached(reach);
    case Reach::Outcome::Any:
        return { reach.resource == Resource::Latency ? "reach.any.latency" : "reach.any", {} };
    case Reach::Outcome::Never:
        return neverReached(reach, target);
    case Reach::Outcome::Absent:
        break;
    }
    return { reach.resource == Resource::Chips ? "reach.absent.chips" : "reach.absent", {} };
}

std::string targetText(const Target& target)
{
    std::string text(nameOf(target.metric));
    if (target.metric == TargetMetric::Fits)
        return text;
    return text.append(isTime(target.metric) ? " ≤ " : " ≥ ").append(metricText(target.metric, target.value));
}

std::string reachTable(const std::vector<SystemReach>& systems, const Target& target, const Wording& words)
{
    constexpr std::size_t kName = 11;
    std::string out;
    for (const SystemReach& system : systems) {
        MEMWALL_ASSERT(!system.rows.empty());
        const std::optional<double> now = system.rows.front().metricNow;
        const Saying state = target.metric == TargetMetric::Fits
            ? Saying { now ? "reach.fits" : "reach.fits_no" }
            : now ? Saying { "named", { metricText(target.metric, *now) } }
                  : Saying { "reach.now_fits_not" };
        out.append(words({ "reach.title", { system.name, targetText(target), Sayings { state } } }))
            .append("\n");
        for (const Reach& row : system.rows) {
            out.append("  ").append(leftAligned(std::string(nameOf(row.resource)), kName));
            out += words(sentence(row, target));
            if (row.outcome == Reach::Outcome::Reached && row.amount && row.resource != Resource::Chips)
                out.append("  (").append(words(row.what)).append(")");
            out += '\n';
        }
        out += '\n';
    }
    return out;
}

nlohmann::ordered_json reachJson(
    const std::vector<SystemReach>& systems, const Target& target, const Wording& words)
{
    using Json = nlohmann::ordered_json;
    constexpr std::array<std::string_view, 4> kOutcomes { "reached", "any", "never", "absent" };
    const auto known = [](std::optional<double> value) { return value ? Json(*value) : Json(nullptr); };
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
                { "factor", reached ? Json(row.factor) : Json(nullptr) }, { "what", words(row.what) },
                { "unit", row.unit }, { "now", known(row.amountNow) },
                { "needed", reached ? known(row.amount) : Json(nullptr) },
                { "limit", never ? known(row.limit) : Json(nullptr) }, { "wall", worded(row.wall, words) },
                { "set", std::move(set) }, { "text", words(sentence(row, target)) } });
        }
        MEMWALL_ASSERT(!systems[i].rows.empty());
        json["systems"].push_back({ { "name", systems[i].name },
            { "now", known(systems[i].rows.front().metricNow) }, { "rows", std::move(rows) } });
    }
    return json;
}

} // namespace memwall::core
