// The one place where a figure of a report is named: its key in JSON, its unit, where its value stands. In
// the order of the JSON. The parts of a token's time have a table of their own (time_causes.h), so have the
// changes that more of a resource makes (levers.h).
#pragma once

#include "core/figures/report.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace memwall::core
{

enum class FigureUnit : std::uint8_t
{
    Whole, ///< a count without a fraction
    Number, ///< a mean of counts, or a size in no unit
    Share,
    Seconds,
    TokensPerSecond,
    Bytes,
    FlopPerByte,
    Joules,
    Dollars,
};

/// "s", "tokens/s", "B", "flop/B", "J", "USD"; empty for bare numbers.
[[nodiscard]] std::string_view symbolOf(FigureUnit unit);

struct ReportFigure
{
    using Of = std::optional<double> (*)(const Report&);

    constexpr ReportFigure(std::string_view itsKey, FigureUnit itsUnit, Of itsValue)
        : key(itsKey)
        , unit(itsUnit)
        , of(itsValue)
    {
    }
    /// A key in the code stands for its figure; one that there is none of does not compile.
    consteval ReportFigure(const char* itsKey);

    std::string_view key; ///< JSON pointer below the system, without its first slash: "tpot_s", "band/low"
    FigureUnit unit;
    /// Nothing: not published, or the run has no such thing.
    Of of;
};

namespace figures
{

/// What a chain of members leads to.
template <auto... Members> std::optional<double> at(const Report& report)
{
    return static_cast<double>((report.*....*Members));
}
/// The same where the last of them is there.
template <auto... Members> std::optional<double> published(const Report& report)
{
    const auto& value = (report.*....*Members);
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}
/// The same of a figure with a range, where it is known.
template <auto Figure, auto Member> std::optional<double> known(const Report& report)
{
    return report.*Figure ? std::optional(*(report.*Figure).*Member) : std::nullopt;
}
/// The same of a part of the report that has a flag for its being there.
template <auto Part, auto There, auto Member> std::optional<double> present(const Report& report)
{
    return report.*Part.*There ? std::optional(report.*Part.*Member) : std::nullopt;
}

/// Flop per byte where the roof of a phase bends; 0 where it is not published.
template <auto Part> std::optional<double> ridge(const Report& report)
{
    return (report.*Part).present ? std::optional((report.*Part).ridge().value_or(0)) : std::nullopt;
}

using enum FigureUnit;
using Model = Report::ModelFigures;
using Requests = Report::Requests;
using Utilization = Report::Utilization;
using KindBytes = Report::KindBytes;
using Memory = Report::Memory;
using Transfer = Report::Transfer;
using Speculation = Report::SpeculationFigures;
using Experts = Report::Experts;

inline constexpr auto kReportFigures = std::to_array<ReportFigure>({
    { "chips_total", Whole, at<&Report::chipsTotal> },
    { "model/total_params", Number, at<&Report::model, &Model::totalParams> },
    { "model/weight_bytes", Bytes, at<&Report::model, &Model::weightBytes> },
    { "model/active_weight_bytes", Bytes, at<&Report::model, &Model::activeWeightBytes> },
    { "model/layers", Whole, at<&Report::model, &Model::layers> },
    { "model/kv_bytes_per_token", Bytes, at<&Report::model, &Model::kvBytesPerToken> },
    { "model/experts_total", Whole, at<&Report::model, &Model::expertsTotal> },
    { "model/experts_active", Whole, at<&Report::model, &Model::expertsActive> },
    { "model/max_context", Whole, published<&Report::model, &Model::maxContext> },
    { "ttft_s", Seconds, at<&Report::ttftS> },
    { "tpot_s", Seconds, at<&Report::tpotS> },
    { "tokens_per_s_per_user", TokensPerSecond, at<&Report::tokensPerSPerUser> },
    { "throughput_tokens_per_s", TokensPerSecond, at<&Report::throughputTokensPerS> },
    { "itl_s/p50", Seconds, at<&Report::itlS, &Percentiles::p50> },
    { "itl_s/p90", Seconds, at<&Report::itlS, &Percentiles::p90> },
    { "itl_s/p99", Seconds, at<&Report::itlS, &Percentiles::p99> },
    { "itl_s/max", Seconds, at<&Report::itlS, &Percentiles::max> },
    { "ttft_percentiles_s/p50", Seconds, at<&Report::ttftPercentilesS, &Percentiles::p50> },
    { "ttft_percentiles_s/p90", Seconds, at<&Report::ttftPercentilesS, &Percentiles::p90> },
    { "ttft_percentiles_s/p99", Seconds, at<&Report::ttftPercentilesS, &Percentiles::p99> },
    { "ttft_percentiles_s/max", Seconds, at<&Report::ttftPercentilesS, &Percentiles::max> },
    { "e2e_percentiles_s/p50", Seconds, at<&Report::e2ePercentilesS, &Percentiles::p50> },
    { "e2e_percentiles_s/p90", Seconds, at<&Report::e2ePercentilesS, &Percentiles::p90> },
    { "e2e_percentiles_s/p99", Seconds, at<&Report::e2ePercentilesS, &Percentiles::p99> },
    { "e2e_percentiles_s/max", Seconds, at<&Report::e2ePercentilesS, &Percentiles::max> },
    { "requests/finished", Whole, at<&Report::requests, &Requests::finished> },
    { "requests/rejected", Whole, at<&Report::requests, &Requests::rejected> },
    { "requests/preempted", Whole, at<&Report::requests, &Requests::preempted> },
    { "requests/waiting_peak", Whole, at<&Report::requests, &Requests::waitingPeak> },
    { "requests/clamped", Whole, at<&Report::requests, &Requests::clamped> },
    { "slo_attainment", Share, at<&Report::sloAttainment> },
    { "ideal/tpot_s", Seconds, at<&Report::idealTpotS> },
    { "ideal/tokens_per_s_per_user", TokensPerSecond, at<&Report::idealTokensPerSPerUser> },
    { "band/low", Seconds, at<&Report::bandLow> },
    { "band/high", Seconds, at<&Report::bandHigh> },
    { "phases/prefill/flop_per_byte", FlopPerByte,
        present<&Report::prefill, &Phase::present, &Phase::flopPerByte> },
    { "phases/prefill/ridge_flop_per_byte", FlopPerByte, ridge<&Report::prefill> },
    { "phases/prefill/compute_busy", Share, present<&Report::prefill, &Phase::present, &Phase::computeBusy> },
    { "phases/decode/flop_per_byte", FlopPerByte,
        present<&Report::decode, &Phase::present, &Phase::flopPerByte> },
    { "phases/decode/ridge_flop_per_byte", FlopPerByte, ridge<&Report::decode> },
    { "phases/decode/compute_busy", Share, present<&Report::decode, &Phase::present, &Phase::computeBusy> },
    { "utilization/compute", Share, at<&Report::utilization, &Utilization::compute> },
    { "utilization/memory", Share, at<&Report::utilization, &Utilization::memory> },
    { "utilization/link", Share, at<&Report::utilization, &Utilization::link> },
    { "bytes_per_token/weights", Bytes, at<&Report::bytesPerToken, &KindBytes::weights> },
    { "bytes_per_token/kv", Bytes, at<&Report::bytesPerToken, &KindBytes::kv> },
    { "bytes_per_token/activations", Bytes, at<&Report::bytesPerToken, &KindBytes::activations> },
    { "bytes_per_token/communication", Bytes, at<&Report::bytesPerToken, &KindBytes::communication> },
    { "bytes_per_pass/weights", Bytes, at<&Report::bytesPerPass, &KindBytes::weights> },
    { "bytes_per_pass/kv", Bytes, at<&Report::bytesPerPass, &KindBytes::kv> },
    { "bytes_per_pass/activations", Bytes, at<&Report::bytesPerPass, &KindBytes::activations> },
    { "bytes_per_pass/communication", Bytes, at<&Report::bytesPerPass, &KindBytes::communication> },
    { "memory/weights", Bytes, at<&Report::memory, &Memory::weights> },
    { "memory/kv", Bytes, at<&Report::memory, &Memory::kv> },
    { "memory/free", Bytes, at<&Report::memory, &Memory::free> },
    { "memory/max_users", Whole, at<&Report::memory, &Memory::maxUsers> },
    { "transfer/bytes", Bytes, at<&Report::transfer, &Transfer::bytes> },
    { "transfer/total_s", Seconds, at<&Report::transfer, &Transfer::totalS> },
    { "transfer/hidden_share", Share, at<&Report::transfer, &Transfer::hiddenShare> },
    { "link/message_bytes", Bytes, at<&Report::linkMessageBytes> },
    { "speculation/tokens_per_pass", Number,
        present<&Report::speculation, &Speculation::on, &Speculation::tokensPerPass> },
    { "speculation/acceptance", Share,
        present<&Report::speculation, &Speculation::on, &Speculation::acceptance> },
    { "speculation/draft_time_s", Seconds,
        present<&Report::speculation, &Speculation::on, &Speculation::draftTimeS> },
    { "speculation/verify_time_s", Seconds,
        present<&Report::speculation, &Speculation::on, &Speculation::verifyTimeS> },
    { "experts/read_mean", Number, at<&Report::experts, &Experts::readMean> },
    { "experts/total", Whole, at<&Report::experts, &Experts::total> },
    { "experts/active", Whole, at<&Report::experts, &Experts::active> },
    { "energy_j_per_token", Joules, known<&Report::energyJPerToken, &Band::value> },
    { "energy_band/low", Joules, known<&Report::energyJPerToken, &Band::low> },
    { "energy_band/high", Joules, known<&Report::energyJPerToken, &Band::high> },
    { "cost_usd_per_mtoken", Dollars, known<&Report::costUsdPerMtoken, &Band::value> },
    { "cost_band/low", Dollars, known<&Report::costUsdPerMtoken, &Band::low> },
    { "cost_band/high", Dollars, known<&Report::costUsdPerMtoken, &Band::high> },
});

} // namespace figures

using figures::kReportFigures;

/// Null where there is none of this key.
[[nodiscard]] constexpr const ReportFigure* figureNamed(std::string_view key)
{
    const auto* found = std::find_if(kReportFigures.begin(), kReportFigures.end(),
        [key](const ReportFigure& figure) { return figure.key == key; });
    return found == kReportFigures.end() ? nullptr : found;
}

consteval ReportFigure::ReportFigure(const char* itsKey)
    : ReportFigure(*figureNamed(itsKey))
{
}

/// What machines are compared by, in the order of the columns of sweeps and races: how fast they answer …
inline constexpr std::array<ReportFigure, 4> kSpeeds { "ttft_s", "tpot_s", "tokens_per_s_per_user",
    "throughput_tokens_per_s" };
/// … and what an answer takes.
inline constexpr std::array<ReportFigure, 2> kSpendings { "energy_j_per_token", "cost_usd_per_mtoken" };

} // namespace memwall::core
