#include "tests/core/properties/property_test.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_laws_attention_and_ffn
{

using namespace memwall::tests;

class TestAttentionAndFfn : public QObject
{
    Q_OBJECT

private slots:
    void lawsHoldForDrawnScenarios() { QVERIFY(lawsHold(Pools::Pair, "tst_laws_attention_and_ffn")); }
};

MEMWALL_TEST(TestAttentionAndFfn, QCoreApplication)

} // namespace tst_laws_attention_and_ffn

#include "tst_laws_attention_and_ffn.moc"
