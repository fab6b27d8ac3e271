// Pictures and handouts as files: sizes, vectors that are vectors, text that is text.
#include "app/dialogs/picture_dialog.h"
#include "app/export/handout.h"
#include "app/export/picture_file.h"
#include "app/export/scene.h"
#include "app/files/scenario_file.h"
#include "app/window/window_scene.h"
#include "core/scenario/scenario_io.h"
#include "tests/support/test_program.h"
#include "widgets/base/svg_device.h"
#include "widgets/stage/stage_widget.h"

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

namespace tst_pictures
{

using namespace memwall;
using namespace memwall::app;

namespace
{

constexpr QSize kSize { 1000, 430 };

/// All text between the tags of an SVG.
QString textOf(const QByteArray& svg)
{
    QXmlStreamReader reader(svg);
    QString all;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QStringLiteral("text"))
            all += reader.readElementText() + u'\n';
    }
    return reader.hasError() ? QString() : all;
}

int count(const QByteArray& pdf, const char* pattern)
{
    const QRegularExpression expression(QString::fromLatin1(pattern));
    return static_cast<int>(QString::fromLatin1(pdf).count(expression));
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
        m_folders = findFolders();
        auto catalog = loadCatalog(m_folders);
        QVERIFY2(catalog, catalog ? "" : qPrintable(describe(catalog.error(), {})));
        m_catalog = *std::move(catalog);
    }

    void theEndOfTheNameTellsTheFormat()
    {
        QCOMPARE(pictureFormatOf(QStringLiteral("a.b.PNG")), PictureFormat::Png);
        QCOMPARE(pictureFormatOf(QStringLiteral("-")), PictureFormat::Png);
        QCOMPARE(pictureFormatOf(QStringLiteral("a.svg")), PictureFormat::Svg);
        QCOMPARE(pictureFormatOf(QStringLiteral("a.Pdf")), PictureFormat::Pdf);
        QVERIFY(!pictureFormatOf(QStringLiteral("a.jpeg")));
    }

    void aPngHasThePixelsAskedFor_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<double>("ratio");
        for (const QByteArray part : { "stage", "tape", "timeline", "roofline", "kv", "breakdown", "window" })
            for (const double ratio : { 1.0, 1.5, 2.0, 3.0, 4.0 })
                QTest::addRow("%s x%g", part.constData(), ratio)
                    << (part == "window" ? QString() : QString::fromLatin1(part)) << ratio;
    }
    void aPngHasThePixelsAskedFor()
    {
        QFETCH(QString, part);
        QFETCH(double, ratio);
        const QSize size = part.isEmpty() ? QSize(1000, 700) : QSize(700, 400);
        const auto made = simulated(QStringLiteral("machines/gpu-hbm"));
        const QImage picture = draw(*made, part, PictureFormat::Png, size, ratio);
        QCOMPARE(picture.size(), (QSizeF(size) * ratio).toSize());
        if (ratio != 4.0)
            return;
        // Finer, not blown up: a picture of one resolution stretched has the same neighbours everywhere.
        const QImage stretched = draw(*made, part, PictureFormat::Png, size, 1.0).scaled(picture.size());
        qint64 differ = 0;
        for (int y = 0; y < picture.height(); y += 3)
            for (int x = 0; x < picture.width(); x += 3)
                differ += picture.pixel(x, y) != stretched.pixel(x, y) ? 1 : 0;
        QVERIFY2(differ > 200, qPrintable(QString::number(differ)));
    }

    void everyMachineIsAnSvgOfStrokesAndWords_data() { machines(); }
    void everyMachineIsAnSvgOfStrokesAndWords()
    {
        QFETCH(QString, name);
        const auto made = simulated(name);
        for (const char* part : { "stage", "tape", "timeline" }) {
            const QByteArray svg = bytes(*made, QString::fromLatin1(part), PictureFormat::Svg, kSize);
            QVERIFY2(!svg.contains("<image"), part);
            QVERIFY(svg.contains("<title>A title</title>"));
            QVERIFY(QSvgRenderer(svg).isValid());
        }
        const QString words = textOf(bytes(*made, QStringLiteral("stage"), PictureFormat::Svg, kSize));
        QVERIFY2(words.count(u'\n') >= 5, qPrintable(words));
        if (name != QStringLiteral("machines/gpu-hbm"))
            return;
        for (const char* word : { "HBM3", "3.35", "Compute", "token 37", "weights", "KV cache" })
            QVERIFY2(words.contains(QLatin1String(word)), word);
    }

    void anSvgLooksLikeTheScreen_data() { machines(); }
    void anSvgLooksLikeTheScreen()
    {
        QFETCH(QString, name);
        const auto made = simulated(name);
        const QImage screen = draw(*made, QStringLiteral("stage"), PictureFormat::Png, kSize, 1.0);
        QImage vectors(kSize, QImage::Format_ARGB32_Premultiplied);
        vectors.fill(Qt::white);
        QSvgRenderer renderer(bytes(*made, QStringLiteral("stage"), PictureFormat::Svg, kSize));
        QPainter painter(&vectors);
        renderer.render(&painter);
        painter.end();
        qint64 off = 0;
        for (int y = 0; y < kSize.height(); ++y) {
            for (int x = 0; x < kSize.width(); ++x) {
                const QColor a(screen.pixel(x, y)), b(vectors.pixel(x, y));
                const int most = std::max({ std::abs(a.red() - b.red()), std::abs(a.green() - b.green()),
                    std::abs(a.blue() - b.blue()) });
                off += most > 48 ? 1 : 0;
            }
        }
        // Edges and glyphs fall on other fractions of a pixel, surfaces do not.
        const double share = static_cast<double>(off) / (kSize.width() * kSize.height());
        QVERIFY2(share < 0.03, qPrintable(QString::number(share)));
    }

    void anSvgShowsNothingBeyondItsClip()
    {
        // By geometry: a viewer that ignores clips shows the same.
        ui::SvgDevice device({ 100, 100 }, QStringLiteral("<&>"), QString());
        QPainter painter(&device);
        painter.setClipRect(20, 20, 30, 30);
        painter.fillRect(0, 0, 100, 100, Qt::red);
        painter.save();
        painter.setClipRect(40, 0, 60, 100, Qt::IntersectClip);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::green);
        painter.drawEllipse(0, 0, 100, 100);
        painter.restore();
        painter.setPen(QPen(Qt::blue, 4));
        painter.drawLine(0, 30, 100, 30);
        painter.fillRect(60, 60, 10, 10, Qt::yellow);
        painter.setClipping(false);
        painter.translate(70, 70);
        painter.fillRect(0, 0, 10, 10, Qt::black);
        painter.drawText(0, 0, QStringLiteral("a < b"));
        painter.end();
        const QByteArray svg = device.document();
        QVERIFY(svg.contains("<title>&lt;&amp;&gt;</title>"));
        QVERIFY(textOf(svg).contains(QStringLiteral("a < b")));
        QImage image(100, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        QSvgRenderer renderer(svg);
        QPainter onto(&image);
        renderer.render(&onto);
        onto.end();
        const auto at = [&image](int x, int y) { return image.pixelColor(x, y); };
        QCOMPARE(at(25, 45), QColor(Qt::red));
        QCOMPARE(at(45, 45), QColor(Qt::green));
        QCOMPARE(at(45, 30), QColor(Qt::blue));
        QCOMPARE(at(75, 75), QColor(Qt::black));
        for (const QPoint outside :
            { QPoint(10, 10), QPoint(60, 30), QPoint(15, 30), QPoint(65, 65), QPoint(55, 45) })
            QCOMPARE(image.pixelColor(outside), QColor(Qt::white));
    }

    void aPdfHasFontsAndNoPixels_data() { machines(); }
    void aPdfHasFontsAndNoPixels()
    {
        QFETCH(QString, name);
        const auto made = simulated(name);
        for (const char* part : { "stage", "tape", "timeline" }) {
            const QByteArray pdf = bytes(*made, QString::fromLatin1(part), PictureFormat::Pdf, kSize);
            QVERIFY(pdf.startsWith("%PDF-"));
            QVERIFY(count(pdf, "/Type /Font\\b") > 0);
            QVERIFY(count(pdf, "/FontFile") > 0);
            QCOMPARE(count(pdf, "/Subtype\\s*/Image"), 0);
            QVERIFY(count(pdf, "/MediaBox \\[0 0 750(\\.0*)? 32[23]") > 0);
        }
    }

    void theWholeWindowIsVectorsButForItsIcons_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : { "machines/gpu-hbm", "machines/cerebras-wse-3",
                 "race/three-ways-past-the-wall", "tricks/architect-and-intern" })
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void theWholeWindowIsVectorsButForItsIcons()
    {
        QFETCH(QString, name);
        const auto made = simulated(name);
        const QByteArray svg = bytes(*made, QString(), PictureFormat::Svg, { 1600, 1000 });
        const QString words = textOf(svg);
        for (const char* word : { "Memwall", "Users", "tokens/s" })
            QVERIFY2(words.contains(QLatin1String(word)), word);
        static const QRegularExpression image(QStringLiteral("<image [^>]*width=\"(\\d+)\""));
        for (auto found = image.globalMatch(QString::fromUtf8(svg)); found.hasNext();)
            QVERIFY(found.next().captured(1).toInt() <= 48);
    }

    void theSameMomentIsTheSamePicture()
    {
        const auto made = simulated(QStringLiteral("machines/gpu-hbm"));
        const auto scene = sceneOf(*made, QString(), { 1000, 700 });
        const auto at = [&](double seconds) {
            QImage image(1000, 700, QImage::Format_RGB32);
            scene->setMoment(core::instantAt(seconds), seconds);
            scene->paint(image);
            return image;
        };
        const QImage first = at(1.0);
        (void)at(0.2);
        (void)at(3.5);
        QCOMPARE(at(1.0), first);
    }

    void theDialogSaysWhatComesOut()
    {
        const PictureDialog dialog(
            { { QStringLiteral("all"), { 1600, 1000 } }, { QStringLiteral("part"), { 800, 300 } } }, 1);
        auto* outcome = dialog.findChild<QLabel*>(QStringLiteral("outcome"));
        auto* ratio = dialog.findChild<QComboBox*>(QStringLiteral("ratio"));
        QVERIFY(outcome->text().contains(QStringLiteral("1600 × 1000")));
        QCOMPARE(ratio->count(), 4);
        ratio->setCurrentIndex(2);
        dialog.findChild<QComboBox*>(QStringLiteral("subject"))->setCurrentIndex(1);
        QVERIFY(outcome->text().contains(QStringLiteral("2400 × 900")));
        QCOMPARE(dialog.pixelRatio(), 3.0);
        dialog.findChild<QComboBox*>(QStringLiteral("format"))->setCurrentIndex(1);
        QCOMPARE(dialog.format(), PictureFormat::Svg);
        QVERIFY(!ratio->isEnabled());
    }

    void aHandoutIsPagesOfVectorsAndWords_data() { machines(); }
    void aHandoutIsPagesOfVectorsAndWords()
    {
        QFETCH(QString, name);
        const auto made = simulated(name);
        const QByteArray pdf = handoutOf(*made);
        QVERIFY(count(pdf, "/Type /Page\\b") >= 2);
        QVERIFY(count(pdf, "/FontFile") > 0);
        QCOMPARE(count(pdf, "/Subtype\\s*/Image"), 0);
    }

    void aLessonsHandoutHasItsSteps()
    {
        const auto plain = simulated(QStringLiteral("machines/gpu-hbm"));
        auto lesson = simulated(QStringLiteral("machines/gpu-hbm"));
        lesson->scenario.lesson = nlohmann::json::parse(R"({"steps": [
            {"title": "One", "say": "Words come.", "ask": {"question": "Which?", "choices": ["a", "b"], "answer": 1}},
            {"title": "Eight", "set": {"/workload/users": 8}},
            {"title": "Nowhere", "set": {"/workload/userz": 8}},
            {"title": "Four", "say": "The end.", "ask": {"question": "And now?", "choices": ["c"], "because": "So."}}]})");
        const int before = count(handoutOf(*plain), "/Type /Page\\b");
        const int after = count(handoutOf(*lesson), "/Type /Page\\b");
        QVERIFY2(after >= before + 1, qPrintable(QStringLiteral("%1 %2").arg(before).arg(after)));
    }

    void whatDoesNotFitHasAHandoutToo()
    {
        auto made = simulated(QStringLiteral("machines/gpu-hbm"));
        const auto small = core::withSettings(made->scenario,
            { { "/systems/0/pools/0/chips", 1 }, { "/systems/0/pools/0/tensor_parallel", 1 } }, m_catalog);
        QVERIFY(small);
        made->scenario = *small;
        made->result = core::simulate(made->scenario, m_catalog);
        QVERIFY(!made->result.systems.front().report.fits);
        QCOMPARE(count(handoutOf(*made), "/Type /Page\\b"), 1);
    }

