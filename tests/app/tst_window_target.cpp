// The window answers "What would it take?", and takes the model of a config.json into what is open.
#include "core/catalog/model_size.h"
#include "core/scenario/scenario_edits.h"
#include "tests/support/test_program.h"
#include "tests/support/typing.h"
#include "tests/support/window_test.h"
#include "widgets/controls/target_popup.h"
#include "widgets/inputs/number_field.h"

#include <QDialog>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <nlohmann/json.hpp>

namespace tst_window_target
{

using namespace memwall;
using namespace memwall::app;

class TestWindowTarget : public test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase() { load(); }

    void init()
    {
        show({}, { 1600, 1000 });
        QVERIFY(open());
    }
    void cleanup() { close(); }

    void aTargetIsSoughtTriedAndUndone()
    {
        ask();
        const double now = report().tokensPerSPerUser;
        QVERIFY(std::abs(popup().target().value / (2 * now) - 1) < 0.01);
        const auto& text = find<QLabel>("bandwidthReach");
        QTRY_VERIFY2(text.text().contains(QStringLiteral("instead of 3.35 TB")), qPrintable(text.text()));
        QTRY_VERIFY(find<QLabel>("chipsReach").text() != QStringLiteral("…"));

        type(std::ceil(2 * now) + 5);
        QCOMPARE(text.text(), QStringLiteral("…"));
        QTRY_VERIFY(find<QPushButton>("bandwidthApply").isEnabled());
        find<QPushButton>("bandwidthApply").click();
        const core::Pool& pool = m_window->document().scenario().systems[0].pools[0];
        QVERIFY(pool.scale.bandwidth > 2);
        QTRY_VERIFY(settled());
        QVERIFY(report().tokensPerSPerUser >= std::ceil(2 * now) + 5);
        // The question stands, and is answered for the machine as it is now.
        QTRY_VERIFY2(text.text().startsWith(QStringLiteral("just the")), qPrintable(text.text()));
        m_window->document().undoStack().undo();
        QCOMPARE(m_window->document().scenario().systems[0].pools[0].scale.bandwidth, 1.0);
        QTRY_VERIFY(settled());
    }

    void chipsAreTriedToo()
    {
        ask();
        type(report().tokensPerSPerUser * 1.2);
        QTRY_VERIFY(find<QPushButton>("chipsApply").isEnabled());
        find<QPushButton>("chipsApply").click();
        QCOMPARE(m_window->document().scenario().systems[0].pools[0].chips, 8);
        QTRY_VERIFY(settled());
    }

    void closingWhileSearchingIsQuick()
    {
        ask(); // cleanup closes the window at once
    }

    void aDroppedConfigBecomesTheModel()
    {
        const core::Scenario before = m_window->document().scenario();
        QMimeData data;
        data.setUrls({ QUrl::fromLocalFile(config(QStringLiteral("vocab_size"), 128256)) });
        QDragEnterEvent enter({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY(!m_window->isReading());
        const auto* problems = m_window->findChild<QDialog*>(QStringLiteral("problems"));
        QVERIFY2(problems == nullptr, qPrintable(m_window->parts().notice->text()));
        const core::Scenario& after = m_window->document().scenario();
        QVERIFY(after.systems[0].model.object);
        QCOMPARE(after.workload, before.workload);
        QVERIFY(m_window->parts().notice->text().contains(QStringLiteral("8.03\u2009billion parameters")));
        QTRY_VERIFY(settled());
        QCOMPARE(m_window->result()->systems[0].report.model.layers, 32);
        m_window->document().undoStack().undo();
        QVERIFY(m_window->document().scenario() == before);
        QTRY_VERIFY(settled());
    }

    void aBrokenConfigIsExplainedAndNothingChanges()
    {
        const core::Scenario before = m_window->document().scenario();
        QVERIFY(!openFile(config(QStringLiteral("num_hidden_layers"), "many")));
        auto* dialog = m_window->findChild<QDialog*>(QStringLiteral("problems"));
        QVERIFY(dialog);
        QVERIFY(m_window->document().scenario() == before);
        dialog->close();
    }

private:
    void type(double target)
    {
        test::typeOver(find<ui::NumberField>("targetValue"), QString::number(target));
    }
    const core::Report& report() const { return m_window->result()->systems[0].report; }
    ui::TargetPopup& popup() const { return *m_window->parts().target; }
    template <typename T> T& find(const char* name) { return *popup().findChild<T*>(QLatin1String(name)); }

    void ask()
    {
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(popup().isVisible());
    }

    /// Llama 3.1 8B with one field changed.
    QString config(const QString& field, const nlohmann::json& value)
    {
        QFile all(QStringLiteral(MEMWALL_SOURCE_DIR "/tests/data/hf_configs.json"));
        if (!all.open(QIODevice::ReadOnly))
            return {};
        auto changed = nlohmann::json::parse(all.readAll().toStdString()).at("llama-3.1-8b");
        changed[field.toStdString()] = value;
        QFile file(m_folder.filePath(QStringLiteral("config.json")));
        if (file.open(QIODevice::WriteOnly))
            file.write(QByteArray::fromStdString(changed.dump()));
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

MEMWALL_TEST(TestWindowTarget, QApplication)

} // namespace tst_window_target

#include "tst_window_target.moc"
