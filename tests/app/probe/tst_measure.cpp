// A short measurement of this computer: its form, never its speed. And what is said of doubtful ones.
#include "app/probe/doubts.h"
#include "app/probe/measure.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_measure
{

using namespace memwall::probe;

namespace
{

MeasureOptions quick()
{
    return { .seconds = 0.05, .matrixBytes = 4e6 };
}

/// An undisturbed computer.
Measurement calm()
{
    Measurement measurement;
    measurement.computer.cores = 8;
    measurement.levels = { { "L1", 256e3, { 800e9, 0.01, 9 } }, { "L2", 8e6, { 400e9, 0.01, 9 } },
        { "DRAM", 32e9, { 50e9, 0.02, 9 } } };
    measurement.kernels = { { WeightFormat::Q8, 500e6, { 0.012, 0.02, 9 } } };
    measurement.decode = { 1 / 50e9, 1e-12, 0.03 };
    return measurement;
}

bool mentions(const std::vector<std::string>& sentences, const char* word)
{
    for (const std::string& sentence : sentences)
        if (sentence.find(word) != std::string::npos)
            return true;
    return false;
}

} // namespace

class TestMeasure : public QObject
{
    Q_OBJECT
private slots:
    void everyFigureIsThere_data()
    {
        QTest::addColumn<bool>("namesCaches");
        QTest::newRow("caches by name") << true;
        QTest::newRow("caches from the curve") << false;
    }
    void everyFigureIsThere()
    {
        QFETCH(bool, namesCaches);
        Computer computer = thisComputer();
        computer.threads = std::min(computer.threads, 2);
        computer.caches.clear();
        if (namesCaches)
            computer.caches = { { 1, 32768, computer.threads }, { 2, 524288, computer.threads } };
        double last = -1;
        const auto result = measure(computer, quick(), [&last](double share, const std::string& what) {
            QVERIFY(share >= last && share <= 1 && !what.empty());
            last = share;
        });
        QVERIFY2(result, result ? "" : result.error().c_str());
        QCOMPARE(result->levelsFromCurve, !namesCaches);
        QCOMPARE(result->memory().name, std::string("DRAM"));
        if (namesCaches)
            QCOMPARE(result->levels.size(), std::size_t { 3 });
        for (const LevelFigure& level : result->levels)
            QVERIFY(level.bandwidth.median > 0 && level.bandwidth.repetitions >= 3);
        QVERIFY(result->flops.median > 0);
        QCOMPARE(result->kernels.size(), kWeightFormats.size());
        for (const KernelFigure& kernel : result->kernels)
            QVERIFY(kernel.seconds.median > 0 && kernel.weights >= 1e6);
        QVERIFY(result->decode.perByte >= 1 / result->memory().bandwidth.median);
        QVERIFY(result->decode.perWeight >= 0);
        QVERIFY(result->processorShare > 0 && result->processorShare <= 1);
    }

    void itStopsWhenAsked()
    {
        std::stop_source stop;
        const auto result = measure(
            thisComputer(), quick(), [&stop](double, const std::string&) { stop.request_stop(); },
            stop.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error(), std::string("cancelled"));
    }

    void moreMemoryThanThereIsIsSaid()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("the sanitizer ends the program instead of refusing memory");
#endif
        const auto result = measure(thisComputer(), { .seconds = 0.05, .matrixBytes = 1e18 });
        QVERIFY(!result);
        QVERIFY(result.error().find("memory") != std::string::npos);
    }

    void aCalmComputerRaisesNoDoubt()
    {
        QVERIFY(doubtsAbout(calm()).empty());
    }

    void aBusyComputerIsSaid()
    {
        Measurement scattered = calm();
        scattered.kernels[0].seconds.scatter = 0.25;
        QVERIFY(mentions(doubtsAbout(scattered), "scatter by 25 %"));
        Measurement shared = calm();
        shared.processorShare = 0.6;
        QVERIFY(mentions(doubtsAbout(shared), "40 % of the processors' time"));
    }

    void whatAContainerGrantsIsSaid()
    {
        Measurement measurement = calm();
        measurement.computer.quota = 1.5;
        QVERIFY(mentions(doubtsAbout(measurement), "1.5 of 8 cores"));
        measurement.computer.quota = 8;
        QVERIFY(doubtsAbout(measurement).empty());
    }

    void whatCannotBeIsSaid()
    {
        Measurement slow = calm();
        slow.levels[1].bandwidth.median = 20e9;
        QVERIFY(mentions(doubtsAbout(slow), "L2 was measured slower than DRAM"));
        Measurement small = calm();
        small.kernels[0].weights = 10e6;
        QVERIFY(mentions(doubtsAbout(small), "Too little memory"));
        Measurement bent = calm();
        bent.decode.error = 0.3;
        QVERIFY(mentions(doubtsAbout(bent), "30 %"));
        Measurement nameless = calm();
        nameless.levelsFromCurve = true;
        QVERIFY(mentions(doubtsAbout(nameless), "does not name its caches"));
    }
};

MEMWALL_TEST(TestMeasure, QCoreApplication)

} // namespace tst_measure

#include "tst_measure.moc"
