// Scenario → JSON. Fields at their default are left out, so that files stay short; reading gives the same
// value back to the bit.
#include "core/scenario/read_parts.h"
#include "core/scenario/scenario_io.h"

namespace memwall::core
{

namespace
{

using Json = nlohmann::ordered_json;

/// Whole numbers without a decimal point, as people write them.
Json number(double value)
{
    const auto whole = static_cast<std::int64_t>(value);
    return std::abs(value) < 9e15 && static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

template <typename T> void put(Json& json, const char* key, const T& value, const T& fallback)
{
    if (!(value == fallback))
        json[key] = value;
}

void putNumber(Json& json, const char* key, double value, double fallback)
{
    if (value != fallback)
        json[key] = number(value);
}

template <typename EntryId> Json refJson(const CatalogRef<EntryId>& ref)
{
    return ref.object ? Json(*ref.object) : Json(ref.id.text());
}

Json tokensJson(const TokenCount& count)
{
    switch (count.shape) {
    case TokenCount::Shape::Fixed:
        return count.value;
    case TokenCount::Shape::Lognormal:
        return { { "distribution", "lognormal" }, { "median", number(count.median) },
            { "p90", number(count.p90) } };
    case TokenCount::Shape::Uniform:
        return { { "distribution", "uniform" }, { "min", count.min }, { "max", count.max } };
    }
    return count.value;
}

Json traceJson(const TraceSource& trace)
{
    const TraceSource fallback;
    Json json { { "file", trace.file },
        { "format", kTraceFormatNames[static_cast<std::size_t>(trace.format)] } };
    putNumber(json, "start_s", trace.startS, fallback.startS);
    if (trace.durationS)
        json["duration_s"] = number(*trace.durationS);
    putNumber(json, "speedup", trace.speedup, fallback.speedup);
    return json;
}

Json workloadJson(const Workload& workload)
{
    const Workload fallback;
    Json json;
    json["arrivals"] = kArrivalNames[static_cast<std::size_t>(workload.arrivals)];
    const bool counted = workload.arrivals == Arrivals::Together || workload.arrivals == Arrivals::Closed;
    if (counted || workload.users != fallback.users)
        json["users"] = workload.users;
    put(json, "requests", workload.requests, fallback.requests);
    putNumber(json, "rate_per_s", workload.ratePerS, fallback.ratePerS);
    put(json, "seed", workload.seed, fallback.seed);
    const bool drawn = workload.arrivals != Arrivals::Trace;
    if (drawn || workload.promptTokens != fallback.promptTokens)
        json["prompt_tokens"] = tokensJson(workload.promptTokens);
    if (drawn || workload.outputTokens != fallback.outputTokens)
        json["output_tokens"] = tokensJson(workload.outputTokens);
    if (workload.trace)
        json["trace"] = traceJson(*workload.trace);
    for (const ExtraRequest& event : workload.events)
        json["events"].push_back({ { "at_s", number(event.atS) }, { "prompt_tokens", event.promptTokens },
            { "output_tokens", event.outputTokens } });
    if (workload.answerText)
        json["answer_text"] = *workload.answerText;
    if (workload.slo.ttftS)
        json["slo"]["ttft_s"] = number(*workload.slo.ttftS);
    if (workload.slo.tpotS)
        json["slo"]["tpot_s"] = number(*workload.slo.tpotS);
    return json;
}

Json poolJson(const Pool& pool)
{
    Json json;
    json["role"] = nameOf(pool.role);
    json["chip"] = refJson(pool.chip);
    json["chips"] = pool.chips;
    put(json, "tensor_parallel", pool.tensorParallel, defaultTensorParallel(pool));
    put(json, "pipeline_parallel", pool.pipelineParallel, 1);
    put(json, "expert_parallel", pool.expertParallel, 1);
    put(json, "replicas", pool.replicas, 1);
    Json scale;
    putNumber(scale, "bandwidth", pool.scale.bandwidth, 1);
    putNumber(scale, "flops", pool.scale.flops, 1);
    putNumber(scale, "capacity", pool.scale.capacity, 1);
    putNumber(scale, "latency", pool.scale.latency, 1);
    putNumber(scale, "link", pool.scale.link, 1);
    if (!scale.is_null())
        json["scale"] = scale;
    return json;
}

Json speculationJson(const Speculation& speculation)
{
    Json json { { "method", nameOf(speculation.method) } };
    if (speculation.draftModel != ModelRef {})
        json["draft_model"] = refJson(speculation.draftModel);
    json["draft_tokens"] = speculation.draftTokens;
    if (speculation.acceptanceAt.empty())
        json["acceptance"] = number(speculation.acceptance);
    for (const double acceptance : speculation.acceptanceAt)
        json["acceptance"].push_back(number(acceptance));
    return json;
}

Json systemJson(const System& system)
{
    const System fallback;
    Json json;
    json["name"] = system.name;
    json["model"] = refJson(system.model);
    if (const auto* format = std::get_if<FormatId>(&system.weightBits))
        json["weight_bits"] = format->text();
    else
        json["weight_bits"] = std::get<int>(system.weightBits);
    put(json, "kv_bits", system.kvBits, fallback.kvBits);
    put(json, "kv_cache", system.kvCache, true);
    if (system.engine)
        json["engine"] = system.engine->text();
    for (const Pool& pool : system.pools)
        json["pools"].push_back(poolJson(pool));
    if (system.link)
        json["link"] = refJson(*system.link);
    Json batching;
    put(batching, "policy", kPolicyNames[static_cast<std::size_t>(system.batching.policy)],
        kPolicyNames.front());
    put(batching, "max_batch", system.batching.maxBatch, fallback.batching.maxBatch);
    put(batching, "prefill_chunk_tokens", system.batching.prefillChunkTokens,
        fallback.batching.prefillChunkTokens);
    if (!batching.is_null())
        json["batching"] = batching;
    if (system.speculation)
        json["speculation"] = speculationJson(*system.speculation);
    return json;
}

Json viewJson(const View& view)
{
    const View fallback;
    Json json = Json::object();
    put(json, "theme", kThemeNames[static_cast<std::size_t>(view.theme)],
        kThemeNames[static_cast<std::size_t>(fallback.theme)]);
    if (view.timeScale)
        json["time_scale"] = number(*view.timeScale);
    if (view.stageWidths != fallback.stageWidths)
        json["stage"]["widths"] = kWidthNames[static_cast<std::size_t>(view.stageWidths)];
    put(json, "panels", view.panels, fallback.panels);
    return json;
}

} // namespace

nlohmann::json settingOf(const std::vector<Pool>& pools)
{
    nlohmann::json json = nlohmann::json::array();
    for (const Pool& pool : pools)
        json.push_back(nlohmann::json(poolJson(pool)));
    return json;
}

Json toJson(const Scenario& scenario)
{
    Json json;
    json["memwall"] = 1;
    if (!scenario.title.empty())
        json["title"] = scenario.title;
    if (!scenario.description.empty())
        json["description"] = scenario.description;
    json["workload"] = workloadJson(scenario.workload);
    for (const System& system : scenario.systems)
        json["systems"].push_back(systemJson(system));
    if (!(scenario.view == View {}))
        json["view"] = viewJson(scenario.view);
    if (scenario.lesson)
        json["lesson"] = *scenario.lesson;
    return json;
}

std::string writeScenario(const Scenario& scenario)
{
    return toJson(scenario).dump(2) + '\n';
}

} // namespace memwall::core
