// Every kernel that this processor can run gives what plain arithmetic gives.
#include "app/probe/kernels.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <random>

namespace tst_kernels
{

using namespace memwall::probe;

namespace
{

constexpr std::size_t kColumns = 7 * kBlock; // odd: the last block has no partner
constexpr std::size_t kRows = 5;

double bf16(std::uint32_t bits)
{
    const std::uint32_t wide = bits << 16U;
    float value = 0;
    std::memcpy(&value, &wide, sizeof value);
    return value;
}

/// Random bytes whose pairs at even places are small bf16 numbers: scales, and weights of 16 bits.
std::vector<std::byte> matrix(WeightFormat format)
{
    const std::size_t unit = rowBytes(format, kBlock);
    std::mt19937 random(7);
    std::vector<std::byte> bytes(rowBytes(format, kColumns) * kRows);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const bool scale = format == WeightFormat::Bf16 || i % unit < 2;
        const unsigned value = static_cast<unsigned>(random());
        const bool high = i % 2 == 1;
        bytes[i] = static_cast<std::byte>(scale && high ? 0x3cU + (value & 0x81U) : value & 0xffU);
    }
    return bytes;
}

std::uint32_t pairAt(const std::byte* at)
{
    return std::to_integer<std::uint32_t>(at[0]) | std::to_integer<std::uint32_t>(at[1]) << 8U;
}

/// Weight of a row, by the definition of the format.
double weightAt(WeightFormat format, const std::byte* row, std::size_t column)
{
    if (format == WeightFormat::Bf16)
        return bf16(pairAt(row + column * 2));
    const std::byte* block = row + column / kBlock * rowBytes(format, kBlock);
    const std::size_t i = column % kBlock;
    if (format == WeightFormat::Q8)
        return bf16(pairAt(block)) * static_cast<std::int8_t>(block[2 + i]);
    const auto packed = std::to_integer<int>(block[2 + i % (kBlock / 2)]);
    return bf16(pairAt(block)) * ((i < kBlock / 2 ? packed & 15 : packed >> 4) - 8);
}

double valueAt(WeightFormat format, const Vector& x, std::size_t column)
{
    return format == WeightFormat::Bf16 ? double { x.values[column] }
                                        : double { x.scales[column / kBlock] } * x.quantized[column];
}

std::vector<float> someValues()
{
    std::vector<float> values(kColumns);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::sin(static_cast<float>(i));
    return values;
}

} // namespace

class TestKernels : public QObject
{
    Q_OBJECT
private slots:
    void sizesAreThoseOfGguf()
    {
        QCOMPARE(bytesPerWeight(WeightFormat::Bf16), 2.0);
        QCOMPARE(bytesPerWeight(WeightFormat::Q8), 8.5 / 8);
        QCOMPARE(bytesPerWeight(WeightFormat::Q4), 4.5 / 8);
    }

    void activationsSurviveEightBits()
    {
        const Activations activations(someValues());
        const Vector x = activations.view();
        for (std::size_t i = 0; i < x.columns; ++i) {
            const double back = double { x.scales[i / kBlock] } * x.quantized[i];
            QVERIFY(std::abs(back - double { x.values[i] }) <= 0.5 / 127 + 1e-6);
        }
        const Activations zeros(std::vector<float>(kBlock, 0.0F));
        QCOMPARE(int { zeros.view().quantized[0] }, 0);
    }

    void everyKernelIsTheProduct_data()
    {
        QTest::addColumn<int>("kernels");
        QTest::addColumn<int>("format");
        const auto all = usableKernels();
        QVERIFY(!all.empty());
        for (std::size_t i = 0; i < all.size(); ++i)
            for (const WeightFormat format : kWeightFormats)
                QTest::addRow("%s %s", all[i].name, idOf(format)) << int(i) << int(format);
    }
    void everyKernelIsTheProduct()
    {
        QFETCH(int, kernels);
        QFETCH(int, format);
        const auto wanted = static_cast<WeightFormat>(format);
        const Kernels set = usableKernels()[std::size_t(kernels)];
        const auto weights = matrix(wanted);
        const Activations activations(someValues());
        const Vector x = activations.view();
        const std::size_t stride = rowBytes(wanted, kColumns);
        std::vector<float> output(kRows, -1);
        set.matrixVector(wanted)(weights.data(), stride, x, output.data(), kRows);
        for (std::size_t row = 0; row < kRows; ++row) {
            double expected = 0, size = 0;
            for (std::size_t column = 0; column < kColumns; ++column) {
                const double product
                    = weightAt(wanted, weights.data() + row * stride, column) * valueAt(wanted, x, column);
                expected += product;
                size += std::abs(product);
            }
            QVERIFY(size > 0);
            QVERIFY2(std::abs(double { output[row] } - expected) < 1e-5 * size,
                qPrintable(QStringLiteral("%1 instead of %2").arg(double { output[row] }).arg(expected)));
        }
    }

    void readingReadsEverythingEveryTime()
    {
        constexpr std::size_t kBytes = 4096;
        alignas(64) static std::byte data[kBytes];
        std::uint64_t expected = 0;
        for (std::size_t i = 0; i < kBytes / 8; ++i) {
            const std::uint64_t word = i * i + 1;
            std::memcpy(data + i * 8, &word, 8);
            expected += word;
        }
        for (const Kernels& kernels : usableKernels())
            QCOMPARE(kernels.table->read(data, kBytes, 3), 3 * expected);
    }

    void multiplyAddsAreDoneAndCounted()
    {
        for (const Kernels& kernels : usableKernels()) {
            // Each chain x ← x / 2 + 1 goes to 2; two operations per chain and lane.
            const double chains = kernels.table->flopsPerIteration / 2;
            QVERIFY(chains >= 8);
            QVERIFY(std::abs(double { kernels.table->multiplyAdd(100) } - 2 * chains) < 1e-3);
            const double before = double { kernels.table->multiplyAdd(1) };
            QVERIFY(std::abs(before - 2 * chains) > 1);
        }
    }
};

MEMWALL_TEST(TestKernels, QCoreApplication)

} // namespace tst_kernels

#include "tst_kernels.moc"
