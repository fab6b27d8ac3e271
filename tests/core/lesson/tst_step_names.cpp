// What names mean in the expressions of a step: its own figures, those before it, of pins, variants, sweeps.
#include "core/lesson/step_names.h"
#include "core/lesson/tell_step.h"
#include "tests/support/lesson_builder.h"
#include "tests/support/test_program.h"

#include <QFloat16> // QCOMPARE of JSON asks for it
#include <QTest>

#include <cmath>

namespace tst_step_names
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

constexpr auto kSteps = R"([
  {"title": "one", "pin": {"name": "start"}},
  {"title": "two", "set": {"/systems/0/weight_bits": 8, "/workload/users": 8},
   "pin": {"name": "alone", "set": {"/workload/users": 1}},
   "compare": {"few": {"/workload/users": 2}, "many": {"/workload/users": 64}},
   "let": {"half": "whole / 2", "whole": "systems[0].tpot_s", "third": "whole / 3"},
   "sweep": {"pointer": "/workload/users", "values": [1, 8, 64],
     "find": {"fast": {"last": "systems[0].tpot_s < 0.02"}, "best": {"argmax": "systems[0].throughput_tokens_per_s"},
              "none": {"first": "systems[0].tpot_s > 100"}}},
   "solve": {"pointer": "/systems/0/pools/0/scale/bandwidth", "until": "systems[0].tokens_per_s_per_user >= 150"}},
  {"title": "three", "set": {"/workload/users": 1, "/workload/output_tokens": 64,
     "/systems/0/speculation": {"method": "draft-model", "draft_model": "llama-3.2-1b", "draft_tokens": 3, "acceptance": 0.7}},
   "find": {"trip": {"in": "systems[0].speculation.cycles", "where": "accepted == 2"}},
   "ask": {"question": "?", "choices": [{"text": "a", "when": "find.trip.emitted == 4"}, {"text": "b", "when": "find.trip.emitted == 3"}]}}
])";

} // namespace

class TestStepNames : public QObject
{
    Q_OBJECT
private slots:
    void figuresAreThoseOfTheirScenarios()
    {
        const LessonResults results = resultsOf(lessonOfSteps(kSteps));
        const StepNames two(results, 1);
        const auto tpot = [&](int bits, int users) {
            const Settings set { { "/systems/0/weight_bits", bits }, { "/workload/users", users } };
            const auto scenario = withSettings(lessonOfSteps(kSteps), set, oneCatalog());
            return simulate(*scenario, oneCatalog()).systems.front().report.tpotS;
        };
        QCOMPARE(two.value("systems[0].tpot_s").value(), tpot(8, 8));
        QCOMPARE(two.value("before.systems[0].tpot_s").value(), tpot(16, 1));
        QCOMPARE(two.value("pin.start.systems[0].tpot_s").value(), tpot(16, 1));
        QCOMPARE(two.value("pin.alone.systems[0].tpot_s").value(), tpot(8, 1));
        QCOMPARE(two.value("compare.many.systems[0].tpot_s").value(), tpot(8, 64));
        QCOMPARE(StepNames(results, 2).value("compare.few.systems[0].tpot_s").value(), tpot(8, 2));
        QCOMPARE(two.value("systems[0].phases.decode.bottleneck"), two.value("memory"));
        QCOMPARE(two.setting("/workload/users").value(), 8.0);
        QCOMPARE(two.setting("/systems/0/kv_bits").value(), 16.0); // where the file has none
        QVERIFY(two.isSetTo("/systems/0/model", "llama-3.1-70b"));
        QVERIFY(!two.value("pin.later.systems[0].tpot_s"));
        QVERIFY(!two.value("systems[1].tpot_s"));
        QVERIFY(!two.value("nothing"));
    }

    void namesOfALetKnowThoseBeforeThem()
    {
        const LessonResults results = resultsOf(lessonOfSteps(kSteps));
        const StepNames two(results, 1);
        // JSON's own order: half, third, whole.
        QVERIFY(std::isnan(two.value("half").value()));
        QVERIFY(std::isnan(two.value("third").value()));
        QCOMPARE(two.value("whole"), two.value("systems[0].tpot_s"));
        StepNames moved(results, 1);
        moved.pretend("whole", 3);
        QCOMPARE(moved.value("whole").value(), 3.0);
    }

