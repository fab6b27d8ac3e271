// What a room prints adds up, on every chip of the catalog: weights + draft model + KV cache + free =
// capacity.
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "widgets/base/format.h"
#include "widgets/scene/room_words.h"

#include <QTest>

namespace tst_room_words
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

/// The bytes that a text says: "35.3 GB".
double bytesIn(const QString& text)
{
    static const QStringList kUnits { QStringLiteral("B"), QStringLiteral("KB"), QStringLiteral("MB"),
        QStringLiteral("GB"), QStringLiteral("TB"), QStringLiteral("PB") };
    const QStringList parts = QString { text }.replace(QChar { 0x2009 }, u' ').split(u' ');
    const auto unit = kUnits.indexOf(parts.last());
    if (unit < 0)
        throw std::runtime_error("no unit in " + text.toStdString());
    return parts[parts.size() - 2].toDouble() * std::pow(1000.0, static_cast<double>(unit));
}

RoomFrame roomOf(double capacity, double weights, double draft = 0)
{
    RoomFrame room;
    room.capacityBytes = capacity;
    room.weightBytes = capacity * weights;
    room.draftBytes = capacity * draft;
    room.holds = true;
    return room;
}

void addsUp(const RoomFrame& room, double kvBytes)
{
    const RoomShares shares = roomShares(room, kvBytes);
    const double capacity = bytesIn(formatBytes(room.capacityBytes.value()));
    const double digit = std::pow(10.0, std::floor(std::log10(capacity)) - 2);
    double sum = 0;
    for (const QString& part : weightsText(room).split(QStringLiteral(" + draft ")))
        sum += bytesIn(part);
    sum += shares.kv > 0 ? bytesIn(formatBytes(shares.kv)) : 0;
    sum += shares.free > 0 && !shares.less ? bytesIn(formatBytes(shares.free)) : 0;
    QVERIFY2(std::abs(sum - capacity) <= digit * 0.5001,
        qPrintable(QStringLiteral("%1 + %2 + %3 is not %4")
                       .arg(weightsText(room), formatBytes(shares.kv), formatBytes(shares.free),
                           formatBytes(room.capacityBytes.value()))));
    const double left = room.capacityBytes.value() - room.weightBytes - room.draftBytes - kvBytes;
    QCOMPARE(shares.free > 0, left > 0);
}

} // namespace

class TestRoomWords : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPrintedAddsUpOnEveryChip_data()
    {
        QTest::addColumn<double>("capacity");
        for (const core::Chip& chip : tests::shippedCatalog().chips)
            for (const core::MemoryLevel& level : chip.levels)
                if (level.capacity)
                    QTest::addRow("%s %s", chip.id.text().c_str(), level.name.c_str())
                        << level.capacity->value.value;
    }
    void whatIsPrintedAddsUpOnEveryChip()
    {
        QFETCH(double, capacity);
        for (const double weights : { 0.0, 0.0037, 0.11, 0.4113, 0.65049, 0.9, 0.99949 })
            for (const double draft : { 0.0, 0.0123 })
                for (const double kv : { 0.0, 1e-6, 0.00097, 0.0333, 0.2449, 0.99 })
                    if (weights + draft < 1)
                        addsUp(
                            roomOf(capacity, weights, draft), capacity * std::min(kv, 1 - weights - draft));
    }

    void anH100HoldsWhatItsNameDoesNotSay()
    {
        RoomFrame room = roomOf(85'899'345'920.0, 0);
        room.weightBytes = 35.27e9;
        room.soldAs = QStringLiteral("80 GB");
        const RoomShares shares = roomShares(room, 84e6);
        QCOMPARE(formatBytes(room.capacityBytes.value()), QStringLiteral("85.9\u2009GB"));
        QCOMPARE(weightsText(room), QStringLiteral("35.3\u2009GB"));
        QCOMPARE(formatBytes(shares.kv), QStringLiteral("84\u2009MB"));
        QCOMPARE(formatBytes(shares.free), QStringLiteral("50.5\u2009GB"));
        QCOMPARE(capacityInFull(room), QStringLiteral("85.89934592\u2009GB = 80\u2009GiB, sold as 80 GB"));
    }

    void whatIsLeftIsNeverRoundedAway()
    {
        RoomFrame room = roomOf(85'899'345'920.0, 0);
        room.weightBytes = 85.87e9;
        QVERIFY(roomShares(room, 0).less);
        QCOMPARE(formatBytes(roomShares(room, 0).free), QStringLiteral("100\u2009MB"));
        QCOMPARE(roomShares(room, room.capacityBytes.value() - room.weightBytes).free, 0.0);
    }
};

MEMWALL_TEST(TestRoomWords, memwall::tests::NoApplication)

} // namespace tst_room_words

#include "tst_room_words.moc"
