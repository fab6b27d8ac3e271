// Text of a trace file → requests. The file itself is read by whoever may read files.
#pragma once

#include "core/base/problem.h"
#include "core/scenario/trace.h"

#include <expected>
#include <string_view>

namespace memwall::core
{

/// Most requests that a trace may hand to a scenario, and lines of a file that are looked at to find them.
inline constexpr std::size_t kMostTraceRequests = 1'000'000;
inline constexpr std::size_t kMostTraceLines = 10'000'000;

/// Reads the requests in the source's window. Trace time 0 is the first request, for memwall the file's own
/// 0. Lines in any order (played by time), LF or CRLF, a byte order mark, quoted fields, empty lines and
/// lines that begin with # are good. Problems name the line, what is wrong and what would be right; the
/// first few are told, the others counted. Never throws.
[[nodiscard]] std::expected<Trace, Problems> readTrace(std::string_view text, const TraceSource& source);

} // namespace memwall::core
