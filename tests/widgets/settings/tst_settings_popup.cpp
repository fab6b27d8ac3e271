// The sheet of settings: everything that the toolbar has no place for is asked for at its JSON pointer, with
// a name for the undo menu, and what is not possible is told.
#include "core/scenario/scenario_io.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "tests/support/typing.h"
#include "widgets/inputs/number_field.h"
#include "widgets/inputs/toggle_switch.h"
#include "widgets/settings/settings_popup.h"
#include "widgets/words/sayings.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

namespace tst_settings_popup
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

const core::Catalog& catalogOfSheet()
{
    static const core::Catalog value = tests::shippedCatalog();
    return value;
}

core::Scenario h100()
{
    return core::readScenario(R"({ "memwall": 1, "title": "Before", "workload": { "users": 4 }, "systems": [
        { "name": "One", "model": "llama-3.1-70b", "pools": [ { "chip": "h100_sxm", "chips": 4 } ] },
        { "name": "Two", "model": "llama-3.1-70b", "pools": [ { "chip": "h100_sxm", "chips": 8 } ] } ] })",
        catalogOfSheet())
        .value();
}

} // namespace

class TestSettingsPopup : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression { QStringLiteral("^(?!This plugin does not support)") });
        m_button = std::make_unique<QWidget>();
        m_button->show();
        m_popup = new SettingsPopup { catalogOfSheet(), m_button.get() };
        m_popup->setTheme(Theme::darkTheme());
        m_now = h100();
        m_texts.clear();
        m_system = 0;
        connect(m_popup, &SettingsPopup::settingsRequested, this,
            [this](const core::Settings& settings, const QString& text) {
                const auto next = core::withSettings(m_now, settings, catalogOfSheet());
                if (!next)
                    return m_popup->setRefused(wordsOf(next.error().front().message));
                m_texts << text;
                m_now = *next;
                m_popup->setScenario(m_now, m_system);
            });
        m_popup->setScenario(m_now, m_system);
        m_popup->openBelow(*m_button);
    }

    void choicesAreWrittenAtTheirPointers()
    {
        choose("settingsKvBits", QStringLiteral("8"));
        QCOMPARE(system().kvBits, 8);
        choose("settingsEngine", QStringLiteral("vllm"));
        QCOMPARE(system().engine.value(), core::EngineId("vllm"));
        choose("settingsEngine", QString {});
        QVERIFY(!system().engine);
        choose("settingsPolicy", QStringLiteral("static"));
        QCOMPARE(system().batching.policy, core::BatchingPolicy::Static);
        choose("settingsWeights", QStringLiteral("8"));
        QCOMPARE(std::get<int>(system().weightBits), 8);
        choose("settingsArrivals", QStringLiteral("poisson"));
        QCOMPARE(m_now.workload.arrivals, core::Arrivals::Poisson);
        QCOMPARE(m_texts.size(), 6);
        for (const QString& text : m_texts)
            QVERIFY2(!text.isEmpty() && text.front().isUpper(), qPrintable(text));
    }

    void numbersAreTyped()
    {
        type("settingsMaxBatch", QStringLiteral("4k"));
        QCOMPARE(system().batching.maxBatch, 4000);
        choose("settingsPolicy", QStringLiteral("chunked"));
        type("settingsChunk", QStringLiteral("2048"));
        QCOMPARE(system().batching.prefillChunkTokens, 2048);
        click("settingsSpeculative");
        type("settingsDraftTokens", QStringLiteral("3"));
        type("settingsAcceptance", QStringLiteral("0.85"));
        QCOMPARE(system().speculation->draftTokens, 3);
        QCOMPARE(system().speculation->acceptance, 0.85);
        type("settingsUsers", QStringLiteral("128"));
        QCOMPARE(m_now.workload.users, 128);
    }

    void aNumberThatIsNotAllowedStaysAndIsRefused()
    {
        click("settingsSpeculative");
        type("settingsAcceptance", QStringLiteral("1.2"));
        QVERIFY(find<QLabel>("settingsRefused").isVisible());
        QVERIFY(find<QLabel>("settingsRefused").text().contains(QStringLiteral("0 to 1")));
        QCOMPARE(find<NumberField>("settingsAcceptance").text(), QStringLiteral("1.2"));
        QVERIFY(m_popup->isVisible());
    }

    void theKvCacheGoesAndComesBack()
    {
        click("settingsKvCache");
        QVERIFY(!system().kvCache);
        QVERIFY(!find<QComboBox>("settingsKvBits").isVisible());
        click("settingsKvCache");
        QVERIFY(system().kvCache);
    }

    void whatAnotherSettingForbidsIsToldAndNotAskedFor()
    {
        click("settingsSpeculative");
        const auto asked = m_texts.size();
        click("settingsKvCache");
        QVERIFY(system().kvCache);
        QVERIFY(find<ToggleSwitch>("settingsKvCache").isChecked());
        QCOMPARE(m_texts.size(), asked);
        QVERIFY(find<QLabel>("settingsRefused").text().contains(QStringLiteral("Turn Speculative off")));
    }

    void namesTitleAndDescriptionAreTexts()
    {
        write("settingsName", QStringLiteral("Fast <b>one</b>"));
        QCOMPARE(system().name, std::string { "Fast <b>one</b>" });
        open();
        write("settingsTitle", QStringLiteral("After"));
        QCOMPARE(m_now.title, std::string { "After" });
        open();
        auto& paragraph = find<QPlainTextEdit>("settingsDescription");
        QTest::mouseClick(paragraph.viewport(), Qt::LeftButton);
        QVERIFY(paragraph.hasFocus());
        QTest::keyClicks(&paragraph, QStringLiteral("What it shows"));
        QTest::keyClick(&paragraph, Qt::Key_Tab); // goes on, and is taken
        QCOMPARE(m_now.description, std::string { "What it shows" });
        write("settingsName", {});
        QCOMPARE(system().name, std::string { "4 × H100 SXM" }); // its hardware
        QCOMPARE(m_texts.size(), 4);
    }

    void escapeClosesWithoutWhatWasTyped()
    {
        auto& title = find<QLineEdit>("settingsTitle");
        title.selectAll();
        QTest::keyClicks(&title, QStringLiteral("Never"));
        QTest::keyClick(&title, Qt::Key_Escape);
        QVERIFY(!m_popup->isVisible());
        QCOMPARE(m_now.title, std::string { "Before" });
    }

    void anotherLaneIsChosenThere()
    {
        const QSignalSpy wanted { m_popup, &SettingsPopup::systemRequested };
        auto& lane = find<QComboBox>("settingsLane");
        QVERIFY(lane.isVisible());
        QTest::keyClick(&lane, Qt::Key_Down);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toULongLong(), 1ULL);
    }

    void everyControlHasANameAndIsReachedByTab()
    {
        click("settingsSpeculative");
        QSet<QWidget*> reached;
        for (QWidget* at = m_popup->focusWidget(); !reached.contains(at); at = at->nextInFocusChain())
            reached.insert(at);
        for (auto* control :
            m_popup->findChildren<QWidget*>(QRegularExpression { QStringLiteral("^settings[A-Z]") })) {
            if (!control->isVisible() || qobject_cast<QLabel*>(control))
                continue;
            QVERIFY2(reached.contains(control), qPrintable(control->objectName()));
            QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
        }
    }

    void itFitsItsScreenAtEveryScale()
    {
        click("settingsSpeculative");
        for (const double scale : { 1.0, 1.5, 2.0, 3.0 }) {
            m_popup->setTheme(Theme::lightTheme(scale));
            open();
            const QRect room = m_popup->screen()->availableGeometry();
            QVERIFY(m_popup->width() <= room.width() && m_popup->height() <= room.height());
        }
    }

