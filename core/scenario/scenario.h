// What the user set up: the content of a *.memwall.json file, version 1, as a plain comparable value.
// Field names and meanings are those of the file; see resources/schema/scenario-1.schema.json.
#pragma once

#include "core/base/catalog_ids.h"
#include "core/scenario/pool_role.h"
#include "core/scenario/resource_scale.h"
#include "core/scenario/trace.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace memwall::core
{

/// A catalog id, or an object in the catalog's own format written inline.
template <typename EntryId> struct CatalogRef
{
    EntryId id;
    std::optional<nlohmann::json> object; ///< present: the inline object; id is then its "id"

    bool operator==(const CatalogRef&) const = default;
};

using ChipRef = CatalogRef<ChipId>;
using LinkRef = CatalogRef<LinkId>;
using ModelRef = CatalogRef<ModelId>;

/// 16, 8 or 4 bits, which mean a format by the chip, or a format.
using WeightBits = std::variant<int, FormatId>;

/// A number of tokens, or a distribution of them.
struct TokenCount
{
    enum class Shape : std::uint8_t
    {
        Fixed,
        Lognormal,
        Uniform,
    };
    Shape shape = Shape::Fixed;
    std::int64_t value = 0; ///< Fixed
    double median = 0, p90 = 0; ///< Lognormal
    std::int64_t min = 0, max = 0; ///< Uniform

    bool operator==(const TokenCount&) const = default;
};

enum class Arrivals : std::uint8_t
{
    Together,
    Poisson,
    Closed,
    Trace,
};

/// A request at a set time, beside those of any kind of arrivals.
struct ExtraRequest
{
    double atS = 0;
    std::int64_t promptTokens = 0;
    std::int64_t outputTokens = 0;

    bool operator==(const ExtraRequest&) const = default;
};

struct ServiceObjective
{
    std::optional<double> ttftS, tpotS;

    bool operator==(const ServiceObjective&) const = default;
};

struct Workload
{
    Arrivals arrivals = Arrivals::Together;
    std::int64_t users = 1; ///< concurrent requests of together and closed
    std::int64_t requests = 200; ///< of poisson and closed
    double ratePerS = 1.0;
    std::uint64_t seed = 1;
    TokenCount promptTokens { .value = 1024 };
    TokenCount outputTokens { .value = 256 };
    std::optional<TraceSource> trace; ///< played where arrivals say so
    /// The requests of that trace. Not part of the file's text: whoever may read files fills it in.
    SharedTrace traceRequests;
    std::vector<ExtraRequest> events;
    std::optional<std::string> answerText;
    ServiceObjective slo;

    bool operator==(const Workload&) const = default;
};

struct Pool
{
    PoolRole role = PoolRole::Both;
    ChipRef chip;
    int chips = 1;
    int tensorParallel
        = 1; ///< default when the file has none: chips / (pipeline * replicas), 1 with experts spread
    int pipelineParallel = 1;
    int expertParallel = 1;
    int replicas = 1;
    ResourceScale scale;

    bool operator==(const Pool&) const = default;
};

enum class BatchingPolicy : std::uint8_t
{
    Continuous,
    Chunked,
    Static,
};

struct Batching
{
    BatchingPolicy policy = BatchingPolicy::Continuous;
    int maxBatch = 64;
    int prefillChunkTokens = 512;

    bool operator==(const Batching&) const = default;
};

/// Where the drafts of speculation come from.
enum class DraftMethod : std::uint8_t
{
    DraftModel, ///< a small model of its own
    Mtp, ///< a further layer that the model was trained with
    Eagle,
    Ngram, ///< looked up in the text so far
};

/// Its word in files: "draft-model", "mtp", "eagle", "ngram".
[[nodiscard]] std::string_view nameOf(DraftMethod method);

struct Speculation
{
    DraftMethod method = DraftMethod::DraftModel;
    ModelRef draftModel;
    int draftTokens = 5;
    double acceptance = 0.7;
    std::vector<double> acceptanceAt; ///< by position; empty: the same for all

    bool operator==(const Speculation&) const = default;
};

struct System
{
    std::string name;
    ModelRef model;
    WeightBits weightBits = 16;
    int kvBits = 16;
    bool kvCache = true;
    std::optional<EngineId> engine; ///< absent: the chip's default
    std::vector<Pool> pools;
    std::optional<LinkRef> link; ///< between pools
    Batching batching;
    std::optional<Speculation> speculation;

    bool operator==(const System&) const = default;
};

enum class ViewTheme : std::uint8_t
{
    Dark,
    Light,
};

enum class StageWidths : std::uint8_t
{
    Log,
    True,
};

struct View
{
    ViewTheme theme = ViewTheme::Dark;
    /// Real seconds shown per simulated second; 1 is true speed. Absent: as suits the run.
    std::optional<double> timeScale {};
    StageWidths stageWidths = StageWidths::Log;
    std::vector<std::string> panels;

    bool operator==(const View&) const = default;
};

struct Scenario
{
    std::string title;
    std::string description;
    Workload workload;
    std::vector<System> systems; ///< 1 to 4
    View view;
    std::optional<nlohmann::json> lesson; ///< checked for shape, kept as written

    bool operator==(const Scenario&) const = default;
};

} // namespace memwall::core
