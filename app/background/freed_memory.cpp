#include "app/background/freed_memory.h"

#include <malloc.h>

namespace memwall::app
{

void returnFreedMemory()
{
    constexpr int kLargeBytes = 256 << 10; // less is not worth a call to the system
    constexpr int kHeaps = 2; // for the window and for its workers: what one frees the others use
    mallopt(M_MMAP_THRESHOLD, kLargeBytes);
    mallopt(M_TRIM_THRESHOLD, kLargeBytes);
    mallopt(M_ARENA_MAX, kHeaps);
}

} // namespace memwall::app
