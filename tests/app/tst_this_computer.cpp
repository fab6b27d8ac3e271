// The chip of a measurement in the user's data, and what models run at on it.
#include "app/background/model_speeds.h"
#include "app/files/catalog_location.h"
#include "app/files/scenario_file.h"
#include "app/files/this_computer.h"
#include "app/window/main_window.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace tst_this_computer
{

using namespace memwall;
using namespace memwall::app;

namespace
{

void put(const QString& path, const QByteArray& bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// 8 GB of memory at 20 GB/s.
probe::Measurement sample()
{
    probe::Measurement measurement;
    measurement.computer.name = "Plain CPU 3000";
    measurement.threads = 4;
    measurement.levels = { { "L1", 128e3, { 900e9, 0.01, 9 } }, { "DRAM", 8e9, { 20e9, 0.01, 9 } } };
    measurement.flops = { 500e9, 0.01, 9 };
    measurement.decode = { 1 / 20e9, 0.01e-9, 0.01 };
    return measurement;
}

} // namespace

class TestThisComputer : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        auto catalog = loadCatalog(findFolders());
        QVERIFY2(catalog, catalog ? "" : qPrintable(describe(catalog.error(), {})));
        m_catalog = *std::move(catalog);
        QFile::remove(thisComputerPath());
    }

    void whatIsKeptComesBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new/folder/this_computer.json"));
        const auto nothing = loadThisComputer(path);
        QVERIFY(nothing && !*nothing);
        const nlohmann::json chip = app::chipOf(sample(), m_catalog);
        QVERIFY(storeThisComputer(path, app::chipOf(sample(), m_catalog)));
        const auto back = loadThisComputer(path);
        QVERIFY(back && *back);
        QVERIFY(**back == chip);
    }

    void aBrokenFileIsSaidAndLeftOut()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("this_computer.json"));
        for (const char* text : { "{ nonsense", "[]", "{}", R"({"id": "this_computer", "class": "cup"})" }) {
            put(path, text);
            const auto chip = loadThisComputer(path);
            QVERIFY2(!chip, text);
            QVERIFY2(chip.error().contains(path) && chip.error().contains(QStringLiteral("measure it again")),
                qPrintable(chip.error()));
        }
    }

    void theWindowSaysThatTheFileIsBroken()
    {
        put(thisComputerPath(), "{ nonsense");
        WindowOptions options;
        options.autoplay = false;
        const MainWindow window(m_catalog, findFolders(), options);
        QVERIFY(window.parts().notice->text().contains(QStringLiteral("measure it again")));
        QVERIFY(QFile::remove(thisComputerPath()));
    }

    void arithmeticComesFromTheCatalogsProcessors()
    {
        const auto chip = core::readChip(app::chipOf(sample(), m_catalog), {});
        QVERIFY(chip);
        QCOMPARE(chip->efficiency.compute.value,
            m_catalog.chip(core::ChipId("desktop_ddr5"))->efficiency.compute.value);
    }

    void speedsAreThoseOfASimulation()
    {
        const nlohmann::json chip = app::chipOf(sample(), m_catalog);
        const std::vector<ModelSpeed> speeds = modelSpeeds(chip, m_catalog);
        QVERIFY(speeds.size() > 3);
        for (std::size_t i = 1; i < speeds.size(); ++i)
            QVERIFY(speeds[i].parameters >= speeds[i - 1].parameters);
        for (const ModelSpeed& speed : speeds) {
            // 8 GB hold 4.5 bits of 14e9 parameters, and 8.5 bits of 7.5e9.
            QVERIFY(speed.parameters < 14.3e9);
            QVERIFY(!speed.formats[1] || speed.parameters < 7.6e9);
        }
        const auto one = std::find_if(speeds.begin(), speeds.end(),
            [](const ModelSpeed& speed) { return speed.id == core::ModelId("llama-3.2-1b"); });
        QVERIFY(one != speeds.end() && one->formats[0]);
        const auto scenario
            = scenarioOn(chip, core::ModelId("llama-3.2-1b"), core::FormatId("q4_0"), m_catalog);
        QVERIFY(scenario);
        const auto result = core::simulate(*scenario, m_catalog);
        QCOMPARE(one->formats[0]->tokensPerS, result.systems[0].report.tokensPerSPerUser);
        QVERIFY(one->formats[0]->low < one->formats[0]->tokensPerS);
        // Not faster than its bytes and weights alone: 1.236e9 weights of 4.5 bits.
        const double least = 1.236e9 * (4.5 / 8 / 20e9 + 0.01e-9);
        QVERIFY(one->formats[0]->tokensPerS < 1 / least);
        QVERIFY(one->formats[0]->tokensPerS > 0.8 / least);
    }

private:
    core::Catalog m_catalog;
};

MEMWALL_TEST(TestThisComputer, QApplication)

} // namespace tst_this_computer

#include "tst_this_computer.moc"
