#include "core/export/perfetto.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace memwall::core
{

namespace
{

/// Microseconds as the format wants them, exact to the picosecond.
std::string micros(std::int64_t picoseconds)
{
    constexpr std::int64_t kPerMicro = 1'000'000;
    const std::string fraction = std::to_string(kPerMicro + picoseconds % kPerMicro);
    return std::to_string(picoseconds / kPerMicro).append(".").append(fraction, 1);
}

std::string micros(Instant at)
{
    return micros(at.time_since_epoch().count());
}

std::string text(std::string_view words)
{
    return nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// Events of one run. Process numbers start after `firstProcess`.
class PerfettoWriter
{
public:
    PerfettoWriter(std::string& out, const Run& run, int firstProcess, std::size_t most)
        : m_out(out)
        , m_run(run)
        , m_first(firstProcess)
        , m_most(most)
    {
    }

    /// Returns the number of processes used.
    int write()
    {
        const auto pools = static_cast<int>(m_run.pools.size());
        for (int pool = 0; pool < pools; ++pool)
            writePool(pool);
        if (!m_run.transferSegments().empty())
            writeTransfers(pools);
        writeRequests(pools + 1);
        return pools + 2;
    }

private:
    void event(std::string_view phase, int process, int thread, const std::string& rest)
    {
        m_out.append(m_out.ends_with('[') ? "\n" : ",\n").append("{\"ph\":\"").append(phase);
        m_out.append("\",\"pid\":").append(std::to_string(m_first + process));
        m_out.append(",\"tid\":").append(std::to_string(thread)).append(rest).append("}");
    }

    void named(std::string_view what, int process, int thread, const std::string& name)
    {
        std::string rest = ",\"name\":\"";
        rest.append(what).append("\",\"args\":{\"name\":").append(text(name)).append("}");
        event("M", process, thread, rest);
    }

    void slice(int process, int thread, TimeSpan time, std::string_view name, const std::string& args)
    {
        std::string rest = ",\"ts\":";
        rest.append(micros(time.begin)).append(",\"dur\":").append(micros(time.length().count()));
        rest.append(",\"name\":").append(text(name));
        if (!args.empty())
            rest.append(",\"args\":{").append(args).append("}");
        event("X", process, thread, rest);
    }

    void counter(int process, Instant at, double bytes)
    {
        std::string rest = ",\"name\":\"KV cache on one chip\",\"ts\":";
        rest.append(micros(at)).append(",\"args\":{\"bytes\":");
        rest.append(nlohmann::json(bytes).dump()).append("}");
        event("C", process, 0, rest);
    }

    void writePool(int pool)
    {
        const auto index = static_cast<std::size_t>(pool);
        const PoolInfo& info = m_run.pools[index];
        named("process_name", pool, 0,
            std::string(m_run.name)
                .append(": ")
                .append(nameOf(info.role))
                .append(", ")
                .append(std::to_string(info.chips).append(" × ").append(info.chipName)));
        named("thread_name", pool, 1, "steps, layers, operators");
        const TimeSpan all { Instant {}, m_run.end() };
        for (const Depth depth : { Depth::Segment, Depth::Step, Depth::Layer, Depth::Operator })
            for (const Span& span : m_run.spans(index, all, depth, m_most))
                writeSpan(pool, span);
        for (const std::int64_t at : m_run.segmentsOf(index)) {
            const Segment& segment = m_run.segments[static_cast<std::size_t>(at)];
            counter(pool, segment.begin, m_run.kvBytes(index, segment.begin));
        }
        counter(pool, m_run.end(), m_run.kvBytes(index, m_run.end()));
    }

    void writeSpan(int pool, const Span& span)
    {
        const Segment& segment = m_run.segments[static_cast<std::size_t>(span.segment)];
        switch (span.depth) {
        case Depth::Segment:
            return slice(pool, 1, span.time, nameOf(segment.kind),
                "\"steps\":" + std::to_string(segment.steps)
                    + ",\"requests\":" + std::to_string(segment.requests.size()));
        case Depth::Step:
            return slice(pool, 1, span.time, "step " + std::to_string(span.step + 1), {});
        case Depth::Layer:
            if (span.layer)
                slice(pool, 1, span.time, "layer " + std::to_string(*span.layer + 1), {});
            return;
        case Depth::Operator:
            if (span.op != nullptr && span.op->pool == pool)
                slice(pool, 1, span.time, nameOf(span.op->kind), amounts(*span.op, span.step));
        }
    }

    /// Bytes by kind at the door or link that they pass, flops; of one chip.
    static std::string amounts(const Operator& op, std::int64_t step)
    {
        const auto k = static_cast<double>(step);
        std::string args = "\"flops\":" + nlohmann::json(op.flops.at(k)).dump();
        for (const Flow& flow : op.flows) {
            args.append(",\"").append(nameInFiles(flow.kind)).append(" bytes, ");
            args.append(flow.door == kLinkDoor ? "link" : "level " + std::to_string(flow.door + 1));
            args.append("\":").append(nlohmann::json(flow.bytes.at(k)).dump());
        }
        return args;
    }

    void writeTransfers(int process)
    {
        named("process_name", process, 0, m_run.name + ": link between pools");
        for (const std::int64_t at : m_run.transferSegments()) {
            const Segment& segment = m_run.segments[static_cast<std::size_t>(at)];
            slice(process, 1, { segment.begin, segment.end }, nameOf(segment.kind), {});
        }
    }

    void writeRequests(int process)
    {
        named("process_name", process, 0, m_run.name + ": requests");
        for (std::size_t i = 0; i < std::min(m_run.requests.size(), m_most / 3); ++i) {
            const RequestRun& request = m_run.requests[i];
            if (request.rejected || !m_run.fits)
                continue;
            const auto thread = static_cast<int>(i) + 1;
            named("thread_name", process, thread, "request " + std::to_string(i + 1));
            const auto part = [&](Instant from, Instant to, std::string_view name, std::int64_t tokens) {
                if (to > from)
                    slice(process, thread, { from, to }, name, "\"tokens\":" + std::to_string(tokens));
            };
            part(request.arrival, request.prefillBegin, "waiting", request.promptTokens);
            part(request.prefillBegin, request.firstToken, "prompt", request.promptTokens);
            part(request.firstToken, request.finish, "answer", request.outputTokens);
        }
    }

    std::string& m_out;
    const Run& m_run;
    int m_first;
    std::size_t m_most;
};

} // namespace

std::string perfettoJson(const SimulationResult& result, std::size_t most)
{
    std::string out = "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[";
    int process = 1;
    for (const SystemResult& system : result.systems)
        process += PerfettoWriter(out, *system.run, process, most).write();
    return out.append("\n]}\n");
}

} // namespace memwall::core
