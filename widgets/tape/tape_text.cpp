#include "widgets/tape/tape_text.h"

#include <QRegularExpression>

namespace memwall::ui
{

namespace
{

// A word of more letters becomes two tokens: about four tokens for three words of this text.
constexpr qsizetype kLongWord = 6;

QString builtInAnswer()
{
    return QStringLiteral(
        "The chef tastes step one hundred, then walks down to the basement again for the whole recipe book. "
        "It weighs as much as a piano. He drags it up the narrow stairs, lays it on the counter, reads it "
        "from the first page to the last, adds one pinch of salt, and forgets everything. So he carries the "
        "book back down. A moment later he wonders what comes next, and the walk begins again. Nobody in "
        "the dining room sees the stairs. They see a plate that grows by one bite at a time, and they ask "
        "why such a fast cook is so slow. His hands are quick; they could finish a banquet while the kettle "
        "boils. But his hands are empty, because the door to the basement is only as wide as one man with "
        "one book. A faster knife would not help him. A wider door would, or a thinner book, or many guests "
        "who order the same step at once, so that one trip feeds them all. There is also his notepad, where "
        "he writes down every bite he has served. It began as a single page. By dessert it is so thick that "
        "he must fetch it from the basement too, and read it all, before he dares to add a word.");
}

} // namespace

QStringList cutIntoTokens(const QString& text)
{
    QStringList tokens;
    for (const QString& word :
        text.split(QRegularExpression { QStringLiteral("\\s+") }, Qt::SkipEmptyParts)) {
        const QString spaced = tokens.isEmpty() ? word : QString { u' ' + word };
        if (word.size() <= kLongWord) {
            tokens.append(spaced);
            continue;
        }
        const qsizetype cut = spaced.size() - word.size() / 2;
        tokens.append(spaced.left(cut));
        tokens.append(spaced.mid(cut));
    }
    return tokens;
}

QStringList tokensOf(const QString& answer)
{
    static const QStringList builtIn = cutIntoTokens(builtInAnswer());
    const QStringList own = cutIntoTokens(answer);
    return own.isEmpty() ? builtIn : own;
}

QString tokenText(const QString& answer, std::int64_t index)
{
    const QStringList tokens = tokensOf(answer);
    const QString& text = tokenOf(tokens, index);
    const bool again = index >= tokens.size() && !text.startsWith(u' ') && index % tokens.size() == 0;
    return again ? QString { u' ' + text } : text;
}

const QString& tokenOf(const QStringList& tokens, std::int64_t i)
{
    return tokens[static_cast<qsizetype>(i % tokens.size())];
}

TapeMark markOf(const core::Run& run, std::size_t request, std::int64_t token)
{
    if (run.requests[request].cycles.empty())
        return TapeMark::Plain;
    switch (run.tokenFate(request, token)) {
    case core::TokenFate::Plain:
        return TapeMark::Plain;
    case core::TokenFate::Accepted:
        return TapeMark::Accepted;
    case core::TokenFate::Corrected:
        return TapeMark::Corrected;
    case core::TokenFate::Bonus:
        return TapeMark::Bonus;
    }
    return TapeMark::Plain;
}

QString guessFor(std::int64_t i, const QStringList& tokens)
{
    const QString& guess = tokenOf(tokens, i * 7 + 11);
    return guess.startsWith(u' ') ? guess : QString { u' ' + guess };
}

double tokensPerSecond(const core::Run& run, std::size_t request)
{
    if (request >= run.requests.size() || run.requests[request].rejected
        || run.requests[request].outputTokens < 2)
        return 0;
    const std::int64_t last = run.requests[request].outputTokens - 1;
    const double seconds = core::toSeconds(run.tokenTime(request, last) - run.tokenTime(request, 0));
    return seconds > 0 ? static_cast<double>(last) / seconds : 0.0;
}

} // namespace memwall::ui
