// A measurement becomes a chip that core reads, and core predicts with it what was measured.
#include "app/probe/chip_json.h"
#include "tests/support/built_pass.h"
#include "tests/support/test_program.h"
#include "widgets/words/sayings.h"

#include <QTest>

namespace tst_measured_chip
{

using namespace memwall;
using namespace memwall::tests;

namespace
{

/// 20 GB/s of reading of which the kernel reaches 16, 0.02 ns a weight.
probe::Measurement sample()
{
    probe::Measurement measurement;
    measurement.computer.name = "Plain CPU 3000";
    measurement.computer.memoryBytes = 32e9;
    measurement.threads = 4;
    measurement.levels = { { "L1", 128e3, { 900e9, 0.01, 9 } }, { "L2", 2e6, { 15e9, 0.3, 9 } },
        { "L3", 16e6, { 100e9, 0.02, 9 } }, { "DRAM", 32e9, { 20e9, 0.04, 11 } } };
    measurement.flops = { 5e12, 0.01, 9 };
    measurement.kernels = { { probe::WeightFormat::Q8, 500e6, { 0.04, 0.12, 11 } } };
    measurement.decode = { 1 / 16e9, 0.02e-9, 0.01 };
    measurement.warnings = { "Busy." };
    return measurement;
}

nlohmann::json chipOf(const probe::Measurement& measurement)
{
    return probe::chipJson(measurement, { "2026-11-26", 0.53, "fit" });
}

core::Chip readSample()
{
    return core::readChip(chipOf(sample()), {}).value();
}

/// Decode of one token, the measured chip under an engine and a format that would lose half on any other.
std::unique_ptr<Built> decodeStep(core::Leftovers leftovers)
{
    core::Machine machine = plainMachine(llama1b());
    machine.pools[0].chip = readSample();
    machine.pools[0].engine.memoryFactor.value = 0.7;
    machine.format.bitsPerWeight.value = 8.5;
    machine.format.memoryFactor.value = 0.7;
    machine.format.unpackOperations.value = 4;
    machine.format.leftovers = leftovers;
    return build(machine, core::PassKind::Decode, { { 0, 1 } });
}

double weightSeconds(const core::Pass& pass)
{
    double seconds = 0;
    core::forEachOperator(pass, [&](const core::Operator& op, double times) {
        seconds += op.lanes[core::indexOf(core::Lane::Weights)].base * times;
    });
    return seconds;
}

double weightBytesOf(const core::Pass& pass, bool head)
{
    double bytes = 0;
    core::forEachOperator(pass, [&](const core::Operator& op, double times) {
        const bool wide = op.kind == core::OperatorKind::LmHead || op.kind == core::OperatorKind::Embedding;
        for (const core::Flow& flow : op.flows)
            if (flow.kind == core::Kind::Weights && flow.door == 0 && wide == head)
                bytes += flow.bytes.base * times;
    });
    return bytes;
}

} // namespace

class TestMeasuredChip : public QObject
{
    Q_OBJECT
private slots:
    void aComputerThatIsVeryBusyMakesAChipAllTheSame()
    {
        probe::Measurement busy = sample();
        busy.kernels[0].seconds.scatter = 23.2;
        const auto chip = core::readChip(chipOf(busy), {});
        QVERIFY2(
            chip, chip ? "" : core::describe(chip.error().front(), memwall::ui::wordingOfFiles()).c_str());
        QCOMPARE(chip->scatter, 10.0);
    }

