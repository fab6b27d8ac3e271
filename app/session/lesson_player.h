// Gives a lesson: which step it is at, what is asked and what was guessed. Each step turns the document to
// its scenario and plays its part of the run; a question is open until it is revealed, and only then is the
// step's set applied. Says when anything changed; views show page().
#pragma once

#include "app/background/lesson_teller.h"
#include "app/session/session.h"
#include "core/scenario/lesson.h"

#include <QTimer>

#include <optional>
#include <vector>

namespace memwall::app
{

class LessonPlayer : public QObject
{
    Q_OBJECT
public:
    enum class Stage : std::uint8_t
    {
        Telling, ///< the picture stands; a question is open
        Playing,
        Done, ///< what is right is said
    };

    explicit LessonPlayer(Session& session, const core::Catalog& catalog);

    /// REQUIRES: the scenario has a lesson.
    void begin(std::shared_ptr<const core::Scenario> scenario, std::size_t step = 0);
    /// The picture stays as it is, and belongs to nobody's lesson.
    void end();

    [[nodiscard]] bool isOn() const { return m_scenario != nullptr; }
    // REQUIRE: it is on.
    [[nodiscard]] const core::Scenario& scenario() const { return *m_scenario; }
    [[nodiscard]] const core::Lesson& lesson() const { return m_lesson; }
    [[nodiscard]] std::size_t index() const { return m_index; }
    [[nodiscard]] const core::LessonStep& step() const { return m_lesson.steps[m_index]; }
    [[nodiscard]] Stage stage() const { return m_stage; }
    /// Texts of the step with their figures; null while they are worked out.
    [[nodiscard]] const core::ToldStep* told() const { return m_told ? &*m_told : nullptr; }
    [[nodiscard]] bool isRevealed() const { return m_stage != Stage::Telling; }
    [[nodiscard]] std::optional<std::size_t> chosen() const { return m_chosen; }
    [[nodiscard]] std::optional<double> guess() const { return m_guess; }
    [[nodiscard]] const std::vector<int>& hands() const { return m_hands; } ///< raised for each choice
    [[nodiscard]] std::size_t hints() const { return m_hints; } ///< asked for so far
    [[nodiscard]] bool isLast() const { return m_index + 1 == m_lesson.steps.size(); }

    /// What stands open is revealed, what moves comes to its end, what is done gives way to the next step.
    void next();
    void back();
    /// Nothing where there is no such step.
    void goTo(std::size_t step);
    void replay();
    void choose(std::size_t choice); ///< nothing once it is revealed
    void guessAt(double value);
    void raiseHand(std::size_t choice);
    void hint();

signals:
    void begun();
    void ended();
    void changed(); ///< anything that a page shows
    void finished(); ///< somebody goes on after the last step, or a show is over

private:
    void show(std::size_t step);
    void turnTo(const core::Scenario& scenario);
    void reveal();
    void play();
    void tell();
    void standAtBeginning();
    [[nodiscard]] std::optional<core::TimeSpan> span() const;
    void takeTime(core::Instant time);
    void settle();

    Session& m_session;
    LessonTeller m_teller;
    std::shared_ptr<const core::Scenario> m_scenario; ///< with the lesson; null: none is given
    core::Lesson m_lesson;
    std::vector<std::expected<core::Scenario, core::Problems>> m_scenarios;
    std::size_t m_index = 0;
    Stage m_stage = Stage::Telling;
    bool m_turning = false; ///< the document changes by the lesson's own hand
    bool m_waits = false; ///< for the result of its scenario, to stand or to play
    QTimer m_goesOn; ///< where steps follow each other by themselves
    std::optional<core::Instant> m_until; ///< where what plays ends
    std::optional<core::ToldStep> m_told;
    std::optional<std::size_t> m_chosen;
    std::optional<double> m_guess;
    std::vector<int> m_hands;
    std::size_t m_hints = 0;
};

} // namespace memwall::app
