#include "tests/core/properties/property_test.h"

#include <QTest>

using namespace memwall::tests;

class TestPrefillAndDecode : public QObject
{
    Q_OBJECT

private slots:
    void lawsHoldForDrawnScenarios()
    {
        QVERIFY(lawsHold(Pools::Split, MEMWALL_SCENARIOS, "tst_laws_prefill_and_decode"));
    }
};

QTEST_GUILESS_MAIN(TestPrefillAndDecode)
#include "tst_laws_prefill_and_decode.moc"
