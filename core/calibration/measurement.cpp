#include "core/calibration/measurement.h"

#include "core/base/json_document.h"

#include <cmath>
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

std::string text(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string {};
}

std::optional<double> number(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

std::optional<int> count(const json& object, const char* key)
{
    const auto read = number(object, key);
    return read && *read >= 1 && *read < 1e7 ? std::optional(static_cast<int>(*read)) : std::nullopt;
}

void readParallelism(const json& point, Measurement& into)
{
    const auto found = point.find("parallelism");
    if (found == point.end() || !found->is_object())
        return;
    into.tensor = count(*found, "tp");
    into.stages = count(*found, "pp");
    into.experts = count(*found, "ep");
}

void readSpeculation(const json& point, Measurement& into)
{
    const auto found = point.find("spec_decode");
    if (found == point.end() || !found->is_object())
        return;
    into.speculation = text(*found, "method");
    into.drafter = text(*found, "draft");
    into.drafted = number(*found, "k");
    into.acceptance = number(*found, "alpha");
    into.tokensPerStep = number(*found, "tokens_per_step");
}

Measurement readPoint(const json& point)
{
    Measurement m;
    m.id = text(point, "id");
    m.source = text(point, "source");
    m.group = text(point, "group");
    if (m.group.empty())
        m.group = m.id;
    m.hardware = text(point, "hardware");
    m.hardwareId = text(point, "hardware_id");
    m.model = text(point, "model");
    m.modelId = text(point, "model_id");
    m.modelDetail = text(point, "model_detail");
    m.weights = text(point, "weights_precision");
    m.kv = text(point, "kv_precision");
    m.engine = text(point, "engine");
    m.phase = text(point, "phase");
    m.grade = text(point, "grade");
    m.chips = count(point, "chips");
    m.batch = number(point, "batch");
    m.concurrency = number(point, "concurrency");
    m.input = number(point, "input_tokens");
    m.output = number(point, "output_tokens");
    m.context = number(point, "context_tokens");
    m.value = number(point, "value").value_or(0);
    if (const auto metric = kMetrics.find(text(point, "metric")); metric != kMetrics.end())
        m.metric = metric->second;
    readParallelism(point, m);
    readSpeculation(point, m);
    return m;
}

std::optional<Problem> mistakeIn(const json& point, const Measurement& read, const std::string& pointer)
{
    if (!point.is_object())
        return Problem { pointer, {}, "must be an object", "see the shipped measurements" };
    if (read.id.empty())
        return Problem { pointer + "/id", {}, "is missing", "name the point" };
    if (!(read.value > 0) || !std::isfinite(read.value))
        return Problem { pointer + "/value", {}, "must be a number above 0", "give the published figure" };
    // What no published run comes near to; larger figures would only keep the computer busy.
    constexpr double kMost = 1e7;
    const std::pair<const char*, std::optional<double>> counts[]
        = { { "/batch", read.batch }, { "/concurrency", read.concurrency }, { "/input_tokens", read.input },
              { "/output_tokens", read.output }, { "/context_tokens", read.context } };
    for (const auto& [key, count] : counts)
        if (count && !(*count >= 0 && *count <= kMost))
            return Problem { pointer + key, {}, "must be a number from 0 to 10,000,000",
                "give the published figure" };
    return std::nullopt;
}

} // namespace

std::expected<MeasurementSet, Problems> measurementsFromJson(const json& file)
{
    const auto points = file.is_object() ? file.find("points") : file.end();
    if (!file.is_object() || points == file.end() || !points->is_array())
        return std::unexpected(Problems { { "/points", {}, "is missing", "give a list of measurements" } });
    MeasurementSet set;
    Problems problems;
    for (std::size_t i = 0; i < points->size(); ++i) {
        const json& point = points->at(i);
        Measurement read = point.is_object() ? readPoint(point) : Measurement {};
        if (auto mistake = mistakeIn(point, read, "/points/" + std::to_string(i)))
            problems.push_back(*std::move(mistake));
        else
            set.points.push_back(std::move(read));
    }
    if (const auto sources = file.find("sources"); sources != file.end() && sources->is_array())
        for (const json& source : *sources)
            if (source.is_object())
                set.sources.push_back(
                    { text(source, "id"), text(source, "title"), text(source, "url"), text(source, "date") });
    if (!problems.empty())
        return std::unexpected(std::move(problems));
    return set;
}

std::expected<MeasurementSet, Problems> measurementsFromText(const std::string& text)
{
    auto document = parseJson(text);
    if (!document)
        return std::unexpected(std::move(document).error());
    auto set = measurementsFromJson(document->value);
    if (!set)
        for (Problem& problem : set.error())
            if (const auto line = document->lines.find(problem.pointer); line != document->lines.end())
                problem.line = line->second;
    return set;
}

std::string kindOf(const Measurement& point)
{
    switch (point.metric) {
    case Metric::Tpot:
    case Metric::TokensPerUser:
    case Metric::TpotIntercept:
    case Metric::TpotSlope:
        return point.speculation.empty() ? "decode" : "speculation";
    case Metric::Ttft:
    case Metric::PrefillRate:
    case Metric::PrefillRatePerChip:
        return "prefill";
    case Metric::OutputRate:
    case Metric::OutputRatePerChip:
        return "throughput";
    case Metric::EndToEnd:
        return "end to end";
    case Metric::OperatorTime:
        return "operators";
    case Metric::CollectiveTime:
        return "collectives";
    case Metric::AchievedBandwidth:
        return "achieved bandwidth";
    case Metric::Speedup:
    case Metric::TokensPerStep:
        return "speculation";
    case Metric::TransferTime:
        return "transfer";
    case Metric::Unknown:
        break;
    }
    return "unknown";
}

} // namespace memwall::core
