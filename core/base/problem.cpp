#include "core/base/problem.h"

#include "core/base/visible_text.h"

#include <utility>

namespace memwall::core
{

void ProblemList::add(Problem problem)
{
    if (isFull())
        ++m_more;
    else
        m_kept.push_back(std::move(problem));
}

Problems ProblemList::take()
{
    if (m_more > 0)
        m_kept.push_back(
            { {}, {}, "and " + std::to_string(m_more) + " more mistakes", "mend those above first" });
    m_more = 0;
    return std::exchange(m_kept, {});
}

Problem shown(const Problem& problem)
{
    constexpr std::size_t kMostOfPlace = 200, kMostOfText = 600;
    return { shortened(visibleText(problem.pointer), kMostOfPlace), problem.line,
        shortened(visibleText(problem.message), kMostOfText),
        shortened(visibleText(problem.remedy), kMostOfText) };
}

std::string describe(const Problem& problem, const std::string& file)
{
    const Problem readable = shown(problem);
    std::string text = visibleText(file);
    if (readable.line)
        text += (text.empty() ? "line " : ":") + std::to_string(*readable.line);
    if (!readable.pointer.empty())
        text += (text.empty() ? "" : ": ") + readable.pointer;
    text += (text.empty() ? "" : ": ") + readable.message;
    if (!readable.remedy.empty())
        text += "; " + readable.remedy;
    return text;
}

} // namespace memwall::core
