#include "widgets/tape/rounds.h"

#include "widgets/theme/text_width.h"

#include <QCoreApplication>

#include <algorithm>

namespace memwall::ui
{

namespace
{

struct RoundWords
{
    Q_DECLARE_TR_FUNCTIONS(Tape)
};

constexpr double kSignGap = 3, kWordGap = 12;

const core::Segment& segmentOf(const core::Run& run, const core::Cycle& cycle)
{
    return run.segments[static_cast<std::size_t>(cycle.segment)];
}

TapeMark fateOf(const core::Cycle& cycle, int draft)
{
    if (draft < std::min(cycle.accepted, cycle.emitted))
        return TapeMark::Accepted;
    // Words that would follow the end of the answer are thrown away too.
    return draft == cycle.accepted && cycle.emitted > cycle.accepted ? TapeMark::Rejected
                                                                     : TapeMark::ThrownAway;
}

QString draftText(const core::Cycle& cycle, int draft, const QStringList& tokens)
{
    const std::int64_t token = cycle.firstToken + draft;
    return (draft < cycle.accepted ? tokenOf(tokens, token) : guessFor(token, tokens)).trimmed();
}

std::vector<TapePiece> checkedRound(const core::Cycle& cycle, const QStringList& tokens)
{
    std::vector<TapePiece> round;
    for (int draft = 0; draft < cycle.drafted; ++draft)
        round.push_back({ draftText(cycle, draft, tokens), fateOf(cycle, draft) });
    if (cycle.emitted > cycle.accepted)
        round.push_back({ tokenOf(tokens, cycle.firstToken + cycle.accepted).trimmed(),
            cycle.accepted < cycle.drafted ? TapeMark::Corrected : TapeMark::Bonus });
    return round;
}

std::vector<TapePiece> roundUnderWay(
    const core::Cycle& cycle, const RoundsNow& now, const QStringList& tokens)
{
    std::vector<TapePiece> round;
    for (int draft = 0; draft < std::min(now.drafted, cycle.drafted); ++draft)
        round.push_back(
            { draftText(cycle, draft, tokens), now.checking ? TapeMark::Checking : TapeMark::Drafted });
    return round;
}

/// Words before the first round: what the prompt wrote.
std::vector<TapePiece> wordsBefore(const core::RequestRun& answer, const QStringList& tokens)
{
    std::vector<TapePiece> words;
    for (std::int64_t token = 0; token < answer.cycles.front().firstToken; ++token)
        words.push_back({ tokenOf(tokens, token).trimmed(), TapeMark::Plain });
    return words;
}

double widthOfRound(const std::vector<PlacedWord>& words, const Theme& theme)
{
    double width = 0;
    for (const PlacedWord& word : words)
        width += word.width + (width > 0 ? theme.px(kWordGap) : 0.0);
    return width;
}

std::vector<PlacedWord> placedWords(const std::vector<TapePiece>& round, const Theme& theme)
{
    std::vector<PlacedWord> words;
    double x = 0;
    for (const TapePiece& piece : round) {
        const double sign = textWidth(signOf(piece.mark), theme, TextRole::Body);
        PlacedWord word { piece, x, sign > 0 ? sign + theme.px(kSignGap) : 0.0 };
        word.width = word.signWidth + textWidth(piece.text, theme, TextRole::Body);
        x += word.width + theme.px(kWordGap);
        words.push_back(word);
    }
    return words;
}

/// `count` words of one fate, the last of them or the first, become their number.
void countWords(std::vector<TapePiece>& round, TapeMark mark, std::size_t count, bool last)
{
    const auto of = [&](const TapePiece& piece) { return piece.mark == mark; };
    const auto begin = std::find_if(round.begin(), round.end(), of);
    const auto end = std::find_if_not(begin, round.end(), of);
    const auto from = last ? end - static_cast<std::ptrdiff_t>(count) : begin;
    const QString words = last ? RoundWords::tr("+%1 more") : RoundWords::tr("%1 words");
    *from = { words.arg(count), mark };
    round.erase(from + 1, from + static_cast<std::ptrdiff_t>(count));
}

std::size_t wordsOf(const std::vector<TapePiece>& round, TapeMark mark)
{
    return static_cast<std::size_t>(
        std::count_if(round.begin(), round.end(), [&](const TapePiece& p) { return p.mark == mark; }));
}

} // namespace

bool hasRounds(const core::Run& run, std::size_t request)
{
    return request < run.requests.size() && !run.requests[request].cycles.empty();
}

RoundsNow roundsNow(const core::Run& run, std::size_t request, core::Instant t)
{
    RoundsNow now;
    if (!hasRounds(run, request))
        return now;
    const std::vector<core::Cycle>& cycles = run.requests[request].cycles;
    const auto next = std::partition_point(cycles.begin(), cycles.end(),
        [&](const core::Cycle& cycle) { return segmentOf(run, cycle).end <= t; });
    now.ended = static_cast<std::size_t>(next - cycles.begin());
    if (next == cycles.end() || segmentOf(run, *next).begin > t)
        return now;
    const auto moment = run.at(segmentOf(run, *next).pool, t);
    if (!moment || moment->pass == nullptr)
        return now;
    now.checking = moment->pass->kind != core::PassKind::Draft;
    now.drafted = now.checking ? next->drafted : moment->repetition;
    return now;
}

std::vector<std::vector<TapePiece>> roundLines(const core::Run& run, std::size_t request,
    const RoundsNow& now, const QStringList& tokens, std::size_t most)
{
    std::vector<std::vector<TapePiece>> lines;
    if (!hasRounds(run, request) || tokens.isEmpty())
        return lines;
    const core::RequestRun& answer = run.requests[request];
    const bool underWay = now.drafted > 0 && now.ended < answer.cycles.size();
    const std::size_t room = underWay ? most - std::min<std::size_t>(most, 1) : most;
    const std::size_t shown = std::min(now.ended, room);
    if (shown < room && shown == now.ended)
        lines.push_back(wordsBefore(answer, tokens));
    for (std::size_t i = now.ended - shown; i < now.ended; ++i)
        lines.push_back(checkedRound(answer.cycles[i], tokens));
    if (underWay)
        lines.push_back(roundUnderWay(answer.cycles[now.ended], now, tokens));
    return lines;
}

QString signOf(TapeMark mark)
{
    switch (mark) {
    case TapeMark::Accepted:
        return QStringLiteral("✓");
    case TapeMark::Rejected:
        return QStringLiteral("✗");
    case TapeMark::Corrected:
    case TapeMark::Bonus:
        return QStringLiteral("●");
    case TapeMark::Checking:
        return QStringLiteral("?");
    case TapeMark::Plain:
    case TapeMark::Drafted:
    case TapeMark::ThrownAway:
        break;
    }
    return {};
}

std::vector<PlacedWord> placeRound(std::vector<TapePiece> round, const Theme& theme, double width)
{
    const auto fits = [&](const std::vector<TapePiece>& some) {
        return widthOfRound(placedWords(some, theme), theme) <= width;
    };
    for (const auto& [mark, last] : { std::pair { TapeMark::ThrownAway, true }, { TapeMark::Accepted, false },
             { TapeMark::Checking, true }, { TapeMark::Drafted, false } }) {
        const std::size_t all = wordsOf(round, mark);
        std::vector<TapePiece> shorter = round;
        for (std::size_t count = 2; count <= all && !fits(shorter); ++count) {
            shorter = round;
            countWords(shorter, mark, count, last);
        }
        round = std::move(shorter);
    }
    return placedWords(round, theme);
}

} // namespace memwall::ui
