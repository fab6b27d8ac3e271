// Recorded traffic: where a scenario finds it, and what was read from there.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

enum class TraceFormat : std::uint8_t
{
    Azure, ///< Azure LLM inference traces: TIMESTAMP (wall clock), ContextTokens, GeneratedTokens
    BurstGpt, ///< Timestamp (seconds), Request tokens, Response tokens; 0 response tokens: it failed
    Mooncake, ///< JSON lines: timestamp (milliseconds), input_length, output_length
    Memwall, ///< at_s (or arrival_s, as `--csv` writes), prompt_tokens, output_tokens
};

/// The file of a trace, and which part of it is played how fast.
struct TraceSource
{
    std::string file; ///< relative to the scenario's folder
    TraceFormat format = TraceFormat::Memwall;
    double startS = 0; ///< trace time at which play begins
    std::optional<double> durationS; ///< of trace time; none: to the end
    double speedup = 1.0; ///< requests come this many times faster than they were recorded

    bool operator==(const TraceSource&) const = default;
};

/// Longest prompt or answer of one request, in tokens.
inline constexpr double kMostTokens = 1e7;

struct TraceRequest
{
    double atS = 0; ///< simulated time: after the window's start, divided by the speedup
    std::int64_t promptTokens = 0;
    std::int64_t outputTokens = 0;

    bool operator==(const TraceRequest&) const = default;
};

/// The requests of a trace's window, by time, and what was done to get them.
struct Trace
{
    std::vector<TraceRequest> requests;
    std::int64_t leftOut = 0; ///< recorded with no prompt or no answer: they failed there
    std::int64_t outOfOrder = 0; ///< stood behind a later request in the file
    bool sharesPrefixes = false; ///< the trace says which prompts begin alike

    bool operator==(const Trace&) const = default;
};

/// A trace that all copies of a scenario share; equal where what was read is equal.
struct SharedTrace
{
    std::shared_ptr<const Trace> read; ///< null: not read

    bool operator==(const SharedTrace& other) const
    {
        return read == other.read || (read && other.read && *read == *other.read);
    }
};

} // namespace memwall::core
