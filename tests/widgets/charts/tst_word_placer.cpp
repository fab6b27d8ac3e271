// Words of plots: inside, apart, off the lines where there is room.
#include "tests/support/test_program.h"
#include "widgets/plots/word_placer.h"

#include <QTest>

namespace tst_word_placer
{

using namespace memwall::ui;

class TestWordPlacer : public QObject
{
    Q_OBJECT

private slots:
    void aFreeWordStandsOnTheWantedSide()
    {
        WordPlacer placer { { 0, 0, 400, 200 }, 10 };
        const QPointF anchor { 200, 100 };
        QVERIFY(placer.place(anchor, { 50, 14 }, Side::Above).bottom() <= anchor.y() - 10);
        QVERIFY(placer.place(anchor, { 50, 14 }, Side::Right).left() >= anchor.x() + 10);
    }

    void aWordLeavesALineWhereAStepAsideIsEnough()
    {
        for (const Side side : { Side::Right, Side::Left, Side::Above, Side::Below }) {
            WordPlacer placer { { 0, 0, 400, 200 }, 10 };
            placer.preferOff({ 0, 200 }, { 200, 100 });
            placer.preferOff({ 200, 100 }, { 400, 100 });
            const QRectF word = placer.place({ 200, 100 }, { 60, 14 }, side);
            const auto above = [](QPointF point) { return point.y() < std::max(100.0, 200 - point.x() / 2); };
            const bool corner = above(word.topLeft());
            for (const QPointF point : { word.topRight(), word.bottomLeft(), word.bottomRight() })
                QCOMPARE(above(point), corner);
        }
    }

    void theLastFreePlaceIsFound()
    {
        const QRectF bounds { 0, 0, 400, 200 };
        WordPlacer placer { bounds, 10 };
        placer.keepOff({ 0, 0, 400, 150 });
        placer.keepOff({ 0, 150, 300, 50 });
        const QRectF word = placer.place({ 20, 20 }, { 90, 14 }, Side::Right);
        QVERIFY(bounds.contains(word));
        QVERIFY(QRectF(300, 150, 100, 50).contains(word));
    }

    void manyWordsOfOneMarkStayApart()
    {
        const QRectF bounds { 0, 0, 300, 160 };
        WordPlacer placer { bounds, 8 };
        std::vector<QRectF> words;
        for (int i = 0; i < 12; ++i) {
            const QRectF word = placer.place({ 150, 80 }, { 60, 14 }, Side::Right);
            QVERIFY(bounds.contains(word));
            for (const QRectF& other : words)
                QVERIFY(!word.intersects(other));
            words.push_back(word);
        }
    }
};

MEMWALL_TEST(TestWordPlacer, memwall::tests::NoApplication)

} // namespace tst_word_placer

#include "tst_word_placer.moc"
