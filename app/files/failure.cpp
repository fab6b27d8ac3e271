#include "app/files/failure.h"

#include "app/files/exit_status.h"
#include "core/base/visible_text.h"

#include <cstdio>
#include <cstdlib>
#include <new>

namespace memwall::app
{

namespace
{

/// Takes no memory: there may be none.
[[noreturn]] void sayAndEnd()
{
    const char* words = "memwall: ended by a fault of its own\n";
    try {
        if (std::current_exception())
            std::rethrow_exception(std::current_exception());
    } catch (const std::bad_alloc&) {
        words = "memwall: there is not enough memory for this\n";
    } catch (...) {
    }
    std::fputs(words, stderr);
    std::_Exit(kInputOutput);
}

} // namespace

QString sentenceOf(const std::exception_ptr& failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const std::bad_alloc&) {
        return QStringLiteral("there is not enough memory for this");
    } catch (const std::exception& exception) {
        return QStringLiteral("the program made a mistake: %1").arg(QString::fromUtf8(exception.what()));
    } catch (...) {
        return QStringLiteral("the program made a mistake that it has no words for");
    }
}

void complain(const QString& text)
{
    // Names of files and values of options stand in it: the terminal must not obey them.
    const QString lines
        = QStringLiteral("memwall: ") + text.trimmed().replace(u'\n', QStringLiteral("\nmemwall: "));
    const std::string shown = core::visibleLines(lines.toStdString()) + '\n';
    std::fwrite(shown.data(), 1, shown.size(), stderr);
}

void sayLastWords()
{
    std::set_terminate(sayAndEnd);
}

} // namespace memwall::app
