// The loops themselves. Included once per instruction set, in a file that is compiled with its flags and
// defines MEMWALL_KERNELS, the name of the table. Includes nothing that holds inline code of the library: the
// linker could take it from here for the whole program, which must also run where these instructions lack.
#include "app/probe/kernel_table.h"
#include "core/base/assert.h"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace memwall::probe
{

namespace
{

#if defined(__AVX512F__)
constexpr unsigned kVectorBytes = 64;
#elif defined(__AVX2__)
constexpr unsigned kVectorBytes = 32;
#else
constexpr unsigned kVectorBytes = 16;
#endif

#if defined(__aarch64__)
constexpr unsigned kChains = 24; // 32 registers, four units of latency 4
#else
constexpr unsigned kChains = 12; // 16 registers, two units of latency 4 or 5
#endif

using Words = std::uint64_t __attribute__((vector_size(kVectorBytes)));
using Floats = float __attribute__((vector_size(kVectorBytes)));
constexpr unsigned kLanes = kVectorBytes / sizeof(float);

std::uint64_t readAll(const std::byte* data, std::size_t bytes, std::size_t passes)
{
    constexpr std::size_t kUnrolled = 8;
    MEMWALL_ASSERT(reinterpret_cast<std::uintptr_t>(data) % 64 == 0);
    MEMWALL_ASSERT(bytes % (kUnrolled * kVectorBytes) == 0);
    Words sums[kUnrolled] = {};
    for (std::size_t pass = 0; pass < passes; ++pass) {
        const auto* words = static_cast<const Words*>(__builtin_assume_aligned(data, 64));
        const Words* const end = words + bytes / kVectorBytes;
        for (; words != end; words += kUnrolled)
            for (std::size_t i = 0; i < kUnrolled; ++i)
                sums[i] += words[i];
        asm volatile("" ::: "memory"); // each pass reads again
    }
    Words all = {};
    for (const Words& sum : sums)
        all += sum;
    std::uint64_t result = 0;
    for (unsigned i = 0; i < kVectorBytes / sizeof(std::uint64_t); ++i)
        result += all[i];
    return result;
}

float multiplyAdd(std::size_t iterations)
{
    Floats chains[kChains];
    for (unsigned i = 0; i < kChains; ++i)
        chains[i] = Floats {} + static_cast<float>(i);
    Floats factor = Floats {} + 0.5F;
    Floats summand = Floats {} + 1.0F;
    asm volatile("" : "+m"(factor), "+m"(summand)); // unknown to the compiler
    const Floats a = factor;
    const Floats b = summand;
    for (std::size_t n = 0; n < iterations; ++n)
        for (Floats& chain : chains)
            chain = chain * a + b;
    Floats all = {};
    for (const Floats& chain : chains)
        all += chain;
    float result = 0;
    for (unsigned i = 0; i < kLanes; ++i)
        result += all[i];
    return result;
}

float fromBf16(std::uint16_t bits)
{
    const std::uint32_t wide = std::uint32_t { bits } << 16U;
    float value = 0;
    __builtin_memcpy(&value, &wide, sizeof value);
    return value;
}

float scaleAt(const std::byte* block)
{
    std::uint16_t bits = 0;
    __builtin_memcpy(&bits, block, sizeof bits);
    return fromBf16(bits);
}

constexpr std::size_t kScaleBytes = 2;
constexpr std::size_t kQ8Bytes = kScaleBytes + kBlock;
constexpr std::size_t kQ4Bytes = kScaleBytes + kBlock / 2;

#if defined(__AVX2__)

// Products of signed bytes, summed to eight 32-bit numbers.
__m256 dot(__m256i weights, __m256i x)
{
    const __m256i size = _mm256_sign_epi8(weights, weights);
    const __m256i pairs = _mm256_maddubs_epi16(size, _mm256_sign_epi8(x, weights));
    return _mm256_cvtepi32_ps(_mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

float sumOf(__m256 lanes)
{
    float parts[8];
    _mm256_storeu_ps(parts, lanes);
    float sum = 0;
    for (const float part : parts)
        sum += part;
    return sum;
}

__m256i bytesAt(const void* address)
{
    return _mm256_loadu_si256(static_cast<const __m256i*>(address));
}

__m256i nibblesAt(const void* address)
{
    const __m128i packed = _mm_loadu_si128(static_cast<const __m128i*>(address));
    const __m256i both = _mm256_set_m128i(_mm_srli_epi16(packed, 4), packed);
    return _mm256_sub_epi8(_mm256_and_si256(both, _mm256_set1_epi8(15)), _mm256_set1_epi8(8));
}

template <std::size_t BlockBytes, typename Load>
float packedRow(const std::byte* row, const Vector& x, Load load)
{
    // Two sums, so that one block need not wait for the one before it.
    __m256 even = _mm256_setzero_ps();
    __m256 odd = _mm256_setzero_ps();
    const std::size_t blocks = x.columns / kBlock;
    std::size_t i = 0;
    const auto add = [&](__m256 sum, std::size_t block) {
        const std::byte* at = row + block * BlockBytes;
        const __m256 scale = _mm256_set1_ps(scaleAt(at) * x.scales[block]);
        return _mm256_fmadd_ps(
            dot(load(at + kScaleBytes), bytesAt(x.quantized + block * kBlock)), scale, sum);
    };
    for (; i + 1 < blocks; i += 2) {
        even = add(even, i);
        odd = add(odd, i + 1);
    }
    if (i < blocks)
        even = add(even, i);
    return sumOf(_mm256_add_ps(even, odd));
}

float q8Row(const std::byte* row, const Vector& x)
{
    return packedRow<kQ8Bytes>(row, x, bytesAt);
}

float q4Row(const std::byte* row, const Vector& x)
{
    return packedRow<kQ4Bytes>(row, x, nibblesAt);
}

float bf16Row(const std::byte* row, const Vector& x)
{
    __m256 sums[4] = { _mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps(), _mm256_setzero_ps() };
    for (std::size_t i = 0; i < x.columns; i += kBlock)
        for (std::size_t part = 0; part < 4; ++part) {
            const std::size_t at = i + part * 8;
            const __m128i half
                = _mm_loadu_si128(static_cast<const __m128i*>(static_cast<const void*>(row + at * 2)));
            const __m256 wide = _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(half), 16));
            sums[part] = _mm256_fmadd_ps(wide, _mm256_loadu_ps(x.values + at), sums[part]);
        }
    return sumOf(_mm256_add_ps(_mm256_add_ps(sums[0], sums[1]), _mm256_add_ps(sums[2], sums[3])));
}

#else

// Simple enough for the compiler to use whatever vectors it has.
std::int32_t dot(const std::int8_t* weights, const std::int8_t* x)
{
    std::int32_t products = 0;
    for (std::size_t i = 0; i < kBlock; ++i)
        products += weights[i] * x[i];
    return products;
}

float q8Row(const std::byte* row, const Vector& x)
{
    float sum = 0;
    for (std::size_t block = 0; block < x.columns / kBlock; ++block) {
        const std::byte* at = row + block * kQ8Bytes;
        std::int8_t weights[kBlock];
        __builtin_memcpy(weights, at + kScaleBytes, kBlock);
        const std::int32_t products = dot(weights, x.quantized + block * kBlock);
        sum += static_cast<float>(products) * (scaleAt(at) * x.scales[block]);
    }
    return sum;
}

float q4Row(const std::byte* row, const Vector& x)
{
    float sum = 0;
    for (std::size_t block = 0; block < x.columns / kBlock; ++block) {
        const std::byte* at = row + block * kQ4Bytes;
        std::uint8_t packed[kBlock / 2];
        __builtin_memcpy(packed, at + kScaleBytes, sizeof packed);
        std::int8_t weights[kBlock];
        for (std::size_t i = 0; i < kBlock / 2; ++i) {
            weights[i] = static_cast<std::int8_t>((packed[i] & 15) - 8);
            weights[i + kBlock / 2] = static_cast<std::int8_t>((packed[i] >> 4) - 8);
        }
        const std::int32_t products = dot(weights, x.quantized + block * kBlock);
        sum += static_cast<float>(products) * (scaleAt(at) * x.scales[block]);
    }
    return sum;
}

float bf16Row(const std::byte* row, const Vector& x)
{
    float sums[kBlock] = {};
    for (std::size_t i = 0; i < x.columns; i += kBlock) {
        std::uint16_t weights[kBlock];
        __builtin_memcpy(weights, row + i * 2, sizeof weights);
        for (std::size_t lane = 0; lane < kBlock; ++lane)
            sums[lane] += fromBf16(weights[lane]) * x.values[i + lane];
    }
    float sum = 0;
    for (const float part : sums)
        sum += part;
    return sum;
}

#endif

template <float (*Row)(const std::byte*, const Vector&)>
void allRows(const std::byte* weights, std::size_t rowBytes, const Vector& x, float* output, std::size_t rows)
{
    for (std::size_t row = 0; row < rows; ++row)
        output[row] = Row(weights + row * rowBytes, x);
}

} // namespace

extern const KernelTable MEMWALL_KERNELS;
const KernelTable MEMWALL_KERNELS { readAll, multiplyAdd, 2.0 * kChains* kLanes, allRows<bf16Row>,
    allRows<q8Row>, allRows<q4Row> };

} // namespace memwall::probe
