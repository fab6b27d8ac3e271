// Hand-made machines, models and runs for tests of core: shapes from the published configs, round numbers
// where only the arithmetic matters.
#pragma once

#include "core/machine/machine.h"
#include "core/scenario/scenario.h"

namespace memwall::tests
{

/// Llama 3.1 70B: 80 layers, 8192 wide, 64 heads, 8 KV heads, 28672 wide feed-forward.
[[nodiscard]] core::Model llama70b();
/// Llama 3.2 1B: 16 layers, 2048 wide, tied embeddings.
[[nodiscard]] core::Model llama1b();
/// Mixture of experts with GQA: Mixtral 8x7B's shapes.
[[nodiscard]] core::Model mixtral();
/// DeepSeek-V3: MLA, 3 dense layers, 58 with 256 experts.
[[nodiscard]] core::Model deepseekV3();
/// gpt-oss-120b: every other layer looks at 128 tokens only.
[[nodiscard]] core::Model gptOss120b();

/// One memory level of 80 GB at 2 TB/s, 500 Tflop/s, every efficiency 1.
[[nodiscard]] core::Chip plainChip();
/// No fixed costs, every factor 1.
[[nodiscard]] core::Engine idealEngine();
[[nodiscard]] core::Format bf16();
/// 100 GB/s per direction, everything reached, one microsecond.
[[nodiscard]] core::Link plainLink();

/// One pool of `chips` plain chips, tensor parallel, without fixed costs.
[[nodiscard]] core::Machine plainMachine(const core::Model& model, int chips = 1);

/// Users together, fixed lengths.
[[nodiscard]] core::Workload together(std::int64_t users, std::int64_t prompt, std::int64_t output);

} // namespace memwall::tests
