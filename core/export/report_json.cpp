#include "core/export/report_json.h"

#include <nlohmann/json.hpp>

namespace memwall::core
{

namespace
{

using Json = nlohmann::ordered_json;

/// A figure that is not known is null, never zero.
Json known(double value)
{
    return value > 0 ? Json(value) : Json(nullptr);
}

/// The typical range of a figure; null where the figure is not known.
Json bandJson(double low, double high)
{
    return high > 0 ? Json { { "low", low }, { "high", high } } : Json(nullptr);
}

Json percentilesJson(const Percentiles& p)
{
    return { { "p50", p.p50 }, { "p90", p.p90 }, { "p99", p.p99 }, { "max", p.max } };
}

Json phaseJson(const Phase& phase)
{
    if (!phase.present)
        return nullptr;
    return { { "bottleneck", nameOf(phase.bottleneck) }, { "flop_per_byte", phase.flopPerByte },
        { "ridge_flop_per_byte", phase.ridgeFlopPerByte }, { "compute_busy", phase.computeBusy } };
}

Json sensitivityJson(const Sensitivity& s)
{
    return { { "bandwidth", s.bandwidth }, { "flops", s.flops }, { "capacity", s.capacity },
        { "latency", s.latency }, { "link", s.link } };
}

Json bytesJson(const Report::KindBytes& bytes)
{
    return { { "weights", bytes.weights }, { "kv", bytes.kv }, { "activations", bytes.activations },
        { "communication", bytes.communication } };
}

Json modelJson(const Report::ModelFigures& model)
{
    return { { "total_params", model.totalParams }, { "weight_bytes", model.weightBytes },
        { "active_weight_bytes", model.activeWeightBytes }, { "layers", model.layers },
        { "kv_bytes_per_token", model.kvBytesPerToken }, { "experts_total", model.expertsTotal },
        { "experts_active", model.expertsActive }, { "max_context", model.maxContext } };
}

Json breakdownJson(const Breakdown& b)
{
    return { { "weights", b.weights }, { "kv", b.kv }, { "compute", b.compute },
        { "communication", b.communication }, { "fixed", b.fixed }, { "draft", b.draft },
        { "transfer", b.transfer }, { "queue", b.queue } };
}

Json memoryJson(const Report::Memory& memory)
{
    Json levels = Json::array();
    for (const auto& level : memory.levels)
        levels.push_back(
            { { "pool", level.pool }, { "level", level.level }, { "capacity", known(level.capacity) },
                { "weights", level.weights }, { "kv", level.kv }, { "free", level.free } });
    return { { "weights", memory.weights }, { "kv", memory.kv }, { "free", memory.free },
        { "max_users", memory.maxUsers }, { "levels", std::move(levels) } };
}

Json speculationJson(const SystemResult& system)
{
    const auto& figures = system.report.speculation;
    if (!figures.on)
        return nullptr;
    Json cycles = Json::array();
    constexpr std::size_t kMost = 1000;
    for (std::size_t r = 0; r < system.run->requests.size(); ++r)
        for (const Cycle& cycle : system.run->requests[r].cycles) {
            if (cycles.size() == kMost)
                break;
            const Segment& segment = system.run->segments[static_cast<std::size_t>(cycle.segment)];
            cycles.push_back({ { "request", r }, { "begin_s", toSeconds(segment.begin) },
                { "end_s", toSeconds(segment.end) }, { "first_token", cycle.firstToken },
                { "drafted", cycle.drafted }, { "accepted", cycle.accepted }, { "emitted", cycle.emitted } });
        }
    return { { "tokens_per_pass", figures.tokensPerPass }, { "acceptance", figures.acceptance },
        { "draft_time_s", figures.draftTimeS }, { "verify_time_s", figures.verifyTimeS },
        { "cycles", std::move(cycles) } };
}

void addSpeed(const Report& report, Json& json)
{
    json["ttft_s"] = report.ttftS;
    json["tpot_s"] = report.tpotS;
    json["tokens_per_s_per_user"] = report.tokensPerSPerUser;
    json["throughput_tokens_per_s"] = report.throughputTokensPerS;
    json["itl_s"] = percentilesJson(report.itlS);
    json["ttft_percentiles_s"] = percentilesJson(report.ttftPercentilesS);
    json["e2e_percentiles_s"] = percentilesJson(report.e2ePercentilesS);
    json["requests"] = { { "finished", report.requests.finished }, { "rejected", report.requests.rejected },
        { "preempted", report.requests.preempted }, { "waiting_peak", report.requests.waitingPeak },
        { "clamped", report.requests.clamped } };
    json["slo_attainment"] = report.sloAttainment;
    json["ideal"]
        = { { "tpot_s", report.idealTpotS }, { "tokens_per_s_per_user", report.idealTokensPerSPerUser } };
    json["band"] = { { "low", report.bandLow }, { "high", report.bandHigh } };
    json["in_range"] = report.inRange;
    json["range_note"] = report.rangeNote;
}

void addWhy(const Report& report, Json& json)
{
    json["breakdown"] = breakdownJson(report.breakdown);
    json["phases"] = { { "prefill", phaseJson(report.prefill) }, { "decode", phaseJson(report.decode) } };
    json["utilization"] = { { "compute", report.utilization.compute },
        { "memory", report.utilization.memory }, { "link", report.utilization.link } };
    json["sensitivity"] = { { "tpot_s", sensitivityJson(report.tpotSensitivity) },
        { "ttft_s", sensitivityJson(report.ttftSensitivity) } };
    Json pools = Json::array();
    for (const auto& pool : report.pools)
        pools.push_back({ { "role", pool.role }, { "chip", pool.chip }, { "busy_share", pool.busyShare } });
    json["pools"] = std::move(pools);
}

void addBytes(const SystemResult& system, Json& json)
{
    const Report& report = system.report;
    json["bytes_per_token"] = bytesJson(report.bytesPerToken);
    json["bytes_per_pass"] = bytesJson(report.bytesPerPass);
    json["memory"] = memoryJson(report.memory);
    json["transfer"] = { { "bytes", report.transfer.bytes }, { "total_s", report.transfer.totalS },
        { "hidden_share", report.transfer.hiddenShare } };
    json["link"] = { { "message_bytes", report.linkMessageBytes } };
    json["speculation"] = speculationJson(system);
    json["experts"] = { { "read_mean", report.experts.readMean }, { "total", report.experts.total },
        { "active", report.experts.active } };
    json["energy_j_per_token"] = known(report.energyJPerToken);
    json["energy_band"] = bandJson(report.energyLowJPerToken, report.energyHighJPerToken);
    json["cost_usd_per_mtoken"] = known(report.costUsdPerMtoken);
    json["cost_band"] = bandJson(report.costLowUsdPerMtoken, report.costHighUsdPerMtoken);
}

Json systemJson(const SystemResult& system)
{
    const Report& report = system.report;
    Json json;
    json["name"] = report.name;
    json["fits"] = report.fits;
    json["fit_reason"] = report.fitReason;
    json["chips_total"] = report.chipsTotal;
    json["model"] = modelJson(report.model);
    json["bottleneck"] = nameOf(report.bottleneck);
    json["bottleneck_text"] = report.bottleneckText;
    json["notes"] = report.notes;
    if (!report.fits)
        return json;
    addSpeed(report, json);
    addWhy(report, json);
    addBytes(system, json);
    return json;
}

} // namespace

Json reportJson(const SimulationResult& result)
{
    Json systems = Json::array();
    for (const SystemResult& system : result.systems)
        systems.push_back(systemJson(system));
    return { { "systems", std::move(systems) } };
}

} // namespace memwall::core
