// Markup and control characters in every text of a scenario: no view takes them for more than text.
#include "app/export/handout.h"
#include "app/export/picture_file.h"
#include "app/export/scene.h"
#include "app/files/scenario_file.h"
#include "app/frame/display.h"
#include "app/frame/problem_dialog.h"
#include "app/window/window_scene.h"
#include "tests/support/shipped_catalog.h"
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>
#include <QToolTip>
#include <QXmlStreamReader>

#include <fstream>

namespace tst_plain_text
{

using namespace memwall;
using namespace memwall::app;
using nlohmann::json;

namespace
{

const std::string kBad = "<b>BOLD</b><img src='/nowhere.png' width=200 height=200>\x1b[31m\xe2\x80\xae&x";

/// Nothing that steers a terminal or turns the line around.
bool isPlain(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const bool bidi
            = (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        return c == u'\n' || c == u'\t' || (c.category() != QChar::Other_Control && !bidi);
    });
}

json entry(const char* file, const char* list, const char* id)
{
    std::ifstream stream(std::filesystem::path(MEMWALL_SOURCE_DIR) / "resources/catalog" / file);
    const json all = json::parse(stream);
    for (const json& one : all.at(list))
        if (one.at("id") == id)
            return one;
    return {};
}

/// Two lanes of a chip and a model that are written inline, with bad words wherever words may stand.
json badScenario()
{
    json chip = entry("chips.json", "chips", "h100_sxm");
    json model = entry("models.json", "models", "llama-3.1-8b");
    for (const char* key : { "id", "name", "short_name", "vendor" })
        chip[key] = kBad;
    chip["notes"] = { kBad };
    for (json& level : chip["memory_far_to_near"]) {
        level["kind"] = kBad;
        if (level["level"] == chip["weights_level"])
            level["level"] = kBad;
    }
    chip["weights_level"] = kBad;
    for (const char* key : { "id", "name", "family" })
        model[key] = kBad;
    model["notes"] = { kBad };
    json system { { "name", kBad }, { "model", model }, { "weight_bits", 16 },
        { "pools", { { { "role", "both" }, { "chip", chip }, { "chips", 2 }, { "tensor_parallel", 2 } } } } };
    return { { "memwall", 1 }, { "title", kBad }, { "description", kBad },
        { "workload",
            { { "users", 1 }, { "prompt_tokens", 100 }, { "output_tokens", 30 }, { "answer_text", kBad } } },
        { "systems", { system, system } } };
}

} // namespace

/// The application as the program makes it.
struct WindowApplication
{
    WindowApplication(int& argc, char** argv)
        : made(makeApplication(argc, argv))
    {
    }
    std::unique_ptr<Application> made;
};

class TestPlainText : public memwall::test::WindowTest
{
    Q_OBJECT
private slots:
    void initTestCase() { load(); }
    void init() { show(); }
    void cleanup()
    {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (qobject_cast<QDialog*>(widget))
                widget->close();
        close();
    }

    void everyTextOfTheWindowIsText_data()
    {
        QTest::addColumn<bool>("race");
        QTest::newRow("race") << true;
        QTest::newRow("one machine") << false;
    }
    void everyTextOfTheWindowIsText()
    {
        QFETCH(bool, race);
        json scenario = badScenario();
        if (!race)
            scenario["systems"].erase(1);
        QVERIFY(open(write(scenario)));
        QVERIFY(m_window->document().title().startsWith(QStringLiteral("<b>BOLD</b>")));
        checkWidgets();
    }

    void aTracesNameIsText()
    {
        json scenario = badScenario();
        const std::string name = "<b>t\x1b[2J.csv";
        std::ofstream(m_folder.filePath(QString::fromStdString(name)).toStdString())
            << "at_s,prompt_tokens,output_tokens\n0,100,10\n";
        scenario["workload"]["arrivals"] = "trace";
        scenario["workload"]["trace"] = { { "file", name }, { "format", "memwall" } };
        QVERIFY(open(write(scenario)));
        QCOMPARE(m_window->document().scenario().workload.trace->file, name);
        checkWidgets();
    }

    void whatIsWrongIsSaidInPlainText()
    {
        json scenario = badScenario();
        scenario["systems"][0]["pools"][0]["zz" + kBad] = 1;
        scenario["systems"][0]["engine"] = kBad;
        QVERIFY(!openFile(write(scenario)));
        auto* dialog = m_window->findChild<ProblemDialog*>();
        QVERIFY(dialog != nullptr);
        checkWidgets();
    }

    void aTooltipWithMarkupIsShownAsItIs()
    {
        QVERIFY(open(write(badScenario())));
        int shown = 0;
        for (QWidget* widget : m_window->findChildren<QWidget*>())
            if (widget->isVisible() && Qt::mightBeRichText(widget->toolTip())) {
                const auto* tip = tooltip(widget->toolTip(), widget);
                QVERIFY(tip != nullptr);
                QCOMPARE(tip->textFormat(), Qt::PlainText);
                ++shown;
            }
        const auto* tip = tooltip(QStringLiteral("<b>x</b>"), m_window.get());
        QVERIFY(tip != nullptr && tip->textFormat() == Qt::PlainText);
        QVERIFY2(shown > 0, "no tooltip of the window names what stands in the file");
    }

