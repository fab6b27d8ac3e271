// A quantity for people, in plain text.
#pragma once

#include <string>

namespace memwall::core
{

/// Three significant digits with an SI step: 0.0147, "s" → "14.7 ms".
[[nodiscard]] std::string siText(double value, const char* unit);

/// Three significant digits without a step: 0.116 → "0.116", 1810 → "1810".
[[nodiscard]] std::string countText(double value);

} // namespace memwall::core
