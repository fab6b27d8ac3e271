// In which language the program speaks. Translations are in the program itself, as Qt resources.
#pragma once

#include <QStringList>

namespace memwall::app
{

/// The languages there are: "en", "pseudo", which shows what cannot be translated yet, and each translation's
/// code. Needs no application object.
[[nodiscard]] QStringList languageCodes();

/// The first language of a list, as a desktop prefers them ("de-AT", "fr"), that there is; else English.
[[nodiscard]] QString languageFor(const QStringList& wanted);
[[nodiscard]] QString desktopLanguage();

/// From now on texts are in that language, English in each word that it lacks. Figures look alike in all of
/// them: numbers are read and written with a point, and the system words its errors alike. To be called when
/// the application exists, for its constructor takes the forms of the environment's locale, which the JSON
/// library and boxes for numbers would follow; before anything is shown, which keeps the words it has. May be
/// called again. REQUIRES: code is one of languageCodes().
void useLanguage(const QString& code = QStringLiteral("en"));

} // namespace memwall::app
