#include "core/catalog/read_parts.h"

#include <algorithm>

namespace memwall::core
{

using nlohmann::json;

namespace
{

const std::vector<std::string> kClasses { "gpu", "tpu", "lpu", "wafer", "rdu", "hardwired", "asic", "soc",
    "cpu" };

Vendor vendorNamed(std::string_view word)
{
    constexpr std::pair<std::string_view, Vendor> kKnown[]
        = { { "AMD", Vendor::Amd }, { "Apple", Vendor::Apple }, { "Intel", Vendor::Intel } };
    for (const auto& [name, vendor] : kKnown)
        if (word == name)
            return vendor;
    return Vendor::Other;
}

MemoryLevel readLevel(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    MemoryLevel level;
    fields.require("level", { "give.name" });
    level.name = fields.text("level").value_or("");
    level.kind = fields.text("kind").value_or("");
    level.door = readWords(fields, "door");
    level.capacity = readSourcedUnit<Bytes>(fields, "capacity_bytes", context, { 1, 1e18 });
    level.bandwidth = readSourcedUnit<BytesPerSecond>(fields, "bandwidth_Bps", context, { 1, 1e20 });
    level.latency = readSourcedUnit<Seconds>(fields, "latency_s", context, { 0, 1000 });
    level.energy = readSourcedUnit<JoulesPerBit>(fields, "energy_J_per_bit", context, { 0, 1 });
    fields.allow({ "scope", "measured_bandwidth_Bps" });
    fields.finish();
    return level;
}

std::size_t levelNamed(
    const Chip& chip, const std::string& name, const std::string& pointer, ReadContext& context)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < chip.levels.size(); ++i) {
        if (chip.levels[i].name == name)
            return i;
        names.push_back(chip.levels[i].name);
    }
    context.report(pointer, { "wrong.level", { name } }, suggestion(name, names));
    return 0;
}

PeakFlops readPeak(ReadContext& context, ObjectReader& chip)
{
    PeakFlops peak;
    const json* value = chip.object("peak_dense_flops");
    if (value == nullptr)
        return peak;
    ObjectReader fields(context, *value, chip.at("peak_dense_flops"));
    const auto take = [&](const char* key) {
        return readSourcedUnit<FlopsPerSecond>(fields, key, context, { 1, 1e22 });
    };
    peak.fp32 = take("fp32");
    peak.bf16 = take("bf16");
    peak.fp8 = take("fp8");
    peak.int8 = take("int8");
    peak.fp4 = take("fp4");
    fields.allow({ "tf32" });
    fields.finish();
    return peak;
}

Efficiency readEfficiency(ReadContext& context, ObjectReader& chip)
{
    const Sourced<double> unknown { 0.84, {}, Confidence::Estimate, "default of calibration.md section 8" };
    Efficiency efficiency { unknown, { 0.65, {}, Confidence::Estimate, unknown.note } };
    const json* value = chip.object("efficiency");
    if (value == nullptr)
        return efficiency;
    ObjectReader fields(context, *value, chip.at("efficiency"));
    efficiency.memory = readSourced(fields, "memory", context, { 0.01, 1.2 }).value_or(efficiency.memory);
    efficiency.compute = readSourced(fields, "compute", context, { 0.01, 2 }).value_or(efficiency.compute);
    fields.finish();
    return efficiency;
}

std::optional<Neighbours> readNeighbours(ReadContext& context, ObjectReader& chip, std::string_view key)
{
    const json* value = chip.object(key);
    if (value == nullptr)
        return std::nullopt;
    ObjectReader fields(context, *value, chip.at(key));
    fields.require("link", { "give.link" });
    auto link = readWords(fields, "link");
    const auto maxChips = static_cast<int>(fields.integer("max_chips", { 1, 1e6 }).value_or(1));
    fields.finish();
    return link ? std::optional(Neighbours { LinkId(std::move(*link)), maxChips }) : std::nullopt;
}

