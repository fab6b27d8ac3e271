// A check of lessons finds what would embarrass a lecturer: two right answers, one by a hair, a goal that is
// reached before anybody begins or never.
#include "core/lesson/check_lesson.h"
#include "tests/support/lesson_builder.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

namespace tst_lesson_check
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

/// Mistakes in a lesson with this step, without those about the lesson as a whole.
Problems mistakesOf(const QString& step)
{
    Problems problems = checkLesson(resultsOf(lessonOfSteps('[' + step.toStdString() + ']')));
    std::erase_if(problems, [](const Problem& problem) { return problem.pointer == "/lesson/steps"; });
    return problems;
}

} // namespace

class TestLessonCheck : public QObject
{
    Q_OBJECT
private slots:
    void mistakesAreFound_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("what"); // empty: none
        const auto row = [](const char* name, const char* step, const char* what) {
            QTest::newRow(name) << QString::fromUtf8(step) << QString::fromUtf8(what);
        };
        row("good",
            R"({"title": "a", "let": {"x": "systems[0].tpot_s"}, "ask": {"question": "?", "choices": [
                {"text": "a", "when": "x > 0.01"}, {"text": "b", "when": "x <= 0.01"}], "because": "{x|s}"}})",
            "");
        row("two right",
            R"({"title": "a", "ask": {"question": "?", "choices": [{"text": "a", "when": "1"},
                {"text": "b", "when": "2 > 1"}]}})",
            "lesson.right_answers");
        row("none right",
            R"({"title": "a", "ask": {"question": "?", "choices": [{"text": "a", "when": "0"}]}})",
            "lesson.right_answers");
        row("by a hair",
            R"({"title": "a", "let": {"x": "systems[0].tpot_s"}, "ask": {"question": "?", "choices": [
                {"text": "a", "when": "x > 0.0175"}, {"text": "b", "when": "x <= 0.0175"}]}})",
            "lesson.edge");
        row("no such figure", R"({"title": "a", "say": "{systems[0].tpot|s}"})", "lesson.unknown_name");
        row("not known", R"({"title": "a", "say": "{systems[0].speculation.tokens_per_pass}"})",
            "lesson.unknown_figure");
        row("reached at start", R"({"title": "a", "goals": [{"when": "systems[0].fits", "solution": {}}]})",
            "lesson.reached_at_start");
        row("never reached",
            R"({"title": "a", "goals": [{"when": "systems[0].tokens_per_s_per_user > 1e6",
                "solution": {"/systems/0/weight_bits": 4}}]})",
            "lesson.not_reached");
        row("locked",
            R"({"title": "a", "unlock": ["/workload"], "goals": [{"when": "systems[0].tokens_per_s_per_user > 100",
                "solution": {"/systems/0/weight_bits": 4}}]})",
            "lesson.locked");
        row("out of reach",
            R"({"title": "a", "ask": {"kind": "number", "question": "?", "rule": "systems[0].tpot_s", "from": 1,
                "to": 2, "within": 1.1}})",
            "lesson.out_of_reach");
        row("how near",
            R"({"title": "a", "ask": {"kind": "number", "question": "?", "rule": "1.5", "from": 1, "to": 2}})",
            "lesson.how_near");
        row("plays nothing", R"({"title": "a", "play": {"what": "transfer:1"}})", "lesson.nothing_to_play");
        row("plays what", R"({"title": "a", "play": {"what": "songs:1"}})", "lesson.unknown_play");
        row("long title", R"({"title": "one two three four five six seven"})", "lesson.title");
        row("loud", R"({"title": "a", "say": "Look!"})", "lesson.exclamation");
        row("long sentence", R"({"title": "a", "say": "a b c d e f g h i j k l m n o p q r s t u v."})",
            "lesson.long_sentence");
        row("wrong set", R"({"title": "a", "set": {"/systems/0/model": "nobody"}})", "wrong.unknown");
    }
    void mistakesAreFound()
    {
        QFETCH(QString, step);
        QFETCH(QString, what);
        const Problems problems = mistakesOf(step);
        if (what.isEmpty())
            QVERIFY2(problems.empty(), listOf(problems).c_str());
        else
            QVERIFY2(std::ranges::any_of(problems,
                         [&](const Problem& problem) { return problem.message.what == what.toStdString(); }),
                listOf(problems).c_str());
    }

    void aLessonHasQuestionTaskAndEdge()
    {
        const Problems problems
            = checkLesson(resultsOf(lessonOfSteps(R"([{"title": "a"}, {"title": "b"}])")));
        for (const char* what : { "lesson.steps", "lesson.no_question", "lesson.no_edge", "lesson.no_goal" })
            QVERIFY(std::ranges::any_of(
                problems, [&](const Problem& problem) { return problem.message.what == what; }));
    }
};

MEMWALL_TEST(TestLessonCheck, memwall::tests::NoApplication)

} // namespace tst_lesson_check

#include "tst_lesson_check.moc"
