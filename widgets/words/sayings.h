// The words for what core says: in the window's language, or in English, the language of files and of the
// command line, whatever the locale.
#pragma once

#include "core/base/saying.h"

#include <QString>

namespace memwall::ui
{

[[nodiscard]] QString wordsOf(const core::Saying& saying);
/// One after the other.
[[nodiscard]] QString wordsOf(const core::Sayings& sayings);

/// The same in English.
[[nodiscard]] std::string english(const core::Saying& saying);
[[nodiscard]] std::string english(const core::Sayings& sayings);

// For core's tables and files, which put in the words that they are given.
[[nodiscard]] core::Wording wordingOfFiles(); ///< English
[[nodiscard]] core::Wording wordingOfReader();

} // namespace memwall::ui
