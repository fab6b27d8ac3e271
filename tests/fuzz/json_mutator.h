// Changes to JSON that keep it JSON, so that a fuzzer spends its time behind the parser.
#pragma once

#include <cstddef>
#include <cstdint>

namespace memwall::fuzz
{

/// Changes the tree: values of another kind, twice, missing, deeper, absurdly large; now and then bytes
/// alone, for the parser. Returns the new size.
std::size_t mutateJson(std::uint8_t* data, std::size_t size, std::size_t mostBytes, unsigned seed);

} // namespace memwall::fuzz