private:
    template <typename Widget> Widget& find(const char* name)
    {
        return *m_popup->findChild<Widget*>(QString::fromLatin1(name));
    }
    void open()
    {
        if (!m_popup->isVisible())
            m_popup->openBelow(*m_button);
    }
    [[nodiscard]] const core::System& system() const { return m_now.systems[m_system]; }
    void choose(const char* name, const QString& key)
    {
        auto& box = find<QComboBox>(name);
        const int index = box.findData(key);
        QVERIFY2(index >= 0, name);
        box.setCurrentIndex(index);
        emit box.activated(index);
    }
    void click(const char* name) { QTest::mouseClick(&find<ToggleSwitch>(name), Qt::LeftButton); }
    void type(const char* name, const QString& text)
    {
        auto& field = find<NumberField>(name);
        QVERIFY2(field.isVisible(), name);
        test::typeOver(field, text);
        const bool refused = find<QLabel>("settingsRefused").isVisible();
        QCOMPARE(m_popup->isVisible(), refused);
        open();
    }
    void write(const char* name, const QString& text)
    {
        auto& line = find<QLineEdit>(name);
        line.selectAll();
        if (text.isEmpty())
            QTest::keyClick(&line, Qt::Key_Delete);
        else
            QTest::keyClicks(&line, text);
        QTest::keyClick(&line, Qt::Key_Return);
        open();
    }

    std::unique_ptr<QWidget> m_button;
    SettingsPopup* m_popup = nullptr;
    core::Scenario m_now;
    std::size_t m_system = 0;
    QStringList m_texts;
};

MEMWALL_TEST(TestSettingsPopup, QApplication)

} // namespace tst_settings_popup

#include "tst_settings_popup.moc"
