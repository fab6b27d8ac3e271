// Numbers and letters in the locales of the world: with a point, and those of ASCII.
#include "core/base/ascii.h"
#include "core/base/columns.h"
#include "core/base/csv.h"
#include "core/base/number_text.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <clocale>
#include <cstdio>
#include <limits>

namespace tst_number_text
{

using namespace memwall::core;

class TestNumberText : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QByteArray>("locale");
        QTest::addColumn<QByteArray>("half"); ///< as printf writes it there
        QTest::newRow("C") << QByteArray("C") << QByteArray("0.5");
        QTest::newRow("German") << QByteArray("de_DE.UTF-8") << QByteArray("0,5");
        QTest::newRow("Turkish") << QByteArray("tr_TR.UTF-8") << QByteArray("0,5");
        QTest::newRow("Pashto") << QByteArray("ps_AF.UTF-8") << QByteArray("0\u066b5");
    }

    void init()
    {
        QFETCH_GLOBAL(QByteArray, locale);
        QFETCH_GLOBAL(QByteArray, half);
        QVERIFY2(std::setlocale(LC_ALL, locale.constData()) != nullptr, "this locale is not there");
        char text[16];
        std::snprintf(text, sizeof text, "%.1f", 0.5);
        QCOMPARE(QByteArray(text), half);
    }

    void cleanup() { std::setlocale(LC_ALL, "C"); }

    void aNumberIsWrittenWithAPoint()
    {
        QCOMPARE(fixedText(17.92, 2), std::string("17.92"));
        QCOMPARE(fixedText(14, 1), std::string("14.0"));
        QCOMPARE(fixedText(-0.25, 0), std::string("-0"));
        QCOMPARE(fixedText(1234567.5, 1), std::string("1234567.5"));
        QCOMPARE(fixedText(std::numeric_limits<double>::max(), 3).size(), std::size_t { 309 + 4 });
        QCOMPARE(significantText(0.01474, 3), std::string("0.0147"));
        QCOMPARE(significantText(1474, 3), std::string("1.47e+03"));
        QCOMPARE(significantText(13.9, 6), std::string("13.9"));
        QCOMPARE(significantText(1e-7, 12), std::string("1e-07"));
        QCOMPARE(csvNumber(1.0 / 3), std::string("0.333333333333"));
    }

    void aNumberIsReadWithAPoint()
    {
        QCOMPARE(numberIn("0.5").value(), 0.5);
        QCOMPARE(numberIn("-1e3").value(), -1000.0);
        for (const char* other : { "", "0,5", " 0.5", "0.5 s", "1e999", "inf", "nan", "0\u066b5", "five" })
            QVERIFY2(!numberIn(other), other);
        QCOMPARE(wholeNumberIn<std::int64_t>("-12").value(), -12);
        for (const char* other : { "", "1.0", "12 ", "1,000", "99999999999999999999" })
            QVERIFY2(!wholeNumberIn<std::int64_t>(other), other);
        QVERIFY(!wholeNumberIn<std::size_t>("-1"));
    }

    void aTextMayGoOnBehindItsNumber()
    {
        QCOMPARE(numberAtFront("0.19.0rc1").value(), 0.19);
        QCOMPARE(numberAtFront("2024-03-05").value(), 2024.0);
        QCOMPARE(numberAtFront("  16 tokens").value(), 16.0);
        QVERIFY(!numberAtFront("v5.1"));
        QVERIFY(!numberAtFront(" "));
    }

    void lettersAreThoseOfAscii()
    {
        QCOMPARE(smallLetter('I'), 'i');
        QCOMPARE(smallLetter('i'), 'i');
        QCOMPARE(smallLetter('4'), '4');
        QVERIFY(isLetter('Z') && isLetter('i') && !isLetter('4') && !isLetter('\xdc'));
        QVERIFY(isDigit('0') && isDigit('9') && !isDigit('/') && !isDigit(':'));
    }

    void columnsAreFilledUpAndNeverCut()
    {
        QCOMPARE(leftAligned("ab", 4), std::string("ab  "));
        QCOMPARE(leftAligned("é×", 4), std::string("é×  ")); // characters, not bytes
        QCOMPARE(rightAligned("ab", 4), std::string("  ab"));
        QCOMPARE(leftAligned("abcde", 4), std::string("abcde"));
        QCOMPARE(rightAligned("abcde", 4), std::string("abcde"));
    }
};

MEMWALL_TEST(TestNumberText, memwall::tests::NoApplication)

} // namespace tst_number_text

#include "tst_number_text.moc"
