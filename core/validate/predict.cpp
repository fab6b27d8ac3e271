#include "core/validate/predict.h"

#include "core/catalog/model_size.h"
#include "core/machine/links.h"
#include "core/machine/placement.h"
#include "core/validate/bench.h"
#include "core/validate/drafting.h"
#include "core/validate/kernels.h"

#include <algorithm>
#include <cmath>

namespace memwall::core
{

namespace
{

/// Tokens that a passage of greedy chat or of code keeps of a small model's drafts, where a source does not
/// say (physics.md section 8: our reading, not a source).
constexpr double kAcceptance = 0.7;
/// Network ports of the server whose KV transfers are published.
constexpr double kTransferPorts = 4;
/// Round trips to a public API before the first byte of an answer (TCP, TLS, HTTP: three of 30 to 40 ms
/// between regions of a continent; our reading, not a source).
constexpr double kNetwork = 0.1;
/// Handshake of a transfer between two servers' engines; calibration.md section 5.
constexpr double kTransferStart = 1.7e-3;

class Predictor
{
public:
    Predictor(const Plan& plan, const Catalog& catalog)
        : m_plan(plan)
        , m_catalog(catalog)
        , m_bench(benchFor(plan, catalog))
    {
    }

    std::expected<double, Sayings> value()
    {
        const bool kernel
            = m_plan.point.metric == Metric::OperatorTime || m_plan.point.metric == Metric::CollectiveTime;
        if (kernel)
            return checked(kernelSeconds(m_plan, m_bench));
        if (!m_bench.fits())
            return std::unexpected(m_bench.reason());
        const double users = usersAtOnce();
        if (users < 1)
            return std::unexpected(Sayings { { "predict.kv", {} } });
        return checked(figure(users));
    }

private:
    static std::expected<double, Sayings> checked(double result)
    {
        if (!(result > 0) || !std::isfinite(result))
            return std::unexpected(Sayings { { "predict.no_figure", {} } });
        return result;
    }

    static Bench benchFor(const Plan& plan, const Catalog& catalog)
    {
        Machine machine = resolve(plan.system, catalog);
        const double tokens = plan.input > 0 ? plan.input + plan.output : plan.context;
        const double each = kvPerChip(machine, machine.pools.front(), tokens);
        return Bench(std::move(machine), each * std::max(1.0, plan.saturated ? 1.0 : plan.users));
    }

    [[nodiscard]] double usersAtOnce() const
    {
        const double tokens = m_plan.input > 0 ? m_plan.input + m_plan.output : m_plan.context;
        return m_bench.usersThatFit(tokens, m_plan.users);
    }

    [[nodiscard]] double offset() const
    {
        return m_bench.machine().pools.front().engine.firstTokenOffset.value.value;
    }

    [[nodiscard]] double chips() const { return m_plan.point.chips.value_or(1); }

    [[nodiscard]] double figure(double users)
    {
        switch (m_plan.point.metric) {
        case Metric::Tpot:
            return tpot(users);
        case Metric::TokensPerUser:
            return 1 / tpot(users);
        case Metric::AchievedBandwidth:
            return achievedBandwidth();
        case Metric::TpotIntercept:
            return m_bench.step(1, 0);
        case Metric::TpotSlope:
            return (m_bench.step(1, 100'000) - m_bench.step(1, 50'000)) / 50'000;
        case Metric::Ttft:
            return ttft(users);
        case Metric::PrefillRate:
            return prefillRate();
        case Metric::PrefillRatePerChip:
            return prefillRate() / chips();
        case Metric::OutputRate:
            return outputRate(users);
        case Metric::OutputRatePerChip:
            return outputRate(users) / chips();
        case Metric::EndToEnd:
            return endToEnd(users);
        case Metric::Speedup:
            return m_bench.step(1, m_plan.context) / speculated(1);
        case Metric::TokensPerStep:
            return tokensPerStep();
        case Metric::TransferTime:
            return transferSeconds();
        case Metric::OperatorTime:
        case Metric::CollectiveTime:
        case Metric::Unknown:
            break;
        }
        return 0;
    }

    [[nodiscard]] double tpot(double users) const
    {
        const double step = speculates() ? speculated(users) : m_bench.step(users, m_plan.context);
        if (!m_plan.closed || m_plan.output <= 0 || m_plan.input <= 0)
            return step;
        // The other users' prefills fall into each one's answer.
        const ClosedLoop loop = closedLoop(m_bench, users, m_plan.input, m_plan.output);
        return loop.tpot - m_bench.step(users, m_plan.input + m_plan.output / 2) + step;
    }

    [[nodiscard]] bool speculates() const
    {
        return m_plan.point.speculation && m_plan.point.metric != Metric::Speedup;
    }

    [[nodiscard]] double drafted() const { return draftedTokens(m_plan); }

    [[nodiscard]] double tokensPerStep() const
    {
        if (m_plan.point.tokensPerStep)
            return *m_plan.point.tokensPerStep;
        return expectedTokensPerPass(
            m_plan.point.acceptance.value_or(kAcceptance), static_cast<int>(drafted()));
    }

    /// Seconds per output token with speculation, its own draft and verification timed.
    [[nodiscard]] double speculated(double users) const
    {
        const double verify = m_bench.verify(users, m_plan.context, drafted());
        return (verify + draftSeconds(m_plan, m_bench, m_catalog, users)) / tokensPerStep();
    }

