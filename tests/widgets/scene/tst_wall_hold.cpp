// A hand on the memory wall: where it can take hold, what it asks for, and that the picture is the hand.
#include "tests/support/test_program.h"
#include "widgets/base/format.h"
#include "widgets/scene/wall_hold.h"

#include <QTest>

#include <cmath>

namespace tst_wall_hold
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

constexpr double kPublished = 3.35e12;
constexpr double kWall = 200, kMiddle = 150; ///< px

StageFrame frameAt(double scale, WidthScale widths)
{
    StageFrame frame;
    frame.widths = widths;
    DoorFrame door;
    door.bytesPerSecond = kPublished * scale;
    door.scale = scale;
    door.wall = true;
    frame.houses.emplace_back().doors = { door };
    return frame;
}

std::vector<WallOpening> drawn(const StageFrame& frame)
{
    const double high = kWall * openingOf(frame.houses[0].doors[0].bytesPerSecond.value(), frame.widths);
    return { { 0, 0, { 0, kMiddle - high / 2, 100, high }, { 30, kMiddle - kWall / 2, 40, kWall } } };
}

} // namespace

class TestWallHold : public QObject
{
    Q_OBJECT

private slots:
    void anOpeningIsAsHighAsItsBandwidth_data()
    {
        QTest::addColumn<bool>("log");
        QTest::newRow("log widths") << true;
        QTest::newRow("true scale") << false;
    }
    void anOpeningIsAsHighAsItsBandwidth()
    {
        QFETCH(bool, log);
        const WidthScale widths = log ? WidthScale::Log : WidthScale::True;
        for (const double rate : { 1e9, 1e10, 3.35e12, 2.2e13, 2.1e16 })
            QVERIFY(std::abs(bandwidthOf(openingOf(rate, widths), widths) / rate - 1) < 1e-9);
        QCOMPARE(bandwidthOf(0, widths), 0.0);
        QVERIFY(bandwidthOf(2, widths) <= 21e15 * (1 + 1e-9)); // outside the picture
    }

    void onlyEdgesOfTheOpeningCanBeTaken()
    {
        const StageFrame frame = frameAt(1, WidthScale::Log);
        const auto walls = drawn(frame);
        const QRectF pipe = walls[0].pipe;
        WallHold hold;
        for (const QPointF at : { QPointF { 50, pipe.top() }, QPointF { 50, pipe.bottom() + 4 } })
            QVERIFY(hold.begin(frame, walls, at, m_theme));
        for (const QPointF at : { pipe.center(), QPointF { 50, pipe.top() - 30 }, QPointF { 5, pipe.top() } })
            QVERIFY(!hold.begin(frame, walls, at, m_theme));
    }

    void takingHoldAsksForNothing()
    {
        for (const double scale : { 0.25, 1.0, 2.4 }) {
            const StageFrame frame = frameAt(scale, WidthScale::Log);
            const auto walls = drawn(frame);
            WallHold hold;
            for (const double off : { -5.0, 0.0, 5.0 }) {
                const QPointF at { 50, walls[0].pipe.top() + off };
                QVERIFY(hold.begin(frame, walls, at, m_theme));
                QVERIFY(!hold.move(at).has_value());
            }
        }
    }

    void theHandAsksForWhatItHolds_data() { anOpeningIsAsHighAsItsBandwidth_data(); }
    void theHandAsksForWhatItHolds()
    {
        QFETCH(bool, log);
        const WidthScale widths = log ? WidthScale::Log : WidthScale::True;
        StageFrame frame = frameAt(log ? 1 : 1000, widths);
        const auto walls = drawn(frame);
        WallHold hold;
        QVERIFY(hold.begin(frame, walls, { 50, walls[0].pipe.top() }, m_theme));
        const double wanted = log ? 2.4 : 2400;
        const double arm = kWall * openingOf(kPublished * wanted, widths) / 2;
        QCOMPARE(hold.move({ 50, kMiddle - arm }).value(), wanted);
        hold.apply(frame);
        QCOMPARE(frame.houses[0].doors[0].scale, wanted);
        QCOMPARE(frame.houses[0].doors[0].opening, openingOf(kPublished * wanted, widths));
        // The other edge says the same, and so does the first hand without its number.
        QVERIFY(!hold.move({ 50, kMiddle + arm }).has_value());
        hold.end();
        StageFrame later = frameAt(1, widths);
        hold.apply(later);
        QCOMPARE(later.houses[0].doors[0].scale, 1.0);
    }

    void aHandLetsGoOfAWallThatIsGone()
    {
        const StageFrame frame = frameAt(1, WidthScale::Log);
        const auto walls = drawn(frame);
        for (const bool whole : { false, true }) {
            WallHold hold;
            QVERIFY(hold.begin(frame, walls, { 50, walls[0].pipe.top() }, m_theme));
            StageFrame other = frame;
            if (whole)
                other.houses[0].whole = true; // all chips at a glance: no wall
            else
                other.houses.clear();
            hold.apply(other);
            QVERIFY(!hold.holds());
        }
    }

    void aHandThatIsNotExactFindsWhatIsPublished()
    {
        QCOMPARE(settableScale(1.03, kPublished), 1.0);
        QCOMPARE(settableScale(0.97, kPublished), 1.0);
        QCOMPARE(settableScale(1.1, kPublished), 1.1);
        QCOMPARE(settableScale(2.40449, kPublished), 2.4);
        QVERIFY(settableScale(0, kPublished) * kPublished > 0.9e9);
        QVERIFY(settableScale(1e9, kPublished) * kPublished <= 22e15);
        QCOMPARE(settableScale(2, 50e15), 1.0); // wider than the wall already
    }

    void aFactorIsSaidBesideWhatIsPublished()
    {
        QCOMPARE(rateText(3.35e12, 1), formatRate(3.35e12));
        QCOMPARE(rateText(3.35e12 * 2.4, 2.4), QString { formatRate(3.35e12) + QStringLiteral(" × 2.4") });
    }

private:
    Theme m_theme = Theme::darkTheme();
};

MEMWALL_TEST(TestWallHold, QApplication)

} // namespace tst_wall_hold

#include "tst_wall_hold.moc"
