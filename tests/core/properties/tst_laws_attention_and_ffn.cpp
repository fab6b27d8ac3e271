#include "tests/core/properties/property_test.h"

#include <QTest>

using namespace memwall::tests;

class TestAttentionAndFfn : public QObject
{
    Q_OBJECT

private slots:
    void lawsHoldForDrawnScenarios()
    {
        QVERIFY(lawsHold(Pools::Pair, MEMWALL_SCENARIOS, "tst_laws_attention_and_ffn"));
    }
};

QTEST_GUILESS_MAIN(TestAttentionAndFfn)
#include "tst_laws_attention_and_ffn.moc"
