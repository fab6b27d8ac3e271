// Collectives and messages by hand.
#include "core/machine/links.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_links
{

using namespace memwall::core;
using namespace memwall::tests;

class TestLinks : public QObject
{
    Q_OBJECT

private slots:
    void aSmallAllReduceIsLatency()
    {
        const Machine machine = plainMachine(llama70b(), 8);
        // 4 µs + 7 · 1 µs + 28,672 B / (0.5 · 100 GB/s) = 11.57344 µs
        const Collective collective = allReduce(machine.pools[0], 16384);
        QCOMPARE(collective.bytesSent, 28'672.0);
        QVERIFY(std::abs(collective.seconds - 11.57344e-6) < 1e-12);
    }

    void aLargeAllReduceChangesToTheBulkProtocol()
    {
        const Machine machine = plainMachine(llama70b(), 8);
        // 175 MB sent: 11 µs + 16 µs + 1.75 ms at the full rate, against 3.5 ms at half of it.
        QVERIFY(std::abs(allReduce(machine.pools[0], 100e6).seconds - (27e-6 + 1.75e-3)) < 1e-9);
    }

    void oneChipNeedsNoCollective()
    {
        const Machine machine = plainMachine(llama70b());
        QCOMPARE(allReduce(machine.pools[0], 16384).seconds, 0.0);
    }

    void chipsBeyondOneDomainAddASecondCollective()
    {
        Machine machine = plainMachine(llama70b(), 16);
        Link network = plainLink();
        network.allReduceAlpha0->value = { 30e-6 };
        machine.pools[0].scaleOut = network;
        const double near = allReduce(plainMachine(llama70b(), 8).pools[0], 16384).seconds;
        // Two domains: 30 µs + 1 µs + 2 · ½ · 2,048 B / 50 GB/s.
        QVERIFY(std::abs(allReduce(machine.pools[0], 16384).seconds - near - 31.04096e-6) < 1e-12);
    }

    void aMessageIsLatencyPlusBytesOverRate()
    {
        QVERIFY(std::abs(messageSeconds(plainLink(), 1e9) - (1e-6 + 0.01)) < 1e-12);
    }
};

MEMWALL_TEST(TestLinks, memwall::tests::NoApplication)

} // namespace tst_links

#include "tst_links.moc"
