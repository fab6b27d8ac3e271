#include "tests/support/test_program.h"
#include "widgets/base/format.h"

#include <QTest>

#include <limits>

namespace tst_format
{

using namespace memwall::ui;

class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void bytesHaveAnSiStepAndAThinSpace_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << 0.0 << QStringLiteral("0 B");
        QTest::newRow("bytes") << 512.0 << QStringLiteral("512 B");
        QTest::newRow("no digits that say nothing") << 80e3 << QStringLiteral("80 KB");
        QTest::newRow("three digits") << 139.4e9 << QStringLiteral("139 GB");
        QTest::newRow("below a step") << 340e6 << QStringLiteral("340 MB");
        QTest::newRow("rounding reaches the next step") << 999.7e6 << QStringLiteral("1 GB");
        QTest::newRow("the last step goes on") << 1234e18 << QStringLiteral("1,230 EB");
    }
    void bytesHaveAnSiStepAndAThinSpace() { compareWith(&formatBytes); }

    void aPartOfSomeBytesHasTheirUnitAndIsAsLongAtEveryValue()
    {
        QCOMPARE(formatBytesOf(12.34e9, 34.8e9), QStringLiteral("12.3"));
        QCOMPARE(formatBytesOf(0.84e9, 34.8e9), QStringLiteral("\u20070.8"));
        QCOMPARE(formatBytesOf(34.8e9, 34.8e9), QStringLiteral("34.8"));
        QCOMPARE(formatBytesOf(0, 139.4e9), QStringLiteral("\u2007\u20070"));
        QCOMPARE(formatBytesOf(0.43e9, 1e9), QStringLiteral("0.43"));
        QCOMPARE(formatBytesOf(0.43e9, 999.7e6), QStringLiteral("0.43")); // the whole says "1 GB"
    }

    void ratesAndFlopsNameTheirUnit()
    {
        QCOMPARE(formatRate(3.352e12), QStringLiteral("3.35 TB/s"));
        QCOMPARE(formatRate(21e15), QStringLiteral("21 PB/s"));
        QCOMPARE(formatFlops(989.4e12), QStringLiteral("989 Tflop/s"));
    }

    void secondsGoFromPicosecondsToHours_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << QStringLiteral("0 s");
        QTest::newRow("picoseconds") << 19e-12 << QStringLiteral("19 ps");
        QTest::newRow("microseconds") << 17.04e-6 << QStringLiteral("17 µs");
        QTest::newRow("milliseconds") << 14.66e-3 << QStringLiteral("14.7 ms");
        QTest::newRow("rounding reaches a millisecond") << 999.9e-6 << QStringLiteral("1 ms");
        QTest::newRow("seconds") << 312.4 << QStringLiteral("312 s");
        QTest::newRow("minutes") << 1500.0 << QStringLiteral("25 min");
        QTest::newRow("hours") << 9000.0 << QStringLiteral("2.5 h");
        QTest::newRow("negative") << -0.002 << QStringLiteral("−2 ms");
    }
    void secondsGoFromPicosecondsToHours() { compareWith(&formatSeconds); }

    void percentHasTwoDigitsAndNeverRoundsNearlyAllToAll_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("most") << 0.884 << QStringLiteral("88 %");
        QTest::newRow("little") << 0.0031 << QStringLiteral("0.31 %");
        QTest::newRow("less than one") << 0.007 << QStringLiteral("0.7 %");
        QTest::newRow("nearly all") << 0.9962 << QStringLiteral("99.6 %");
        QTest::newRow("all") << 1.0 << QStringLiteral("100 %");
        QTest::newRow("more than all") << 1.574 << QStringLiteral("157 %");
        QTest::newRow("a fall") << -0.44 << QStringLiteral("−44 %");
    }
    void percentHasTwoDigitsAndNeverRoundsNearlyAllToAll() { compareWith(&formatPercent); }

    void countsAreExactAndMeansAreRounded()
    {
        QCOMPARE(formatCount(1800), QStringLiteral("1,800"));
        QCOMPARE(formatCount(131072), QStringLiteral("131,072"));
        QCOMPARE(formatCount(68.21), QStringLiteral("68.2"));
        QCOMPARE(formatCount(2.44), QStringLiteral("2.4"));
        QCOMPARE(formatCount(70.6e9), QStringLiteral("70.6 billion"));
    }

    void numbersKeepTheAskedDigits()
    {
        QCOMPARE(formatNumber(3.352), QStringLiteral("3.35"));
        QCOMPARE(formatNumber(0.3404), QStringLiteral("0.34"));
        QCOMPARE(formatNumber(138.6), QStringLiteral("139"));
        QCOMPARE(formatNumber(1844.0, 2), QStringLiteral("1,800"));
        QCOMPARE(formatNumber(0.0999, 2), QStringLiteral("0.1"));
        QCOMPARE(formatNumber(std::numeric_limits<double>::infinity()), QStringLiteral("∞"));
        QCOMPARE(formatNumber(std::numeric_limits<double>::quiet_NaN()), QStringLiteral("–"));
    }

    void exactKeepsEveryDigit()
    {
        QCOMPARE(formatExact(3.352e12, QStringLiteral("B/s")), QStringLiteral("3,352,000,000,000 B/s"));
        QCOMPARE(formatExact(0.0146625, QStringLiteral("s")), QStringLiteral("0.0146625 s"));
        QCOMPARE(formatExact(7.0, QString {}), QStringLiteral("7"));
    }

    void aTimeScaleSaysWhatOneSecondShows()
    {
        // 1 / 204 s = 4.902 ms
        QCOMPARE(formatTimeScale(204.0), QStringLiteral("1 s here = 4.9 ms there"));
        QCOMPARE(formatTimeScale(1.0), QStringLiteral("1 s here = 1 s there"));
    }

private:
    static void compareWith(QString (*format)(double))
    {
        QFETCH(double, value);
        QFETCH(QString, text);
        QCOMPARE(format(value), text.replace(u' ', QChar { 0x2009 }));
    }
};

MEMWALL_TEST(TestFormat, memwall::tests::NoApplication)

} // namespace tst_format

#include "tst_format.moc"
