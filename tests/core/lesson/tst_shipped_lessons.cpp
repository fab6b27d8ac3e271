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

const std::filesystem::path kFolder = std::filesystem::path(MEMWALL_SOURCE_DIR) / "scenarios/lessons";

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
    void itCanBeGiven_data()
    {
        QTest::addColumn<QString>("path");
        for (const auto& entry : std::filesystem::directory_iterator(kFolder))
            QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }
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
            QVERIFY2(std::filesystem::exists(kFolder / (needed + ".memwall.json")), needed.c_str());
    }
};

MEMWALL_TEST(TestShippedLessons, memwall::tests::NoApplication)

} // namespace tst_shipped_lessons

#include "tst_shipped_lessons.moc"
