// Every text of the window can be translated: in a language that is made of the English texts, no plain
// English is left and nothing is cut.
#include "app/frame/language.h"
#include "app/frame/pseudo_language.h"
#include "core/export/report_json.h"
#include "core/origin/origin.h"
#include "tests/support/plain_english.h"
#include "tests/support/shown_texts.h"
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "widgets/stage/stage_widget.h"
#include "widgets/tape/tape_text.h"

#include <QDialog>
#include <QHelpEvent>
#include <QScrollArea>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolTip>

namespace tst_languages
{

using namespace memwall;
using namespace memwall::app;
using namespace memwall::test;

class TestLanguages : public test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        load();
        useLanguage(QStringLiteral("pseudo"));
        for (const char* file : { "chips", "models", "links", "engines", "formats" })
            collectStrings(parsed(m_folders.catalog + u'/' + file + ".json"),
                { "id", "name", "short_name", "sold_as", "vendor", "family", "level", "kind", "door", "era",
                    "link" },
                m_data);
    }

    void init() { QCoreApplication::installTranslator(&m_listener); }
    void cleanup()
    {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (qobject_cast<QDialog*>(widget))
                widget->close();
        if (m_window)
            close();
        QCoreApplication::removeTranslator(&m_listener);
    }

    void theWindowSpeaksIt_data()
    {
        QTest::addColumn<QString>("path");
        for (const char* name : { "machines/gpu-hbm", "machines/cerebras-wse-3", "machines/taalas-hc1",
                 "machines/desktop-spill", "machines/gpus-across-racks", "machines/rubin-groq",
                 "race/three-ways-past-the-wall", "traffic/real-conversations", "tricks/architect-and-intern",
                 "tricks/eight-users", "tricks/mixture-of-experts", "race/separate-rooms" })
            QTest::newRow(name) << m_folders.scenarios + u'/' + name + ".memwall.json";
    }
    void theWindowSpeaksIt()
    {
        QFETCH(QString, path);
        show({}, { 1280, 720 });
        QVERIFY(open(path));
        learn(path);
        m_window->playback().setPlaying(false);
        const double end = core::toSeconds(m_window->result()->systems.front().run->end());
        for (const double share : { 0.02, 0.6, 1.0 }) {
            m_window->lookAt(core::instantAt(end * share));
            check();
        }
        hover();
        QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
        check();
        QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
    }

    void windowsAndMenusSpeakIt_data()
    {
        QTest::addColumn<QString>("action");
        for (const char* name : { "charts", "settings", "target", "origin", "measurements", "shortcuts",
                 "about", "exportPicture", "exportMovie", "measure", "find", "explain", "manual" })
            QTest::newRow(name) << name;
    }
    void windowsAndMenusSpeakIt()
    {
        QFETCH(QString, action);
        show({ .measureSeconds = 0.1 }, { 1280, 720 });
        QVERIFY(open());
        learn(defaultScenario(m_folders));
        m_window->playback().setPlaying(false);
        auto* wanted = m_window->findChild<QAction*>(action);
        QVERIFY2(wanted, qPrintable(action));
        QTimer::singleShot(300, this, [this] { // a dialog may wait in the middle of its action
            check();
            if (QWidget* modal = QApplication::activeModalWidget())
                modal->close();
        });
        wanted->trigger();
        QTest::qWait(400);
        QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
    }

    void mistakesInFilesSpeakIt()
    {
        show({}, { 1280, 720 });
        QVERIFY(open());
        learn(defaultScenario(m_folders));
        QTemporaryDir folder;
        const QString path = folder.filePath("1.memwall.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"memwall": 2, "workload": {"userz": 1, "seed": "x", "trace": {"file": 3}},
            "systems": [{"model": "llamb", "kv_bits": 5, "pools": []}]})");
        file.close();
        m_names << path;
        for (const char* name : { "/workload/userz", "userz", "users", "model \"llamb\"", "llama-3.1-8b",
                 "azure, burstgpt, mooncake", "memwall" })
            m_names << QString::fromUtf8(name);
        QVERIFY(!open(path));
        const auto* dialog = m_window->findChild<QDialog*>("problems");
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->findChild<QTableWidget*>()->rowCount() > 6);
        check();
        QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(u'\n')));
    }

    /// A class that asks in another context than its texts are filed under is never translated.
    void whatIsAskedForIsGivenToTranslators()
    {
        const Asked given = givenToTranslators();
        QVERIFY(given.size() > 1000);
        QVERIFY(m_listener.asked.size() > 500);
        QStringList missing;
        for (const auto& [context, text] : m_listener.asked)
            if (!given.contains({ context, text }))
                missing << context + QStringLiteral(": ") + text;
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void itIsLongerAndKeepsPlacesAndMarkup()
    {
        QCOMPARE(pseudo(QStringLiteral("Charts")), QStringLiteral("[Çĥåŕţš ~~]"));
        QCOMPARE(pseudo(QStringLiteral("%1 of %2")), QStringLiteral("[%1 öƒ %2 ~]"));
        QCOMPARE(pseudo(QStringLiteral("E&xport")), QStringLiteral("[É&xþöŕţ ~~]"));
        QCOMPARE(pseudo(QStringLiteral("<b>a</b> &amp; b")), QStringLiteral("[<b>å</b> &amp; ƀ ~]"));
        QCOMPARE(pseudo(QStringLiteral("%1 × %2")), QStringLiteral("%1 × %2"));
        QCOMPARE(QCoreApplication::translate("CatalogChoices", "%n layers", nullptr, 1),
            QStringLiteral("[1 ļåýéŕ ~~]"));
        QCOMPARE(QCoreApplication::translate("CatalogChoices", "%n layers", nullptr, 2),
            QStringLiteral("[2 ļåýéŕš ~~]"));
    }

    void aDesktopGetsItsLanguageWhereThereIsOne()
    {
        QCOMPARE(languageFor({ QStringLiteral("tlh-AQ"), QStringLiteral("en-GB") }), QStringLiteral("en"));
        QCOMPARE(languageFor({ QStringLiteral("pseudo") }), QStringLiteral("en")); // nobody's desktop
        QCOMPARE(languageFor({}), QStringLiteral("en"));
        QVERIFY(languageCodes().contains(QStringLiteral("pseudo")));
    }

private:
    /// What this scenario's file says, and names in core's results.
    void learn(const QString& path)
    {
        m_names = m_data;
        for (const ShippedScenario& scenario : shippedScenarios(m_folders))
            m_names << scenario.title << scenario.description << scenario.section.toUpper()
                    << QFileInfo(scenario.path).fileName();
        collectStrings(parsed(path), { "name", "title", "description" }, m_names);
        const auto noWords = [](const core::Saying&) { return std::string(); };
        collectStrings(core::reportJson(*m_window->result(), noWords), {}, m_names);
        m_answer = ui::tokensOf(
            QString::fromStdString(m_window->document().scenario().workload.answerText.value_or("")))
                       .join(QString());
        m_names << m_window->document().title();
        // Longest first: a name may be a part of another.
        std::sort(m_names.begin(), m_names.end(),
            [](const QString& a, const QString& b) { return a.size() > b.size(); });
        m_names.removeAll(QString());
        m_names.removeDuplicates();
        m_found.clear();
    }

    void check()
    {
        for (int turn = 0; turn < 4; ++turn)
            QCoreApplication::processEvents();
        for (QWidget* top : QApplication::topLevelWidgets())
            for (QWidget* widget : QList<QWidget*> { top } + top->findChildren<QWidget*>()) {
                for (const QString& text : test::textsOf(*widget))
                    if (!saysOthersWords(*widget, text))
                        note(test::nameOf(*widget), text);
                if (widget->isVisible())
                    noteCut(*widget);
            }
    }

    /// Texts that neither a view nor core makes.
    [[nodiscard]] bool saysOthersWords(const QWidget& widget, const QString& text) const
    {
        static const QStringList others {
            QStringLiteral("manualWindow"), // a file
            QStringLiteral("originPage"), // titles of sources, names of the catalog, units
            QStringLiteral("measureDialog"), // the probe's figures and doubts
            QStringLiteral("measurementsWindow"), // core's names of what was measured, sources
        };
        for (const QWidget* in = &widget; in != nullptr; in = in->parentWidget())
            if (others.contains(in->objectName()))
                return true;
        return (widget.inherits("memwall::ui::TapeWidget") || widget.inherits("memwall::ui::LaneWidget"))
            && m_answer.contains(text); // the model's words
    }

    void note(const QString& where, const QString& text)
    {
        if (const QString word = englishIn(text, m_names); !word.isEmpty())
            find(QStringLiteral("%1: “%2” in “%3”").arg(where, word, text));
    }
    void noteCut(QWidget& widget)
    {
        if (const auto* label = qobject_cast<QLabel*>(&widget))
            find(test::complaintAbout(*label));
        else if (const auto* button = qobject_cast<QAbstractButton*>(&widget))
            find(test::complaintAbout(*button));
        else if (QByteArrayView(widget.metaObject()->className()).startsWith("memwall::ui")
            && qobject_cast<ui::StageWidget*>(&widget) == nullptr)
            find(test::complaintAbout(widget));
        else if (const auto* area = qobject_cast<QScrollArea*>(&widget); area
                 && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
                 && area->widget()->width() > area->viewport()->width())
            find(QStringLiteral("%1 is %2 wide and has %3")
                     .arg(test::nameOf(*area->widget()))
                     .arg(area->widget()->width())
                     .arg(area->viewport()->width()));
    }
    void find(const QString& mistake)
    {
        if (mistake.isEmpty() || m_found.contains(mistake))
            return;
        m_found << mistake;
        qInfo().noquote() << mistake;
    }

    /// Tooltips that a view makes for the place under the pointer.
    void hover()
    {
        for (QWidget* widget : m_window->findChildren<QWidget*>())
            if (widget->isVisible()
                && QByteArrayView(widget->metaObject()->className()).startsWith("memwall::ui"))
                for (int x = 10; x < widget->width(); x += 40)
                    for (int y = 5; y < widget->height(); y += 20) {
                        QToolTip::hideText();
                        QHelpEvent event(QEvent::ToolTip, { x, y }, widget->mapToGlobal(QPoint { x, y }));
                        QCoreApplication::sendEvent(widget, &event);
                        note(test::nameOf(*widget) + QStringLiteral(" tip"), QToolTip::text());
                    }
    }

    QStringList m_data, m_names, m_found;
    QString m_answer;
    Listener m_listener;
};

MEMWALL_TEST(TestLanguages, QApplication)

} // namespace tst_languages

#include "tst_languages.moc"
