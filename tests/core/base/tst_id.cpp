#include "core/base/id.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <concepts>
#include <set>
#include <type_traits>
#include <unordered_set>

namespace tst_id
{

using CupId = memwall::core::Id<struct CupTag>;
using PlateId = memwall::core::Id<struct PlateTag>;

class TestId : public QObject
{
    Q_OBJECT

private slots:
    void idsOfOtherThingsAreOtherTypes()
    {
        static_assert(!std::is_convertible_v<CupId, PlateId>);
        static_assert(!std::is_constructible_v<CupId, PlateId>);
        static_assert(!std::equality_comparable_with<CupId, PlateId>);
    }

    void noTextIsTakenForAnId()
    {
        static_assert(!std::is_convertible_v<std::string, CupId>);
        static_assert(!std::is_convertible_v<const char*, CupId>);
        static_assert(!std::equality_comparable_with<CupId, std::string>);
        QCOMPARE(CupId("blue").text(), std::string("blue"));
    }

    void equalTextsAreTheSameId()
    {
        QVERIFY(CupId("blue") == CupId("blue"));
        QVERIFY(CupId("blue") != CupId("red"));
        QVERIFY(CupId() != CupId("red"));
    }

    void idsAreOrderedAndHashedAsTheirTexts()
    {
        const std::set<CupId> ordered { CupId("c"), CupId("a"), CupId("b"), CupId("a") };
        std::string letters;
        for (const CupId& id : ordered)
            letters += id.text();
        QCOMPARE(letters, std::string("abc"));
        const std::unordered_set<CupId> hashed(ordered.begin(), ordered.end());
        QVERIFY(hashed.contains(CupId("b")) && !hashed.contains(CupId("d")));
    }
};

MEMWALL_TEST(TestId, memwall::tests::NoApplication)

} // namespace tst_id

#include "tst_id.moc"