    void coreReadsTheChip()
    {
        const auto chip = core::readChip(chipOf(sample()), {});
        QVERIFY2(
            chip, chip ? "" : core::describe(chip.error().front(), memwall::ui::wordingOfFiles()).c_str());
        QCOMPARE(chip->id, core::ChipId("this_computer"));
        QCOMPARE(chip->chipClass, core::ChipClass::Cpu);
        QCOMPARE(chip->defaultEngine, core::EngineId("llama.cpp-cpu"));
        QCOMPARE(chip->cores, 4);
        QCOMPARE(chip->year, 2026);
        QCOMPARE(chip->levels.size(), std::size_t { 4 });
        const core::MemoryLevel& home = chip->levels[chip->homeLevel];
        QCOMPARE(home.name, std::string("DRAM"));
        QCOMPARE(home.capacity->value.value, 32e9);
        QCOMPARE(home.bandwidth->value.value, 20e9);
        QCOMPARE(home.bandwidth->source.value(), core::SourceId("measured on this computer, 2026-11-26"));
        QCOMPARE(home.bandwidth->confidence, core::Confidence::Measured);
        QVERIFY(home.bandwidth->note.find("within 4 %") != std::string::npos);
        QVERIFY(std::abs(chip->efficiency.memory.value - 0.8) < 1e-9);
        QCOMPARE(chip->efficiency.compute.value, 0.53);
        QCOMPARE(chip->perWeight->value.value, 0.02e-9);
        QCOMPARE(chip->scatter, 0.12); // the kernel's, the largest that predictions rest on
        QCOMPARE(chip->notes, std::vector<std::string> { "Busy." });
    }

    void aLevelSlowerThanTheOneBehindItHasNoRate()
    {
        const core::Chip chip = readSample();
        QCOMPARE(chip.levels[2].name, std::string("L2"));
        QVERIFY(!chip.levels[2].bandwidth);
        QVERIFY(chip.levels[1].bandwidth && chip.levels[3].bandwidth);
    }

    void unknownMemoryIsNull()
    {
        probe::Measurement measurement = sample();
        measurement.levels.back().capacityBytes.reset();
        QVERIFY(chipOf(measurement)["memory_far_to_near"][0]["capacity_bytes"].is_null());
    }

    void aTokenIsBytesOverBandwidthPlusACostPerWeight()
    {
        const auto built = decodeStep(core::Leftovers::None);
        const double bytes = weightBytesOf(built->pass, false) + weightBytesOf(built->pass, true);
        const double weights = bytes / (8.5 / 8);
        QVERIFY(weights > 1.2e9 && weights < 1.3e9);
        const double byHand = bytes / 16e9 + weights * 0.02e-9;
        QVERIFY(std::abs(weightSeconds(built->pass) / byHand - 1) < 1e-9);
    }

    void a16BitHeadHasItsOwnNumberOfWeights()
    {
        const auto built = decodeStep(core::Leftovers::EmbeddingsAndHead);
        const double packed = weightBytesOf(built->pass, false);
        const double wide = weightBytesOf(built->pass, true);
        QVERIFY(wide > 5e8 && packed > 1e9);
        const double byHand = (packed + wide) / 16e9 + (packed / (8.5 / 8) + wide / 2) * 0.02e-9;
        // Norms have 16 bits, too, and are too few to matter.
        QVERIFY(std::abs(weightSeconds(built->pass) / byHand - 1) < 1e-3);
    }

    void twiceTheArithmeticHalvesTheCostOfAWeight()
    {
        core::Machine machine = plainMachine(llama1b());
        machine.pools[0].chip = readSample();
        core::rescale(machine, { .flops = 2 });
        QCOMPARE(machine.pools[0].chip.perWeight->value.value, 0.01e-9);
    }

    void theFiguresHaveTheirUnitsInTheirNames()
    {
        const nlohmann::json figures = probe::figuresJson(sample(), "2026-11-26");
        QCOMPARE(figures["levels"][3]["bandwidth_Bps"]["median"].get<double>(), 20e9);
        QCOMPARE(figures["kernels"][0]["format"].get<std::string>(), std::string("q8_0"));
        // 500 million weights of 8.5 bits.
        QVERIFY(std::abs(figures["kernels"][0]["bytes_over_bandwidth_s"].get<double>() - 0.0265625) < 1e-9);
        QVERIFY(std::abs(figures["kernels"][0]["model_s"].get<double>() - (0.5 * 1.0625 / 16 + 0.01)) < 1e-9);
    }
};

MEMWALL_TEST(TestMeasuredChip, QCoreApplication)

} // namespace tst_measured_chip

#include "tst_measured_chip.moc"
