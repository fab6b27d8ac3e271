#include "core/scenario/read_parts.h"

namespace memwall::core
{

using nlohmann::json;

const std::vector<std::string> kArrivalNames { "together", "poisson", "closed", "trace" };
const std::vector<std::string> kTraceFormatNames { "azure", "burstgpt", "mooncake", "memwall" };

namespace
{

TokenCount readDistribution(
    ScenarioContext& context, const json& value, const std::string& pointer, TokenCount count)
{
    ObjectReader fields(context, value, pointer);
    fields.require("distribution", { "give.distribution" });
    const auto word = fields.choice("distribution", { "lognormal", "uniform" });
    if (word && *word == 0) {
        count.shape = TokenCount::Shape::Lognormal;
        count.value = 0;
        fields.require("median", { "give.median" });
        fields.require("p90", { "give.p90" });
        count.median = fields.number("median", { 1, kMostTokens }).value_or(1);
        count.p90 = fields.number("p90", { 1, kMostTokens }).value_or(count.median);
        if (count.p90 < count.median)
            context.report(fields.at("p90"), { "wrong.p90" }, { "right.p90" });
    } else if (word) {
        count.shape = TokenCount::Shape::Uniform;
        count.value = 0;
        fields.require("min", { "give.min" });
        fields.require("max", { "give.max" });
        count.min = fields.integer("min", { 1, kMostTokens }).value_or(1);
        count.max = fields.integer("max", { 1, kMostTokens }).value_or(count.min);
        if (count.max < count.min)
            context.report(fields.at("max"), { "wrong.below_min" }, { "right.exchange" });
    }
    fields.finish();
    return count;
}

TokenCount readTokens(ScenarioContext& context, ObjectReader& fields, const char* key, TokenCount fallback)
{
    const json* value = fields.find(key);
    if (value == nullptr)
        return fallback;
    if (value->is_object())
        return readDistribution(context, *value, fields.at(key), fallback);
    fallback.value = fields.integer(key, { 1, kMostTokens }).value_or(fallback.value);
    return fallback;
}

ExtraRequest readEvent(ScenarioContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    ExtraRequest event;
    for (const char* key : { "at_s", "prompt_tokens", "output_tokens" })
        fields.require(key, { "give.number" });
    event.atS = fields.number("at_s", { 0, 1e6 }).value_or(0);
    event.promptTokens = fields.integer("prompt_tokens", { 1, kMostTokens }).value_or(1);
    event.outputTokens = fields.integer("output_tokens", { 1, kMostTokens }).value_or(1);
    fields.finish();
    return event;
}

void readEvents(ScenarioContext& context, ObjectReader& fields, Workload& workload)
{
    const json* events = fields.array("events");
    if (events == nullptr)
        return;
    for (std::size_t i = 0; i < events->size(); ++i)
        workload.events.push_back(
            readEvent(context, events->at(i), fields.at("events") + '/' + std::to_string(i)));
}

std::optional<TraceSource> readTraceSource(ScenarioContext& context, ObjectReader& fields)
{
    constexpr double kLongestS = 1e9;
    const json* value = fields.object("trace");
    if (value == nullptr)
        return std::nullopt;
    ObjectReader parts(context, *value, fields.at("trace"));
    TraceSource source;
    parts.require("file", { "give.trace_file" });
    parts.require("format", { "give.trace_format" });
    const auto file = parts.rawText("file");
    source.file = file.value_or("");
    if (file && file->empty())
        context.report(parts.at("file"), { "wrong.empty" }, { "give.trace_path" });
    if (const auto word = parts.choice("format", kTraceFormatNames))
        source.format = static_cast<TraceFormat>(*word);
    source.startS = parts.number("start_s", { 0, kLongestS }).value_or(source.startS);
    source.durationS = parts.number("duration_s", { 1e-6, kLongestS });
    source.speedup = parts.number("speedup", { 1e-6, 1e6 }).value_or(source.speedup);
    parts.finish();
    return source;
}

void readObjective(ScenarioContext& context, ObjectReader& fields, Workload& workload)
{
    const json* slo = fields.object("slo");
    if (slo == nullptr)
        return;
    ObjectReader parts(context, *slo, fields.at("slo"));
    workload.slo.ttftS = parts.number("ttft_s", { 1e-9, 1e6 });
    workload.slo.tpotS = parts.number("tpot_s", { 1e-9, 1e6 });
    parts.finish();
}

} // namespace

Workload readWorkload(ScenarioContext& context, const json& value)
{
    ObjectReader fields(context, value, "/workload");
    Workload workload;
    if (const auto word = fields.choice("arrivals", kArrivalNames))
        workload.arrivals = static_cast<Arrivals>(*word);
    workload.users = fields.integer("users", { 1, 1e5 }).value_or(workload.users);
    workload.requests = fields.integer("requests", { 1, 1e6 }).value_or(workload.requests);
    workload.ratePerS = fields.number("rate_per_s", { 1e-6, 1e6 }).value_or(workload.ratePerS);
    workload.seed = static_cast<std::uint64_t>(fields.integer("seed", { 0, 9e15 }).value_or(1));
    workload.promptTokens = readTokens(context, fields, "prompt_tokens", workload.promptTokens);
    workload.outputTokens = readTokens(context, fields, "output_tokens", workload.outputTokens);
    readEvents(context, fields, workload);
    workload.answerText = fields.lines("answer_text");
    readObjective(context, fields, workload);
    workload.trace = readTraceSource(context, fields);
    if (workload.arrivals == Arrivals::Trace)
        fields.require("trace", { "give.trace" });
    fields.finish();
    return workload;
}

} // namespace memwall::core
