#include "core/base/problem.h"

namespace memwall::core
{

std::string describe(const Problem& problem, const std::string& file)
{
    std::string text = file;
    if (problem.line)
        text += (text.empty() ? "line " : ":") + std::to_string(*problem.line);
    if (!problem.pointer.empty())
        text += (text.empty() ? "" : ": ") + problem.pointer;
    text += (text.empty() ? "" : ": ") + problem.message;
    if (!problem.remedy.empty())
        text += "; " + problem.remedy;
    return text;
}

} // namespace memwall::core
