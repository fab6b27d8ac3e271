#include "core/calibration/names.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace memwall::core
{

namespace
{

struct Alias
{
    std::string_view name, id;
};

/// Hardware names that are not a catalog id written another way.
constexpr Alias kChips[] = {
    { "A100 (PCIe)", "a100_pcie_80" },
    { "A100-PCIe-80GB", "a100_pcie_80" },
    { "A100-80GB (pairwise NVLink)", "a100_pcie_80" },
    { "A100-80GB (variant not stated)", "a100_sxm_80" },
    { "A100-SXM-80GB", "a100_sxm_80" },
    { "A100-SXM-80GB (330 W cap)", "a100_sxm_80" },
    { "H100-80GB (variant not stated)", "h100_sxm" },
    { "H100-PCIe-80GB", "h100_pcie" },
    { "H100-SXM-80GB", "h100_sxm" },
    { "H200-SXM-141GB", "h200_sxm" },
    { "H20-3e-143GB", "h20_3e" },
    { "B200-180GB", "b200_sxm" },
    { "GB200-192GB", "gb200_nvl72" },
    { "GB300", "b300_sxm" },
    { "L40S-48GB", "l40s" },
    { "MI300X-192GB", "mi300x" },
    { "RTX A6000", "a6000" },
    { "RTX-PRO-6000-Blackwell", "rtx_pro_6000" },
    { "Radeon AI PRO R9700", "r9700" },
    { "T4-16GB + host offload", "t4" },
    { "Jetson AGX Orin", "jetson_agx_orin" },
    { "TPU7x (Ironwood)", "tpu_v7" },
    { "TPU v4", "tpu_v4" },
    { "Trainium1", "trainium1" },
    { "Inferentia2", "inferentia2" },
    { "Tenstorrent Wormhole n150", "wormhole_n150" },
    { "Tenstorrent Wormhole", "wormhole_n300" },
    { "Cerebras WSE-3", "wse3" },
    { "Groq LPU v1", "groq_lpu1" },
    { "SambaNova SN40L", "sn40l" },
    { "DGX Spark (GB10)", "dgx_spark" },
    { "Apple M1 (7-core GPU)", "m1_7" },
    { "Apple M1 Pro (14-core GPU)", "m1_pro_14" },
    { "Apple M1 Pro", "m1_pro_16" },
    { "Apple M1 Max (24-core GPU)", "m1_max_24" },
    { "Apple M1 Max", "m1_max_32" },
    { "Apple M1 Ultra", "m1_ultra_64" },
    { "Apple M2 (10-core GPU)", "m2_10" },
    { "Apple M2 Max (30-core GPU)", "m2_max_30" },
    { "Apple M2 Max", "m2_max_38" },
    { "Apple M2 Ultra (60-core GPU)", "m2_ultra_60" },
    { "Apple M2 Ultra", "m2_ultra_76" },
    { "Apple M3 (10-core GPU)", "m3_10" },
    { "Apple M3 Max (30-core GPU)", "m3_max_30" },
    { "Apple M3 Max", "m3_max_40" },
    { "Apple M3 Pro", "m3_pro_18" },
    { "Apple M3 Ultra (60-core GPU)", "m3_ultra_60" },
    { "Apple M3 Ultra", "m3_ultra" },
    { "Apple M4 Max (32-core GPU)", "m4_max_32" },
    { "Apple M4 Max", "m4_max" },
    { "Apple M4 Pro", "m4_pro_16" },
    { "AmpereOne A192-32X", "ampereone_192" },
    { "Core i5-6500", "i5_6500" },
    { "Core i5-9500", "i5_9500" },
    { "Intel N150", "n150" },
    { "Raspberry Pi 400", "pi400" },
    { "Ryzen AI Max+ 395", "ryzen_ai_max_395" },
    { "Threadripper Pro 7965WX", "threadripper_7965wx" },
    { "Xeon 6980P", "xeon_6980p" },
    { "Xeon Gold 6454S", "xeon_6454s" },
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
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            letters.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    return letters;
}

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// The longest alias that the text begins with.
template <std::size_t n> std::string longest(const Alias (&aliases)[n], std::string_view text)
{
    const Alias* best = nullptr;
    for (const Alias& alias : aliases)
        if (text.starts_with(alias.name) && (best == nullptr || alias.name.size() > best->name.size()))
            best = &alias;
    return best == nullptr ? std::string {} : std::string(best->id);
}

/// First number of the form 0.19 in the text; 0 where there is none.
double versionIn(std::string_view text)
{
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        if (std::isdigit(static_cast<unsigned char>(text[i])) != 0 && text[i + 1] == '.')
            return std::atof(std::string(text.substr(i, 4)).c_str());
    return 0;
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
    if (contains(engine, "0.19") || contains(engine, "0.20") || contains(engine, "1.")
        || contains(engine, "v5.1"))
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
    if (const std::string id = longest(kChips, point.hardware); catalog.chip(id) != nullptr)
        return id;
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
        return "exl2-" + words.substr(words.find_first_of("0123456789", words.find(' ')), 3);
    if (has("g32"))
        return "int4-g32";
    if (has("int4") || has("4-bit"))
        return "int4-g128";
    if (has("int8"))
        return "int8";
    if (has("fp8"))
        return "fp8";
    if (words.empty() && chip.id.starts_with("wormhole"))
        return "bfp8";
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
