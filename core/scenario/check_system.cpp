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
    void report(const std::string& field, std::string message, std::string remedy)
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
                std::to_string(pool.chips) + " chips cannot be tensor parallel "
                    + std::to_string(pool.tensorParallel) + ", expert parallel "
                    + std::to_string(pool.expertParallel) + ", pipeline parallel "
                    + std::to_string(pool.pipelineParallel) + " with " + std::to_string(pool.replicas)
                    + " replicas: that takes " + std::to_string(needed) + " chips",
                divides ? "set tensor_parallel to " + std::to_string(pool.chips / others) + " or chips to "
                        + std::to_string(needed)
                        : "set chips to " + std::to_string(needed));
        }
        if (pool.expertParallel > 1)
            checkExperts(pool, pointer + "/expert_parallel");
        if (pool.pipelineParallel > 1 && (pool.role == PoolRole::Attention || pool.role == PoolRole::Ffn))
            m_context.report(pointer + "/pipeline_parallel",
                notYet("a pipeline inside attention and feed-forward pools"), "use tensor_parallel");
        if (m_model && pool.pipelineParallel > m_model->layers)
            m_context.report(pointer + "/pipeline_parallel", "more stages than the model has layers",
                "use at most " + std::to_string(m_model->layers));
    }

    void checkExperts(const Pool& pool, const std::string& pointer)
    {
        const bool experts = !m_model
            || std::any_of(m_model->feedForward.begin(), m_model->feedForward.end(),
                [](const FeedForward& group) { return group.moe; });
        if (!experts)
            m_context.report(
                pointer, m_model->name + " has no experts to spread over chips", "use tensor_parallel");
        else if (pool.role == PoolRole::Attention)
            m_context.report(pointer, "an attention pool has no experts", "use tensor_parallel");
        else if (pool.expertParallel % pool.tensorParallel != 0)
            m_context.report(pointer,
                "experts on " + std::to_string(pool.expertParallel)
                    + " chips do not go with attention on groups of " + std::to_string(pool.tensorParallel),
                "use a multiple of tensor_parallel");
    }

    void checkRoles()
    {
        const std::size_t n = m_system.pools.size();
        const bool one = n == 1 && has(PoolRole::Both);
        const bool split = n == 2 && has(PoolRole::Prefill) && has(PoolRole::Decode);
        const bool pair = n == 2 && apart();
        if (n > 0 && !one && !split && !pair)
            report("/pools", "these roles do not make a system",
                "use one pool \"both\", or \"prefill\" and \"decode\", or \"attention\" and \"ffn\"");
    }

    void checkEngine()
    {
        if (m_system.engine.empty())
            return;
        const Engine* engine = m_context.catalog->engine(m_system.engine);
        if (engine == nullptr)
            return;
        bool anyNative = false, anyDriven = false;
        for (const Pool& pool : m_system.pools)
            if (const auto chip = chipOf(pool.chip, *m_context.catalog))
                (chip->native ? anyNative : anyDriven) = true;
        if (engine->native && !anyNative)
            report("/engine", "no chip of this system runs the \"native\" engine",
                "leave it out or use \"graphs\"");
        if (!engine->native && !anyDriven)
            report("/engine", "no software engine drives these chips", "leave it out or use \"native\"");
    }

    void checkTokens(const std::string& pointer, std::int64_t prompt, std::int64_t output)
    {
        if (prompt + output > m_model->maxContext)
            m_context.report(pointer,
                std::to_string(prompt) + " prompt and " + std::to_string(output)
                    + " output tokens are more than the " + std::to_string(m_model->maxContext) + " of "
                    + m_model->name,
                "use at most " + std::to_string(std::max<std::int64_t>(1, m_model->maxContext - output))
                    + " prompt tokens");
    }

    void checkContext()
    {
        if (!m_model || m_model->maxContext <= 0)
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
                draft->name + " has " + std::to_string(draft->vocabulary) + " words, " + m_model->name
                    + " has " + std::to_string(m_model->vocabulary),
                "a draft model shares the vocabulary of the model it drafts for");
        if (apart())
            report("/speculation", notYet("speculation across attention and feed-forward pools"),
                "leave it out");
    }

    void checkCache()
    {
        if (m_system.kvCache)
            return;
        const std::string remedy = "leave it out or write true";
        if (m_system.speculation)
            report("/kv_cache", notYet("speculation without a KV cache"), remedy);
        if (m_system.pools.size() > 1)
            report("/kv_cache", notYet("separate pools without a KV cache between them"), remedy);
        if (m_system.batching.policy == BatchingPolicy::Chunked)
            report("/kv_cache", notYet("prefill in chunks without a KV cache"), remedy);
    }

    void checkApart()
    {
        if (m_system.pools.front().replicas != m_system.pools.back().replicas)
            report("/pools/1/replicas", "attention and feed-forward pools work in pairs",
                "give both the same number of replicas");
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