    void anSvgHasItAsText_data() { parts(); }
    void anSvgHasItAsText()
    {
        QFETCH(QString, part);
        const QByteArray svg = picture(part, PictureFormat::Svg);
        QXmlStreamReader reader(svg);
        QString words;
        while (!reader.atEnd()) {
            const auto token = reader.readNext();
            if (token == QXmlStreamReader::StartElement)
                QVERIFY2(reader.name() != u"b" && reader.name() != u"img", qPrintable(words));
            if (token == QXmlStreamReader::Characters)
                words += reader.text();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY2(words.contains(QStringLiteral("<b>BOLD")), qPrintable(words));
        QVERIFY(isPlain(words));
    }

    void aPdfHasItAsText_data() { parts(); }
    void aPdfHasItAsText()
    {
        QFETCH(QString, part);
        checkPdf(picture(part, PictureFormat::Pdf));
    }

    void aHandoutHasItAsText()
    {
        const auto made = loadScenario(write(badScenario()), m_catalog);
        QVERIFY(made);
        const auto result = core::simulate(*made, m_catalog);
        checkPdf(handout({ *made, m_catalog, result, 0, QString::fromStdString(kBad), {}, {} }));
    }

    void whereMarkupIsMeantItStays()
    {
        QVERIFY(open());
        auto* about = m_window->findChild<QAction*>(QStringLiteral("about"));
        QVERIFY(about != nullptr);
        about->trigger();
        auto* box = m_window->findChild<QWidget*>(QStringLiteral("aboutWindow"));
        QVERIFY(box != nullptr);
        bool rich = false;
        for (const QLabel* label : box->findChildren<QLabel*>())
            rich = rich || label->textFormat() == Qt::RichText;
        QVERIFY(rich);
    }

private:
    QString write(const json& scenario)
    {
        const QString path = m_folder.filePath(QString::fromUtf8("<b>&\x1b[2J\xe2\x80\xae.memwall.json"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(QByteArray::fromStdString(scenario.dump()));
        return path;
    }

    static void parts()
    {
        QTest::addColumn<QString>("part");
        QTest::newRow("window") << QString();
        QTest::newRow("stage") << QStringLiteral("stage");
    }

    QByteArray picture(const QString& part, PictureFormat format)
    {
        const auto made = loadScenario(write(badScenario()), m_catalog);
        if (!made)
            return {};
        const auto result = core::simulate(*made, m_catalog);
        constexpr QSize kSize(1600, 1000);
        const auto scene
            = makeScene(part, { *made, m_catalog, result, 0, true, {}, ui::Theme::lightTheme(), kSize });
        scene->setMoment(core::instantAt(0.2), 0.2);
        return pictureFile(format, { QString::fromStdString(kBad), kSize, 1 }, [&](QPaintDevice& device) {
            scene->paint(device);
        }).value_or(QByteArray());
    }

    /// Reads it with a reader of its own.
    void checkPdf(const QByteArray& pdf)
    {
        const QString path = m_folder.filePath(QStringLiteral("words.pdf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pdf) == pdf.size());
        file.close();
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), { QStringLiteral("-raw"), path, QStringLiteral("-") });
        QVERIFY2(reader.waitForFinished() && reader.exitCode() == 0, "pdftotext of poppler-utils is needed");
        // A page ends with a form feed.
        const QString words = QString::fromUtf8(reader.readAllStandardOutput()).remove(u'\f');
        QVERIFY2(words.contains(QStringLiteral("<b>BOLD")), qPrintable(words));
        QVERIFY(isPlain(words));
    }

    static const QLabel* tooltip(const QString& text, QWidget* of)
    {
        QToolTip::showText(of->mapToGlobal(QPoint(1, 1)), text, of);
        for (const QWidget* widget : QApplication::topLevelWidgets())
            if (widget->inherits("QTipLabel"))
                return qobject_cast<const QLabel*>(widget);
        return nullptr;
    }

    static void checkWidgets()
    {
        for (const QWidget* widget : QApplication::allWidgets()) {
            for (const char* property : { "text", "windowTitle", "toolTip", "accessibleName",
                     "accessibleDescription", "title", "placeholderText" })
                QVERIFY2(isPlain(widget->property(property).toString()),
                    qPrintable(widget->objectName() + u' ' + QLatin1String(property) + u' '
                        + widget->property(property).toString()));
            const auto* label = qobject_cast<const QLabel*>(widget);
            if (label && label->isVisible())
                QVERIFY2(
                    label->textFormat() == Qt::PlainText, qPrintable(label->objectName() + label->text()));
            for (const QAction* action : widget->actions())
                QVERIFY2(isPlain(action->text() + action->toolTip()), qPrintable(action->text()));
            if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model())
                checkItems(*view->model());
        }
    }

    static void checkItems(const QAbstractItemModel& model)
    {
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                for (const int role :
                    { int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole) }) {
                    const QString text = model.index(row, column).data(role).toString();
                    QVERIFY2(isPlain(text), qPrintable(text));
                }
    }

    QTemporaryDir m_folder;
};

MEMWALL_TEST(TestPlainText, WindowApplication)

} // namespace tst_plain_text

#include "tst_plain_text.moc"
