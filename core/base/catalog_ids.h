// What entries of the catalog are named by: in scenarios, in results, and by each other.
#pragma once

#include "core/base/id.h"

namespace memwall::core
{

using ChipId = Id<struct ChipIdTag>;
using LinkId = Id<struct LinkIdTag>;
using ModelId = Id<struct ModelIdTag>;
using EngineId = Id<struct EngineIdTag>;
using FormatId = Id<struct FormatIdTag>;
using SourceId = Id<struct SourceIdTag>;
using FactId = Id<struct FactIdTag>;

// Those that the program itself means.
inline const EngineId kNativeEngine { "native" }; ///< of chips with fixed costs of their own
inline const EngineId kGraphsEngine { "graphs" }; ///< of chips that name none
inline const FormatId kBf16 { "bf16" };
inline const FormatId kFp8 { "fp8" };
inline const FormatId kInt8 { "int8" };
inline const FormatId kInt4 { "int4-g128" };
inline const FormatId kEtched { "hc1" }; ///< of chips with their model in wires
inline const LinkId kUsualNetwork { "infiniband_ndr" }; ///< between pools that name none
inline const SourceId kFitSource { "fit" }; ///< of what a fit to measurements moved
inline const SourceId kPhysicsSource { "physics" };

} // namespace memwall::core
