// What went wrong where nothing should: exceptions become sentences, so that no thread of the program ends
// it.
#pragma once

#include <QString>

#include <exception>
#include <optional>

namespace memwall::app
{

/// "there is not enough memory for this" where memory ran out, else the exception's own words.
[[nodiscard]] QString sentenceOf(const std::exception_ptr& failure);

/// Does the work; the sentence where it threw.
template <typename Work> [[nodiscard]] std::optional<QString> failureOf(const Work& work)
{
    std::exception_ptr failure;
    try {
        work();
    } catch (...) {
        failure = std::current_exception();
    }
    return failure ? std::optional(sentenceOf(failure)) : std::nullopt;
}

/// Lines on standard error, each after the program's name.
void complain(const QString& text);

/// From now on the program says what ended it, and ends with status 4, where no code could catch it.
void sayLastWords();

} // namespace memwall::app
