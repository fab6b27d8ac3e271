#include "core/scenario/scenario_edits.h"

#include <algorithm>
#include <limits>

namespace memwall::core
{

namespace
{

/// Good enough to order models by parameters: layers times the square of their width.
double roughSize(const Model& model)
{
    return static_cast<double>(model.layers) * model.hidden * model.hidden;
}

bool isDense(const Model& model)
{
    return std::none_of(model.feedForward.begin(), model.feedForward.end(),
        [](const FeedForward& group) { return group.moe; });
}

bool isHardwired(const EditContext& context)
{
    const auto chip = chipOf(context.decodePool().chip, context.catalog);
    return chip && chip->hardwiredModel;
}

struct Tokens
{
    std::int64_t prompt = 0, output = 0;
};

/// Prompt and answer within a context: the answer gets up to half of it, the prompt the rest.
Tokens fitted(Tokens tokens, std::int64_t limit)
{
    if (tokens.prompt + tokens.output <= limit)
        return tokens;
    const std::int64_t output = std::min(tokens.output, std::max<std::int64_t>(1, limit / 2));
    return { std::max<std::int64_t>(1, std::min(tokens.prompt, limit - output)), output };
}

void fit(Settings& settings, const std::string& pointer, Tokens tokens, std::int64_t limit)
{
    const Tokens changed = fitted(tokens, limit);
    if (changed.output != tokens.output)
        settings.emplace_back(pointer + "/output_tokens", changed.output);
    if (changed.prompt != tokens.prompt)
        settings.emplace_back(pointer + "/prompt_tokens", changed.prompt);
}

void fitTokens(Settings& settings, const Workload& workload, std::int64_t limit)
{
    fit(settings, "/workload", { upperTokens(workload.promptTokens), upperTokens(workload.outputTokens) },
        limit);
    for (std::size_t i = 0; i < workload.events.size(); ++i)
        fit(settings, "/workload/events/" + std::to_string(i),
            { workload.events[i].promptTokens, workload.events[i].outputTokens }, limit);
}

std::int64_t limitWith(const EditContext& context, const Model* replacement)
{
    std::int64_t limit = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < context.scenario.systems.size(); ++i) {
        const auto own = modelOf(context.scenario.systems[i].model, context.catalog);
        const Model* model = i == context.system && replacement != nullptr ? replacement
            : own                                                          ? own.get()
                                                                           : nullptr;
        if (model != nullptr && model->maxContext)
            limit = std::min<std::int64_t>(limit, *model->maxContext);
    }
    return limit;
}

} // namespace

Settings setModel(const EditContext& context, const ModelRef& ref)
{
    const auto model = modelOf(ref, context.catalog);
    if (!model)
        return {};
    Settings settings { { context.pointer("/model"), settingOf(ref) } };
    if (const auto& speculation = context.edited().speculation) {
        const auto draft = modelOf(speculation->draftModel, context.catalog);
        if (!draft || !canDraft(*draft, *model))
            settings.emplace_back(context.pointer("/speculation"), nullptr);
    }
    fitTokens(settings, context.scenario.workload, limitWith(context, &*model));
    return settings;
}

Settings setWeights(const EditContext& context, const WeightBits& bits)
{
    if (const auto* number = std::get_if<int>(&bits))
        return { { context.pointer("/weight_bits"), *number } };
    return { { context.pointer("/weight_bits"), std::get<FormatId>(bits).text() } };
}

bool isEtched(const WeightBits& weightBits, const Catalog& catalog)
{
    const auto* id = std::get_if<FormatId>(&weightBits);
    const Format* format = id == nullptr ? nullptr : catalog.format(*id);
    return format != nullptr && format->etched;
}

Saying whyFormatRefused(const EditContext& context, const WeightBits& bits)
{
    const bool etched = isEtched(bits, context.catalog);
    if (isHardwired(context) && !etched)
        return "edit.etched";
    if (!isHardwired(context) && etched)
        return "edit.not_etched";
    return {};
}

Settings setUsers(const EditContext& context, std::int64_t users)
{
    const bool stream = context.scenario.workload.arrivals == Arrivals::Poisson;
    if (stream)
        return { { "/workload/requests", std::clamp<std::int64_t>(users, 1, kMostRequests) } };
    const std::int64_t most = whyOneUser(context).empty() ? kMostUsers : 1;
    return { { "/workload/users", std::clamp<std::int64_t>(users, 1, most) } };
}

Settings setRate(double perSecond)
{
    return { { "/workload/rate_per_s", std::clamp(perSecond, kLeastRate, kMostRate) } };
}

Settings setMaxBatch(const EditContext& context, std::int64_t requests)
{
    return { { context.pointer("/batching/max_batch"), std::clamp<std::int64_t>(requests, 1, kMostBatch) } };
}

Saying whyOneUser(const EditContext& context)
{
    const auto& systems = context.scenario.systems;
    return std::any_of(systems.begin(), systems.end(), splitsLayers) ? Saying { "edit.one_user" } : Saying {};
}

Settings setPromptTokens(const EditContext& context, std::int64_t tokens)
{
    const std::int64_t room = contextLimit(context) - upperTokens(context.scenario.workload.outputTokens);
    return { { "/workload/prompt_tokens", std::max<std::int64_t>(1, std::min(tokens, room)) } };
}

Settings setOutputTokens(const EditContext& context, std::int64_t tokens)
{
    const std::int64_t room = contextLimit(context) - upperTokens(context.scenario.workload.promptTokens);
    return { { "/workload/output_tokens", std::max<std::int64_t>(1, std::min(tokens, room)) } };
}

std::int64_t contextLimit(const EditContext& context)
{
    return limitWith(context, nullptr);
}

std::int64_t upperTokens(const TokenCount& count)
{
    switch (count.shape) {
    case TokenCount::Shape::Fixed:
        return count.value;
    case TokenCount::Shape::Lognormal:
        return static_cast<std::int64_t>(count.p90);
    case TokenCount::Shape::Uniform:
        return count.max;
    }
    return count.value;
}

bool canDraft(const Model& draft, const Model& target)
{
    return draft.vocabulary == target.vocabulary && roughSize(draft) < roughSize(target) && isDense(draft);
}

const Model* drafterFor(const Catalog& catalog, const Model& target)
{
    if (const Model* usual = catalog.model(ModelId("llama-3.2-1b"));
        usual != nullptr && canDraft(*usual, target))
        return usual;
    const Model* best = nullptr;
    for (const Model& model : catalog.models)
        if (canDraft(model, target) && (best == nullptr || roughSize(model) < roughSize(*best)))
            best = &model;
    return best;
}

Settings setSpeculative(const EditContext& context, bool on)
{
    if (on == context.edited().speculation.has_value())
        return {};
    if (!on)
        return { { context.pointer("/speculation"), nullptr } };
    const auto target = modelOf(context.edited().model, context.catalog);
    const Model* draft = target ? drafterFor(context.catalog, *target) : nullptr;
    if (draft == nullptr)
        return {};
    return { { context.pointer("/speculation"),
        { { "method", "draft-model" }, { "draft_model", draft->id.text() }, { "draft_tokens", 5 },
            { "acceptance", 0.7 } } } };
}

Saying whyNotSpeculative(const EditContext& context)
{
    if (splitsLayers(context.edited()))
        return "edit.drafting_apart";
    if (isHardwired(context))
        return "edit.no_second_model";
    const auto target = modelOf(context.edited().model, context.catalog);
    if (!target || drafterFor(context.catalog, *target) == nullptr)
        return "edit.no_drafter";
    return {};
}

} // namespace memwall::core
