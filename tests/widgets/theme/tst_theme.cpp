#include "tests/support/test_program.h"
#include "tests/widgets/theme/color_vision.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace tst_theme
{

using namespace memwall;
using namespace memwall::ui;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyPairOfKindsStaysApartForEveryEye_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("vision");
        for (const bool dark : { true, false })
            for (const Vision vision : kAllVisions)
                QTest::addRow("%s, %s", dark ? "dark" : "light", nameOf(vision))
                    << dark << static_cast<int>(vision);
    }
    void everyPairOfKindsStaysApartForEveryEye()
    {
        QFETCH(bool, dark);
        QFETCH(int, vision);
        const Theme theme = themeOf(dark);
        for (std::size_t i = 0; i < core::kKinds; ++i)
            for (std::size_t j = i + 1; j < core::kKinds; ++j)
                QVERIFY2(labDistance(theme.kinds[i], theme.kinds[j], Vision { vision }) >= 14.0,
                    qPrintable(QStringLiteral("kinds %1 and %2").arg(i).arg(j)));
    }

    void kindsStandOutFromTheirPanel()
    {
        for (const Theme& theme : { Theme::darkTheme(), Theme::lightTheme() })
            for (const QColor& color : theme.kinds)
                QVERIFY2(contrast(color, theme.panel) >= 3.0, qPrintable(color.name()));
    }

    void textReadsOnEveryGround()
    {
        for (const Theme& theme : { Theme::darkTheme(), Theme::lightTheme() }) {
            for (const QColor& ground : { theme.window, theme.panel, theme.raised })
                for (const QColor& ink : { theme.text, theme.secondary, theme.faint })
                    QVERIFY2(contrast(ink, ground) >= 4.5,
                        qPrintable(QString { ink.name() + u" on " + ground.name() }));
            QVERIFY(contrast(theme.accentText, theme.accent) >= 4.5);
        }
    }

    void colouredLettersReadOnEveryGround()
    {
        for (const Theme& theme : { Theme::darkTheme(), Theme::lightTheme() }) {
            std::vector<QColor> inks { theme.inks.begin(), theme.inks.end() };
            inks.insert(inks.end(), { theme.good, theme.bad, theme.accent });
            for (const QColor& ground : { theme.window, theme.panel, theme.raised })
                for (const QColor& ink : inks)
                    QVERIFY2(contrast(ink, ground) >= 4.5,
                        qPrintable(QString { ink.name() + u" on " + ground.name() }));
        }
    }

    void lettersReadOnEveryColour()
    {
        for (const Theme& theme : { Theme::darkTheme(), Theme::lightTheme() }) {
            std::vector<QColor> grounds { theme.kinds.begin(), theme.kinds.end() };
            grounds.insert(grounds.end(), { theme.computeBusy, theme.faint, theme.good, theme.bad });
            for (const QColor& ground : grounds)
                QVERIFY2(contrast(Theme::letters(ground), ground) >= 4.5, qPrintable(ground.name()));
        }
        for (int red = 0; red < 256; red += 15)
            for (int green = 0; green < 256; green += 15)
                for (int blue = 0; blue < 256; blue += 15) {
                    const QColor ground { red, green, blue };
                    QVERIFY2(contrast(Theme::letters(ground), ground) >= 4.5, qPrintable(ground.name()));
                }
    }

    void labDistanceOfBlackAndWhiteIsOneHundred()
    {
        QVERIFY(std::abs(labDistance(Qt::black, Qt::white, Vision::Normal) - 100.0) < 0.1);
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21.0) < 1e-6);
    }

    void scaleMultipliesSizesAndFonts()
    {
        const Theme theme = Theme::lightTheme(1.6);
        QCOMPARE(theme.px(10.0), 16.0);
        QCOMPARE(theme.font(TextRole::Hero).pixelSize(), 61); // 38 × 1.6 = 60.8
        QCOMPARE(Theme::darkTheme().font(TextRole::Caption).pixelSize(), 11);
    }

    void aPatternKeepsItsKindsColourAndAddsMarks()
    {
        const Theme theme = Theme::darkTheme();
        QCOMPARE(theme.patternBrush(core::Kind::Weights).style(), Qt::SolidPattern);
        QSet<QByteArray> seen;
        for (const core::Kind kind : core::kAllKinds) {
            if (kind == core::Kind::Weights)
                continue;
            const QImage tile = theme.patternBrush(kind).textureImage();
            QVERIFY(!tile.isNull());
            QVERIFY(pixelsOf(tile, theme.color(kind)) > 0);
            QVERIFY(pixelsOf(tile, theme.color(kind)) < tile.width() * tile.height());
            seen.insert(QByteArray(reinterpret_cast<const char*>(tile.constBits()), tile.sizeInBytes()));
        }
        QCOMPARE(seen.size(), 4);
    }

    void applyingAThemeReachesTheWidgets()
    {
        for (const Theme& theme : { Theme::darkTheme(), Theme::lightTheme() }) {
            applyTheme(theme);
            QPushButton button { QStringLiteral("Play") };
            button.ensurePolished();
            QCOMPARE(QApplication::palette().color(QPalette::Window), theme.window);
            QCOMPARE(QApplication::font().pixelSize(), 13);
            QVERIFY(button.sizeHint().height() >= 32);
            const QImage picture = button.grab().toImage();
            QCOMPARE(picture.pixelColor(4, picture.height() / 2), theme.raised);
            QVERIFY(!qApp->styleSheet().contains(u'$'));
        }
    }

private:
    static Theme themeOf(bool dark) { return dark ? Theme::darkTheme() : Theme::lightTheme(); }
    static int pixelsOf(const QImage& image, const QColor& color)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == color ? 1 : 0;
        return count;
    }
};

MEMWALL_TEST(TestTheme, QApplication)

} // namespace tst_theme

#include "tst_theme.moc"
