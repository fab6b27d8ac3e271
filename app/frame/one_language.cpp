#include "app/frame/one_language.h"

#include <QLocale>

#include <clocale>

namespace memwall::app
{

void useOneLanguage()
{
    std::setlocale(LC_NUMERIC, "C");
    std::setlocale(LC_MESSAGES, "C");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

} // namespace memwall::app
