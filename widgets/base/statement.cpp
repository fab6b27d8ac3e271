#include "widgets/base/statement.h"

#include "widgets/base/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace memwall::ui
{

namespace
{

struct StatementWords
{
    Q_DECLARE_TR_FUNCTIONS(Statement)
};

/// In one go: a name that holds "%2" stays as it is.
QString filledPattern(const QString& pattern, const std::vector<Figure>& figures)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int place = pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : -1;
        if (place < 1 || place > static_cast<int>(figures.size())) {
            text += pattern[i];
            continue;
        }
        text += textOf(figures[static_cast<std::size_t>(place) - 1]);
        ++i;
    }
    return text;
}

} // namespace

QString textOf(const Figure& figure)
{
    switch (figure.unit) {
    case Unit::Count:
        return formatCount(figure.value);
    case Unit::Share:
        return formatPercent(figure.value);
    case Unit::Bytes:
        return figure.whole > 0 ? formatBytesOf(figure.value, figure.whole) : formatBytes(figure.value);
    case Unit::BytesPerSecond:
        return formatRate(figure.value);
    case Unit::FlopsPerSecond:
        return formatFlops(figure.value);
    case Unit::Seconds:
        return formatSeconds(figure.value);
    }
    return {};
}

double Statement::value(std::string_view key) const
{
    const auto found = std::find_if(
        figures.begin(), figures.end(), [&](const Figure& figure) { return figure.key == key; });
    return found != figures.end() ? found->value : 0.0;
}

QString stretchText(const Statement& statement)
{
    const QString length = formatSeconds(statement.seconds);
    switch (statement.base) {
    case TimeBase::Fixed:
        return StatementWords::tr("at every instant");
    case TimeBase::Answer:
        return StatementWords::tr("on average over the answer");
    case TimeBase::Phase:
        return StatementWords::tr("on average over this phase");
    case TimeBase::Step:
        return StatementWords::tr("over this step of %1").arg(length);
    case TimeBase::Operator:
        return StatementWords::tr("over this operator's %1").arg(length);
    case TimeBase::Window:
        return StatementWords::tr("over the last %1, about a third of a second on screen").arg(length);
    case TimeBase::Instant:
        return StatementWords::tr("at this instant");
    }
    return {};
}

Statement say(TimeBase base, const QStringList& wordings, std::vector<Figure> figures)
{
    Statement statement { .base = base, .figures = std::move(figures) };
    for (const QString& pattern : wordings)
        statement.wordings.push_back(filledPattern(pattern, statement.figures));
    return statement;
}

Statement joined(Statement a, const Statement& b, const QString& mark)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() ? b : a;
    a.wordings.push_front(a.text() + mark + b.text());
    a.figures.insert(a.figures.end(), b.figures.begin(), b.figures.end());
    return a;
}

} // namespace memwall::ui
