// What a set of timed loops looks like from outside. Plain types only: see kernels_body.h.
#pragma once

#include <cstddef>
#include <cstdint>

namespace memwall::probe
{

/// Weights of a block that share one scale, as in GGUF's Q8_0 and Q4_0.
inline constexpr std::size_t kBlock = 32;

/// A vector that a matrix is multiplied with, in both forms that the loops read: 32-bit numbers, and blocks
/// of 8 bits with one scale each, as llama.cpp makes them.
struct Vector
{
    const float* values;
    const std::int8_t* quantized;
    const float* scales; ///< one per block; value = quantized · scale
    std::size_t columns; ///< a multiple of kBlock
};

/// output[row] = row · x, for one row after the other.
using MatrixVector = void (*)(
    const std::byte* weights, std::size_t rowBytes, const Vector& x, float* output, std::size_t rows);

struct KernelTable
{
    /// Reads all bytes so many times; the sum keeps the compiler from leaving it out. REQUIRES: 64-byte
    /// alignment and a multiple of 512 bytes.
    std::uint64_t (*read)(const std::byte* data, std::size_t bytes, std::size_t passes);
    /// Independent chains of fp32 multiply-adds that never leave the registers.
    float (*multiplyAdd)(std::size_t iterations);
    double flopsPerIteration; ///< of multiplyAdd
    MatrixVector bf16, q8, q4;
};

} // namespace memwall::probe
