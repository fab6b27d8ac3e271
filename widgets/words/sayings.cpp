#include "widgets/words/sayings.h"

#include "core/base/assert.h"
#include "widgets/words/saying_table.h"

#include <QCoreApplication>
#include <QHash>

#include <array>

namespace memwall::ui
{

namespace
{

using core::Count;
using core::Saying;
using core::SayingPart;
using core::Sayings;

enum class Language : std::uint8_t
{
    English,
    Readers,
};

QByteArray keyOf(std::string_view what)
{
    return { what.data(), static_cast<qsizetype>(what.size()) };
}

const SayingWords* entryOf(std::string_view what)
{
    static const QHash<QByteArray, const SayingWords*> kEntries = [] {
        QHash<QByteArray, const SayingWords*> entries;
        for (const auto& table : allSayings())
            for (const SayingWords& entry : table)
                entries.insert(keyOf(entry.what), &entry);
        return entries;
    }();
    return kEntries.value(keyOf(what), nullptr);
}

/// Of the part that decides between singular and plural.
std::optional<std::int64_t> numberOf(const Saying& saying)
{
    for (const SayingPart& part : saying.parts)
        if (const auto* count = std::get_if<Count>(&part))
            return count->number;
    return std::nullopt;
}

QString templateOf(const SayingWords& entry, std::optional<std::int64_t> number, Language language)
{
    const bool isOne = number == 1 && entry.one != nullptr;
    const char* own = isOne ? entry.one : entry.text;
    if (language == Language::English)
        return QString::fromUtf8(own);
    const int n
        = entry.one == nullptr || !number ? -1 : static_cast<int>(std::min<std::int64_t>(*number, INT_MAX));
    const QString translated = QCoreApplication::translate("core", entry.text, nullptr, n);
    return translated == QString::fromUtf8(entry.text) ? QString::fromUtf8(own) : translated;
}

QString worded(const Saying& saying, Language language);

QString worded(const Sayings& sayings, Language language)
{
    QStringList texts;
    for (const Saying& saying : sayings)
        texts << worded(saying, language);
    return texts.join(u' ');
}

QString textOf(const SayingPart& part, Language language)
{
    if (const auto* text = std::get_if<std::string>(&part))
        return QString::fromStdString(*text);
    if (const auto* count = std::get_if<Count>(&part))
        return QString::fromStdString(count->text);
    return worded(std::get<Sayings>(part), language);
}

/// In one go: a part may hold what looks like a place.
QString filled(const QString& text, const Saying& saying, Language language)
{
    QString out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int place = text[at] == u'%' && at + 1 < text.size() ? text[at + 1].unicode() - u'1' : -1;
        if (place < 0 || static_cast<std::size_t>(place) >= saying.parts.size()) {
            out += text[at];
            continue;
        }
        out += textOf(saying.parts[static_cast<std::size_t>(place)], language);
        ++at;
    }
    return out;
}

QString worded(const Saying& saying, Language language)
{
    if (saying.empty())
        return {};
    const SayingWords* entry = entryOf(saying.what);
    MEMWALL_ASSERT(entry != nullptr);
    if (entry == nullptr)
        return QString::fromUtf8(keyOf(saying.what));
    QString text = filled(templateOf(*entry, numberOf(saying), language), saying, language);
    if (entry->capital && !text.isEmpty())
        text.front() = text.front().toUpper();
    return text;
}

} // namespace

std::span<const std::span<const SayingWords>> allSayings()
{
    static const std::array kTables { figuresSayings(), lessonSayings(), originSayings(),
        problemCatalogSayings(), problemRunSayings(), problemSayings(), problemScenarioSayings(),
        runSayings(), scenarioSayings(), tableSayings() };
    return kTables;
}

QString wordsOf(const core::Saying& saying)
{
    return worded(saying, Language::Readers);
}

QString wordsOf(const core::Sayings& sayings)
{
    return worded(sayings, Language::Readers);
}

std::string english(const core::Saying& saying)
{
    return worded(saying, Language::English).toStdString();
}

std::string english(const core::Sayings& sayings)
{
    return worded(sayings, Language::English).toStdString();
}

core::Wording wordingOfFiles()
{
    return [](const core::Saying& saying) { return english(saying); };
}

core::Wording wordingOfReader()
{
    return [](const core::Saying& saying) { return wordsOf(saying).toStdString(); };
}

} // namespace memwall::ui