private:
    struct Made
    {
        core::Scenario scenario;
        core::SimulationResult result;
    };

    void machines()
    {
        QTest::addColumn<QString>("name");
        for (const ShippedScenario& scenario : shippedScenarios(m_folders))
            if (scenario.section == QStringLiteral("machines")
                || scenario.section == QStringLiteral("tricks"))
                QTest::newRow(qPrintable(scenario.title))
                    << scenario.path.mid(m_folders.scenarios.size() + 1).section(u'.', 0, 0);
    }

    std::unique_ptr<Made> simulated(const QString& name)
    {
        auto scenario
            = loadScenario(m_folders.scenarios + u'/' + name + QStringLiteral(".memwall.json"), m_catalog);
        if (!scenario)
            qFatal("%s", qPrintable(describe(scenario.error().problems, name)));
        auto result = core::simulate(*scenario, m_catalog);
        return std::make_unique<Made>(Made { *std::move(scenario), std::move(result) });
    }

    std::unique_ptr<Scene> sceneOf(const Made& made, const QString& part, QSize size)
    {
        return makeScene(
            part, { made.scenario, m_catalog, made.result, 0, true, {}, ui::Theme::darkTheme(), size });
    }

    QByteArray bytes(
        const Made& made, const QString& part, PictureFormat format, QSize size, double ratio = 1)
    {
        const auto scene = sceneOf(made, part, size);
        const core::Instant time = tellingMoment(*made.result.systems.front().run);
        scene->setMoment(time, core::toSeconds(time));
        const auto file = pictureFile(format, { QStringLiteral("A title"), size, ratio },
            [&](QPaintDevice& device) { scene->paint(device); });
        return file.value_or(QByteArray());
    }

    QImage draw(const Made& made, const QString& part, PictureFormat format, QSize size, double ratio)
    {
        return QImage::fromData(bytes(made, part, format, size, ratio));
    }

    QByteArray handoutOf(const Made& made)
    {
        return handout({ made.scenario, m_catalog, made.result, 0, QStringLiteral("a.memwall.json"), {},
            tellingMoment(*made.result.systems.front().run) });
    }

    Folders m_folders;
    core::Catalog m_catalog;
};

MEMWALL_TEST(TestPictures, QApplication)

} // namespace tst_pictures

#include "tst_pictures.moc"
