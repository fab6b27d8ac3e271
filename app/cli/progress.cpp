#include "app/cli/progress.h"

#include <cstdio>
#include <unistd.h>

namespace memwall::app
{

void showProgress(const std::string& words)
{
    static const bool watched = isatty(STDERR_FILENO) != 0;
    if (!watched)
        return;
    std::fputs(('\r' + words).c_str(), stderr);
    std::fflush(stderr);
}

} // namespace memwall::app
