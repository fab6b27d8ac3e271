#include "tests/core/properties/property_test.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_laws_shared_pool
{

using namespace memwall::tests;

class TestSharedPool : public QObject
{
    Q_OBJECT

private slots:
    void lawsHoldForDrawnScenarios() { QVERIFY(lawsHold(Pools::Shared, "tst_laws_shared_pool")); }
};

MEMWALL_TEST(TestSharedPool, QCoreApplication)

} // namespace tst_laws_shared_pool

#include "tst_laws_shared_pool.moc"
