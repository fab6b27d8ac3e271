// Plurals of English, for tests of views: the window chooses a language by itself.
#include <QCoreApplication>
#include <QTranslator>

namespace
{

void useEnglish()
{
    auto* english = new QTranslator(QCoreApplication::instance());
    if (english->load(QStringLiteral(":/translations/memwall_en.qm")))
        QCoreApplication::installTranslator(english);
    else
        qFatal("no English in this program");
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(useEnglish)
