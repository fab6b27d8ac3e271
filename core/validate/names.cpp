#include "core/validate/names.h"

#include "core/base/ascii.h"
#include "core/base/number_text.h"

#include <algorithm>

namespace memwall::core
{

namespace
{

struct Alias
{
    std::string_view name, id;
};

/// Models under other names; everything else is found by its letters and digits.
constexpr Alias kModels[] = {
    { "Llama-7B", "llama-2-7b" },
    { "Llama-13B", "llama-2-13b" },
    { "Llama-33B", "llama-33b" },
    { "Vicuna-7B-v1.3", "llama-2-7b" },
    { "Vicuna-13B-v1.3", "llama-2-13b" },
    { "Llama-3-8B", "llama-3.1-8b" },
    { "Llama-3-70B", "llama-3.1-70b" },
    { "DeepSeek-V3/R1", "deepseek-v3" },
    { "DeepSeek-V3.1", "deepseek-v3" },
    { "DeepSeek-R1-Distill-14B", "deepseek-r1-distill-qwen-14b" },
    { "MiniMax-M2.5", "minimax-m2" },
    { "MiniMax-M2.7", "minimax-m2" },
    { "Llama-2-7B int4", "llama-2-7b" },
};

std::string plain(std::string_view text)
{
    std::string letters;
    for (const char c : text)
        if (isLetter(c) || isDigit(c))
            letters.push_back(smallLetter(c));
    return letters;
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// First number of the form 0.19 in the text; 0 where there is none.
double versionIn(std::string_view text)
{
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (isDigit(text[i]) && text[i + 1] == '.')
            return numberAtFront(text.substr(i, 4)).value_or(0);
    return 0;
}

/// "exl2-4.0" of "exl2 4.0 bpw": the digits behind the name, where there are any.
std::string exl2Named(const std::string& words)
{
    constexpr std::string_view kName = "exl2";
    const std::size_t digits = words.find_first_of("0123456789", words.find(kName) + kName.size());
    return digits == std::string::npos ? std::string(kName) : "exl2-" + words.substr(digits, 3);
}

std::string vllmOf(std::string_view engine, int year)
{
    if (contains(engine, "TPU"))
        return "jax-tpu";
    const double version = versionIn(engine);
    // 0.11 and later are written with two digits: 0.16 follows 0.9.
    const bool twoDigits = contains(engine, "0.1") && version < 0.2 && version > 0.1;
    if (twoDigits)
        return "vllm";
    if (version >= 0.7)
        return "vllm-early-2025";
    if (version >= 0.3 || contains(engine, "2024"))
        return "vllm-2024";
    if (version > 0 || contains(engine, "2023") || (year > 0 && year <= 2023))
        return "vllm-2023";
    if (contains(engine, "2025") && contains(engine, "Mar"))
        return "vllm-early-2025";
    return year == 2024 ? "vllm-2024" : "vllm";
}

std::string tensorRtOf(std::string_view engine)
{
    if (contains(engine, "Mar 2025"))
        return "tensorrt-llm-eager";
    if (contains(engine, "MLPerf") || contains(engine, "0.19") || contains(engine, "0.20")
        || contains(engine, "1.") || contains(engine, "v5.1"))
        return "tensorrt-llm";
    const double version = versionIn(engine);
    return version > 0 && version < 0.6 ? "tensorrt-llm-0.5" : "tensorrt-llm-0.9";
}

std::string llamaCppOf(const Measurement& point, const Chip& chip, int year)
{
    if (chip.chipClass == ChipClass::Cpu || contains(point.engine, "CPU"))
        return "llama.cpp-cpu";
    if (contains(point.engine, "Vulkan") || chip.vendor == "AMD" || chip.vendor == "Intel")
        return "llama.cpp-vulkan";
    const bool in2024 = contains(point.engine, "2024") || year == 2024;
    if (chip.vendor == "Apple") {
        const bool old = point.source == "LCPP4167" || contains(point.engine, "2023");
        return old ? "llama.cpp-metal-2023" : in2024 ? "llama.cpp-metal-2024" : "llama.cpp-metal";
    }
    return in2024 || year == 2023 ? "llama.cpp-cuda-2024" : "llama.cpp-cuda";
}

} // namespace

std::string chipNamed(const Measurement& point, const Catalog& catalog)
{
    if (catalog.chip(point.hardwareId) != nullptr)
        return point.hardwareId;
    if (const auto known = catalog.hardwareNames.find(point.hardware); known != catalog.hardwareNames.end())
        return known->second;
    // "RTX 3090 Ti" is rtx3090ti, "RTX 6000 Ada" rtx6000_ada.
    const std::string wanted = plain(point.hardware);
    const Chip* best = nullptr;
    for (const Chip& chip : catalog.chips)
        if (wanted.starts_with(plain(chip.id)) && (best == nullptr || chip.id.size() > best->id.size()))
            best = &chip;
    return best == nullptr ? std::string {} : best->id;
}

std::string modelNamed(const std::string& name, const Catalog& catalog)
{
    for (const Alias& alias : kModels)
        if (alias.name == name)
            return catalog.model(alias.id) != nullptr ? std::string(alias.id) : std::string {};
    const std::string wanted = plain(name);
    for (const Model& model : catalog.models)
        if (plain(model.id) == wanted || plain(model.name) == wanted)
            return model.id;
    return {};
}

std::string modelNamed(const Measurement& point, const Catalog& catalog)
{
    return catalog.model(point.modelId) != nullptr ? point.modelId : modelNamed(point.model, catalog);
}

std::string formatNamed(const std::string& words, const Chip& chip)
{
    const auto has = [&words](std::string_view part) { return contains(words, part); };
    if (chip.hardwiredModel)
        return "hc1";
    if (has("mxfp4"))
        return "mxfp4";
    if (has("nvfp4"))
        return "nvfp4";
    if (has("Q4_K_M") || has("~4-bit"))
        return "q4_k_m";
    if (has("Q4_0") || has("gguf q4"))
        return "q4_0";
    if (has("Q8_0"))
        return "q8_0";
    if (has("exl2"))
        return exl2Named(words);
    if (has("g32"))
        return "int4-g32";
    if (has("awq"))
        return "awq-g128";
    if (has("gptq"))
        return "gptq-g128";
    if (has("int4") || has("4-bit"))
        return "int4-g128";
    if (has("int8"))
        return "int8";
    if (has("fp8"))
        return "fp8";
    // Formats that a machine's makers name where a table does not.
    if (words.empty() && chip.id.starts_with("wormhole"))
        return "bfp8";
    if (words.empty() && chip.chipClass == ChipClass::Lpu)
        return "int8";
    return "bf16";
}

std::string engineNamed(const Measurement& point, const Chip& chip, int year)
{
    const std::string& engine = point.engine;
    const auto has = [&engine](std::string_view part) { return contains(engine, part); };
    if (chip.native)
        return "native";
    if (has("llama.cpp") || has("Ollama"))
        return llamaCppOf(point, chip, year);
    if (has("TensorRT"))
        return tensorRtOf(engine);
    if (has("SGLang") || has("DeepSeek profile"))
        return has("2025") ? "sglang-early-2025" : "sglang";
    if (has("vLLM") && !has("linear") && !has("NxD"))
        return vllmOf(engine, year);
    if (has("gpt-fast"))
        return "gpt-fast";
    if (has("ExLlama"))
        return "exllamav2";
    if (has("MLC"))
        return "mlc";
    if (has("TinyChat"))
        return "tinychat";
    if (has("Neuron") || has("NxD"))
        return "neuron";
    if (has("TT-Metalium"))
        return "wormhole";
    if (has("HF ") || has("DeepSpeed") || has("FlexGen"))
        return "eager";
    return chip.defaultEngine;
}

int kvBitsNamed(const Measurement& point)
{
    if (contains(point.kv, "fp8"))
        return 8;
    if (contains(point.kv, "int4"))
        return 4;
    // Checkpoints of this tool carry scales for an 8-bit cache; the tables do not say.
    const bool unstated = point.kv.empty() && contains(point.engine, "PyTorch backend");
    return unstated ? 8 : 16;
}

} // namespace memwall::core
