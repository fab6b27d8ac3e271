#include "core/schedule/shapes.h"

#include "core/schedule/random.h"
#include "core/schedule/steps.h"

#include <bit>

namespace memwall::core
{

namespace
{

constexpr std::size_t kMostKnown = 1U << 17;

/// Durations of passes and layers, without what they are made of.
std::shared_ptr<const StepShape> outlineOf(const StepShape& shape)
{
    auto outline = std::make_shared<StepShape>();
    outline->duration = shape.duration;
    for (const Pass& pass : shape.passes) {
        Pass& kept = outline->passes.emplace_back();
        kept.kind = pass.kind;
        kept.tokens = pass.tokens;
        kept.duration = pass.duration;
        for (const Layer& layer : pass.layerKinds)
            kept.layerKinds.push_back({ {}, layer.duration, layer.expertsTouched });
    }
    return outline;
}

} // namespace

Pass build(const PlannedPass& planned, double& steps)
{
    Pass pass = buildPass(planned.stations, planned.work, steps, planned.options);
    if (planned.work.draft)
        pass.kind = PassKind::Draft;
    return pass;
}

SharedShape Shapes::of(const std::vector<PlannedPass>& plan, bool outline)
{
    PassKey key;
    for (const PlannedPass& planned : plan)
        appendKey(key, planned.stations, planned.work, planned.options);
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second;
    // What stands in segments stays; only later ones do not find it any more.
    if (m_known.size() >= kMostKnown)
        m_known.clear();
    SharedShape built { nullptr, kManySteps, true };
    std::vector<Pass> passes;
    passes.reserve(plan.size());
    for (const PlannedPass& planned : plan)
        passes.push_back(build(planned, built.steps));
    built.shape = shapeOf(std::move(passes));
    if (outline)
        built.shape = outlineOf(*built.shape);
    m_known.emplace(std::move(key), SharedShape { built.shape, built.steps, false });
    return built;
}

std::size_t Shapes::Hash::operator()(const PassKey& key) const
{
    std::uint64_t hash = key.size();
    for (const double value : key)
        hash = randomBits(hash, 0, std::bit_cast<std::uint64_t>(value));
    return static_cast<std::size_t>(hash);
}

} // namespace memwall::core
