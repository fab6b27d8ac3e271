// Published measurements: one number with its conditions each, as they stand in
// resources/catalog/measurements.json or in a file of the same format.
#pragma once

#include "core/base/problem.h"

#include <nlohmann/json_fwd.hpp>

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace memwall::core
{

enum class Metric : std::uint8_t
{
    Tpot, ///< s per output token of one request
    TokensPerUser, ///< 1 / TPOT
    Ttft, ///< s
    PrefillRate, ///< prompt tokens/s of the system
    PrefillRatePerChip,
    OutputRate, ///< output tokens/s of the system, prefill included unless the phase is decode
    OutputRatePerChip,
    EndToEnd, ///< s
    OperatorTime, ///< s of one operator on one rank
    CollectiveTime, ///< s
    AchievedBandwidth, ///< GB/s of weights, one chip
    Speedup, ///< of speculation
    TpotIntercept, ///< s at no context
    TpotSlope, ///< s per token of context
    TransferTime, ///< s for the KV cache of one request
    TokensPerStep, ///< of speculation
    Unknown,
};

/// What was running while it was measured.
enum class MeasuredPhase : std::uint8_t
{
    Decode,
    Prefill,
    PrefillAndDecode,
    PrefillAndTransfer,
    QueueAndPrefill,
    Transfer, ///< of the KV cache
    Makespan, ///< all requests of a run
    Layer, ///< one layer's products
    Product, ///< one alone
    Attention, ///< one call alone
    Collective,
    Other,
};

/// How well the source states its conditions.
enum class Grade : std::uint8_t
{
    A,
    B,
    C, ///< leaves some open, or reports them as doubtful
    None,
};

/// Where the drafts of a measured speculation came from, as far as their time goes.
enum class PublishedDrafts : std::uint8_t
{
    Lookup, ///< n-grams of the text so far
    Tree, ///< retrieved or recycled words, kept as a tree
    Heads, ///< Medusa, Hydra: further heads of the model
    Layer, ///< a further layer: MTP, EAGLE
    LayerTree, ///< the same with a tree of drafts
    Model, ///< a small model of its own
};

using PublicationId = Id<struct PublicationIdTag>;

/// One published number. Absent where the source does not say.
struct Measurement
{
    std::string id;
    PublicationId source;
    std::string group, hardware, model, modelDetail;
    std::optional<ChipId> hardwareId; ///< where the file says what the catalog calls them
    std::optional<ModelId> modelId;
    std::string weights, kv; ///< number formats in the source's words
    std::string engine;
    MeasuredPhase phase = MeasuredPhase::Other;
    Grade grade = Grade::None;
    std::optional<PublishedDrafts> speculation; ///< absent: off
    std::string drafter;
    std::optional<double> drafted, acceptance, tokensPerStep; ///< of speculation
    std::optional<int> chips, tensor, stages, experts;
    std::optional<double> batch, concurrency, input, output, context;
    Metric metric = Metric::Unknown;
    double value = 0; ///< in the metric's unit, SI
};

/// Where a set of points comes from.
struct MeasurementSource
{
    PublicationId id;
    std::string title, url, date;
};

struct MeasurementSet
{
    std::vector<Measurement> points;
    std::vector<MeasurementSource> sources;
};

/// Reads a file's points. Conditions that this version does not know are passed over; a point without id or
/// value, and conditions that are no such thing, are problems that name their place.
[[nodiscard]] std::expected<MeasurementSet, Problems> measurementsFromJson(const nlohmann::json& file);
/// The same from text, with lines in the messages.
[[nodiscard]] std::expected<MeasurementSet, Problems> measurementsFromText(std::string_view text);

} // namespace memwall::core
