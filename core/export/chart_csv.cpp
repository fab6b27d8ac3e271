#include "core/export/chart_csv.h"

#include "core/base/csv.h"
#include "core/figures/figure_table.h"
#include "core/figures/levers.h"

#include <array>
#include <concepts>

namespace memwall::core
{

namespace
{

/// Rows of fields.
class Table
{
public:
    explicit Table(const char* head)
        : m_out(head)
    {
        m_out += '\n';
    }

    template <typename... Fields> void row(const Fields&... fields)
    {
        std::size_t count = 0;
        ((m_out.append(count++ > 0 ? "," : ""), put(fields)), ...);
        m_out += '\n';
    }
    void remark(std::string_view words) { m_out.append("# ").append(words) += '\n'; }
    [[nodiscard]] const std::string& text() const { return m_out; }

private:
    void put(std::string_view text) { m_out += csvField(text); }
    void put(double value) { m_out += csvNumber(value); }
    void put(std::integral auto value) { m_out += std::to_string(value); }

    std::string m_out;
};

std::string_view boundOf(Lane lane)
{
    constexpr std::array<std::string_view, kLanes> kNames { "arithmetic", "weights", "KV cache",
        "communication", "fixed latency" };
    return kNames[indexOf(lane)];
}

} // namespace

std::string batchCurveCsv(const std::vector<BatchPoint>& curve)
{
    Table table("batch,mean_batch,throughput_tokens_per_s,tpot_s,ttft_s,tokens_per_s_per_user,present,full");
    for (const BatchPoint& point : curve)
        table.row(point.batch, point.meanBatch, point.throughputTokensPerS, point.tpotS, point.ttftS,
            point.tokensPerSPerUser, point.present ? 1 : 0, point.full ? 1 : 0);
    return table.text();
}

std::string operatorsCsv(const std::vector<StepUnderRoof>& steps)
{
    Table table("pool,chip,pass,operator,runs,time_s,flop,bytes,flop_per_byte,flop_per_s,ridge_flop_per_byte,"
                "peak_flop_per_s,peak_bytes_per_s,bound_by");
    for (const StepUnderRoof& step : steps)
        for (const OperatorPoint& op : step.operators)
            table.row(nameOf(step.role), step.chip, nameOf(op.pass), nameOf(op.kind), op.runs, op.seconds,
                op.flops, op.bytes, op.flopPerByte(), op.flopsPerSecond(), step.ridge().value_or(0),
                step.peakFlops.value_or(FlopsPerSecond {}).value,
                step.peakBandwidth.value_or(BytesPerSecond {}).value, boundOf(op.bound));
    return table.text();
}

std::string gapsCsv(const Run& run, const Wording& words, std::size_t maxRows)
{
    Table table("user,token,time_s,gap_s");
    std::size_t room = maxRows;
    for (std::size_t user = 0; run.fits && user < run.requests.size(); ++user)
        for (const TokenGap& gap : tokenGaps(run, user, room + 1)) {
            if (room == 0) {
                table.remark(words({ "gaps.more", { std::to_string(maxRows) } }));
                return table.text();
            }
            --room;
            table.row(user + 1, gap.token + 1, gap.atS, gap.gapS);
        }
    return table.text();
}

std::string memoryCsv(const MemoryOverTime& memory)
{
    Table table("time_s,pool,level,weights_bytes,kv_bytes,capacity_bytes");
    for (const MemoryPlace& place : memory.places)
        for (std::size_t i = 0; i < memory.timeS.size(); ++i)
            table.row(memory.timeS[i], nameOf(place.role), place.level, place.weights,
                place.kv.empty() ? 0.0 : place.kv[i], place.capacity.value_or(Bytes {}).value);
    return table.text();
}

std::string energyCsv(const EnergyParts& energy, const Wording& words)
{
    Table table("pool,part,moved,energy_j_per_token,formula");
    for (const EnergyPart& part : energy.parts)
        table.row(nameOf(part.role), words(part.place),
            part.kind ? nameInFiles(*part.kind) : std::string_view {}, part.joules, words(part.formula));
    return table.text();
}

std::string breakdownCsv(const Breakdown& b, const Wording& words)
{
    Table table("part,time_s,share_of_token");
    for (const TimeCause& cause : kTimeCauses)
        table.row(words(cause.name), b.*cause.seconds, b.total() > 0 ? b.*cause.seconds / b.total() : 0.0);
    return table.text();
}

std::string sensitivityCsv(const Report& report)
{
    Table table("change,tpot_relative_change,ttft_relative_change");
    for (const Lever& lever : kLevers)
        table.row(lever.name, report.tpotSensitivity.*lever.change, report.ttftSensitivity.*lever.change);
    return table.text();
}

std::string phasesCsv(const Report& report)
{
    Table table("phase,flop_per_byte,flop_per_s,ridge_flop_per_byte,peak_flop_per_s,peak_bytes_per_s,"
                "compute_busy");
    for (const auto& [name, phase] :
        { std::pair("prefill", &report.prefill), std::pair("decode", &report.decode) })
        if (phase->present)
            table.row(name, phase->flopPerByte, phase->flopsPerSecond, phase->ridge().value_or(0),
                phase->peakFlops.value_or(FlopsPerSecond {}).value,
                phase->peakBandwidth.value_or(BytesPerSecond {}).value, phase->computeBusy);
    return table.text();
}

std::string kvOverTimeCsv(const Report& report)
{
    Table table("time_s,kv_bytes");
    for (const Report::KvPoint& point : report.kvOverTime)
        table.row(point.timeS, point.bytes);
    return table.text();
}

std::string bottleneckCsv(const Report& report, const Wording& words)
{
    Table table("bottleneck,title,text");
    table.row(nameOf(report.bottleneck), words(report.bottleneckTitle), worded(report.bottleneckText, words));
    return table.text();
}

std::string figuresCsv(const Report& report)
{
    Table table("figure,value,unit");
    struct Named
    {
        const char* name;
        ReportFigure figure;
    };
    constexpr Named kFigures[] = { { "tpot", "tpot_s" }, { "tpot_low", "band/low" },
        { "tpot_high", "band/high" }, { "tpot_ideal", "ideal/tpot_s" }, { "ttft", "ttft_s" },
        { "tokens_per_s_per_user", "tokens_per_s_per_user" }, { "throughput", "throughput_tokens_per_s" },
        { "energy_per_token", "energy_j_per_token" }, { "cost_of_1m_tokens", "cost_usd_per_mtoken" },
        { "weights_per_token", "bytes_per_token/weights" } };
    for (const auto& [name, figure] : kFigures)
        table.row(name, figure.of(report).value_or(0), symbolOf(figure.unit));
    return table.text();
}

} // namespace memwall::core
