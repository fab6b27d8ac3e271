#include "app/probe/chip_json.h"

#include "core/base/number_text.h"

#include <algorithm>
#include <cmath>

namespace memwall::probe
{

using Json = nlohmann::ordered_json;

namespace
{

/// A chip may say no more of itself: from there on nothing is known.
constexpr double kMostScatter = 10;

class ChipWriter
{
public:
    ChipWriter(const Measurement& measurement, const ChipContext& context)
        : m_measurement(measurement)
        , m_context(context)
        , m_source("measured on this computer, " + context.date)
    {
    }

    [[nodiscard]] Json chip() const
    {
        const Computer& computer = m_measurement.computer;
        return { { "id", kChipId }, { "name", computer.name + ", " + threads() + " (this computer)" },
            { "short_name", "This computer" }, { "family", kChipId },
            { "year", static_cast<int>(core::numberAtFront(m_context.date).value_or(0)) }, { "class", "cpu" },
            { "memory_far_to_near", levels() }, { "weights_level", m_measurement.memory().name },
            { "peak_dense_flops", { { "fp32", figure(m_measurement.flops) } } },
            { "efficiency", efficiency() },
            { "per_weight_s",
                sourced(m_measurement.decode.perWeight,
                    "of a matrix of 8 or 4 bits times a vector, beside its bytes") },
            { "scatter",
                std::min(kMostScatter, std::max(m_measurement.scatter(), m_measurement.decode.error)) },
            { "cores", m_measurement.threads }, { "default_engine", "llama.cpp-cpu" },
            { "notes", m_measurement.warnings } };
    }

private:
    [[nodiscard]] std::string threads() const
    {
        return std::to_string(m_measurement.threads) + (m_measurement.threads == 1 ? " thread" : " threads");
    }

    [[nodiscard]] Json sourced(double value, const std::string& note) const
    {
        Json json { { "value", value }, { "source", m_source }, { "confidence", "measured" } };
        if (!note.empty())
            json["note"] = note;
        return json;
    }

    [[nodiscard]] Json figure(const Figure& figure) const
    {
        if (figure.repetitions == 0)
            return nullptr;
        return sourced(figure.median,
            "median of " + std::to_string(figure.repetitions) + ", two thirds of them within "
                + std::to_string(std::lround(figure.scatter * 100)) + " %, " + threads());
    }

    /// Far to near. A level that seems slower than the one behind it was disturbed: its rate is left out.
    [[nodiscard]] Json levels() const
    {
        Json list = Json::array();
        double behind = 0;
        for (auto level = m_measurement.levels.rbegin(); level != m_measurement.levels.rend(); ++level) {
            const bool memory = level == m_measurement.levels.rbegin();
            const bool plausible = level->bandwidth.median >= behind;
            behind = std::max(behind, level->bandwidth.median);
            list.push_back({ { "level", level->name }, { "kind", memory ? "DRAM" : "SRAM" },
                { "capacity_bytes",
                    level->capacityBytes ? sourced(*level->capacityBytes,
                        m_measurement.levelsFromCurve && !memory ? "from the bandwidth, to a factor of two"
                                                                 : "as the system says")
                                         : Json() },
                { "bandwidth_Bps", plausible ? figure(level->bandwidth) : Json() } });
        }
        return list;
    }

    [[nodiscard]] Json efficiency() const
    {
        const double reached = 1 / (m_measurement.decode.perByte * m_measurement.memory().bandwidth.median);
        return { { "memory",
                     sourced(std::min(1.0, reached), "of plain reading, by a matrix times a vector") },
            { "compute",
                { { "value", m_context.computeEfficiency }, { "source", m_context.computeSource },
                    { "confidence", "estimate" },
                    { "note", "of processors in general; not measured here" } } } };
    }

    const Measurement& m_measurement;
    const ChipContext& m_context;
    const std::string m_source;
};

Json figureJson(const Figure& figure)
{
    return { { "median", figure.median }, { "scatter", figure.scatter },
        { "repetitions", figure.repetitions } };
}

Json levelsJson(const Measurement& measurement)
{
    Json list = Json::array();
    for (const LevelFigure& level : measurement.levels)
        list.push_back({ { "level", level.name },
            { "capacity_bytes", level.capacityBytes ? Json(*level.capacityBytes) : Json() },
            { "bandwidth_Bps", figureJson(level.bandwidth) } });
    return list;
}

Json kernelsJson(const Measurement& measurement)
{
    Json list = Json::array();
    for (const KernelFigure& kernel : measurement.kernels) {
        const double size = bytesPerWeight(kernel.format);
        list.push_back({ { "format", idOf(kernel.format) }, { "bytes_per_weight", size },
            { "weights", kernel.weights }, { "time_s", figureJson(kernel.seconds) },
            { "bytes_over_bandwidth_s", kernel.bytes() / measurement.memory().bandwidth.median },
            { "model_s", kernel.weights * measurement.decode.secondsPerWeight(size) } });
    }
    return list;
}

} // namespace

Json chipJson(const Measurement& measurement, const ChipContext& context)
{
    return ChipWriter(measurement, context).chip();
}

Json figuresJson(const Measurement& measurement, const std::string& date)
{
    return { { "date", date }, { "processor", measurement.computer.name },
        { "processors", measurement.computer.processors }, { "cores", measurement.computer.cores },
        { "threads", measurement.threads }, { "instructions", measurement.instructions },
        { "took_s", measurement.seconds }, { "processor_share", measurement.processorShare },
        { "levels", levelsJson(measurement) }, { "fp32_flops", figureJson(measurement.flops) },
        { "kernels", kernelsJson(measurement) },
        { "decode",
            { { "per_byte_s", measurement.decode.perByte }, { "per_weight_s", measurement.decode.perWeight },
                { "largest_error", measurement.decode.error } } },
        { "warnings", measurement.warnings } };
}

} // namespace memwall::probe
