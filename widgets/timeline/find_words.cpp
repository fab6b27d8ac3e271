#include "widgets/timeline/find_words.h"

#include "widgets/base/format.h"
#include "widgets/words/words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <set>
#include <utility>

namespace memwall::ui
{

namespace
{

using core::OperatorKind;
using core::SegmentKind;

struct FindWordsText
{
    Q_DECLARE_TR_FUNCTIONS(Find)
};

constexpr std::array kOperators { OperatorKind::Embedding, OperatorKind::Qkv, OperatorKind::Attention,
    OperatorKind::OutputProjection, OperatorKind::AllReduce, OperatorKind::FeedForward, OperatorKind::Router,
    OperatorKind::Experts, OperatorKind::SharedExpert, OperatorKind::AllToAll, OperatorKind::Hop,
    OperatorKind::LmHead, OperatorKind::StepOverhead };

constexpr std::array kSegments { SegmentKind::Prefill, SegmentKind::Decode, SegmentKind::Speculation,
    SegmentKind::Transfer };

/// Letters and digits alone: "All-Reduce" and "allreduce" are the same.
QString squeezed(const QString& words)
{
    QString letters;
    for (const QChar c : words.toLower())
        if (c.isLetterOrNumber())
            letters += c;
    return letters;
}

/// Other words that people use.
std::optional<OperatorKind> otherName(const QString& word)
{
    static const std::array<std::pair<const char*, OperatorKind>, 7> names { {
        { "ffn", OperatorKind::FeedForward },
        { "mlp", OperatorKind::FeedForward },
        { "logits", OperatorKind::LmHead },
        { "moe", OperatorKind::Experts },
        { "gate", OperatorKind::Router },
        { "outproj", OperatorKind::OutputProjection },
        { "sampler", OperatorKind::StepOverhead },
    } };
    for (const auto& [name, kind] : names)
        if (word == QLatin1String(name))
            return kind;
    return std::nullopt;
}

std::optional<SegmentKind> segmentNamed(const QString& word)
{
    if (word == QLatin1String("drafts") || word == QLatin1String("draft"))
        return SegmentKind::Speculation;
    if (word == QLatin1String("kvtransfer") || word == QLatin1String("kvcachetransfer"))
        return SegmentKind::Transfer;
    if (word == QLatin1String("prompt"))
        return SegmentKind::Prefill;
    for (const SegmentKind kind : kSegments)
        if (word.size() > 2 && squeezed(plain(core::nameOf(kind))).startsWith(word))
            return kind;
    return std::nullopt;
}

std::vector<OperatorKind> operatorsNamed(const QString& word)
{
    if (const auto kind = otherName(word))
        return { *kind };
    std::vector<OperatorKind> exact, partly;
    for (const OperatorKind kind : kOperators) {
        const QString name = squeezed(plain(core::nameOf(kind)));
        if (name == word)
            exact.push_back(kind);
        else if (word.size() > 2 && name.contains(word))
            partly.push_back(kind);
    }
    return exact.empty() ? partly : exact;
}

/// Takes "layer 12" out of the words, if it is there: 11.
std::optional<std::int64_t> takeNumber(QString& words, const QString& unit)
{
    static const QString kPattern = QStringLiteral("\\b%1s?\\s*#?\\s*(\\d{1,12})\\b");
    const QRegularExpression pattern(kPattern.arg(unit), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(words);
    if (!match.hasMatch())
        return std::nullopt;
    words.remove(match.capturedStart(), match.capturedLength());
    return match.captured(1).toLongLong() - 1;
}

QString operatorsOf(const core::Run& run)
{
    std::set<OperatorKind> kinds;
    const auto add = [&](const std::vector<core::Operator>& operators) {
        for (const core::Operator& op : operators)
            kinds.insert(op.kind);
    };
    const core::Segment& last = run.segments.back();
    for (const core::Pass& pass : last.shape->passes) {
        add(pass.before);
        for (const core::Layer& layer : pass.layerKinds)
            add(layer.operators);
        add(pass.after);
    }
    QStringList names;
    for (const OperatorKind kind : kinds)
        names << wordOf(kind);
    return names.join(QStringLiteral(", "));
}

std::int64_t longestAnswer(const core::Run& run)
{
    std::int64_t most = 0;
    for (std::size_t i = 0; i < run.requests.size(); ++i)
        most = std::max(most, run.tokensWritten(i, run.end()));
    return most;
}

} // namespace

std::optional<core::Wanted> wantedBy(const QString& words)
{
    QString rest = words;
    core::Wanted wanted;
    if (const auto layer = takeNumber(rest, QStringLiteral("layer")))
        wanted.layer = static_cast<int>(std::min<std::int64_t>(*layer, 1'000'000));
    else if (const auto token = takeNumber(rest, QStringLiteral("token")))
        wanted.token = *token;
    else if (const auto request = takeNumber(rest, QStringLiteral("(?:request|user)")))
        wanted.request = static_cast<std::size_t>(*request);
    const QString name = squeezed(rest);
    if (name.isEmpty())
        return wanted.layer || wanted.token || wanted.request ? std::optional(wanted) : std::nullopt;
    if (wanted.token || wanted.request)
        return std::nullopt;
    if (!wanted.layer)
        wanted.segment = segmentNamed(name);
    if (!wanted.segment)
        wanted.operators = operatorsNamed(name);
    return wanted.segment || !wanted.operators.empty() ? std::optional(wanted) : std::nullopt;
}

QString noHitSentence(const core::Run& run, const std::optional<core::Wanted>& wanted, const QString& words)
{
    if (!wanted)
        return FindWordsText::tr(
            "Nothing is called “%1”. Try attention, layer 12, token 37, request 3 or prefill.")
            .arg(words.trimmed());
    if (wanted->layer && (*wanted->layer < 0 || *wanted->layer >= run.layers))
        return FindWordsText::tr("The model has %n layers.", nullptr, run.layers);
    if (wanted->token)
        return FindWordsText::tr("The longest answer here has %1 tokens.").arg(longestAnswer(run));
    if (wanted->request)
        return *wanted->request < run.requests.size()
            ? FindWordsText::tr("Request %1 was turned away.").arg(*wanted->request + 1)
            : FindWordsText::tr("There are requests 1 to %1 here.").arg(run.requests.size());
    if (wanted->segment)
        return FindWordsText::tr("There is no %1 in this run.").arg(wordOf(*wanted->segment));
    return FindWordsText::tr("Not in this run, which has: %1.").arg(operatorsOf(run));
}

} // namespace memwall::ui
