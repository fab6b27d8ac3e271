#include "core/base/assert.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace memwall::core
{

void contractBroken(const char* file, int line, const char* condition)
{
    std::fputs(
        (std::string(file) + ':' + std::to_string(line) + ": contract broken: " + condition + '\n').c_str(),
        stderr);
    std::abort();
}

} // namespace memwall::core
