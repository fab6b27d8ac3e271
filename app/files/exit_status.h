// What the program tells its caller. A script can tell a typing mistake from a wrong file.
#pragma once

namespace memwall::app
{

enum ExitStatus : int
{
    kGood = 0,
    kNo = 1, ///< the answer to --opens-window
    kUsage = 2, ///< an option that does not exist, or a value it cannot have
    kBadScenario = 3,
    kInputOutput = 4, ///< a file cannot be read or written, or memory ran out
    kInterrupted = 130, ///< by Ctrl+C or a request to end, as shells count it
};

} // namespace memwall::app
