#include "app/frame/language.h"

#include "app/frame/pseudo_language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

#include <clocale>
#include <memory>

namespace memwall::app
{

namespace
{

const QString kFolder = QStringLiteral(":/translations");
const QString kEnglish = QStringLiteral("en");
const QString kPseudo = QStringLiteral("pseudo");

/// The one asked last goes first: English stands below every other language.
void install(std::unique_ptr<QTranslator> translator)
{
    translator->setParent(QCoreApplication::instance());
    QCoreApplication::installTranslator(translator.release());
}

std::unique_ptr<QTranslator> translation(const QString& code)
{
    auto translator = std::make_unique<QTranslator>();
    return translator->load(QStringLiteral("memwall_") + code, kFolder) ? std::move(translator) : nullptr;
}

} // namespace

QStringList languageCodes()
{
    QStringList codes { kEnglish, kPseudo };
    for (const QString& file : QDir(kFolder).entryList({ QStringLiteral("memwall_*.qm") })) {
        const QString code = file.section(u'.', 0, 0).section(u'_', 1);
        if (!codes.contains(code))
            codes << code;
    }
    return codes;
}

QString languageFor(const QStringList& wanted)
{
    const QStringList codes = languageCodes();
    for (QString code : wanted) {
        code.replace(u'-', u'_');
        for (; !code.isEmpty(); code = code.section(u'_', 0, -2))
            if (codes.contains(code) && code != kPseudo)
                return code;
    }
    return kEnglish;
}

QString desktopLanguage()
{
    return languageFor(QLocale::system().uiLanguages());
}

void useLanguage(const QString& code)
{
    std::setlocale(LC_NUMERIC, "C");
    std::setlocale(LC_MESSAGES, "C");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));

    qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator*>());
    if (auto english = translation(kEnglish))
        install(std::move(english));
    if (code == kPseudo) {
        install(std::make_unique<PseudoTranslator>(translation(kEnglish)));
        return;
    }
    if (code == kEnglish)
        return;
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(std::move(qt));
    if (auto own = translation(code))
        install(std::move(own));
}

} // namespace memwall::app
