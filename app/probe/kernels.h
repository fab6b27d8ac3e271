// The loops that are timed, each built for several instruction sets, and the formats of weights that they
// read. Plain functions over plain memory: no clock, no thread.
#pragma once

#include "app/probe/kernel_table.h"

#include <array>
#include <span>
#include <vector>

namespace memwall::probe
{

/// How a matrix is stored, row by row. Scales are bf16, which every processor reads without an instruction of
/// its own; sizes are those of the GGUF formats.
enum class WeightFormat : std::uint8_t
{
    Bf16, ///< 2 bytes a weight
    Q8, ///< blocks: 2 bytes of scale, 32 weights of 8 bits
    Q4, ///< blocks: 2 bytes of scale, 32 weights of 4 bits; w and w + 16 share a byte; 8 means zero
};

inline constexpr std::array kWeightFormats { WeightFormat::Bf16, WeightFormat::Q8, WeightFormat::Q4 };

[[nodiscard]] const char* idOf(WeightFormat format); ///< in the catalog: "bf16", "q8_0", "q4_0"
[[nodiscard]] double bytesPerWeight(WeightFormat format);
[[nodiscard]] std::size_t rowBytes(WeightFormat format, std::size_t columns);

/// Owner of what a Vector shows.
class Activations
{
public:
    /// REQUIRES: a multiple of kBlock values.
    explicit Activations(std::vector<float> values);
    [[nodiscard]] Vector view() const;

private:
    std::vector<float> m_values;
    std::vector<std::int8_t> m_quantized;
    std::vector<float> m_scales;
};

struct Kernels
{
    const char* name; ///< of the instruction set: "AVX2"
    const KernelTable* table;

    [[nodiscard]] MatrixVector matrixVector(WeightFormat format) const;
};

/// All that this processor can run, best first. The last is what the program as a whole is built for.
[[nodiscard]] std::vector<Kernels> usableKernels();

} // namespace memwall::probe
