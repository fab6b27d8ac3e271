#include "core/base/visible_text.h"
#include "core/catalog/read_parts.h"
#include "core/scenario/read_parts.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

const std::vector<std::string> kPolicyNames { "continuous", "chunked", "static" };

namespace
{

const std::vector<std::string> kRoleNames { "both", "prefill", "decode", "attention", "ffn" };
const std::vector<std::string> kDraftMethodNames { "draft-model", "mtp", "eagle", "ngram" };

template <typename T> std::vector<std::string> idsOf(const std::vector<T>& all)
{
    std::vector<std::string> ids;
    for (const T& one : all)
        ids.push_back(one.id.text());
    return ids;
}

template <typename T> std::shared_ptr<const T> owned(std::expected<T, Problems> read)
{
    return read ? std::make_shared<const T>(std::move(*read)) : nullptr;
}

/// The catalog's own: nothing is counted or freed.
template <typename T> std::shared_ptr<const T> lent(const T* value)
{
    return { std::shared_ptr<const void> {}, value };
}

/// A catalog id, or an object in the catalog's own format, which read reads.
template <typename T>
CatalogRef<decltype(T::id)> readRef(ScenarioContext& context, ObjectReader& fields, const char* key,
    const std::vector<T>& all, T (*read)(ReadContext&, const json&, const std::string&))
{
    CatalogRef<decltype(T::id)> ref;
    const json* value = fields.find(key);
    if (value == nullptr)
        return ref;
    if (value->is_object()) {
        ref.object = *value;
        if (const auto id = value->find("id"); id != value->end() && id->is_string())
            ref.id = decltype(T::id)(visibleText(id->get_ref<const std::string&>()));
        (void)read(context, *value, fields.at(key));
        return ref;
    }
    if (!value->is_string()) {
        context.report(fields.at(key), { "wrong.be_id" }, { "right.id" });
        return ref;
    }
    ref.id = decltype(T::id)(value->get<std::string>());
    if (std::none_of(all.begin(), all.end(), [&](const T& one) { return one.id == ref.id; }))
        context.report(fields.at(key), { "wrong.unknown", { key, ref.id.text() } },
            suggestion(ref.id.text(), idsOf(all)));
    return ref;
}

ModelRef readModelRef(ScenarioContext& context, ObjectReader& fields, const char* key)
{
    return readRef(context, fields, key, context.catalog->models, readModelOrConfig);
}

ResourceScale readScale(ScenarioContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    ResourceScale scale;
    const auto take = [&](const char* key, double& into) {
        into = fields.number(key, { 1e-6, 1e6 }).value_or(1.0);
    };
    take("bandwidth", scale.bandwidth);
    take("flops", scale.flops);
    take("capacity", scale.capacity);
    take("latency", scale.latency);
    take("link", scale.link);
    fields.finish();
    return scale;
}

/// What an inline chip names must exist: an unknown link or engine would cost no time at all.
void checkInlineChip(ScenarioContext& context, const ChipRef& ref, const std::string& pointer)
{
    const auto chip = ref.object ? chipOf(ref, *context.catalog) : nullptr;
    if (!chip)
        return;
    const auto check
        = [&](bool known, const char* field, const std::string& id, const std::vector<std::string>& ids) {
              if (!known)
                  context.report(pointer + field, { "wrong.unknown_id", { id } }, suggestion(id, ids));
          };
    const Catalog& catalog = *context.catalog;
    const auto links = idsOf(catalog.links);
    const auto checkSide = [&](const std::optional<Neighbours>& side, const char* field) {
        if (side)
            check(catalog.link(side->link) != nullptr, field, side->link.text(), links);
    };
    checkSide(chip->scaleUp, "/scale_up/link");
    checkSide(chip->scaleOut, "/scale_out/link");
    check(catalog.engine(chip->defaultEngine) != nullptr, "/default_engine", chip->defaultEngine.text(),
        idsOf(catalog.engines));
}

Pool readPool(ScenarioContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    Pool pool;
    if (const auto word = fields.choice("role", kRoleNames))
        pool.role = static_cast<PoolRole>(*word);
    fields.require("chip", { "give.catalog_id" });
    pool.chip = readRef<Chip>(context, fields, "chip", context.catalog->chips, readChip);
    checkInlineChip(context, pool.chip, fields.at("chip"));
    const auto degree = [&](const char* key) {
        return static_cast<int>(fields.integer(key, { 1, 1e5 }).value_or(1));
    };
    pool.chips = degree("chips");
    pool.pipelineParallel = degree("pipeline_parallel");
    pool.expertParallel = degree("expert_parallel");
    pool.replicas = degree("replicas");
    pool.tensorParallel
        = fields.has("tensor_parallel") ? degree("tensor_parallel") : defaultTensorParallel(pool);
    fields.allow({ "tensor_parallel" });
    if (const json* scale = fields.object("scale"))
        pool.scale = readScale(context, *scale, fields.at("scale"));
    fields.finish();
    return pool;
}

Batching readBatching(ScenarioContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    Batching batching;
    if (const auto word = fields.choice("policy", kPolicyNames))
        batching.policy = static_cast<BatchingPolicy>(*word);
    batching.maxBatch = static_cast<int>(fields.integer("max_batch", { 1, 1e5 }).value_or(batching.maxBatch));
    batching.prefillChunkTokens = static_cast<int>(
        fields.integer("prefill_chunk_tokens", { 1, 1e7 }).value_or(batching.prefillChunkTokens));
    fields.finish();
    return batching;
}

/// One number for every position, or one for each.
void readAcceptance(ScenarioContext& context, ObjectReader& fields, Speculation& speculation)
{
    const json* value = fields.find("acceptance");
    if (value == nullptr || !value->is_array()) {
        speculation.acceptance = fields.number("acceptance", { 0, 1 }).value_or(speculation.acceptance);
        return;
    }
    for (std::size_t i = 0; i < value->size(); ++i) {
        const json& one = value->at(i);
        if (one.is_number() && one >= 0 && one <= 1)
            speculation.acceptanceAt.push_back(one.get<double>());
        else
            context.report(
                fields.at("acceptance") + '/' + std::to_string(i), { "wrong.be_chance" }, { "give.chance" });
    }
    if (value->empty())
        context.report(fields.at("acceptance"), { "wrong.empty" }, { "give.acceptance" });
}

Speculation readSpeculation(ScenarioContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    Speculation speculation;
    if (const auto word = fields.choice("method", kDraftMethodNames))
        speculation.method = static_cast<DraftMethod>(*word);
    if (speculation.method == DraftMethod::DraftModel)
        fields.require("draft_model", { "give.draft_model" });
    speculation.draftModel = readModelRef(context, fields, "draft_model");
    speculation.draftTokens
        = static_cast<int>(fields.integer("draft_tokens", { 1, 16 }).value_or(speculation.draftTokens));
    readAcceptance(context, fields, speculation);
    fields.finish();
    return speculation;
}

void readWeights(ScenarioContext& context, ObjectReader& fields, System& system)
{
    const json* bits = fields.find("weight_bits");
    if (bits != nullptr && bits->is_string()) {
        const FormatId id(bits->get<std::string>());
        system.weightBits = id;
        if (context.catalog->format(id) == nullptr)
            context.report(fields.at("weight_bits"), { "wrong.unknown_format", { id.text() } },
                suggestion(id.text(), idsOf(context.catalog->formats)));
    } else if (bits != nullptr) {
        const bool known = bits->is_number_integer() && (*bits == 16 || *bits == 8 || *bits == 4);
        if (known)
            system.weightBits = bits->get<int>();
        else
            context.report(fields.at("weight_bits"), { "wrong.weight_bits" }, { "right.weight_bits" });
    }
    if (const json* kv = fields.find("kv_bits")) {
        if (kv->is_number_integer() && (*kv == 16 || *kv == 8 || *kv == 4))
            system.kvBits = kv->get<int>();
        else
            context.report(fields.at("kv_bits"), { "wrong.kv_bits" }, { "right.kv_bits" });
    }
    system.kvCache = fields.flag("kv_cache").value_or(true);
}

} // namespace

