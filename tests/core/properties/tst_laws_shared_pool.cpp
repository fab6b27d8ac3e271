#include "tests/core/properties/property_test.h"

#include <QTest>

using namespace memwall::tests;

class TestSharedPool : public QObject
{
    Q_OBJECT

private slots:
    void lawsHoldForDrawnScenarios()
    {
        QVERIFY(lawsHold(Pools::Shared, MEMWALL_SCENARIOS, "tst_laws_shared_pool"));
    }
};

QTEST_GUILESS_MAIN(TestSharedPool)
#include "tst_laws_shared_pool.moc"