    [[nodiscard]] double achievedBandwidth() const
    {
        const Machine& machine = m_bench.machine();
        const double bytes = activeBytes(machine.model, weightBytes(machine.format)) / chips();
        return bytes / m_bench.step(1, m_plan.context) / 1e9;
    }

    [[nodiscard]] double ttft(double users) const
    {
        const double input = m_plan.input > 0 ? m_plan.input : m_plan.context;
        if (m_plan.point.phase == MeasuredPhase::QueueAndPrefill)
            return 0;
        const bool remote = m_plan.point.engine.find("API") != std::string::npos;
        double seconds = offset() + (remote ? kNetwork : 0.0);
        if (m_plan.point.phase == MeasuredPhase::PrefillAndTransfer)
            seconds += transferSeconds();
        if (m_plan.closed) {
            const double burst = m_bench.prefillAmong(input, users);
            return seconds + m_bench.prefill(1, input)
                + m_bench.machine().physics.burstShare * (users - 1) * burst;
        }
        // Batches of demos on small accelerators prefill user by user; their figure is for one of them.
        const bool perUser = m_plan.engine == EngineId("wormhole");
        return seconds + m_bench.prefill(perUser ? 1 : users, input);
    }

    /// Prompts through a pipeline of cards overlap where passes are many; an engine reaches a part of it.
    [[nodiscard]] double prefillRate() const
    {
        const Machine& machine = m_bench.machine();
        const PoolMachine& pool = machine.pools.front();
        const double input = m_plan.input > 0 ? m_plan.input : m_plan.context;
        const double prompts = m_plan.point.batch.value_or(pool.attentionGroups() * promptsPerPass(input));
        const double seconds = m_bench.prefill(prompts, input);
        const double passes = std::ceil(input / pool.engine.prefillChunk);
        const double ideal = seconds * (passes + pool.stages - 1) / (passes * pool.stages);
        const double share = pool.stages > 1 ? overlap() : 0.0;
        return replicas() * prompts * input / (share * ideal + (1 - share) * seconds);
    }

    /// A service's rate per chip is that of full passes, where a source does not say how many prompts share
    /// one; a benchmark's is that of one prompt.
    [[nodiscard]] double promptsPerPass(double input) const
    {
        const Engine& engine = m_bench.machine().pools.front().engine;
        return m_plan.point.metric == Metric::PrefillRatePerChip
            ? std::max(1.0, std::floor(engine.prefillChunk / input))
            : 1.0;
    }

    [[nodiscard]] double overlap() const
    {
        const Machine& machine = m_bench.machine();
        const Engine& engine = machine.pools.front().engine;
        return machine.format.nominalBits < 16 ? engine.quantizedPipelineOverlap.value
                                               : engine.pipelineOverlap.value;
    }

    [[nodiscard]] double outputRate(double users) const
    {
        const double output = std::max(1.0, m_plan.output);
        if (m_plan.point.phase == MeasuredPhase::Decode)
            return users * replicas() / m_bench.step(users, m_plan.context);
        if (m_plan.saturated)
            return replicas() * m_plan.requests * output
                / saturatedSeconds(m_bench, users, m_plan.requests, m_plan.input, output);
        if (m_plan.closed) {
            const double step = tpotWithoutPrefill(users);
            const double prefill = m_bench.prefillAmong(m_plan.input, users / output);
            return users * output / (users * prefill + output * step);
        }
        return users * output / staticBatchSeconds(m_bench, users, m_plan.input, output);
    }

    [[nodiscard]] double tpotWithoutPrefill(double users) const
    {
        return speculates() ? speculated(users) : m_bench.step(users, m_plan.context);
    }

    /// Whole machines side by side, where a figure counts more chips than one of them has.
    [[nodiscard]] double replicas() const
    {
        const double machine = m_bench.machine().pools.front().chips;
        // A figure may also count one server of a machine that spans many.
        return chips() < machine && m_plan.point.experts ? chips() / machine
                                                         : std::max(1.0, std::floor(chips() / machine));
    }

    [[nodiscard]] double endToEnd(double users) const
    {
        const double all = m_plan.saturated ? m_plan.requests : m_plan.users;
        if (users >= all)
            return staticBatchSeconds(m_bench, users, m_plan.input, m_plan.output);
        const double seconds = saturatedSeconds(m_bench, users, all, m_plan.input, m_plan.output);
        // The mean request of a queue served in waves waits for half of them; a makespan is all of them.
        return m_plan.point.phase == MeasuredPhase::Makespan ? seconds
                                                             : (seconds + seconds * users / all) / 2;
    }

    [[nodiscard]] double transferSeconds() const
    {
        const Link* link = m_catalog.link(LinkId("ethernet_400g"));
        const double rate = link->bandwidth.value.value * link->share.value * kTransferPorts;
        return kTransferStart + m_bench.kvBytes(m_plan.input) / rate;
    }

    const Plan& m_plan;
    const Catalog& m_catalog;
    Bench m_bench;
};

} // namespace

std::expected<double, Sayings> predict(const Plan& plan, const Catalog& catalog)
{
    return Predictor(plan, catalog).value();
}

} // namespace memwall::core
