// Contracts that are checked: what a declaration's REQUIRES says, its definition asserts. On in builds with
// tests or sanitizers, see cmake/options.cmake; elsewhere nothing is evaluated.
#pragma once

namespace memwall::core
{

/// Says what was broken, where, on standard error, and ends the program.
[[noreturn]] void contractBroken(const char* file, int line, const char* condition);

} // namespace memwall::core

#ifdef MEMWALL_ASSERTS
#define MEMWALL_ASSERT(condition)                                                                            \
    ((condition) ? static_cast<void>(0) : ::memwall::core::contractBroken(__FILE__, __LINE__, #condition))
#else
/// Unevaluated, so that what only a contract asks for still counts as used.
#define MEMWALL_ASSERT(condition) static_cast<void>(sizeof((condition) ? 1 : 0))
#endif
