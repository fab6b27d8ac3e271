// What the program does not need any more goes back to the system.
#pragma once

namespace memwall::app
{

/// By itself the C library learns from every large block that is freed to keep the next ones: a window in
/// which large and small scenarios take turns grew for as long as it was open. For programs of few threads.
void returnFreedMemory();

} // namespace memwall::app
