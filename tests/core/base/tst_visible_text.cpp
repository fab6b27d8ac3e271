// Text from files as it may be shown, on screens and in tables.
#include "core/base/csv.h"
#include "core/base/visible_text.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_visible_text
{

using namespace memwall::core;

class TestVisibleText : public QObject
{
    Q_OBJECT

private slots:
    void whatSteersIsSeen_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* name, const char* text, const char* shown) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(shown);
        };
        row("plain", "4 × H100 → “fast” 中文 🙂", "4 × H100 → “fast” 中文 🙂");
        row("escape", "\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇");
        row("delete", "a\x7f", "a␡");
        row("lines", "a\r\nb\nc\td\re", "a b c d e");
        row("line separators",
            "a\xe2\x80\xa8"
            "b\xe2\x80\xa9"
            "c",
            "a b c");
        row("override", "a\xe2\x80\xaegnp.exe", "a\xef\xbf\xbdgnp.exe");
        row("isolate",
            "a\xe2\x81\xa6"
            "b\xe2\x81\xa9",
            "a\xef\xbf\xbd"
            "b\xef\xbf\xbd");
        row("eight-bit control",
            "a\xc2\x9b"
            "2J",
            "a\xef\xbf\xbd"
            "2J");
        row("no UTF-8", "a\xff\xfe", "a\xef\xbf\xbd\xef\xbf\xbd");
        row("overlong", "\xc0\x9b", "\xef\xbf\xbd\xef\xbf\xbd");
        row("surrogate", "\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
        row("cut off", "a\xe2\x80", "a\xef\xbf\xbd\xef\xbf\xbd");
    }

    void whatSteersIsSeen()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, shown);
        QCOMPARE(QByteArray::fromStdString(visibleText(text.toStdString())), shown);
        QCOMPARE(QByteArray::fromStdString(visibleText(shown.toStdString())), shown);
    }

    void linesAreKeptWhereTheyBelong()
    {
        QCOMPARE(visibleLines("a\r\nb\rc\n\x1b"), std::string("a\nb\nc\n␛"));
    }

    void aByteOfZeroIsSeenToo() { QCOMPARE(visibleText(std::string("a\0b", 3)), std::string("a␀b")); }

    void cellsAreNoFormulas_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        const auto row = [](const char* text, const char* cell) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(cell);
        };
        row("plain", "plain");
        row("=1+1", "'=1+1");
        row("@SUM(A1)", "'@SUM(A1)");
        row("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        row("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0");
        row("-x", "'-x");
        row("-1.5e-3", "-1.5e-3");
        row("+2", "+2");
        row("-", "'-");
        row("a,b", "\"a,b\"");
        row("a\n=1", "a =1");
        row("\x1b[2J", "␛[2J");
    }
    void cellsAreNoFormulas()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(QByteArray::fromStdString(csvField(text.toStdString())), cell);
        QVERIFY(csvQuoted(text.toStdString()).starts_with('"'));
    }

    void whatIsCutEndsBetweenCharacters()
    {
        QCOMPARE(shortened("abc", 3), std::string("abc"));
        QCOMPARE(shortened("abcdefgh", 6), std::string("abc…"));
        // é takes two bytes: after three bytes the second one is cut through.
        QCOMPARE(shortened("ééééé", 6), std::string("é…"));
        QCOMPARE(shortened("abcdef", 2), std::string("…"));
    }
};

MEMWALL_TEST(TestVisibleText, memwall::tests::NoApplication)

} // namespace tst_visible_text

#include "tst_visible_text.moc"