    void sweepsAndSolvesFindTheirValues()
    {
        const LessonResults results = resultsOf(lessonOfSteps(kSteps));
        const StepNames two(results, 1);
        QCOMPARE(two.value("sweep.fast").value(), 8.0);
        QCOMPARE(two.value("sweep.best").value(), 64.0);
        QVERIFY(std::isnan(two.value("sweep.none").value()));
        QCOMPARE(two.value("solve.found").value(), 1.0);
        const double factor = two.value("solve.value").value();
        const auto rate = [&](double bandwidth) {
            const auto scenario = withSettings(
                *results.after(1), { { "/systems/0/pools/0/scale/bandwidth", bandwidth } }, oneCatalog());
            return simulate(*scenario, oneCatalog()).systems.front().report.tokensPerSPerUser;
        };
        QVERIFY(rate(factor) >= 150);
        QVERIFY(rate(factor / 1.02) < 150);
    }

    void factsAreThoseOfTheCatalog()
    {
        const LessonResults results = resultsOf(lessonOfSteps(kSteps));
        const StepNames one(results, 0);
        QCOMPARE(one.fact("chip/h100_sxm/weights_bandwidth").value(), 3.35e12);
        QCOMPARE(one.value("chip.weights_bandwidth").value(), 3.35e12);
        QCOMPARE(one.fact("model/llama-3.1-8b/layers").value(), 32.0);
        QCOMPARE(one.value("model.kv_heads").value(), 8.0);
        QCOMPARE(one.value("model.head_dim").value(), 128.0);
        // 2 x 80 layers x 8 heads x 128 x 2 bytes
        QCOMPARE(one.value("model.kv_bytes_per_token").value(), 327680.0);
        QVERIFY(one.fact("constant/t_rack_rtt").value() < 1e-7);
        for (const char* wrong : { "chip/none/flops", "chip/h100_sxm/none", "planet/earth/mass", "chip", "" })
            QVERIFY(!one.fact(wrong));
        // All experts of DeepSeek-V3: 58 layers, 256 each, three matrices of 7168 x 2048.
        QCOMPARE(one.fact("model/deepseek-v3/expert_params").value(), 58.0 * 256 * 3 * 7168 * 2048);
    }

    void aStepIsToldWithItsFigures()
    {
        const LessonResults results = resultsOf(lessonOfSteps(kSteps));
        const ToldStep three = tellStep(results, 2);
        QCOMPARE(three.right.value(), std::size_t(1)); // two drafts kept, and the large model's own word
        QVERIFY(!three.answer);
    }

    void whatIsTriedIsJudged()
    {
        const LessonResults results = resultsOf(lessonOfSteps(R"([{"title": "try",
            "goals": [{"text": "fast", "when": "systems[0].tokens_per_s_per_user >= 100"},
                      {"text": "small", "when": "systems[0].bytes_per_token.weights < 60e9"}]}])"));
        QCOMPARE(tellStep(results, 0).reached, (std::vector<bool> { false, false }));
        const auto tried = withSettings(*results.after(0), { { "/systems/0/weight_bits", 4 } }, oneCatalog());
        QCOMPARE(tellStep(results, 0, *tried).reached, (std::vector<bool> { true, true }));
        QCOMPARE(tellStep(results, 0).reached, (std::vector<bool> { false, false }));
    }

    void guessesAreNearByFactorOrDifference()
    {
        LessonQuestion ask;
        ask.within = 1.25;
        QVERIFY(isNear(ask, 120, 139) && isNear(ask, 170, 139));
        QVERIFY(!isNear(ask, 100, 139) && !isNear(ask, 180, 139) && !isNear(ask, 0, 139));
        ask.offBy = 0;
        QVERIFY(isNear(ask, 4, 4) && !isNear(ask, 5, 4));
    }
};

MEMWALL_TEST(TestStepNames, memwall::tests::NoApplication)

} // namespace tst_step_names

#include "tst_step_names.moc"
