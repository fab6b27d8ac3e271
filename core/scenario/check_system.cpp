// What must fit together in one system, and what this version does not simulate yet.
#include "core/scenario/read_parts.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

class SystemCheck
{
public:
    SystemCheck(ScenarioContext& context, const Workload& workload, const System& system, std::string pointer)
        : m_context(context)
        , m_workload(workload)
        , m_system(system)
        , m_pointer(std::move(pointer))
        , m_model(modelOf(system.model, *context.catalog))
    {
    }

    void run()
    {
        for (std::size_t i = 0; i < m_system.pools.size(); ++i)
            checkDegrees(m_system.pools[i], m_pointer + "/pools/" + std::to_string(i));
        checkRoles();
        checkEngine();
        checkContext();
        checkSpeculation();
        checkCache();
        if (apart())
            checkApart();
    }

private:
    void report(const std::string& field, Saying message, Saying remedy)
    {
        m_context.report(m_pointer + field, std::move(message), std::move(remedy));
    }

    [[nodiscard]] bool has(PoolRole role) const
    {
        return std::any_of(m_system.pools.begin(), m_system.pools.end(),
            [role](const Pool& pool) { return pool.role == role; });
    }

    [[nodiscard]] bool apart() const { return has(PoolRole::Attention) && has(PoolRole::Ffn); }

    void checkDegrees(const Pool& pool, const std::string& pointer)
    {
        const int wide = std::max(pool.tensorParallel, pool.expertParallel);
        const std::int64_t others = std::int64_t { pool.pipelineParallel } * pool.replicas;
        const std::int64_t needed = wide * others;
        if (needed != pool.chips) {
            const bool divides = pool.chips % others == 0;
            m_context.report(pointer + "/tensor_parallel",
                { "wrong.degrees",
                    { plainCount(pool.chips), std::to_string(pool.tensorParallel),
                        std::to_string(pool.expertParallel), std::to_string(pool.pipelineParallel),
                        std::to_string(pool.replicas), std::to_string(needed) } },
                divides ? Saying { "right.degrees",
                    { std::to_string(pool.chips / others), std::to_string(needed) } }
                        : Saying { "right.chips", { std::to_string(needed) } });
        }
        if (pool.expertParallel > 1)
            checkExperts(pool, pointer + "/expert_parallel");
        if (pool.pipelineParallel > 1 && (pool.role == PoolRole::Attention || pool.role == PoolRole::Ffn))
            m_context.report(
                pointer + "/pipeline_parallel", { "wrong.pipeline_apart" }, { "right.tensor_parallel" });
        if (m_model && pool.pipelineParallel > m_model->layers)
            m_context.report(pointer + "/pipeline_parallel", { "wrong.stages" },
                { "right.at_most", { std::to_string(m_model->layers) } });
    }

    void checkExperts(const Pool& pool, const std::string& pointer)
    {
        const bool experts = !m_model
            || std::any_of(m_model->feedForward.begin(), m_model->feedForward.end(),
                [](const FeedForward& group) { return group.moe; });
        if (!experts)
            m_context.report(pointer, { "wrong.no_experts", { m_model->name } }, { "right.tensor_parallel" });
        else if (pool.role == PoolRole::Attention)
            m_context.report(pointer, { "wrong.attention_experts" }, { "right.tensor_parallel" });
        else if (pool.expertParallel % pool.tensorParallel != 0)
            m_context.report(pointer,
                { "wrong.expert_groups",
                    { std::to_string(pool.expertParallel), std::to_string(pool.tensorParallel) } },
                { "right.multiple" });
    }

    void checkRoles()
    {
        const std::size_t n = m_system.pools.size();
        const bool one = n == 1 && has(PoolRole::Both);
        const bool split = n == 2 && has(PoolRole::Prefill) && has(PoolRole::Decode);
        const bool pair = n == 2 && apart();
        if (n > 0 && !one && !split && !pair)
            report("/pools", { "wrong.roles" }, { "right.roles" });
    }

    void checkEngine()
    {
        if (!m_system.engine)
            return;
        const Engine* engine = m_context.catalog->engine(*m_system.engine);
        if (engine == nullptr)
            return;
        bool anyNative = false, anyDriven = false;
        for (const Pool& pool : m_system.pools)
            if (const auto chip = chipOf(pool.chip, *m_context.catalog))
                (chip->native ? anyNative : anyDriven) = true;
        if (engine->native && !anyNative)
            report("/engine", { "wrong.native_engine" }, { "right.graphs" });
        if (!engine->native && !anyDriven)
            report("/engine", { "wrong.software_engine" }, { "right.native" });
    }

    void checkTokens(const std::string& pointer, std::int64_t prompt, std::int64_t output)
    {
        const std::int64_t most = m_model->maxContext.value();
        if (prompt + output > most)
            m_context.report(pointer,
                { "wrong.context",
                    { std::to_string(prompt), std::to_string(output), std::to_string(most), m_model->name } },
                { "right.prompt_tokens", { plainCount(std::max<std::int64_t>(1, most - output)) } });
    }

    void checkContext()
    {
        if (!m_model || !m_model->maxContext)
            return;
        const auto& prompt = m_workload.promptTokens;
        const auto& output = m_workload.outputTokens;
        // A trace brings its own lengths.
        if (m_workload.arrivals != Arrivals::Trace && prompt.shape == TokenCount::Shape::Fixed
            && output.shape == TokenCount::Shape::Fixed)
            checkTokens("/workload/prompt_tokens", prompt.value, output.value);
        for (std::size_t i = 0; i < m_workload.events.size(); ++i)
            checkTokens("/workload/events/" + std::to_string(i), m_workload.events[i].promptTokens,
                m_workload.events[i].outputTokens);
    }

    void checkSpeculation()
    {
        if (!m_system.speculation)
            return;
        const bool apartModel = m_system.speculation->method == DraftMethod::DraftModel;
        const auto draft
            = apartModel ? modelOf(m_system.speculation->draftModel, *m_context.catalog) : nullptr;
        if (draft && m_model && draft->vocabulary != m_model->vocabulary)
            report("/speculation/draft_model",
                { "wrong.vocabulary",
                    { draft->name, std::to_string(draft->vocabulary), m_model->name,
                        std::to_string(m_model->vocabulary) } },
                { "right.vocabulary" });
        if (apart())
            report("/speculation", { "wrong.speculation_apart" }, { "right.leave_out" });
    }

    void checkCache()
    {
        if (m_system.kvCache)
            return;
        const Saying remedy { "right.true" };
        if (m_system.speculation)
            report("/kv_cache", { "wrong.speculation_no_kv" }, remedy);
        if (m_system.pools.size() > 1)
            report("/kv_cache", { "wrong.pools_no_kv" }, remedy);
        if (m_system.batching.policy == BatchingPolicy::Chunked)
            report("/kv_cache", { "wrong.chunks_no_kv" }, remedy);
    }

    void checkApart()
    {
        if (m_system.pools.front().replicas != m_system.pools.back().replicas)
            report("/pools/1/replicas", { "wrong.pairs" }, { "right.pairs" });
    }

    ScenarioContext& m_context;
    const Workload& m_workload;
    const System& m_system;
    std::string m_pointer;
    std::shared_ptr<const Model> m_model;
};

} // namespace

void checkSystem(
    ScenarioContext& context, const Workload& workload, const System& system, const std::string& pointer)
{
    SystemCheck(context, workload, system, pointer).run();
}

} // namespace memwall::core
