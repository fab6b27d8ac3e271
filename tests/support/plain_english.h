// Finds plain English where every text should be in the language that is made of it, and texts that no
// translator is given.
#pragma once

#include <QFile>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>

namespace memwall::test
{

using Asked = std::set<std::pair<QString, QString>>; ///< context, text

/// Remembers what is asked for and translates nothing.
class Listener : public QTranslator
{
public:
    QString translate(const char* context, const char* text, const char*, int) const override
    {
        const QString in = QString::fromUtf8(context);
        static const QRegularExpression ofQt(QStringLiteral("^Q[A-Z]"));
        if (!in.contains(ofQt))
            asked.emplace(in, QString::fromUtf8(text));
        return {};
    }
    [[nodiscard]] bool isEmpty() const override { return false; }

    mutable Asked asked;
};

inline Asked givenToTranslators()
{
    QFile file(QStringLiteral(MEMWALL_SOURCE_DIR "/resources/translations/memwall_en.ts"));
    Asked given;
    if (!file.open(QIODevice::ReadOnly))
        return given;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd())
        if (xml.readNextStartElement()) {
            if (xml.name() == QStringLiteral("name"))
                context = xml.readElementText();
            else if (xml.name() == QStringLiteral("source"))
                given.emplace(context, xml.readElementText());
        }
    return given;
}

/// Names of data files, and what core says.
inline void collectStrings(const nlohmann::json& value, const std::set<std::string>& keys, QStringList& into)
{
    for (const auto& [key, one] : value.items())
        if (one.is_structured())
            collectStrings(one, keys, into);
        else if (one.is_string() && (keys.empty() || value.is_array() || keys.contains(key)))
            into << QString::fromStdString(one.get<std::string>());
}

inline nlohmann::json parsed(const QString& path)
{
    std::ifstream stream(path.toStdString());
    return nlohmann::json::parse(stream);
}

/// Signs that every language has, and what files and the command line call things.
inline const QRegularExpression& notWords()
{
    static const QRegularExpression expression(
        QStringLiteral("https?://\\S+|(?<![\\p{L}<])(/[\\w.-]+){2,}|\\b[kKMGTP]?i?(B|bit|b|Hz|W|J|flop)(/"
                       "s|ps)?\\b|\\b[µmn]?(s|J|W)\\b|\\b(min|h|d|ms|mJ|USD|EUR)\\b"
                       "|\\bflop/byte\\b|\\btokens?/s\\b|\\b(Memwall|NVLink)\\b|\\p{L}+…"
                       // keys are Qt's, and what is printed on them
                       "|\\b(Ctrl|Shift|Alt|Space|Return|Enter|Esc|Tab|Del|Backspace|Home|End|PgUp|PgDown|"
                       "Left|Right|Up|Down)\\b"));
    return expression;
}

/// The first word that is as it was in English: every letter but q has an accent in the other language.
inline QString englishIn(QString text, const QStringList& names)
{
    for (const QString& name : names)
        text.replace(name, QStringLiteral(" "));
    text.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    text.remove(u'&');
    text.replace(notWords(), QStringLiteral(" "));
    static const QRegularExpression words(QStringLiteral("\\p{L}+"));
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z]{2,}$"));
    for (auto all = words.globalMatch(text); all.hasNext();)
        if (const QString word = all.next().captured(); word.contains(plain))
            return word;
    return {};
}

} // namespace memwall::test
