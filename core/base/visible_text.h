// Text from files and from the keyboard as it may be shown: what would steer a terminal, turn the direction
// of the line or break a table becomes a sign that everybody can see.
#pragma once

#include <string>
#include <string_view>

namespace memwall::core
{

/// One line: control characters as their pictures (␛), line ends and tabs as blanks, overrides of the writing
/// direction and bytes that are no UTF-8 as �. The same text comes back when it is given again.
[[nodiscard]] std::string visibleText(std::string_view text);

/// The same with its line ends (LF, CRLF or CR, given as LF).
[[nodiscard]] std::string visibleLines(std::string_view text);

/// At most so many bytes, cut between two characters and marked with …
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most);

} // namespace memwall::core
