// A step of a lesson as it stands on screen: words and choices, nothing to compute.
#pragma once

#include <QString>
#include <QVector>

#include <optional>

namespace memwall::ui
{

struct LessonPage
{
    struct Choice
    {
        QString text;
        int hands = 0; ///< raised for it
        bool operator==(const Choice&) const = default;
    };
    /// A number to be guessed between two ends.
    struct Number
    {
        double from = 0, to = 1;
        QString unit;
        std::optional<double> guess;
        std::optional<double> answer; ///< once it is revealed
        double low = 0, high = 0; ///< guesses that count as right
        bool isRight = false; ///< the guess is one of them
        bool operator==(const Number&) const = default;
    };
    struct Goal
    {
        QString text;
        bool reached = false;
        bool operator==(const Goal&) const = default;
    };

    QString lesson; ///< "Lesson 1 · The memory wall"
    QString title;
    int step = 1, steps = 1;
    QString say;
    QString question; ///< empty: none
    QVector<Choice> choices;
    std::optional<int> chosen, right; ///< right: once it is revealed
    std::optional<Number> number;
    QString because; ///< once it is revealed
    QVector<Goal> goals;
    QStringList hints; ///< asked for so far
    bool hasHint = false; ///< another one
    bool edge = false; ///< where a trick fails
    QString next; ///< what the button for going on does; empty: nothing more comes
    bool canGoBack = false;

    bool operator==(const LessonPage&) const = default;
};

} // namespace memwall::ui
