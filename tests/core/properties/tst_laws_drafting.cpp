#include "tests/core/properties/property_test.h"

#include <QTest>

using namespace memwall::tests;

class TestDrafting : public QObject
{
    Q_OBJECT

private slots:
    void lawsHoldForDrawnScenarios()
    {
        QVERIFY(lawsHold(Pools::Drafting, MEMWALL_SCENARIOS, "tst_laws_drafting"));
    }
};

QTEST_GUILESS_MAIN(TestDrafting)
#include "tst_laws_drafting.moc"
