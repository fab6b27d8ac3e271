// What a step plays, found in runs whose times are known.
#include "core/lesson/play_span.h"
#include "tests/support/lesson_builder.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_play_span
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

Scenario played(const char* settings)
{
    Settings set;
    const auto values = nlohmann::json::parse(settings);
    for (const auto& [pointer, value] : values.items())
        set.emplace_back(pointer, value);
    return *withSettings(*readScenario(fourH100().dump(), oneCatalog()), set, oneCatalog());
}

LessonPlay named(const char* what)
{
    LessonPlay play;
    play.what = what;
    return play;
}

} // namespace

class TestPlaySpan : public QObject
{
    Q_OBJECT
private slots:
    void tokensLayersAndParts()
    {
        const Scenario scenario = played("{}");
        const auto run = simulate(scenario, oneCatalog()).systems.front().run;
        const auto span = [&](const LessonPlay& play) { return playSpan(play, *run, scenario.workload); };
        const RequestRun& request = run->requests.front();
        QCOMPARE(span(named("token:3"))->begin, run->tokenTime(0, 2));
        QCOMPARE(span(named("token:3"))->end, run->tokenTime(0, 3));
        QCOMPARE(span(named("prefill"))->end, request.prefillEnd);
        QCOMPARE(span(named("decode"))->begin, request.firstToken);
        QCOMPARE(span(named("request"))->end, request.finish);
        LessonPlay several = named("token:2");
        several.until = "token:4";
        QCOMPARE(span(several)->end, run->tokenTime(0, 4));
        LessonPlay layers = named("token:3");
        layers.layers = { 1, 4 };
        const auto four = span(layers);
        const double share = toSeconds(four->length()) / toSeconds(span(named("token:3"))->length());
        QVERIFY(four->begin >= span(named("token:3"))->begin);
        QVERIFY(share > 0.04 && share < 0.055); // 4 of 80 layers, less head and embedding
        for (const char* none : { "token:0", "token:256", "transfer:1", "event:1", "cycle:1" })
            QVERIFY(!span(named(none)));
    }

    void timesScaleWithTheRoomsTime()
    {
        const TimeSpan span { Instant {}, Instant {} + fromSeconds(0.02) };
        LessonPlay play = named("token:1");
        QCOMPARE(playScale(play, span), 1.0);
        play.inS = 20;
        QCOMPARE(playScale(play, span), 1000.0);
    }

    void eventsTransfersAndRounds()
    {
        const Scenario scenario = played(R"({"/workload/users": 4, "/systems/0/link": "infiniband_ndr",
            "/workload/events": [{"at_s": 1.5, "prompt_tokens": 8000, "output_tokens": 20}],
            "/systems/0/pools": [{"role": "prefill", "chip": "h100_sxm", "chips": 4, "tensor_parallel": 4},
                                 {"role": "decode", "chip": "h100_sxm", "chips": 4, "tensor_parallel": 4}]})");
        const auto run = simulate(scenario, oneCatalog()).systems.front().run;
        const auto event = playSpan(named("event:1"), *run, scenario.workload);
        QCOMPARE(event->begin, Instant {} + fromSeconds(1.5));
        QVERIFY(event->end > event->begin);
        LessonPlay six = named("event:1");
        six.forS = 0.5;
        QCOMPARE(playSpan(six, *run, scenario.workload)->end, Instant {} + fromSeconds(2.0));
        const Segment& transfer = run->segments[static_cast<std::size_t>(run->transferSegments().front())];
        QCOMPARE(playSpan(named("transfer:1"), *run, scenario.workload)->begin, transfer.begin);

        const Scenario drafts = played(R"({"/systems/0/speculation":
            {"method": "draft-model", "draft_model": "llama-3.2-1b", "draft_tokens": 5, "acceptance": 0.7}})");
        const auto rounds = simulate(drafts, oneCatalog()).systems.front().run;
        const auto second = playSpan(named("cycle:2"), *rounds, drafts.workload);
        const Cycle& cycle = rounds->requests.front().cycles[1];
        QCOMPARE(second->begin, rounds->segments[static_cast<std::size_t>(cycle.segment)].begin);
        // Words of one round come at once: a step that shows them has a length.
        for (int token = 1; token < 40; ++token) {
            const auto step
                = playSpan(named(("token:" + std::to_string(token)).c_str()), *rounds, drafts.workload);
            QVERIFY(step && step->begin < step->end);
        }
    }

    void namesAreKnown()
    {
        for (const char* good :
            { "request", "prefill", "decode", "token:1", "event:2", "transfer:1", "cycle:9" })
            QVERIFY(isPlayName(good));
        for (const char* bad : { "", "token", "token:", "token:x", "words:1", "requests" })
            QVERIFY(!isPlayName(bad));
    }
};

MEMWALL_TEST(TestPlaySpan, memwall::tests::NoApplication)

} // namespace tst_play_span

#include "tst_play_span.moc"
