// Prefill and decode on separate pools: the KV cache follows over the link, layer by layer while the
// prefill still runs. physics.md section 9.
#include "core/catalog/model_size.h"
#include "core/machine/links.h"
#include "core/schedule/kv_room.h"
#include "core/schedule/steps.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

/// A prompt whose KV cache has arrived at the decode pool.
struct Ready
{
    Prompt prompt;
    Instant at {};
    std::int64_t segment = 0; ///< its transfer
};

class SplitPlay
{
public:
    explicit SplitPlay(PlayState& state)
        : m_state(state)
        , m_prefillFree(static_cast<std::size_t>(state.replicas.prefill))
    {
    }

    void play()
    {
        Instant now {};
        while (true) {
            prefillAllKnown();
            if (m_ready.empty() && m_again.empty() && m_state.running.empty())
                return;
            if (!m_again.empty() && recompute(now))
                continue;
            if (m_again.empty())
                admit(now);
            if (m_state.running.empty()) {
                if (!m_ready.empty())
                    now = std::max(now, m_ready.front().at);
                continue;
            }
            std::optional<Instant> next;
            if (m_again.empty() && !m_ready.empty() && m_ready.front().at > now)
                next = m_ready.front().at;
            makeRoom(m_state, now);
            now = m_state.machine.speculates() ? addCycle(m_state, now) : addDecode(m_state, now, next);
        }
    }

private:
    /// Prefill never waits for decode, so every request that is known can be played ahead.
    void prefillAllKnown()
    {
        // What the decode pool has preempted it computes anew itself.
        const auto fresh = std::find_if(m_state.waiting.begin(), m_state.waiting.end(),
            [](const Waiting& waiting) { return waiting.written == 0; });
        m_again.insert(m_again.begin(), m_state.waiting.begin(), fresh);
        m_state.waiting.erase(m_state.waiting.begin(), fresh);
        while (!m_state.waiting.empty()) {
            const auto replica = std::min_element(m_prefillFree.begin(), m_prefillFree.end());
            const Instant start = std::max(*replica, m_state.waiting.front().since);
            const std::vector<Prompt> prompts = takeForPrefill(m_state, start, false);
            const Segment prefill
                = prefillSegment(m_state, { &m_state.prefill, m_state.prefillPool }, prompts, start);
            *replica = prefill.end;
            if (replica == m_prefillFree.begin())
                append(m_state, prefill);
            handOver(prefill, prompts);
        }
    }

    void handOver(const Segment& prefill, const std::vector<Prompt>& prompts)
    {
        if (prefill.requests.empty())
            return;
        const std::int64_t transfer = addTransfer(prefill);
        for (const Prompt& prompt : prompts)
            if (prompt.id)
                m_ready.push_back({ prompt, m_linkFree, transfer });
    }

    /// One pass over preempted requests in the pool that decodes; false: there is no room for the first.
    bool recompute(Instant& now)
    {
        std::swap(m_state.waiting, m_again);
        const std::vector<Prompt> prompts = takeForPrefill(m_state, now, true);
        std::swap(m_state.waiting, m_again);
        if (prompts.empty())
            return false;
        const std::int64_t segment
            = addPrefill(m_state, { &m_state.decode, m_state.decodePool }, prompts, now);
        now = m_state.run.segments.back().end;
        for (const Prompt& prompt : prompts)
            startAnswer(m_state, prompt, segment, now);
        return true;
    }

    std::int64_t addTransfer(const Segment& prefill)
    {
        double bytes = 0;
        for (const int id : prefill.requests) {
            const auto tokens = static_cast<double>(m_state.request(id).promptTokens);
            bytes += kvBytesAt(m_state.machine.model, tokens, m_state.machine.kvElementBytes);
        }
        const CachePorts ports
            = cachePorts(*m_state.prefill.attention->pool, *m_state.decode.attention->pool);
        Segment segment;
        segment.kind = SegmentKind::Transfer;
        segment.pool = m_state.decodePool;
        segment.begin = std::max(m_linkFree, firstLayerDone(prefill));
        segment.end = arrival(prefill, segment.begin, bytes, ports);
        segment.requests = prefill.requests;
        segment.shape = transferShape(bytes, ports.all, toSeconds(segment.end - segment.begin));
        m_linkFree = segment.end;
        storeShape(m_state, *segment.shape);
        return append(m_state, std::move(segment));
    }

    [[nodiscard]] static Instant firstLayerDone(const Segment& prefill)
    {
        return prefill.begin + fromSeconds(prefill.shape->passes.front().layerKinds.front().duration.base);
    }

    /// When the last of the cache is there: not before all ports together have carried all of it, nor the
    /// last slice's ports their slice, which they get last, nor its own ports the last layer.
    [[nodiscard]] Instant arrival(
        const Segment& prefill, Instant begin, double bytes, const CachePorts& ports) const
    {
        const Link& link = *m_state.machine.between;
        const double slice = bytes / ports.slices;
        const Instant lastSlice = std::max(begin,
            after(prefill.begin,
                { toSeconds(prefill.end - prefill.begin) * (ports.slices - 1) / ports.slices }));
        return std::max({ after(begin, { portSeconds(link, bytes, ports.all) }),
            after(lastSlice, { portSeconds(link, slice, ports.perSlice) }),
            after(
                prefill.end, { portSeconds(link, bytes / m_state.machine.model.layers, ports.perSlice) }) });
    }

    [[nodiscard]] std::shared_ptr<const StepShape> transferShape(
        double bytes, int ports, double seconds) const
    {
        auto shape = std::make_shared<StepShape>();
        Pass pass;
        pass.kind = PassKind::Transfer;
        pass.before.push_back(message(OperatorKind::KvTransfer, *m_state.decode.attention, Kind::KvCache,
            { bytes / ports }, { seconds }));
        pass.before.back().chips = ports;
        pass.duration = { seconds, 0 };
        shape->passes.push_back(std::move(pass));
        shape->duration = { seconds, 0 };
        return shape;
    }

    void admit(Instant now)
    {
        if (m_state.keepsFinished()) {
            if (m_state.running.empty())
                admitGroup(now);
            return;
        }
        KvRoom room(m_state);
        while (hasReady(now)) {
            Prompt& prompt = m_ready.front().prompt;
            const auto group = room.take(*prompt.id, prompt.tokens);
            if (!group)
                break;
            prompt.group = *group;
            startFirst();
        }
    }

    void admitGroup(Instant now)
    {
        std::vector<Prompt> group;
        while (hasReady(now) && roomInGroup(m_state, group, *m_ready.front().prompt.id)) {
            group.push_back(m_ready.front().prompt);
            startFirst();
        }
        dropFinished(m_state, now);
    }

    [[nodiscard]] bool hasReady(Instant now) const { return !m_ready.empty() && m_ready.front().at <= now; }

    void startFirst()
    {
        const Ready ready = m_ready.front();
        m_ready.pop_front();
        startAnswer(m_state, ready.prompt, ready.segment, ready.at);
    }

    PlayState& m_state;
    std::deque<Ready> m_ready;
    std::deque<Waiting> m_again; ///< preempted
    std::vector<Instant> m_prefillFree; ///< by replica of the prefill pool; the first is shown
    Instant m_linkFree {};
};

} // namespace

void playSplit(PlayState& state)
{
    SplitPlay(state).play();
}

} // namespace memwall::core
