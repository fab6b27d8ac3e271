#include "core/catalog/catalog.h"

#include "core/base/json_document.h"
#include "core/catalog/constants.h"
#include "core/catalog/hf_config.h"
#include "core/catalog/read_parts.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace memwall::core
{

using nlohmann::json;

namespace
{

template <typename T, typename Tag> const T* withId(const std::vector<T>& all, const Id<Tag>& id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const T& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

const std::string& textOf(const std::string& id)
{
    return id;
}

template <typename Tag> const std::string& textOf(const Id<Tag>& id)
{
    return id.text();
}

/// One file of the catalog: its text as JSON, and the problems found while reading it.
class CatalogFile
{
public:
    CatalogFile(const std::filesystem::path& folder, const std::string& name, const std::string& schema,
        Problems& problems)
        : m_name(name)
        , m_problems(problems)
    {
        std::ifstream stream(folder / name, std::ios::binary);
        m_text.assign(std::istreambuf_iterator<char>(stream), {});
        if (!stream) {
            m_problems.push_back({ name, {}, { "wrong.unreadable" }, { "right.install_catalog" } });
            return;
        }
        auto parsed = parseJson(m_text);
        if (!parsed) {
            take(std::move(parsed.error()));
            return;
        }
        m_value = std::move(*parsed);
        ObjectReader fields(m_context, m_value, "");
        if (m_value.is_object() && fields.text("schema").value_or("") != schema)
            m_context.report("/schema", { "wrong.schema", { schema } }, { "right.schema" });
    }

    CatalogFile(const CatalogFile&) = delete;
    CatalogFile& operator=(const CatalogFile&) = delete;
    CatalogFile(CatalogFile&&) = delete;
    CatalogFile& operator=(CatalogFile&&) = delete;
    ~CatalogFile()
    {
        Problems problems = m_context.problems.take();
        addLines(problems, m_text);
        take(std::move(problems));
    }

    /// Reads every entry of a list; ids must differ.
    template <typename T, typename Read> void list(const char* key, std::vector<T>& into, const Read& read)
    {
        if (!m_value.is_object())
            return;
        ObjectReader fields(m_context, m_value, "");
        fields.require(key, { "give.entries" });
        const json* entries = fields.array(key);
        if (entries == nullptr)
            return;
        std::set<decltype(T::id)> ids;
        for (std::size_t i = 0; i < entries->size(); ++i) {
            const std::string pointer = fields.at(key) + '/' + std::to_string(i);
            into.push_back(read(m_context, entries->at(i), pointer));
            if (!ids.insert(into.back().id).second)
                m_context.report(
                    pointer + "/id", { "wrong.id_twice", { textOf(into.back().id) } }, { "right.other_id" });
        }
    }

    [[nodiscard]] const json& value() const { return m_value; }
    [[nodiscard]] ReadContext& context() { return m_context; }

private:
    void take(Problems problems)
    {
        for (Problem& problem : problems) {
            problem.pointer = m_name + (problem.pointer.empty() ? "" : " " + problem.pointer);
            m_problems.push_back(std::move(problem));
        }
    }

    std::string m_name;
    Problems& m_problems;
    std::string m_text;
    json m_value;
    ReadContext m_context;
};

Source readSource(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    Source source;
    fields.require("id", { "give.id" });
    fields.require("title", { "give.title" });
    source.id = readId<SourceId>(fields, "id");
    source.title = fields.text("title").value_or("");
    source.url = fields.text("url").value_or("");
    source.date = fields.text("date").value_or("");
    fields.finish();
    return source;
}

Fact readFact(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    Fact fact;
    for (const char* key : { "id", "name", "value" })
        fields.require(key, { "give.it" });
    fact.id = readId<FactId>(fields, "id");
    fact.name = fields.text("name").value_or("");
    fact.unit = fields.text("unit").value_or("");
    fact.value = readSourced(fields, "value", context).value_or(Sourced<double> {});
    fields.finish();
    return fact;
}

FittedConstant readFitted(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    FittedConstant constant;
    for (const char* key : { "id", "prior", "value", "witnesses" })
        fields.require(key, { "give.it" });
    constant.id = fields.text("id").value_or("");
    constant.prior = fields.number("prior", { 1e-300, 1e300 }).value_or(1);
    constant.value = fields.number("value", { 1e-300, 1e300 }).value_or(1);
    constant.witnesses = static_cast<int>(fields.integer("witnesses", { 0, 1e9 }).value_or(0));
    fields.finish();
    return constant;
}

void checkReferences(const Catalog& catalog, Problems& problems)
{
    const auto check = [&](bool known, const std::string& where, const std::string& what) {
        if (!known)
            problems.push_back({ where, {}, { "wrong.reference", { what } }, { "right.reference" } });
    };
    for (const Chip& chip : catalog.chips) {
        for (const auto& side : { chip.scaleUp, chip.scaleOut })
            if (side)
                check(catalog.link(side->link) != nullptr, "chip " + chip.id.text(), side->link.text());
        check(catalog.engine(chip.defaultEngine) != nullptr, "chip " + chip.id.text(),
            chip.defaultEngine.text());
        if (chip.hardwiredModel)
            check(catalog.model(*chip.hardwiredModel) != nullptr, "chip " + chip.id.text(),
                chip.hardwiredModel->text());
    }
    for (const auto& [name, id] : catalog.hardwareNames)
        check(catalog.chip(id) != nullptr, "hardware name " + name, id.text());
    for (const Model& model : catalog.models)
        check(catalog.format(model.nativeFormat) != nullptr, "model " + model.id.text(),
            model.nativeFormat.text());
}

/// Every "source" of a file must stand in sources.json.
void checkSources(const Catalog& catalog, const json& value, const std::string& file, Problems& problems)
{
    if (value.is_object() && value.contains("value") && value.contains("source")
        && value["source"].is_string()) {
        const SourceId id(value["source"].get<std::string>());
        if (catalog.source(id) == nullptr)
            problems.push_back({ file, {}, { "wrong.source", { id.text() } }, { "right.source" } });
        return;
    }
    if (value.is_structured())
        for (const json& child : value)
            checkSources(catalog, child, file, problems);
}

template <typename T, typename Read>
std::expected<T, Problems> readOne(const json& value, const std::string& pointer, const Read& read)
{
    ReadContext context;
    T result = read(context, value, pointer);
    if (!context.problems.empty())
        return std::unexpected(context.problems.take());
    return result;
}

} // namespace

const Chip* Catalog::chip(const ChipId& id) const
{
    return withId(chips, id);
}
const Link* Catalog::link(const LinkId& id) const
{
    return withId(links, id);
}
const Model* Catalog::model(const ModelId& id) const
{
    return withId(models, id);
}
const Engine* Catalog::engine(const EngineId& id) const
{
    return withId(engines, id);
}
const Format* Catalog::format(const FormatId& id) const
{
    return withId(formats, id);
}
const Source* Catalog::source(const SourceId& id) const
{
    return withId(sources, id);
}
const Fact* Catalog::fact(const FactId& id) const
{
    return withId(facts, id);
}

std::expected<Catalog, Problems> readCatalog(const std::filesystem::path& folder)
{
    Catalog catalog;
    Problems problems;
    {
        CatalogFile(folder, "sources.json", "memwall-sources/1", problems)
            .list("sources", catalog.sources, readSource);
        const auto readParts = [&](const char* key, auto& into, const auto& read) {
            const std::string name = std::string(key) + ".json";
            CatalogFile file(folder, name, "memwall-" + std::string(key) + "/1", problems);
            file.list(key, into, read);
            checkSources(catalog, file.value(), name, problems);
        };
        using Value = const json&;
        using Pointer = const std::string&;
        readParts(
            "links", catalog.links, [](ReadContext& c, Value v, Pointer p) { return readLink(c, v, p); });
        readParts("engines", catalog.engines,
            [](ReadContext& c, Value v, Pointer p) { return readEngine(c, v, p); });
        readParts("formats", catalog.formats,
            [](ReadContext& c, Value v, Pointer p) { return readFormat(c, v, p); });
        readParts(
            "models", catalog.models, [](ReadContext& c, Value v, Pointer p) { return readModel(c, v, p); });
        readParts(
            "chips", catalog.chips, [](ReadContext& c, Value v, Pointer p) { return readChip(c, v, p); });
        readParts("facts", catalog.facts, readFact);
        CatalogFile physics(folder, "physics.json", "memwall-physics/1", problems);
        if (physics.value().is_object()) {
            const json constants = physics.value().value("constants", json::object());
            readPhysics(physics.context(), constants, "/constants", catalog);
        }
        CatalogFile(folder, "fit.json", "memwall-fit/1", problems)
            .list("constants", catalog.fitted, readFitted);
        const CatalogFile names(folder, "hardware_names.json", "memwall-hardware-names/1", problems);
        const json ids = names.value().is_object() ? names.value().value("chips", json::object()) : json();
        for (const auto& [name, id] : ids.items())
            if (id.is_string())
                catalog.hardwareNames[name] = ChipId(id.get<std::string>());
    }
    checkReferences(catalog, problems);
    for (const std::string& id : applyFit(catalog))
        problems.push_back({ "fit.json", {}, { "wrong.constant", { id } }, { "right.fit_anew" } });
    if (!problems.empty())
        return std::unexpected(std::move(problems));
    return catalog;
}

std::expected<Chip, Problems> readChip(const json& value, const std::string& pointer)
{
    return readOne<Chip>(value, pointer,
        [](ReadContext& c, const json& v, const std::string& p) { return readChip(c, v, p); });
}

std::expected<Link, Problems> readLink(const json& value, const std::string& pointer)
{
    return readOne<Link>(value, pointer,
        [](ReadContext& c, const json& v, const std::string& p) { return readLink(c, v, p); });
}

std::expected<Model, Problems> readModel(const json& value, const std::string& pointer)
{
    return readOne<Model>(value, pointer, readModelOrConfig);
}

} // namespace memwall::core
