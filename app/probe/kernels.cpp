#include "app/probe/kernels.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>

namespace memwall::probe
{

extern const KernelTable kBaselineKernels;
#if defined(__x86_64__)
extern const KernelTable kAvx2Kernels;
extern const KernelTable kAvx512Kernels;
#endif

const char* idOf(WeightFormat format)
{
    static constexpr std::array ids { "bf16", "q8_0", "q4_0" };
    return ids[static_cast<std::size_t>(format)];
}

std::size_t rowBytes(WeightFormat format, std::size_t columns)
{
    const std::size_t blocks = columns / kBlock;
    switch (format) {
    case WeightFormat::Bf16:
        return columns * 2;
    case WeightFormat::Q8:
        return blocks * (2 + kBlock);
    case WeightFormat::Q4:
        break;
    }
    return blocks * (2 + kBlock / 2);
}

double bytesPerWeight(WeightFormat format)
{
    return static_cast<double>(rowBytes(format, kBlock)) / kBlock;
}

Activations::Activations(std::vector<float> values)
    : m_values(std::move(values))
    , m_quantized(m_values.size())
    , m_scales(m_values.size() / kBlock)
{
    MEMWALL_ASSERT(m_values.size() % kBlock == 0);
    constexpr float kLargest = 127;
    for (std::size_t block = 0; block < m_scales.size(); ++block) {
        const std::span part(m_values.data() + block * kBlock, kBlock);
        float largest = 0;
        for (const float value : part)
            largest = std::max(largest, std::abs(value));
        m_scales[block] = largest / kLargest;
        for (std::size_t i = 0; i < kBlock; ++i)
            m_quantized[block * kBlock + i]
                = static_cast<std::int8_t>(largest > 0 ? std::lround(part[i] / m_scales[block]) : 0);
    }
}

Vector Activations::view() const
{
    return { m_values.data(), m_quantized.data(), m_scales.data(), m_values.size() };
}

MatrixVector Kernels::matrixVector(WeightFormat format) const
{
    switch (format) {
    case WeightFormat::Bf16:
        return table->bf16;
    case WeightFormat::Q8:
        return table->q8;
    case WeightFormat::Q4:
        break;
    }
    return table->q4;
}

std::vector<Kernels> usableKernels()
{
    std::vector<Kernels> usable;
#if defined(__x86_64__)
    const bool avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
    if (avx2 && __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0
        && __builtin_cpu_supports("avx512vl") != 0)
        usable.push_back({ "AVX-512", &kAvx512Kernels });
    if (avx2)
        usable.push_back({ "AVX2", &kAvx2Kernels });
    usable.push_back({ "SSE2", &kBaselineKernels });
#elif defined(__aarch64__)
    usable.push_back({ "NEON", &kBaselineKernels });
#else
    usable.push_back({ "baseline", &kBaselineKernels });
#endif
    return usable;
}

} // namespace memwall::probe
