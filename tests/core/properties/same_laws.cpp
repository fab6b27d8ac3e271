#include "core/export/report_json.h"
#include "core/scenario/scenario_io.h"
#include "core/schedule/scheduler.h"
#include "core/simulate.h"
#include "tests/core/properties/laws.h"
#include "widgets/words/sayings.h"

#include <nlohmann/json.hpp>

#include <future>

namespace memwall::tests
{

using namespace core;

namespace
{

void sameAffine(Affine a, Affine b)
{
    if (!(a == b))
        throw Broken("the same scenario gives other times or amounts");
}

void sameOperators(const std::vector<Operator>& a, const std::vector<Operator>& b)
{
    if (a.size() != b.size())
        throw Broken("the same scenario gives other operators");
    for (std::size_t i = 0; i < a.size(); ++i) {
        sameAffine(a[i].begin, b[i].begin);
        sameAffine(a[i].busy, b[i].busy);
        sameAffine(a[i].duration, b[i].duration);
        sameAffine(a[i].flops, b[i].flops);
        for (std::size_t f = 0; f < std::min(a[i].flows.size(), b[i].flows.size()); ++f)
            sameAffine(a[i].flows[f].bytes, b[i].flows[f].bytes);
        if (a[i].kind != b[i].kind || a[i].bound != b[i].bound || a[i].flows.size() != b[i].flows.size())
            throw Broken("the same scenario gives other operators");
    }
}

void samePasses(const StepShape& a, const StepShape& b)
{
    sameAffine(a.duration, b.duration);
    if (a.passes.size() != b.passes.size())
        throw Broken("the same scenario gives other passes");
    for (std::size_t i = 0; i < a.passes.size(); ++i) {
        if (a.passes[i].layerKinds.size() != b.passes[i].layerKinds.size()
            || a.passes[i].layerKindOf != b.passes[i].layerKindOf)
            throw Broken("the same scenario gives other layers");
        sameOperators(a.passes[i].before, b.passes[i].before);
        sameOperators(a.passes[i].after, b.passes[i].after);
        for (std::size_t kind = 0; kind < a.passes[i].layerKinds.size(); ++kind)
            sameOperators(a.passes[i].layerKinds[kind].operators, b.passes[i].layerKinds[kind].operators);
    }
}

void sameRun(const Run& a, const Run& b)
{
    if (a.fits != b.fits || a.fitReason != b.fitReason || a.notes != b.notes || a.end() != b.end()
        || a.segments.size() != b.segments.size() || a.requests.size() != b.requests.size())
        throw Broken("the same scenario gives another run");
    for (std::size_t i = 0; i < a.segments.size(); ++i) {
        const Segment& one = a.segments[i];
        const Segment& other = b.segments[i];
        if (one.begin != other.begin || one.end != other.end || one.steps != other.steps
            || one.pool != other.pool || one.requests != other.requests || one.kvAfter != other.kvAfter)
            throw Broken("the same scenario gives another segment " + std::to_string(i));
        samePasses(*one.shape, *other.shape);
    }
    for (std::size_t i = 0; i < a.requests.size(); ++i)
        if (a.requests[i].firstToken != b.requests[i].firstToken
            || a.requests[i].finish != b.requests[i].finish
            || a.requests[i].rejected != b.requests[i].rejected)
            throw Broken("the same scenario gives another answer " + std::to_string(i));
}

std::string jsonOf(const Scenario& scenario, const Catalog& catalog)
{
    return reportJson(simulate(scenario, catalog), ui::wordingOfFiles()).dump();
}

} // namespace

void sameAgain(const Played& played)
{
    const auto again = readScenario(writeScenario(played.scenario), played.catalog);
    if (!again || !(*again == played.scenario))
        throw Broken("what is written does not read as the same scenario");
    const auto playAgain
        = [&] { return schedule(resolve(again->systems[0], played.catalog), again->workload); };
    sameRun(*played.run, playAgain());
    // Threads cost more than small runs: the seed picks some of them.
    if (played.scenario.workload.seed % 16 != 3)
        return;
    const std::string expected
        = reportJson({ { { played.run, played.report } } }, ui::wordingOfFiles()).dump();
    std::vector<std::future<std::string>> others;
    for (int i = 0; i < 3; ++i)
        others.push_back(std::async(std::launch::async, [&] { return jsonOf(*again, played.catalog); }));
    for (auto& other : others)
        if (other.get() != expected)
            throw Broken("several threads at once give another report");
}

} // namespace memwall::tests
