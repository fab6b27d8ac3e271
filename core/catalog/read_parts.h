// Readers of the catalog's parts over one context. Internal to catalog and scenario.
#pragma once

#include "core/base/object_reader.h"
#include "core/base/units.h"
#include "core/catalog/catalog.h"

namespace memwall::core
{

/// {"value", "source", "confidence", "note"}, or null.
[[nodiscard]] std::optional<Sourced<double>> readSourced(
    ObjectReader& fields, std::string_view key, ReadContext& context, Range range = {});

template <typename Unit>
[[nodiscard]] std::optional<Sourced<Unit>> readSourcedUnit(
    ObjectReader& fields, std::string_view key, ReadContext& context, Range range = {})
{
    const auto read = readSourced(fields, key, context, range);
    if (!read)
        return std::nullopt;
    return Sourced<Unit> { Unit { read->value }, read->source, read->confidence, read->note };
}

/// A text that says something: an empty one counts as absent.
[[nodiscard]] std::optional<std::string> readWords(ObjectReader& fields, std::string_view key);

/// The id that stands there; one that names nothing where it is missing, which the caller reports.
template <typename Id> [[nodiscard]] Id readId(ObjectReader& fields, std::string_view key)
{
    return Id(fields.text(key).value_or(""));
}

[[nodiscard]] std::vector<std::string> readTexts(
    ObjectReader& fields, std::string_view key, ReadContext& context);

[[nodiscard]] Chip readChip(ReadContext& context, const nlohmann::json& value, const std::string& pointer);
[[nodiscard]] Link readLink(ReadContext& context, const nlohmann::json& value, const std::string& pointer);
[[nodiscard]] Model readModel(ReadContext& context, const nlohmann::json& value, const std::string& pointer);
/// The same of a model that may be a Hugging Face config.
[[nodiscard]] Model readModelOrConfig(
    ReadContext& context, const nlohmann::json& value, const std::string& pointer);
[[nodiscard]] Engine readEngine(
    ReadContext& context, const nlohmann::json& value, const std::string& pointer);
[[nodiscard]] Format readFormat(
    ReadContext& context, const nlohmann::json& value, const std::string& pointer);
/// Fills physics and physicsOrigins.
void readPhysics(
    ReadContext& context, const nlohmann::json& value, const std::string& pointer, Catalog& catalog);

} // namespace memwall::core
