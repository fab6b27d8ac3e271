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
        m_kept.push_back({ {}, {}, { "wrong.more", { plainCount(static_cast<std::int64_t>(m_more)) } },
            { "right.mend_first" } });
    m_more = 0;
    return std::exchange(m_kept, {});
}

ShownProblem shown(const Problem& problem, const Wording& wording)
{
    constexpr std::size_t kMostOfPlace = 200, kMostOfText = 600;
    return { shortened(visibleText(problem.pointer), kMostOfPlace), problem.line,
        shortened(visibleText(wording(problem.message)), kMostOfText),
        shortened(visibleText(wording(problem.remedy)), kMostOfText) };
}

std::string describe(const Problem& problem, const Wording& wording, const std::string& file)
{
    const ShownProblem readable = shown(problem, wording);
    std::string text = visibleText(file);
    if (readable.line)
        text += text.empty() ? wording({ "problem.line", { std::to_string(*readable.line) } })
                             : ':' + std::to_string(*readable.line);
    if (!readable.pointer.empty())
        text += (text.empty() ? "" : ": ") + readable.pointer;
    text += text.empty() ? "" : ": ";
    return text
        + (readable.remedy.empty() ? readable.message
                                   : wording({ "problem.remedied", { readable.message, readable.remedy } }));
}

} // namespace memwall::core
