// Every shipped lesson can be given: one right answer to each question and not by a hair, goals that can be
// reached and are not reached already, figures, pointers and plays that exist.
#include "core/lesson/check_lesson.h"
#include "tests/support/lesson_builder.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace tst_shipped_lessons
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

const std::filesystem::path kLessons = std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios/lessons";
const std::filesystem::path kClaims = std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios/claims";

void addFiles(const std::filesystem::path& folder)
{
    QTest::addColumn<QString>("path");
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
}

std::string textOf(const std::filesystem::path& path)
{
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

} // namespace

class TestShippedLessons : public QObject
{
    Q_OBJECT
private slots:
    void itCanBeGiven_data() { addFiles(kLessons); }
    void itCanBeGiven()
    {
        QFETCH(QString, path);
        auto scenario = readScenario(textOf(path.toStdString()), oneCatalog());
        QVERIFY2(scenario.has_value(), scenario ? "" : listOf(scenario.error()).c_str());
        QVERIFY(scenario->lesson.has_value());
        const LessonResults results = resultsOf(*std::move(scenario));
        const Problems problems = checkLesson(results);
        QVERIFY2(problems.empty(), listOf(problems).c_str());
        for (const std::string& needed : results.lesson().needs)
            QVERIFY2(std::filesystem::exists(kLessons / (needed + ".memwall.json")), needed.c_str());
    }

    /// A claim: one step, and the answers holds, holds if, does not hold, of which one is right.
    void aClaimHasItsVerdict_data() { addFiles(kClaims); }
    void aClaimHasItsVerdict()
    {
        QFETCH(QString, path);
        auto scenario = readScenario(textOf(path.toStdString()), oneCatalog());
        QVERIFY2(scenario.has_value(), scenario ? "" : listOf(scenario.error()).c_str());
        QVERIFY(!scenario->title.empty() && scenario->title.size() <= 80);
        const LessonResults results = resultsOf(*std::move(scenario));
        const Problems problems = checkLesson(results);
        QVERIFY2(problems.empty(), listOf(problems).c_str());
        QCOMPARE(results.lesson().steps.size(), std::size_t(1));
        const LessonStep& step = results.lesson().steps.front();
        QVERIFY(step.ask && step.ask->choices.size() == 3);
        QCOMPARE(step.ask->choices[0].text, std::string("holds"));
        QVERIFY(step.ask->choices[1].text.starts_with("holds if"));
        QCOMPARE(step.ask->choices[2].text, std::string("does not hold"));
        QVERIFY(!step.ask->because.empty() && !step.notes.empty());
    }
};

MEMWALL_TEST(TestShippedLessons, memwall::tests::NoApplication)

} // namespace tst_shipped_lessons

#include "tst_shipped_lessons.moc"
