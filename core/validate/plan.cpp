#include "core/validate/plan.h"

#include "core/catalog/model_size.h"
#include "core/figures/range.h"
#include "core/validate/figure_kind.h"
#include "core/validate/names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace memwall::core
{

namespace
{

/// Context assumed where a source gives none: short answers to short prompts.
constexpr double kShortContext = 256;
/// Mean prompt and answer of the offline benchmark's question set (MLPerf, Open Orca).
constexpr double kOfflineTokens = 294;
/// Experts spread over so many chips: a unit that decodes for a whole service.
constexpr int kManyRanks = 8;
constexpr double kSequencesPerRank = 96;
/// Sequences that a saturated server takes at most (TensorRT-LLM's default).
constexpr double kMostSequences = 2048;

const ModelId kAnyModel { "llama-3.1-8b" };
const ChipId kGroq { "groq_lpu1" }, kSn40l { "sn40l" }, kWse2 { "wse2" }, kWse3 { "wse3" };
const ChipId kHybridCard { "rtx4090d" }, kHybridProcessor { "xeon_6454s" };
/// Of a server under a replayed trace.
const PublicationId kReplayedTrace { "LSSVLLM" };
const EngineId kTensorRt { "tensorrt-llm" };

constexpr int kMostChips = 100'000;
constexpr double kMostUsers = 1e6;

/// Requests of TensorRT-LLM's published throughput tables by prompt and answer length; they decide how well
/// the last wave fills the machine. Source: performance overview of TensorRT-LLM 0.19, "request counts".
constexpr std::array<std::array<double, 3>, 9> kTableRequests { { { 128, 128, 30000 }, { 128, 2048, 3000 },
    { 128, 4096, 1500 }, { 500, 2000, 3000 }, { 1000, 1000, 3000 }, { 1000, 2000, 1500 }, { 2048, 128, 3000 },
    { 5000, 500, 1500 }, { 20000, 2000, 1000 } } };
constexpr double kOtherRequests = 1500;

double tableRequests(double input, double output)
{
    for (const auto& row : kTableRequests)
        if (row[0] == input && row[1] == output)
            return row[2];
    return kOtherRequests;
}

bool contains(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

class Planner
{
public:
    Planner(const Measurement& point, const Catalog& catalog, int year)
        : m_point(point)
        , m_catalog(catalog)
        , m_year(year)
    {
    }

    std::expected<Plan, Sayings> plan()
    {
        m_plan.point = m_point;
        if (m_point.metric == Metric::Unknown)
            return std::unexpected(Sayings { { "plan.metric", {} } });
        if (contains(m_point.hardware, "Xeon Gold 6454S"))
            return hybrid();
        const auto named = chipNamed(m_point, m_catalog);
        const Chip* chip = named ? m_catalog.chip(*named) : nullptr;
        if (chip == nullptr)
            return std::unexpected(Sayings { { "plan.chip", { m_point.hardware } } });
        m_plan.chip = chip->id;
        if (const auto reason = takeModel())
            return std::unexpected(*reason);
        m_plan.engine = engineNamed(m_point, *chip, m_year);
        m_plan.format = formatNamed(m_point.weights, *chip);
        if (m_catalog.format(m_plan.format) == nullptr)
            return std::unexpected(Sayings { { "plan.format", { m_point.weights } } });
        if (m_point.metric == Metric::CollectiveTime && !m_point.chips)
            return std::unexpected(Sayings { { "plan.chips", {} } });
        takeSystem(*chip);
        takeLoad();
        if (const auto reason = tooLarge())
            return std::unexpected(*reason);
        judge(*chip);
        return std::move(m_plan);
    }

private:
    [[nodiscard]] bool isKernel() const
    {
        return m_point.metric == Metric::CollectiveTime || m_point.phase == MeasuredPhase::Product
            || m_point.phase == MeasuredPhase::Attention;
    }

    std::optional<Sayings> takeModel()
    {
        // A product or an attention call alone belongs to no model; any will carry the rates.
        const auto named = isKernel() ? std::optional(kAnyModel) : modelNamed(m_point, m_catalog);
        if (!named || m_catalog.model(*named) == nullptr)
            return Sayings { { "plan.model", { m_point.model } } };
        m_plan.model = *named;
        return std::nullopt;
    }

    /// Chips that a cloud service is known or likely to use where it does not say.
    [[nodiscard]] int assumedChips(const Chip& chip) const
    {
        if (chip.id == kGroq)
            return 576;
        if (chip.id == kSn40l)
            return 16;
        if (chip.id == kWse3)
            return contains(m_plan.model.text(), "405b") ? 20 : contains(m_plan.model.text(), "70b") ? 4 : 1;
        return 1;
    }

    /// The published tables of this engine serve mixtures of experts with whole sequences on each chip.
    [[nodiscard]] bool dataParallelAttention() const
    {
        const auto& groups = m_catalog.model(m_plan.model)->feedForward;
        const bool experts
            = std::any_of(groups.begin(), groups.end(), [](const FeedForward& group) { return group.moe; });
        return experts && m_plan.engine == kTensorRt && m_point.phase == MeasuredPhase::PrefillAndDecode;
    }

    /// Offline runs fill a server with as many small machines as it holds.
    [[nodiscard]] int fewestChips(const Chip& chip) const
    {
        constexpr double kRoomForCache = 0.6;
        const Model& model = *m_catalog.model(m_plan.model);
        const double bytes = storedBytes(model, weightBytes(*m_catalog.format(m_plan.format)));
        const auto& capacity = chip.levels[chip.homeLevel].capacity;
        int chips = 1;
        while (capacity && bytes / chips > kRoomForCache * capacity->value.value && chips < m_point.chips)
            chips *= 2;
        return chips;
    }

    void takeSystem(const Chip& chip)
    {
        Pool pool;
        pool.chip.id = chip.id;
        const int chips = m_point.chips.value_or(assumedChips(chip));
        const int stages = m_point.stages.value_or(1);
        pool.pipelineParallel = stages;
        pool.tensorParallel = std::max(1, chips / stages);
        if (m_point.phase == MeasuredPhase::Layer)
            pool.tensorParallel = m_point.tensor.value_or(1);
        else if (m_point.tensor && *m_point.tensor < pool.tensorParallel)
            pool.tensorParallel = *m_point.tensor;
        if (m_point.experts && !m_point.tensor)
            pool.expertParallel = *m_point.experts, pool.tensorParallel = 1;
        else if (dataParallelAttention())
            pool.expertParallel = std::exchange(pool.tensorParallel, 1);
        else if (chip.id == kWse3 || chip.id == kWse2)
            pool.pipelineParallel = chips, pool.tensorParallel = 1;
        if (!m_point.tensor && !m_point.stages && !m_point.experts
            && m_point.phase == MeasuredPhase::PrefillAndDecode && contains(m_point.engine, "offline"))
            pool.tensorParallel = fewestChips(chip);
        pool.chips = static_cast<int>(std::min<std::int64_t>(kMostChips + 1,
            std::int64_t { std::max(pool.tensorParallel, pool.expertParallel) } * pool.pipelineParallel));
        m_plan.system.pools.push_back(pool);
        m_plan.system.model.id = m_plan.model;
        if (!chip.native)
            m_plan.system.engine = m_plan.engine;
        m_plan.system.weightBits = m_plan.format;
        m_plan.system.kvBits = kvBitsNamed(m_point);
    }

    /// What no machine was ever measured at, and what would only keep the computer busy.
    [[nodiscard]] std::optional<Sayings> tooLarge() const
    {
        const Pool& pool = m_plan.system.pools.front();
        if (pool.chips > kMostChips)
            return Sayings { { "plan.many_chips", {} } };
        if (pool.pipelineParallel > m_catalog.model(m_plan.model)->layers)
            return Sayings { { "plan.stages", {} } };
        if (m_plan.users > kMostUsers)
            return Sayings { { "plan.users", {} } };
        return std::nullopt;
    }

    /// KTransformers: attention on the card, experts on the processor.
    std::expected<Plan, Sayings> hybrid()
    {
        m_plan.chip = kHybridProcessor;
        if (m_catalog.chip(kHybridCard) == nullptr || m_catalog.chip(m_plan.chip) == nullptr)
            return std::unexpected(Sayings { { "plan.chip", { m_point.hardware } } });
        if (const auto reason = takeModel())
            return std::unexpected(*reason);
        m_plan.engine = EngineId("llama.cpp-cuda");
        m_plan.format = formatNamed(m_point.weights, *m_catalog.chip(m_plan.chip));
        Pool attention, experts;
        attention.role = PoolRole::Attention;
        attention.chip.id = kHybridCard;
        experts.role = PoolRole::Ffn;
        experts.chip.id = m_plan.chip;
        experts.chips = experts.tensorParallel = 2; // the published machine has two sockets
        m_plan.system.pools = { attention, experts };
        m_plan.system.model.id = m_plan.model;
        m_plan.system.engine = m_plan.engine;
        m_plan.system.weightBits = m_plan.format;
        m_plan.system.link = LinkRef { .id = LinkId("pcie4_x16"), .object = {} };
        takeLoad();
        RangeCase asked = rangeCase(*m_catalog.chip(m_plan.chip), kindOf(m_point));
        asked.apart = true;
        m_plan.outside = outsideRange(asked);
        m_plan.sigma = kUnsureError;
        return std::move(m_plan);
    }

    void takeLoad()
    {
        m_plan.users = m_point.batch.value_or(m_point.concurrency.value_or(1));
        const Engine* engine = m_catalog.engine(m_plan.engine);
        if (m_point.speculation && engine != nullptr && engine->speculationLimit)
            m_plan.users = std::min<double>(m_plan.users, *engine->speculationLimit);
        // Figures of one server of a unit that spans many count that server's sequences.
        if (m_point.experts && m_point.batch && m_point.chips && *m_point.experts > *m_point.chips)
            m_plan.users *= static_cast<double>(*m_point.experts) / *m_point.chips;
        // Large decoding units: their makers name 64 to 128 sequences a chip.
        if (m_point.experts && *m_point.experts >= kManyRanks && !m_point.batch && !m_point.concurrency)
            m_plan.users = kSequencesPerRank * *m_point.experts;
        m_plan.closed = !m_point.batch && m_point.concurrency.value_or(1) > 1;
        const bool offline = contains(m_point.engine, "offline");
        m_plan.input = m_point.input.value_or(offline ? kOfflineTokens : 0);
        m_plan.output = m_point.output.value_or(offline ? kOfflineTokens : 0);
        m_plan.context = m_point.context.value_or(
            m_plan.input > 0 || m_plan.output > 0 ? m_plan.input + m_plan.output / 2 : kShortContext);
        const bool rate = m_point.metric == Metric::OutputRate || m_point.metric == Metric::OutputRatePerChip;
        const bool replay = contains(m_point.engine, "0.19.0") && !m_point.batch && !m_point.concurrency
            && m_point.source == kReplayedTrace;
        if ((rate && !m_point.batch && !m_point.concurrency) || replay) {
            m_plan.saturated = true;
            m_plan.closed = replay;
            m_plan.users = replay ? 128 : kMostSequences;
            m_plan.requests = replay ? 300 : tableRequests(m_plan.input, m_plan.output);
        }
    }

    /// What the rules of the validated range look at.
    [[nodiscard]] RangeCase rangeCase(const Chip& chip, FigureKind kind) const
    {
        RangeCase asked;
        asked.figure = rangeFigureOf(m_point);
        asked.chips = { &chip };
        asked.engine = chip.native ? nullptr : m_catalog.engine(m_plan.engine);
        asked.model = m_catalog.model(m_plan.model);
        asked.format = m_catalog.format(m_plan.format);
        asked.users = m_plan.users;
        asked.queued = m_plan.closed;
        asked.offloaded = contains(m_point.hardware, "offload");
        const Pool& pool = m_plan.system.pools.front();
        asked.expertsSpread = pool.expertParallel > 1 && pool.tensorParallel == 1;
        asked.launched = contains(m_point.engine, "PyTorch");
        asked.draftsUnstated
            = kind == FigureKind::Speculation && !m_point.tokensPerStep && !m_point.acceptance;
        if (const auto& capacity = chip.levels[chip.homeLevel].capacity)
            asked.weightShare = storedBytes(*asked.model, weightBytes(*asked.format))
                / (capacity->value.value * pool.chips);
        return asked;
    }

    void judge(const Chip& chip)
    {
        const auto& groups = m_catalog.model(m_plan.model)->feedForward;
        const bool experts
            = std::any_of(groups.begin(), groups.end(), [](const FeedForward& group) { return group.moe; });
        const FigureKind kind = kindOf(m_point);
        m_plan.outside = outsideRange(rangeCase(chip, kind));
        if (m_plan.outside.empty() && m_point.grade == Grade::C)
            m_plan.outside = { "range.conditions", {} };
        m_plan.sigma = kind == FigureKind::Decode && !experts ? 0.12 : kThroughputError;
        if (kind == FigureKind::Collectives || m_point.metric == Metric::Ttft || !m_plan.outside.empty())
            m_plan.sigma = kUnsureError;
    }

    const Measurement& m_point;
    const Catalog& m_catalog;
    int m_year;
    Plan m_plan;
};

} // namespace

std::expected<Plan, Sayings> planFor(const Measurement& point, const Catalog& catalog, int sourceYear)
{
    return Planner(point, catalog, sourceYear).plan();
}

} // namespace memwall::core
