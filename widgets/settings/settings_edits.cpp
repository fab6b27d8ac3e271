#include "widgets/settings/settings_edits.h"

#include "widgets/base/format.h"
#include "widgets/inputs/number_input.h"

#include <QCoreApplication>

#include <algorithm>

namespace memwall::ui
{

namespace
{

struct Sheet
{
    Q_DECLARE_TR_FUNCTIONS(SettingsPopup)
};

QString choiceWords(const Choices& choices, const QString& key)
{
    const auto found = std::find_if(
        choices.begin(), choices.end(), [&key](const auto& choice) { return choice.first == key; });
    return found == choices.end() ? key : found->second;
}

/// An empty text is none: the file leaves it out.
nlohmann::json textJson(const QString& text)
{
    return text.isEmpty() ? nlohmann::json {} : nlohmann::json(text.toStdString());
}

} // namespace

Choices engineChoices(const core::EditContext& context)
{
    const auto& pools = context.edited().pools;
    const auto anyChip = [&](bool native) {
        return std::any_of(pools.begin(), pools.end(), [&](const core::Pool& pool) {
            const auto chip = core::chipOf(pool.chip, context.catalog);
            return chip && chip->native.has_value() == native;
        });
    };
    Choices choices { { QString {}, Sheet::tr("The chip's usual one") } };
    for (const core::Engine& engine : context.catalog.engines) {
        if (!anyChip(engine.native))
            continue;
        const QString name = QString::fromStdString(engine.name), era = QString::fromStdString(engine.era);
        choices.push_back({ QString::fromStdString(engine.id.text()),
            engine.isClass ? name : QStringLiteral("%1 (%2)").arg(name, era) });
    }
    return choices;
}

Choices kvBitChoices()
{
    Choices choices;
    for (const int bits : { 16, 8, 4 })
        choices.push_back({ QString::number(bits), Sheet::tr("%1-bit").arg(bits) });
    return choices;
}

Choices policyChoices()
{
    return { { QStringLiteral("continuous"), Sheet::tr("Continuous: join and leave") },
        { QStringLiteral("chunked"), Sheet::tr("Chunked: prompts in parts") },
        { QStringLiteral("static"), Sheet::tr("Static: fixed groups") } };
}

Choices arrivalChoices(bool recorded)
{
    Choices choices { { QStringLiteral("together"), Sheet::tr("All at once") },
        { QStringLiteral("closed"), Sheet::tr("Each asks again") },
        { QStringLiteral("poisson"), Sheet::tr("By chance, at a rate") } };
    if (recorded)
        choices.push_back({ QStringLiteral("trace"), Sheet::tr("As recorded") });
    return choices;
}

Choices methodChoices()
{
    return { { QStringLiteral("draft-model"), Sheet::tr("A small model") },
        { QStringLiteral("mtp"), Sheet::tr("An extra layer (MTP)") },
        { QStringLiteral("eagle"), Sheet::tr("An EAGLE layer") },
        { QStringLiteral("ngram"), Sheet::tr("Looked up in the text") } };
}

Choices drafterChoices(const core::EditContext& context)
{
    const auto target = core::modelOf(context.edited().model, context.catalog);
    Choices choices;
    for (const core::Model& model : context.catalog.models)
        if (target && canDraft(model, *target))
            choices.push_back(
                { QString::fromStdString(model.id.text()), QString::fromStdString(model.name) });
    const auto& speculation = context.edited().speculation;
    if (speculation && speculation->draftModel.object) {
        const QString id = QString::fromStdString(speculation->draftModel.id.text());
        choices.push_back({ id, id });
    }
    return choices;
}

QString policyKey(core::BatchingPolicy policy)
{
    return policyChoices()[static_cast<qsizetype>(policy)].first;
}

QString arrivalsKey(core::Arrivals arrivals)
{
    switch (arrivals) {
    case core::Arrivals::Together:
        return QStringLiteral("together");
    case core::Arrivals::Poisson:
        return QStringLiteral("poisson");
    case core::Arrivals::Closed:
        return QStringLiteral("closed");
    case core::Arrivals::Trace:
        break;
    }
    return QStringLiteral("trace");
}

NamedSettings setTitle(const QString& title)
{
    return { { { "/title", textJson(title) } }, Sheet::tr("Change the title") };
}

NamedSettings setDescription(const QString& text)
{
    return { { { "/description", textJson(text) } }, Sheet::tr("Change the description") };
}

NamedSettings setName(const core::EditContext& context, const QString& name)
{
    return { { { context.pointer("/name"), textJson(name) } },
        name.isEmpty() ? Sheet::tr("Name the lane after its hardware")
                       : Sheet::tr("Name the lane %1").arg(name) };
}

NamedSettings setKvCache(const core::EditContext& context, bool on)
{
    return { { { context.pointer("/kv_cache"), on ? nlohmann::json {} : nlohmann::json(false) } },
        on ? Sheet::tr("Turn the KV cache on") : Sheet::tr("Turn the KV cache off") };
}

QString whyKvCache(const core::EditContext& context)
{
    const core::System& system = context.edited();
    if (system.speculation)
        return Sheet::tr("Drafting is computed with a KV cache only. Turn Speculative off first.");
    if (system.pools.size() > 1)
        return Sheet::tr("Pools of their own hand the KV cache to each other. Put them together first.");
    if (system.batching.policy == core::BatchingPolicy::Chunked)
        return Sheet::tr(
            "Prompts in parts need the KV cache of the parts before. Choose another batching first.");
    return {};
}

NamedSettings setKvBits(const core::EditContext& context, const QString& key)
{
    return { { { context.pointer("/kv_bits"), key.toInt() } },
        Sheet::tr("Set the KV cache to %1 bits").arg(key) };
}

NamedSettings setEngine(const core::EditContext& context, const QString& key)
{
    return { { { context.pointer("/engine"), textJson(key) } },
        Sheet::tr("Set the engine to %1").arg(choiceWords(engineChoices(context), key)) };
}

NamedSettings setPolicy(const core::EditContext& context, const QString& key)
{
    return { { { context.pointer("/batching/policy"), key.toStdString() } },
        Sheet::tr("Set batching to %1").arg(key) };
}

QString whyNotPolicy(const core::EditContext& context, const QString& key)
{
    return key == QStringLiteral("chunked") && !context.edited().kvCache
        ? Sheet::tr("Prompts in parts need the KV cache of the parts before. Turn the KV cache on first.")
        : QString {};
}

NamedSettings setChunk(const core::EditContext& context, std::int64_t tokens)
{
    return { { { context.pointer("/batching/prefill_chunk_tokens"), tokens } },
        Sheet::tr("Take prompts in parts of %1 tokens").arg(numberText(double(tokens))) };
}

NamedSettings setArrivals(const QString& key)
{
    return { { { "/workload/arrivals", key.toStdString() } },
        Sheet::tr("Let requests come: %1").arg(choiceWords(arrivalChoices(true), key)) };
}

NamedSettings setMethod(const core::EditContext& context, const QString& key)
{
    NamedSettings named { { { context.pointer("/speculation/method"), key.toStdString() } },
        Sheet::tr("Let drafts come from: %1").arg(choiceWords(methodChoices(), key)) };
    const auto& speculation = context.edited().speculation;
    const auto target = core::modelOf(context.edited().model, context.catalog);
    const bool needsModel = key == plain(core::nameOf(core::DraftMethod::DraftModel)) && speculation
        && speculation->draftModel == core::ModelRef {};
    if (const core::Model* drafter = needsModel && target ? drafterFor(context.catalog, *target) : nullptr)
        named.settings.emplace_back(context.pointer("/speculation/draft_model"), drafter->id.text());
    return named;
}

NamedSettings setDrafter(const core::EditContext& context, const QString& key)
{
    return { { { context.pointer("/speculation/draft_model"), key.toStdString() } },
        Sheet::tr("Let %1 draft").arg(choiceWords(drafterChoices(context), key)) };
}

NamedSettings setDraftTokens(const core::EditContext& context, std::int64_t tokens)
{
    return { { { context.pointer("/speculation/draft_tokens"), tokens } },
        Sheet::tr("Draft %1 tokens at a time").arg(tokens) };
}

NamedSettings setAcceptance(const core::EditContext& context, double share)
{
    return { { { context.pointer("/speculation/acceptance"), share } },
        Sheet::tr("Set acceptance to %1").arg(numberText(share)) };
}

} // namespace memwall::ui
