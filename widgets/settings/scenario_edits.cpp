#include "widgets/settings/scenario_edits.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace memwall::ui
{

namespace
{

struct ScenarioEditsText
{
    Q_DECLARE_TR_FUNCTIONS(ScenarioEdits)
};

/// Good enough to order models by parameters: layers times the square of their width.
double roughSize(const core::Model& model)
{
    return static_cast<double>(model.layers) * model.hidden * model.hidden;
}

bool isDense(const core::Model& model)
{
    return std::none_of(model.feedForward.begin(), model.feedForward.end(),
        [](const core::FeedForward& group) { return group.moe; });
}

bool isHardwired(const EditContext& context)
{
    const auto chip = chipOf(context.catalog, context.decodePool().chip);
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

void fit(core::Settings& settings, const std::string& pointer, Tokens tokens, std::int64_t limit)
{
    const Tokens changed = fitted(tokens, limit);
    if (changed.output != tokens.output)
        settings.emplace_back(pointer + "/output_tokens", changed.output);
    if (changed.prompt != tokens.prompt)
        settings.emplace_back(pointer + "/prompt_tokens", changed.prompt);
}

void fitTokens(core::Settings& settings, const core::Workload& workload, std::int64_t limit)
{
    fit(settings, "/workload", { upperTokens(workload.promptTokens), upperTokens(workload.outputTokens) },
        limit);
    for (std::size_t i = 0; i < workload.events.size(); ++i)
        fit(settings, "/workload/events/" + std::to_string(i),
            { workload.events[i].promptTokens, workload.events[i].outputTokens }, limit);
}

std::int64_t limitWith(const EditContext& context, const core::Model* replacement)
{
    std::int64_t limit = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < context.scenario.systems.size(); ++i) {
        const auto own = modelOf(context.catalog, context.scenario.systems[i].model);
        const core::Model* model = i == context.system && replacement != nullptr ? replacement
            : own                                                                ? &*own
                                                                                 : nullptr;
        if (model != nullptr && model->maxContext > 0)
            limit = std::min<std::int64_t>(limit, model->maxContext);
    }
    return limit;
}

} // namespace

std::optional<core::Chip> chipOf(const core::Catalog& catalog, const core::CatalogRef& ref)
{
    if (ref.object) {
        auto chip = core::readChip(*ref.object, {});
        return chip ? std::optional(std::move(*chip)) : std::nullopt;
    }
    const core::Chip* chip = catalog.chip(ref.id);
    return chip != nullptr ? std::optional(*chip) : std::nullopt;
}

std::optional<core::Model> modelOf(const core::Catalog& catalog, const core::CatalogRef& ref)
{
    if (ref.object) {
        auto model = core::readModel(*ref.object, {});
        return model ? std::optional(std::move(*model)) : std::nullopt;
    }
    const core::Model* model = catalog.model(ref.id);
    return model != nullptr ? std::optional(*model) : std::nullopt;
}

core::Settings setModel(const EditContext& context, const core::CatalogRef& ref)
{
    const auto model = modelOf(context.catalog, ref);
    if (!model)
        return {};
    core::Settings settings { { context.pointer("/model"), core::settingOf(ref) } };
    if (const auto& speculation = context.edited().speculation) {
        const auto draft = modelOf(context.catalog, speculation->draftModel);
        if (!draft || !canDraft(*draft, *model))
            settings.emplace_back(context.pointer("/speculation"), nullptr);
    }
    fitTokens(settings, context.scenario.workload, limitWith(context, &*model));
    return settings;
}

core::Settings setWeights(const EditContext& context, const std::variant<int, std::string>& bits)
{
    if (const auto* number = std::get_if<int>(&bits))
        return { { context.pointer("/weight_bits"), *number } };
    return { { context.pointer("/weight_bits"), std::get<std::string>(bits) } };
}

bool isEtched(const std::variant<int, std::string>& weightBits, const core::Catalog& catalog)
{
    const auto* id = std::get_if<std::string>(&weightBits);
    const core::Format* format = id == nullptr ? nullptr : catalog.format(*id);
    return format != nullptr && format->etched;
}

QString whyFormatRefused(const EditContext& context, const std::variant<int, std::string>& bits)
{
    const bool etched = isEtched(bits, context.catalog);
    if (isHardwired(context) && !etched)
        return ScenarioEditsText::tr(
            "The weights of this chip are etched at 3 and 6 bits; another format needs a new chip.");
    if (!isHardwired(context) && etched)
        return ScenarioEditsText::tr("Only a chip with its model etched into the silicon has this format.");
    return {};
}

core::Settings setUsers(const EditContext& context, std::int64_t users)
{
    const bool stream = context.scenario.workload.arrivals == core::Arrivals::Poisson;
    if (stream)
        return { { "/workload/requests", std::clamp<std::int64_t>(users, 1, kMostRequests) } };
    const std::int64_t most = whyOneUser(context).isEmpty() ? kMostUsers : 1;
    return { { "/workload/users", std::clamp<std::int64_t>(users, 1, most) } };
}

core::Settings setRate(double perSecond)
{
    return { { "/workload/rate_per_s", std::clamp(perSecond, kLeastRate, kMostRate) } };
}

core::Settings setMaxBatch(const EditContext& context, std::int64_t requests)
{
    return { { context.pointer("/batching/max_batch"), std::clamp<std::int64_t>(requests, 1, kMostBatch) } };
}

QString whyOneUser(const EditContext& context)
{
    const auto& systems = context.scenario.systems;
    return std::any_of(systems.begin(), systems.end(), splitsLayers)
        ? ScenarioEditsText::tr("Machines that split attention from feed-forward are computed for one user.")
        : QString {};
}

core::Settings setPromptTokens(const EditContext& context, std::int64_t tokens)
{
    const std::int64_t room = contextLimit(context) - upperTokens(context.scenario.workload.outputTokens);
    return { { "/workload/prompt_tokens", std::max<std::int64_t>(1, std::min(tokens, room)) } };
}

core::Settings setOutputTokens(const EditContext& context, std::int64_t tokens)
{
    const std::int64_t room = contextLimit(context) - upperTokens(context.scenario.workload.promptTokens);
    return { { "/workload/output_tokens", std::max<std::int64_t>(1, std::min(tokens, room)) } };
}

std::int64_t contextLimit(const EditContext& context)
{
    return limitWith(context, nullptr);
}

std::int64_t upperTokens(const core::TokenCount& count)
{
    switch (count.shape) {
    case core::TokenCount::Shape::Fixed:
        return count.value;
    case core::TokenCount::Shape::Lognormal:
        return static_cast<std::int64_t>(count.p90);
    case core::TokenCount::Shape::Uniform:
        return count.max;
    }
    return count.value;
}

bool canDraft(const core::Model& draft, const core::Model& target)
{
    return draft.vocabulary == target.vocabulary && roughSize(draft) < roughSize(target) && isDense(draft);
}

const core::Model* drafterFor(const core::Catalog& catalog, const core::Model& target)
{
    if (const core::Model* usual = catalog.model("llama-3.2-1b");
        usual != nullptr && canDraft(*usual, target))
        return usual;
    const core::Model* best = nullptr;
    for (const core::Model& model : catalog.models)
        if (canDraft(model, target) && (best == nullptr || roughSize(model) < roughSize(*best)))
            best = &model;
    return best;
}

core::Settings setSpeculative(const EditContext& context, bool on)
{
    if (on == context.edited().speculation.has_value())
        return {};
    if (!on)
        return { { context.pointer("/speculation"), nullptr } };
    const auto target = modelOf(context.catalog, context.edited().model);
    const core::Model* draft = target ? drafterFor(context.catalog, *target) : nullptr;
    if (draft == nullptr)
        return {};
    return { { context.pointer("/speculation"),
        { { "method", "draft-model" }, { "draft_model", draft->id }, { "draft_tokens", 5 },
            { "acceptance", 0.7 } } } };
}

QString whyNotSpeculative(const EditContext& context)
{
    if (splitsLayers(context.edited()))
        return ScenarioEditsText::tr(
            "Drafting is not computed for machines that split attention from feed-forward.");
    if (isHardwired(context))
        return ScenarioEditsText::tr(
            "This chip has one model etched into its silicon; there is no room for a second one.");
    const auto target = modelOf(context.catalog, context.edited().model);
    if (!target || drafterFor(context.catalog, *target) == nullptr)
        return ScenarioEditsText::tr("No smaller model of the catalog shares this model's vocabulary.");
    return {};
}

} // namespace memwall::ui
