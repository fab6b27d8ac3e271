// Drafters that are a part of the model they draft for. physics.md section 8.
#pragma once

#include "core/catalog/model.h"

namespace memwall::core
{

/// One more layer of the last kind, trained to guess the word after next (multi-token prediction); it uses
/// the model's own embedding and head.
[[nodiscard]] Model extraLayer(const Model& model);

/// EAGLE: one dense layer as wide as the model, on the features of its last one; head and embedding shared.
[[nodiscard]] Model eagleLayer(const Model& model);

} // namespace memwall::core
