// Heads over ranks by hand: Llama 3.1 70B has 64 query and 8 KV heads, Llama 2 13B 40 of both.
#include "core/catalog/attention_slice.h"
#include "tests/support/builders.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace tst_attention_slice
{

using namespace memwall::core;
using namespace memwall::tests;

class TestAttentionSlice : public QObject
{
    Q_OBJECT

private slots:
    void oneRankHasEverything()
    {
        const AttentionSlice slice = attentionSlice(llama70b().attention.front(), 1);
        QCOMPARE(slice.heads, 64.0);
        QCOMPARE(slice.kvHeads, 8.0);
        QCOMPARE(slice.qkv, 1.0);
        QCOMPARE(slice.output, 1.0);
    }

    void eightRanksDivideEvenly()
    {
        const AttentionSlice slice = attentionSlice(llama70b().attention.front(), 8);
        QCOMPARE(slice.heads, 8.0);
        QCOMPARE(slice.kvHeads, 1.0);
        QCOMPARE(slice.qkv, 0.125);
    }

    void sixteenRanksKeepEveryKvHeadTwice()
    {
        const AttentionSlice slice = attentionSlice(llama70b().attention.front(), 16);
        // 4 query heads and 2 × 1 of 64 + 2 × 8: 6 of 80, not 5.
        QCOMPARE(slice.qkv, 0.075);
        QCOMPARE(slice.output, 1.0 / 16);
    }

    void headsThatDoNotDivideArePadded()
    {
        Attention attention = llama70b().attention.front();
        attention.heads = attention.kvHeads = 40;
        const AttentionSlice slice = attentionSlice(attention, 32);
        QCOMPARE(slice.heads, 2.0); // 64 in all: 1.6 times the work
        QCOMPARE(slice.output, 0.05);
        QCOMPARE(slice.qkv, 0.05);
    }

    void moreRanksThanHeadsShareThem()
    {
        const AttentionSlice slice = attentionSlice(llama70b().attention.front(), 576);
        QCOMPARE(slice.heads, 64.0 / 576);
        QCOMPARE(slice.output, 1.0 / 576);
        QCOMPARE(slice.qkv, 1.0 / 576);
    }

    void latentHeadsAreDividedToo()
    {
        const AttentionSlice slice = attentionSlice(deepseekV3().attention.front(), 8);
        QCOMPARE(slice.heads, 16.0);
        QCOMPARE(slice.qkv, 0.125);
        QCOMPARE(slice.kvHeads, 0.0); // one latent cache for all
    }
};

MEMWALL_TEST(TestAttentionSlice, memwall::tests::NoApplication)

} // namespace tst_attention_slice

#include "tst_attention_slice.moc"
