#include "core/validate/measurement.h"

#include "core/base/json_document.h"
#include "core/base/object_reader.h"
#include "core/catalog/read_parts.h"

#include <map>

namespace memwall::core
{

using nlohmann::json;

namespace
{

const std::map<std::string, Metric, std::less<>> kMetrics {
    { "tpot_s", Metric::Tpot },
    { "tokens_per_s_per_user", Metric::TokensPerUser },
    { "ttft_s", Metric::Ttft },
    { "prefill_tokens_per_s", Metric::PrefillRate },
    { "prefill_tokens_per_s_per_chip", Metric::PrefillRatePerChip },
    { "output_tokens_per_s", Metric::OutputRate },
    { "output_tokens_per_s_per_chip", Metric::OutputRatePerChip },
    { "e2e_s", Metric::EndToEnd },
    { "op_time_s", Metric::OperatorTime },
    { "collective_time_s", Metric::CollectiveTime },
    { "achieved_bandwidth_gb_s", Metric::AchievedBandwidth },
    { "speedup", Metric::Speedup },
    { "tpot_fit_intercept_s", Metric::TpotIntercept },
    { "tpot_fit_slope_s_per_context_token", Metric::TpotSlope },
    { "transfer_time_s", Metric::TransferTime },
    { "tokens_per_step", Metric::TokensPerStep },
};

const std::map<std::string, MeasuredPhase, std::less<>> kPhases {
    { "decode", MeasuredPhase::Decode },
    { "prefill", MeasuredPhase::Prefill },
    { "prefill+decode", MeasuredPhase::PrefillAndDecode },
    { "prefill+transfer", MeasuredPhase::PrefillAndTransfer },
    { "queue+prefill", MeasuredPhase::QueueAndPrefill },
    { "kv-transfer", MeasuredPhase::Transfer },
    { "makespan", MeasuredPhase::Makespan },
    { "gemm", MeasuredPhase::Product },
    { "attention", MeasuredPhase::Attention },
    { "collective", MeasuredPhase::Collective },
};

const std::map<std::string, Grade, std::less<>> kGrades { { "A", Grade::A }, { "B", Grade::B },
    { "C", Grade::C } };

/// Methods have many names; what is none of these is a small model.
PublishedDrafts draftsNamed(const std::string& method)
{
    const auto says = [&method](const char* word) { return method.find(word) != std::string::npos; };
    if (says("n-gram") || says("prompt lookup"))
        return PublishedDrafts::Lookup;
    if (says("retrieval") || says("recycling") || says("lookahead"))
        return PublishedDrafts::Tree;
    if (says("Medusa") || says("Hydra"))
        return PublishedDrafts::Heads;
    if (!says("EAGLE") && !says("MTP"))
        return PublishedDrafts::Model;
    return says("tree") || says("EAGLE-") || says("EAGLE2") ? PublishedDrafts::LayerTree
                                                            : PublishedDrafts::Layer;
}

/// Words go on after it: "one layer, 4 GEMMs".
constexpr std::string_view kLayer = "one layer";

MeasuredPhase phaseNamed(std::string_view word)
{
    if (word.starts_with(kLayer))
        return MeasuredPhase::Layer;
    const auto found = kPhases.find(word);
    return found == kPhases.end() ? MeasuredPhase::Other : found->second;
}

// What no published run comes near to; larger figures would only keep the computer busy.
constexpr Range kCounts { 1, 1e5 }, kTokens { 1, 1e7 };

/// One point of the file. Fields that this version does not know are passed over.
class PointReader
{
public:
    PointReader(ReadContext& context, const json& value, const std::string& pointer)
        : m_context(context)
        , m_fields(context, value, pointer)
    {
    }

    Measurement read()
    {
        m_fields.require("id", { "give.point_id" });
        m_fields.require("value", { "give.figure" });
        m_point.id = text("id");
        m_point.value = m_fields.number("value", { 1e-300, 1e300 }).value_or(0);
        readNames();
        readCounts();
        if (const auto metric = kMetrics.find(text("metric")); metric != kMetrics.end())
            m_point.metric = metric->second;
        if (const json* parallelism = m_fields.object("parallelism"))
            readParallelism(*parallelism);
        if (const json* speculation = m_fields.object("spec_decode"))
            readSpeculation(*speculation);
        return std::move(m_point);
    }

private:
    std::string text(const char* key) { return m_fields.text(key).value_or(""); }