std::optional<NativeCosts> readNative(ReadContext& context, ObjectReader& chip)
{
    const json* value = chip.object("native");
    if (value == nullptr)
        return std::nullopt;
    ObjectReader fields(context, *value, chip.at("native"));
    NativeCosts costs;
    fields.require("per_layer_s", { "give.layer_time" });
    costs.perLayer
        = readSourcedUnit<Seconds>(fields, "per_layer_s", context, { 0, 10 }).value_or(costs.perLayer);
    costs.perStep
        = readSourcedUnit<Seconds>(fields, "per_step_s", context, { 0, 10 }).value_or(costs.perStep);
    if (!(costs.perLayer.value.value > 0) && !(costs.perStep.value.value > 0))
        context.report(fields.at("per_layer_s"), { "wrong.no_step_time" }, { "give.step_time" });
    costs.hiddenExponent = fields.number("hidden_exponent", { 0, 2 }).value_or(costs.hiddenExponent);
    fields.finish();
    return costs;
}

void readLevels(ReadContext& context, ObjectReader& fields, Chip& chip)
{
    fields.require("memory_far_to_near", { "give.levels" });
    fields.require("weights_level", { "give.weights_level" });
    if (const json* levels = fields.array("memory_far_to_near"))
        for (std::size_t i = 0; i < levels->size(); ++i)
            chip.levels.push_back(
                readLevel(context, levels->at(i), fields.at("memory_far_to_near") + '/' + std::to_string(i)));
    const auto home = fields.text("weights_level");
    if (chip.levels.empty() || !home) {
        if (chip.levels.empty())
            context.report(fields.at("memory_far_to_near"), { "wrong.no_level" }, { "give.one_level" });
        return;
    }
    chip.homeLevel = levelNamed(chip, *home, fields.at("weights_level"), context);
    const auto kv = fields.text("kv_level");
    chip.kvLevel = kv ? levelNamed(chip, *kv, fields.at("kv_level"), context) : chip.homeLevel;
}

} // namespace

std::string_view nameOf(ChipClass chipClass)
{
    return kClasses[static_cast<std::size_t>(chipClass)];
}

Chip readChip(ReadContext& context, const json& value, const std::string& pointer)
{
    ObjectReader fields(context, value, pointer);
    Chip chip;
    fields.require("id", { "give.id" });
    fields.require("class", { "give.class" });
    chip.id = readId<ChipId>(fields, "id");
    chip.name = fields.text("name").value_or(chip.id.text());
    chip.shortName = fields.text("short_name").value_or(chip.name);
    chip.soldAs = readWords(fields, "sold_as");
    chip.vendor = vendorNamed(fields.text("vendor").value_or(""));
    chip.family = fields.text("family").value_or(chip.id.text());
    if (const auto year = fields.integer("year", { 1970, 2100 }))
        chip.year = static_cast<int>(*year);
    if (const auto word = fields.choice("class", kClasses))
        chip.chipClass = static_cast<ChipClass>(*word);
    readLevels(context, fields, chip);
    chip.peak = readPeak(context, fields);
    chip.efficiency = readEfficiency(context, fields);
    if (const auto cores = fields.integer("cores", { 0, 1e8 }); cores && *cores > 0)
        chip.cores = static_cast<int>(*cores);
    chip.scaleUp = readNeighbours(context, fields, "scale_up");
    chip.scaleOut = readNeighbours(context, fields, "scale_out");
    chip.native = readNative(context, fields);
    chip.power = readSourcedUnit<Watts>(fields, "power_W", context, { 0.001, 1e7 });
    chip.powerHigh = readSourcedUnit<Watts>(fields, "power_high_W", context, { 0.001, 1e7 });
    chip.idlePowerShare = fields.number("idle_power_share", { 0, 1 }).value_or(chip.idlePowerShare);
    chip.price = readSourcedUnit<UsDollars>(fields, "price_usd", context, { 0, 1e9 });
    chip.hardwiredModel
        = fields.text("hardwired_model").transform([](std::string id) { return ModelId(std::move(id)); });
    chip.dieAreaMm2 = readSourced(fields, "die_area_mm2", context, { 0.01, 1e6 });
    chip.perWeight = readSourcedUnit<Seconds>(fields, "per_weight_s", context, { 0, 1 });
    chip.scatter = fields.number("scatter", { 0, 10 });
    chip.layerFactor = fields.number("layer_factor", { 0.01, 100 }).value_or(1.0);
    chip.defaultEngine = chip.native ? kNativeEngine : kGraphsEngine;
    if (auto id = fields.text("default_engine"))
        chip.defaultEngine = EngineId(std::move(*id));
    chip.notes = readTexts(fields, "notes", context);
    fields.finish();
    return chip;
}

} // namespace memwall::core
