#include "widgets/tape/tape_text.h"

#include <QRegularExpression>

#include <algorithm>

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

/// A wrong word that a small model might have guessed: another piece of the same text.
QString guessFor(std::int64_t i, const QStringList& tokens)
{
    const auto place = static_cast<qsizetype>((i * 7 + 11) % tokens.size());
    const QString& guess = tokens[place];
    return guess.startsWith(u' ') ? guess : QString { u' ' + guess };
}

const core::Cycle* cycleEndingAt(const core::RequestRun& request, std::int64_t token)
{
    const auto after = std::upper_bound(request.cycles.begin(), request.cycles.end(), token,
        [](std::int64_t t, const core::Cycle& cycle) { return t < cycle.firstToken; });
    if (after == request.cycles.begin())
        return nullptr;
    const core::Cycle& cycle = *(after - 1);
    return token == cycle.firstToken + cycle.emitted - 1 ? &cycle : nullptr;
}

TapeMark markOf(core::TokenFate fate)
{
    switch (fate) {
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
    const QString& text = tokens[static_cast<qsizetype>(index % tokens.size())];
    const bool again = index >= tokens.size() && !text.startsWith(u' ') && index % tokens.size() == 0;
    return again ? QString { u' ' + text } : text;
}

std::vector<TapePiece> piecesOf(
    const core::Run& run, std::size_t request, std::int64_t i, const QStringList& tokens)
{
    std::vector<TapePiece> pieces;
    const QString& text = tokens[static_cast<qsizetype>(i % tokens.size())];
    const core::RequestRun& answer = run.requests[request];
    if (answer.cycles.empty())
        return { { text, TapeMark::Plain } };
    const TapeMark mark = markOf(run.tokenFate(request, i));
    const core::Cycle* cycle = mark == TapeMark::Corrected ? cycleEndingAt(answer, i) : nullptr;
    for (int draft = cycle == nullptr ? 0 : cycle->accepted; cycle != nullptr && draft < cycle->drafted;
         ++draft)
        pieces.push_back({ guessFor(i + draft, tokens),
            draft == cycle->accepted ? TapeMark::Rejected : TapeMark::ThrownAway });
    pieces.push_back({ mark == TapeMark::Bonus ? QString { u" +" + text.trimmed() } : text, mark });
    return pieces;
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