    /// A whole number of chips or of groups of them.
    static std::optional<int> count(ObjectReader& fields, const char* key)
    {
        const auto read = fields.integer(key, kCounts);
        return read ? std::optional(static_cast<int>(*read)) : std::nullopt;
    }

    template <typename Id> std::optional<Id> id(const char* key)
    {
        return readWords(m_fields, key).transform([](std::string words) { return Id(std::move(words)); });
    }

    /// 0, where there are none at all, or at least one: means of a run may have a fraction.
    std::optional<double> amount(const char* key, Range range)
    {
        const json* value = m_fields.find(key);
        return value != nullptr && *value == 0 ? 0 : m_fields.number(key, range);
    }

    void readNames()
    {
        m_point.source = PublicationId(text("source"));
        m_point.group = text("group");
        if (m_point.group.empty())
            m_point.group = m_point.id;
        m_point.hardware = text("hardware");
        m_point.hardwareId = id<ChipId>("hardware_id");
        m_point.model = text("model");
        m_point.modelId = id<ModelId>("model_id");
        m_point.modelDetail = text("model_detail");
        m_point.weights = text("weights_precision");
        m_point.kv = text("kv_precision");
        m_point.engine = text("engine");
        m_point.phase = phaseNamed(text("phase"));
        if (const auto grade = kGrades.find(text("grade")); grade != kGrades.end())
            m_point.grade = grade->second;
    }

    void readCounts()
    {
        m_point.chips = count(m_fields, "chips");
        m_point.batch = amount("batch", kCounts);
        m_point.concurrency = amount("concurrency", kCounts);
        m_point.input = amount("input_tokens", kTokens);
        m_point.output = amount("output_tokens", kTokens);
        m_point.context = amount("context_tokens", kTokens);
    }

    void readParallelism(const json& value)
    {
        ObjectReader fields(m_context, value, m_fields.at("parallelism"));
        m_point.tensor = count(fields, "tp");
        m_point.stages = count(fields, "pp");
        m_point.experts = count(fields, "ep");
    }

    void readSpeculation(const json& value)
    {
        constexpr double kMostDrafted = 1000;
        ObjectReader fields(m_context, value, m_fields.at("spec_decode"));
        m_point.speculation = readWords(fields, "method").transform(draftsNamed);
        m_point.drafter = fields.text("draft").value_or("");
        m_point.drafted = fields.number("k", { 0, kMostDrafted });
        m_point.acceptance = fields.number("alpha", { 0, 1 });
        m_point.tokensPerStep = fields.number("tokens_per_step", { 1e-3, kMostDrafted });
    }

    ReadContext& m_context;
    ObjectReader m_fields;
    Measurement m_point;
};

MeasurementSource readMeasurementSource(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    const auto text = [&](const char* key) { return fields.text(key).value_or(""); };
    return { PublicationId(text("id")), text("title"), text("url"), text("date") };
}

} // namespace

std::expected<MeasurementSet, Problems> measurementsFromJson(const json& file)
{
    ReadContext context;
    MeasurementSet set;
    ObjectReader fields(context, file, "");
    fields.require("points", { "give.points" });
    const auto each = [&](const char* key, const auto& take) {
        const json* list = fields.array(key);
        for (std::size_t i = 0; list != nullptr && i < list->size(); ++i)
            take(list->at(i), fields.at(key) + '/' + std::to_string(i));
    };
    each("points", [&](const json& value, const std::string& at) {
        set.points.push_back(PointReader(context, value, at).read());
    });
    each("sources", [&](const json& value, const std::string& at) {
        set.sources.push_back(readMeasurementSource(context, value, at));
    });
    if (!context.problems.empty())
        return std::unexpected(context.problems.take());
    return set;
}

std::expected<MeasurementSet, Problems> measurementsFromText(std::string_view text)
{
    const auto file = parseJson(text);
    if (!file)
        return std::unexpected(file.error());
    auto set = measurementsFromJson(*file);
    if (!set)
        addLines(set.error(), text);
    return set;
}

} // namespace memwall::core
