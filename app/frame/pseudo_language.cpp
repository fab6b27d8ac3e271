#include "app/frame/pseudo_language.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace memwall::app
{

namespace
{

QChar accented(QChar letter)
{
    static const QString plain = QStringLiteral("AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpRrSsTtUuVvWwXxYyZz");
    static const QString accents = QStringLiteral("ÅåƁƀÇçĐđÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž");
    const qsizetype at = plain.indexOf(letter);
    return at < 0 ? letter : accents[at];
}

/// What a translator leaves alone: places, mnemonics, markup, patterns of file names.
const QRegularExpression& fixedParts()
{
    static const QRegularExpression parts(
        QStringLiteral("%L?[0-9]{1,2}|%L?n|&[a-z]+;|&[^&\\s]|</?[a-zA-Z][^>]*>|\\([^()]*\\.[a-z]{2,}\\)"));
    return parts;
}

/// Words that Qt does not show but goes by.
bool goesBy(const char* context)
{
    constexpr std::array kNoWords { "QShortcut", "QGuiApplication", "QFontDatabase" };
    return std::any_of(kNoWords.begin(), kNoWords.end(),
        [context](const char* one) { return std::strcmp(one, context) == 0; });
}

} // namespace

QString pseudo(const QString& english)
{
    QString text;
    qsizetype letters = 0, at = 0;
    const auto take = [&](qsizetype end) {
        for (; at < end; ++at) {
            text += accented(english[at]);
            letters += english[at].isLetter() ? 1 : 0;
        }
    };
    for (auto parts = fixedParts().globalMatch(english); parts.hasNext();) {
        const auto part = parts.next();
        take(part.capturedStart());
        text += part.captured();
        at = part.capturedEnd();
    }
    take(english.size());
    if (letters == 0)
        return english; // a sign, or numbers between marks
    QString longer;
    for (qsizetype i = 0; i < (letters + 2) / 3; ++i)
        longer += i % 6 == 0 ? QStringLiteral(" ~") : QStringLiteral("~");
    return u'[' + text + longer + u']';
}

PseudoTranslator::PseudoTranslator(std::unique_ptr<QTranslator> english, QObject* parent)
    : QTranslator(parent)
    , m_english(std::move(english))
{
}

QString PseudoTranslator::translate(
    const char* context, const char* text, const char* disambiguation, int n) const
{
    if (goesBy(context))
        return {};
    const QString english = m_english ? m_english->translate(context, text, disambiguation, n) : QString();
    return pseudo(english.isEmpty() ? QString::fromUtf8(text) : english);
}

} // namespace memwall::app