std::string_view nameOf(PoolRole role)
{
    return kRoleNames[static_cast<std::size_t>(role)];
}

std::string_view nameOf(DraftMethod method)
{
    return kDraftMethodNames[static_cast<std::size_t>(method)];
}

int defaultTensorParallel(const Pool& pool)
{
    // 64 bits: both factors reach 100000.
    const std::int64_t others = std::int64_t { pool.pipelineParallel } * pool.replicas;
    return pool.expertParallel > 1 ? 1 : static_cast<int>(std::max<std::int64_t>(1, pool.chips / others));
}

std::shared_ptr<const Chip> chipOf(const ChipRef& ref, const Catalog& catalog)
{
    return ref.object ? owned(readChip(*ref.object, {})) : lent(catalog.chip(ref.id));
}

std::shared_ptr<const Model> modelOf(const ModelRef& ref, const Catalog& catalog)
{
    return ref.object ? owned(readModel(*ref.object, {})) : lent(catalog.model(ref.id));
}

std::string defaultSystemName(const System& system, const Catalog& catalog)
{
    std::string name;
    for (const Pool& pool : system.pools) {
        const auto chip = chipOf(pool.chip, catalog);
        name += (name.empty() ? "" : " → ") + std::to_string(pool.chips) + " × "
            + (chip ? chip->shortName : pool.chip.id.text());
    }
    return name;
}

System readSystem(ScenarioContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    System system;
    fields.require("model", { "give.catalog_id" });
    fields.require("pools", { "give.pools" });
    system.model = readModelRef(context, fields, "model");
    readWeights(context, fields, system);
    if (const auto engine = readWords(fields, "engine")) {
        system.engine = EngineId(*engine);
        if (context.catalog->engine(*system.engine) == nullptr)
            context.report(fields.at("engine"), { "wrong.unknown_engine", { *engine } },
                suggestion(*engine, idsOf(context.catalog->engines)));
    }
    if (const json* pools = fields.array("pools")) {
        if (pools->empty())
            context.report(fields.at("pools"), { "wrong.empty" }, { "give.one_pool" });
        for (std::size_t i = 0; i < pools->size(); ++i)
            system.pools.push_back(
                readPool(context, pools->at(i), fields.at("pools") + '/' + std::to_string(i)));
    }
    if (fields.has("link"))
        system.link = readRef<Link>(context, fields, "link", context.catalog->links, readLink);
    fields.allow({ "link" });
    if (const json* batching = fields.object("batching"))
        system.batching = readBatching(context, *batching, fields.at("batching"));
    if (const json* speculation = fields.object("speculation"))
        system.speculation = readSpeculation(context, *speculation, fields.at("speculation"));
    system.name = fields.text("name").value_or(defaultSystemName(system, *context.catalog));
    fields.finish();
    return system;
}

} // namespace memwall::core
