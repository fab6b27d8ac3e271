#include "app/failure.h"

#include "app/exit_status.h"

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

void sayLastWords()
{
    std::set_terminate(sayAndEnd);
}

} // namespace memwall::app
