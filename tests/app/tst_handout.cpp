// What a handout says of runs that have no time per token, and what the steps of its lesson play.
#include "app/export/handout.h"
#include "app/files/catalog_location.h"
#include "app/files/scenario_file.h"
#include "app/files/trace_file.h"
#include "core/scenario/scenario_io.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

namespace tst_handout
{

using namespace memwall;
using namespace memwall::app;
using nlohmann::json;

class TestHandout : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        auto catalog = loadCatalog(findFolders());
        QVERIFY(catalog);
        m_catalog = *std::move(catalog);
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void anAnswerOfOneTokenHasNoTimePerToken()
    {
        const QString one = wordsOf(handoutOf(1));
        QVERIFY2(one.contains(QStringLiteral("there is no time between two")), qPrintable(one));
        QVERIFY(one.contains(QStringLiteral("saves most time until the token")));
        QVERIFY(!one.contains(QStringLiteral("From left to right")));
        QVERIFY(!one.contains(QStringLiteral("per token?")));
        QVERIFY(!one.contains(QStringLiteral("for one token?")));
        const QString two = wordsOf(handoutOf(2));
        QVERIFY(two.contains(QStringLiteral("From left to right: weights")));
        QVERIFY(two.contains(QStringLiteral("saves most time per token?")));
    }

    void aStepThatMovesTheWindowOfATracePlaysItsRequests()
    {
        put(QStringLiteral("day.csv"),
            "at_s,prompt_tokens,output_tokens\n0.5,100,10\n1.5,200,20\n2.5,300,30\n");
        auto scenario = readScenario(R"({"memwall": 1,
            "workload": {"arrivals": "trace", "trace": {"file": "day.csv", "format": "memwall"}},
            "systems": [{"model": "llama-3.1-8b", "pools": [{"chip": "h100_sxm"}]}]})");
        const auto after = [&](const json& set) {
            core::LessonStep step;
            for (const auto& [pointer, value] : set.items())
                step.set.emplace_back(pointer, value);
            scenario = withStep(std::move(scenario), step, m_catalog, m_folder.path());
            std::vector<std::int64_t> prompts;
            if (!scenario.workload.traceRequests.read)
                return prompts;
            for (const core::TraceRequest& request : scenario.workload.traceRequests.read->requests)
                prompts.push_back(request.promptTokens);
            return prompts;
        };
        using Prompts = std::vector<std::int64_t>;
        QCOMPARE(after(json::object()), (Prompts { 100, 200, 300 }));
        QCOMPARE(after({ { "/workload/trace/start_s", 1 } }), (Prompts { 200, 300 }));
        QCOMPARE(after({ { "/workload/trace/duration_s", 1 } }), (Prompts { 200 }));
        QCOMPARE(after({ { "/systems/0/kv_bits", 8 } }), (Prompts { 200 }));
        // None there: as it was.
        QCOMPARE(after({ { "/workload/trace/start_s", 99 } }), (Prompts { 200 }));
    }

    void aLessonsPagesHaveFiguresQuestionsAndAnswers()
    {
        json made = json::parse(R"({"memwall": 1, "workload": {"arrivals": "together", "users": 1},
            "systems": [{"model": "llama-3.1-8b", "pools": [{"chip": "h100_sxm"}]}],
            "lesson": {"steps": [
              {"title": "One", "say": "It has {model.total_params|billion} parameters.",
               "ask": {"question": "Which?", "choices": [{"text": "few", "when": "model.layers < 20"},
                 {"text": "many layers", "when": "model.layers >= 20"}], "because": "There are {model.layers|n}."}},
              {"title": "Two", "ask": {"kind": "number", "question": "How many?", "rule": "model.layers", "from": 1,
                 "to": 100, "unit": "layers", "off_by": 0}},
              {"title": "Three", "goals": [{"text": "Make it fast", "when": "0"}]}]}})");
        const core::Scenario scenario = *core::readScenario(made.dump(), m_catalog);
        const auto result = core::simulate(scenario, m_catalog);
        const QString words = wordsOf(handout({ scenario, m_catalog, result, 0, {}, {}, {} }));
        QVERIFY2(words.contains(QStringLiteral("It has 8.03 billion parameters.")), qPrintable(words));
        QVERIFY(words.contains(QStringLiteral("many layers. There are 32.")));
        QVERIFY(words.contains(QStringLiteral("Make it fast")));
        QVERIFY2(words.contains(QRegularExpression(QStringLiteral("32.layers"))), qPrintable(words));
    }

private:
    void put(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    core::Scenario readScenario(const char* text)
    {
        return *withTrace(*core::readScenario(text, m_catalog), m_folder.path());
    }

    QByteArray handoutOf(int tokens)
    {
        json made = json::parse(R"({"memwall": 1, "workload": {"arrivals": "together", "users": 1},
            "systems": [{"model": "llama-3.1-8b", "pools": [{"chip": "h100_sxm"}]}]})");
        made["workload"]["output_tokens"] = tokens;
        const core::Scenario scenario = *core::readScenario(made.dump(), m_catalog);
        const auto result = core::simulate(scenario, m_catalog);
        return handout({ scenario, m_catalog, result, 0, {}, {}, {} });
    }

    QString wordsOf(const QByteArray& pdf)
    {
        put(QStringLiteral("words.pdf"), pdf);
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"),
            { m_folder.filePath(QStringLiteral("words.pdf")), QStringLiteral("-") });
        if (!reader.waitForFinished() || reader.exitCode() != 0)
            return QStringLiteral("pdftotext of poppler-utils is needed");
        return QString::fromUtf8(reader.readAllStandardOutput()).simplified();
    }

    QTemporaryDir m_folder;
    core::Catalog m_catalog;
};

MEMWALL_TEST(TestHandout, QApplication)

} // namespace tst_handout

#include "tst_handout.moc"
