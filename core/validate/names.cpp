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

/// A table of Apple's chips that was begun in 2023.
const PublicationId kMetalTable { "LCPP4167" };

constexpr std::string_view kExl2 = "exl2";

/// Number formats by what a table's words contain, the first that fits.
constexpr Alias kFormats[] = {
    { "mxfp4", "mxfp4" },
    { "nvfp4", "nvfp4" },
    { "Q4_K_M", "q4_k_m" },
    { "~4-bit", "q4_k_m" },
    { "Q4_0", "q4_0" },
    { "gguf q4", "q4_0" },
    { "Q8_0", "q8_0" },
    { kExl2, kExl2 }, // its bits follow
    { "g32", "int4-g32" },
    { "awq", "awq-g128" },
    { "gptq", "gptq-g128" },
    { "int4", "int4-g128" },
    { "4-bit", "int4-g128" },
    { "int8", "int8" },
    { "fp8", "fp8" },
};

/// Engines that have one entry for all versions, by what a table's words contain.
constexpr Alias kEngines[] = {
    { "gpt-fast", "gpt-fast" },
    { "ExLlama", "exllamav2" },
    { "MLC", "mlc" },
    { "TinyChat", "tinychat" },
    { "Neuron", "neuron" },
    { "NxD", "neuron" },
    { "TT-Metalium", "wormhole" },
    { "HF ", "eager" },
    { "DeepSpeed", "eager" },
    { "FlexGen", "eager" },
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

template <std::size_t Count> const Alias* firstIn(const Alias (&table)[Count], std::string_view words)
{
    const auto* found = std::find_if(std::begin(table), std::end(table),
        [words](const Alias& alias) { return contains(words, alias.name); });
    return found == std::end(table) ? nullptr : found;
}

Software softwareIn(std::string_view engine)
{
    const auto has = [engine](std::string_view part) { return contains(engine, part); };
    if (has("llama.cpp") || has("Ollama"))
        return Software::LlamaCpp;
    if (has("TensorRT"))
        return Software::TensorRt;
    if (has("SGLang") || has("DeepSeek profile"))
        return Software::SgLang;
    return has("vLLM") && !has("linear") && !has("NxD") ? Software::Vllm : Software::Other;
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
FormatId exl2Named(const std::string& words)
{
    std::string id { kExl2 };
    const std::size_t digits = words.find_first_of("0123456789", words.find(kExl2) + kExl2.size());
    if (digits != std::string::npos)
        id.append("-").append(words, digits, 3);
    return FormatId(id);
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
    if (contains(point.engine, "Vulkan") || chip.vendor == Vendor::Amd || chip.vendor == Vendor::Intel)
        return "llama.cpp-vulkan";
    const bool in2024 = contains(point.engine, "2024") || year == 2024;
    if (chip.vendor == Vendor::Apple) {
        const bool old = point.source == kMetalTable || contains(point.engine, "2023");
        return old ? "llama.cpp-metal-2023" : in2024 ? "llama.cpp-metal-2024" : "llama.cpp-metal";
    }
    return in2024 || year == 2023 ? "llama.cpp-cuda-2024" : "llama.cpp-cuda";
}

} // namespace

std::optional<ChipId> chipNamed(const Measurement& point, const Catalog& catalog)
{
    if (point.hardwareId && catalog.chip(*point.hardwareId) != nullptr)
        return point.hardwareId;
    if (const auto known = catalog.hardwareNames.find(point.hardware); known != catalog.hardwareNames.end())
        return known->second;
    // "RTX 3090 Ti" is rtx3090ti, "RTX 6000 Ada" rtx6000_ada.
    const std::string wanted = plain(point.hardware);
    const Chip* best = nullptr;
    for (const Chip& chip : catalog.chips)
        if (wanted.starts_with(plain(chip.id.text()))
            && (best == nullptr || chip.id.text().size() > best->id.text().size()))
            best = &chip;
    return best == nullptr ? std::nullopt : std::optional(best->id);
}

std::optional<ModelId> modelNamed(const std::string& name, const Catalog& catalog)
{
    for (const Alias& alias : kModels)
        if (alias.name == name) {
            const ModelId id { std::string(alias.id) };
            return catalog.model(id) != nullptr ? std::optional(id) : std::nullopt;
        }
    const std::string wanted = plain(name);
    for (const Model& model : catalog.models)
        if (plain(model.id.text()) == wanted || plain(model.name) == wanted)
            return model.id;
    return std::nullopt;
}

std::optional<ModelId> modelNamed(const Measurement& point, const Catalog& catalog)
{
    const bool known = point.modelId && catalog.model(*point.modelId) != nullptr;
    return known ? point.modelId : modelNamed(point.model, catalog);
}

FormatId formatNamed(const std::string& words, const Chip& chip)
{
    if (chip.hardwiredModel)
        return kEtched;
    if (const Alias* known = firstIn(kFormats, words))
        return known->id == kExl2 ? exl2Named(words) : FormatId(std::string(known->id));
    // Formats that a machine's makers name where a table does not.
    if (words.empty() && chip.family == "wormhole")
        return FormatId("bfp8");
    if (words.empty() && chip.chipClass == ChipClass::Lpu)
        return kInt8;
    return kBf16;
}

EngineId engineNamed(const Measurement& point, const Chip& chip, int year)
{
    if (chip.native)
        return kNativeEngine;
    const std::string& engine = point.engine;
    switch (softwareIn(engine)) {
    case Software::LlamaCpp:
        return EngineId(llamaCppOf(point, chip, year));
    case Software::TensorRt:
        return EngineId(tensorRtOf(engine));
    case Software::SgLang:
        return EngineId(contains(engine, "2025") ? "sglang-early-2025" : "sglang");
    case Software::Vllm:
        return EngineId(vllmOf(engine, year));
    case Software::Other:
        break;
    }
    const Alias* known = firstIn(kEngines, engine);
    return known != nullptr ? EngineId(std::string(known->id)) : chip.defaultEngine;
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
