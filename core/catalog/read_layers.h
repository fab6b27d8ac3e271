// Readers of a model's groups of layers. Internal to catalog.
#pragma once

#include "core/catalog/read_parts.h"

namespace memwall::core
{

[[nodiscard]] Attention readAttention(
    ReadContext& context, const nlohmann::json& value, const std::string& pointer);
[[nodiscard]] FeedForward readFeedForward(
    ReadContext& context, const nlohmann::json& value, const std::string& pointer);

} // namespace memwall::core
