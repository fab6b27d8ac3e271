#include "tests/core/properties/property_test.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_laws_drafting
{

using namespace memwall::tests;

class TestDrafting : public QObject
{
    Q_OBJECT

private slots:
    void lawsHoldForDrawnScenarios() { QVERIFY(lawsHold(Pools::Drafting, "tst_laws_drafting")); }
};

MEMWALL_TEST(TestDrafting, QCoreApplication)

} // namespace tst_laws_drafting

#include "tst_laws_drafting.moc"
