// Passes with equal keys are equal, and batches that cost the same have equal keys.
#include "core/cost/pass_key.h"
#include "tests/support/built_pass.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <random>

namespace tst_pass_key
{

using namespace memwall::core;
using namespace memwall::tests;

namespace
{

struct Keyed
{
    PassKey key;
    Pass pass;
    double steps = 1e15;
};

Keyed keyed(const PoolRates& rates, PassKind kind, std::vector<Sequence> sequences)
{
    const Stations stations { &rates, &rates, nullptr };
    PassWork work;
    work.kind = kind;
    work.model = &rates.machine->model;
    work.sequences = std::move(sequences);
    work.headTokens = static_cast<double>(work.sequences.size());
    Keyed result;
    appendKey(result.key, stations, work, {});
    result.pass = buildPass(stations, work, result.steps);
    return result;
}

bool same(const std::vector<Operator>& a, const std::vector<Operator>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Operator& one, const Operator& other) {
        return one.kind == other.kind && one.bound == other.bound && one.chips == other.chips
            && one.begin == other.begin && one.busy == other.busy && one.duration == other.duration
            && one.flops == other.flops && one.lanes == other.lanes
            && std::equal(one.flows.begin(), one.flows.end(), other.flows.begin(), other.flows.end(),
                [](const Flow& f, const Flow& g) {
                    return f.door == g.door && f.kind == g.kind && f.bytes == g.bytes;
                });
    });
}

bool same(const Keyed& a, const Keyed& b)
{
    return a.steps == b.steps && a.pass.duration == b.pass.duration && a.pass.tokens == b.pass.tokens
        && same(a.pass.before, b.pass.before) && same(a.pass.after, b.pass.after)
        && std::equal(a.pass.layerKinds.begin(), a.pass.layerKinds.end(), b.pass.layerKinds.begin(),
            b.pass.layerKinds.end(),
            [](const Layer& one, const Layer& other) { return same(one.operators, other.operators); });
}

/// Some tokens of one sequence go to another one: the sum stays.
std::vector<Sequence> shifted(std::vector<Sequence> sequences, std::mt19937& random)
{
    const auto any = [&](std::size_t below) { return random() % below; };
    Sequence& from = sequences[any(sequences.size())];
    Sequence& to = sequences[any(sequences.size())];
    double Sequence::*part = from.cached > 0 ? &Sequence::cached : &Sequence::fresh;
    const double tokens = std::floor(from.*part / 3);
    from.*part -= tokens;
    to.*part += tokens;
    return sequences;
}

std::vector<Sequence> batch(PassKind kind, std::mt19937& random)
{
    std::vector<Sequence> sequences(2 + random() % 5);
    for (Sequence& sequence : sequences) {
        const auto tokens = static_cast<double>(3 + random() % 600);
        sequence = kind == PassKind::Prefill ? Sequence { 0, tokens }
                                             : Sequence { tokens, kind == PassKind::Verify ? 5.0 : 1.0 };
    }
    return sequences;
}

} // namespace

class TestPassKey : public QObject
{
    Q_OBJECT

private slots:
    void equalKeysAreEqualPasses_data()
    {
        QTest::addColumn<int>("model");
        QTest::addColumn<PassKind>("kind");
        const char* models[] = { "dense", "windows", "latent attention", "experts" };
        for (int model = 0; model < 4; ++model) {
            QTest::addRow("decode, %s", models[model]) << model << PassKind::Decode;
            QTest::addRow("prefill, %s", models[model]) << model << PassKind::Prefill;
            QTest::addRow("verify, %s", models[model]) << model << PassKind::Verify;
        }
    }
    void equalKeysAreEqualPasses()
    {
        QFETCH(int, model);
        QFETCH(PassKind, kind);
        const Model models[] = { llama70b(), gptOss120b(), deepseekV3(), mixtral() };
        const Machine machine = big(models[model]);
        const PoolRates rates = ratesOf(machine, 0, place(machine, machine.pools[0], 1e9));
        std::mt19937 random(7);
        int shared = 0;
        for (int i = 0; i < 300; ++i) {
            const std::vector<Sequence> sequences = batch(kind, random);
            const Keyed one = keyed(rates, kind, sequences);
            const Keyed other = keyed(rates, kind, shifted(sequences, random));
            shared += one.key == other.key ? 1 : 0;
            QVERIFY(one.key != other.key || same(one, other));
        }
        QVERIFY(shared > 0); // or nothing was compared
    }

    void theSumOfContextsIsAllThatADenseDecodeAsksFor()
    {
        const Machine machine = big(llama70b());
        const PoolRates rates = ratesOf(machine, 0, place(machine, machine.pools[0], 1e9));
        const PassKey key = keyed(rates, PassKind::Decode, { { 100, 1 }, { 300, 1 } }).key;
        QCOMPARE(key, keyed(rates, PassKind::Decode, { { 250, 1 }, { 150, 1 } }).key);
        QVERIFY(key != keyed(rates, PassKind::Decode, { { 250, 1 }, { 151, 1 } }).key);
        QVERIFY(key != keyed(rates, PassKind::Decode, { { 400, 1 } }).key);
        QVERIFY(key != keyed(rates, PassKind::Verify, { { 100, 1 }, { 300, 1 } }).key);
    }

    void whatAWindowHidesDoesNotCount()
    {
        const Machine machine = big(gptOss120b()); // windows of 128 tokens in every other layer
        const PoolRates rates = ratesOf(machine, 0, place(machine, machine.pools[0], 1e9));
        const PassKey key = keyed(rates, PassKind::Decode, { { 200, 1 }, { 200, 1 } }).key;
        QCOMPARE(key, keyed(rates, PassKind::Decode, { { 150, 1 }, { 250, 1 } }).key);
        QVERIFY(key != keyed(rates, PassKind::Decode, { { 50, 1 }, { 350, 1 } }).key);
    }
};

MEMWALL_TEST(TestPassKey, memwall::tests::NoApplication)

} // namespace tst_pass_key

#include "tst_pass_key.moc"
