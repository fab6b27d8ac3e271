#include "tests/core/properties/property_test.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_laws_prefill_and_decode
{

using namespace memwall::tests;

class TestPrefillAndDecode : public QObject
{
    Q_OBJECT

private slots:
    void lawsHoldForDrawnScenarios() { QVERIFY(lawsHold(Pools::Split, "tst_laws_prefill_and_decode")); }
};

MEMWALL_TEST(TestPrefillAndDecode, QCoreApplication)

} // namespace tst_laws_prefill_and_decode

#include "tst_laws_prefill_and_decode.moc"
