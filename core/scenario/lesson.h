// A lesson: what the learner sees and is asked, step by step, over the scenario that it stands in. Rules and
// figures in texts are expressions, which core/lesson evaluates. The format is told in docs/lessons.md.
#pragma once

#include "core/scenario/scenario_io.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace memwall::core
{

struct ReadContext;

using Expression = std::string; ///< over the figures of --json
/// Expressions by name; a later one may use those before it.
using NamedExpressions = std::vector<std::pair<std::string, Expression>>;

/// What is played. Either a span that is named, or plain simulated seconds.
struct LessonPlay
{
    std::string what; ///< "request", "token:3", "event:1" …; empty: fromS to toS
    std::optional<std::string> until; ///< goes on to the end of that
    std::optional<double> forS; ///< simulated seconds
    std::optional<std::pair<int, int>> layers; ///< first and last, 1-based, of the step that `what` is
    std::optional<double> inS; ///< of the room's time; absent: true speed
    std::optional<double> fromS, toS, timeScale;
};

struct LessonChoice
{
    std::string text;
    Expression when; ///< it is the right one; empty in a poll
};

struct LessonQuestion
{
    enum class Kind : std::uint8_t
    {
        Choice,
        Number,
        Poll, ///< no answer is right
    };
    Kind kind = Kind::Choice;
    std::string question;
    std::vector<LessonChoice> choices;
    Expression rule; ///< of a number
    std::string unit;
    double from = 0, to = 1; ///< what can be guessed
    std::optional<double> within; ///< right up to this factor
    std::optional<double> offBy; ///< right up to this difference
    std::string because;
};

struct LessonGoal
{
    std::string text;
    Expression when;
    Settings solution; ///< one of them, for tests
};

/// Results of the scenario with other values set.
struct LessonVariant
{
    std::string name;
    Settings set;
};

/// The same with many values, of which one is looked for.
struct LessonSweep
{
    enum class Find : std::uint8_t
    {
        First,
        Last,
        Argmin,
        Argmax,
    };
    struct Wanted
    {
        std::string name;
        Find find = Find::First;
        Expression of;
    };
    std::vector<std::string> pointers; ///< all of them get the value
    std::vector<nlohmann::json> values;
    std::vector<Wanted> wanted;
};

/// The least factor at a pointer with which an expression holds.
struct LessonSolve
{
    std::string pointer;
    Expression until;
    double most = 1e6;
};

/// The first of a list of results for which an expression over its own figures holds.
struct LessonFind
{
    std::string name;
    std::string in; ///< "systems[0].speculation.cycles"
    Expression where;
};

struct LessonStep
{
    std::string title, say, notes;
    Settings set;
    std::string focus;
    std::vector<std::string> hide;
    std::optional<LessonPlay> play;
    std::optional<LessonVariant> pin;
    std::vector<LessonVariant> compare;
    std::optional<LessonSweep> sweep;
    std::optional<LessonSolve> solve;
    std::vector<LessonFind> find;
    NamedExpressions let;
    std::optional<LessonQuestion> ask;
    std::vector<LessonGoal> goals;
    std::vector<std::string> unlock; ///< pointers that may be changed; empty with goals: all
    std::vector<std::string> hints;
    std::vector<int> claims;
    bool edge = false; ///< where a trick fails or the model ends
};

struct Lesson
{
    std::string idea, audience;
    std::optional<double> minutes;
    std::vector<std::string> needs;
    std::optional<double> everyS; ///< steps follow each other by themselves, so many seconds each
    std::vector<LessonStep> steps; ///< one or more
};

/// Reads a lesson and says what is wrong with it. REQUIRES: value is that of "/lesson".
[[nodiscard]] Lesson readLesson(ReadContext& context, const nlohmann::json& value);

/// The lesson of a valid scenario; none where it has none.
[[nodiscard]] std::optional<Lesson> lessonOf(const Scenario& scenario);

/// Whether a step with these unlocked pointers lets a value be set; none: it lets every one.
[[nodiscard]] bool isUnlocked(const std::vector<std::string>& unlocked, const std::string& pointer);

/// Names of what can be in focus or hidden.
extern const std::vector<std::string> kFocusNames;

} // namespace memwall::core
