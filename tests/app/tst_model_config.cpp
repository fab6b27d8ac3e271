// A model's config.json in place of a scenario: recognized, named, read, taken into the scenario.
#include "app/files/model_config.h"
#include "app/files/opened_file.h"
#include "core/catalog/model_size.h"
#include "core/scenario/scenario_edits.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <nlohmann/json.hpp>

namespace tst_model_config
{

using namespace memwall;
using namespace memwall::app;
using nlohmann::json;

class TestModelConfig : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_folders = findFolders();
        m_catalog = loadCatalog(m_folders).value();
        QFile file(QStringLiteral(MEMWALL_SOURCE_DIR "/tests/data/hf_configs.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_configs = json::parse(file.readAll().toStdString());
    }

    void everyConfigBecomesTheModelOfAScenario_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto& [id, config] : m_configs.items())
            QTest::newRow(id.c_str()) << QString::fromStdString(id);
    }

    void everyConfigBecomesTheModelOfAScenario()
    {
        QFETCH(QString, id);
        const QString path = write(id, m_configs.at(id.toStdString()));
        const auto wanted = readScenarioOrModel(path, m_catalog, m_folders);
        QVERIFY2(wanted, wanted ? "" : qPrintable(describe(wanted.error().problems, {})));
        QVERIFY(wanted->isModel);
        const core::Scenario& scenario = wanted->scenario;
        const core::ModelRef& ref = scenario.systems[0].model;
        QVERIFY(ref.object);
        const core::Model& shipped = *m_catalog.model(core::ModelId(id.toStdString()));
        QCOMPARE(core::totalParams(*core::modelOf(ref, m_catalog)), core::totalParams(shipped));
        // What is saved opens anywhere, and is the same.
        const auto again = core::readScenario(core::writeScenario(scenario), m_catalog);
        QVERIFY(again);
        QVERIFY(*again == scenario);
    }

    void theNameComesFromTheConfigElseFromWhereItLies()
    {
        json config = m_configs.at("llama-3.1-8b");
        config.erase("_name_or_path");
        QCOMPARE(nameAt(QStringLiteral("My-Llama"), config), QStringLiteral("My-Llama"));
        QCOMPARE(nameAt(QStringLiteral("models--meta-llama--Llama-3.1-8B/snapshots/0e9e39f2"), config),
            QStringLiteral("Llama-3.1-8B"));
        config["_name_or_path"] = "/somewhere/else/checkpoint";
        QCOMPARE(nameAt(QStringLiteral("Mine"), config), QStringLiteral("Mine"));
        config["_name_or_path"] = "meta-llama/Llama-3.1-8B";
        QCOMPARE(nameAt(QStringLiteral("Mine"), config), QStringLiteral("Llama-3.1-8B"));
    }

    void theSentenceCountsParameters()
    {
        json config = m_configs.at("llama-3.1-8b");
        const auto known = modelAt(write(QStringLiteral("Known"), config));
        QVERIFY(known);
        const QString sentence = modelSentence(m_catalog, *known);
        QVERIFY2(sentence.contains(QStringLiteral("8.03\u2009billion parameters, 32 layers")),
            qPrintable(sentence));
        config["model_type"] = "frobnicator";
        const auto unknown = modelAt(write(QStringLiteral("Unknown"), config));
        QVERIFY(unknown);
        QVERIFY(modelSentence(m_catalog, *unknown).contains(QStringLiteral("frobnicator")));
    }

    void otherFilesAreNoConfigs()
    {
        const auto scenario = readOpened(defaultScenario(m_folders), m_catalog);
        QVERIFY(scenario && std::holds_alternative<core::Scenario>(scenario->content));
        for (const QString& bad : { QStringLiteral("no-such-file.json"), m_folder.path() }) {
            const auto refused = readOpened(bad, m_catalog);
            QVERIFY(!refused && refused.error().unreadable);
            QCOMPARE(refused.error().problems.size(), std::size_t { 1 });
        }
    }

    void whatTheReaderRefusesIsSaidInItsWords()
    {
        json config = m_configs.at("llama-3.1-8b");
        config.erase("num_hidden_layers");
        const auto refused
            = readScenarioOrModel(write(QStringLiteral("Broken"), config), m_catalog, m_folders);
        QVERIFY(!refused);
        QVERIFY(!refused.error().unreadable);
        QVERIFY(describe(refused.error().problems, {}).contains(QStringLiteral("num_hidden_layers")));
    }

    void tokensThatDoNotFitTheContextGiveWay()
    {
        json config = m_configs.at("llama-3.1-8b");
        config["max_position_embeddings"] = 512;
        const auto scenario
            = readScenarioOrModel(write(QStringLiteral("Short"), config), m_catalog, m_folders);
        QVERIFY2(scenario, scenario ? "" : qPrintable(describe(scenario.error().problems, {})));
        const core::Workload& workload = scenario->scenario.workload;
        QVERIFY(workload.promptTokens.value + workload.outputTokens.value <= 512);
    }

private:
    QString write(const QString& folder, const json& config)
    {
        const QDir place(m_folder.filePath(folder));
        if (!place.mkpath(QStringLiteral(".")))
            return {};
        QFile file(place.filePath(QStringLiteral("config.json")));
        if (file.open(QIODevice::WriteOnly))
            file.write(QByteArray::fromStdString(config.dump()));
        return file.fileName();
    }

    std::optional<core::ModelRef> modelAt(const QString& path)
    {
        const auto opened = readOpened(path, m_catalog);
        const auto* model = opened ? std::get_if<core::ModelRef>(&opened->content) : nullptr;
        return model != nullptr ? std::optional(*model) : std::nullopt;
    }

    QString nameAt(const QString& folder, const json& config)
    {
        const auto model = modelAt(write(folder, config));
        return model ? QString::fromStdString(model->object->at("name").get<std::string>()) : QString();
    }

    QTemporaryDir m_folder;
    Folders m_folders;
    core::Catalog m_catalog;
    json m_configs;
};

MEMWALL_TEST(TestModelConfig, QCoreApplication)

} // namespace tst_model_config

#include "tst_model_config.moc"
