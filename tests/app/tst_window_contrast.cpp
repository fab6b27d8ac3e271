// Every text of the window reads on its ground: the colour of its letters against the colours below it in the
// picture, whatever stands there, in both themes. Disabled controls are excepted (WCAG 1.4.3).
#include "tests/support/painted_text.h"
#include "tests/support/test_program.h"
#include "tests/support/window_test.h"
#include "tests/widgets/theme/color_vision.h"

#include <QFileInfo>
#include <QLabel>
#include <QTest>

#include <map>

namespace tst_window_contrast
{

using namespace memwall;
using namespace memwall::app;

namespace
{

constexpr double kLeast = 4.5;

/// The colours that lie below a text: those of a large part of its rectangle, but for the letters' own.
std::vector<QColor> groundsOf(const QImage& picture, const QRect& place, const QColor& letters)
{
    std::map<QRgb, int> counts;
    const QRect rect = place.intersected(picture.rect());
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        for (int x = rect.left(); x <= rect.right(); ++x)
            ++counts[picture.pixel(x, y)];
    std::vector<QColor> grounds;
    const int large = rect.width() * rect.height() / 4;
    int most = 0;
    QRgb main = 0;
    for (const auto& [color, count] : counts) {
        if (count > most) {
            most = count;
            main = color;
        }
        if (count >= large && color != letters.rgb())
            grounds.emplace_back(color);
    }
    if (grounds.empty() && most > 0)
        grounds.emplace_back(main);
    return grounds;
}

QColor over(const QColor& letters, const QColor& ground)
{
    const auto blend
        = [share = letters.alphaF()](float top, float below) { return below + (top - below) * share; };
    return QColor::fromRgbF(blend(letters.redF(), ground.redF()), blend(letters.greenF(), ground.greenF()),
        blend(letters.blueF(), ground.blueF()));
}

QStringList complaintsAbout(QWidget& widget, const QImage& picture)
{
    QStringList complaints;
    test::TextDevice device(widget.size());
    widget.render(&device, {}, {}, QWidget::DrawWindowBackground);
    const QPoint corner = widget.mapTo(widget.window(), QPoint {});
    for (const test::PaintedText& text : device.texts()) {
        if (text.text == u"●")
            continue; // it fills its own ground
        for (const QColor& ground : groundsOf(picture, text.rect.toRect().translated(corner), text.color)) {
            const double ratio = ui::contrast(over(text.color, ground), ground);
            if (ratio < kLeast)
                complaints << QStringLiteral("%1 “%2” %3 on %4: %5")
                                  .arg(QString::fromLatin1(widget.metaObject()->className()), text.text,
                                      text.color.name(), ground.name())
                                  .arg(ratio, 0, 'f', 2);
        }
    }
    return complaints;
}

} // namespace

class TestWindowContrast : public test::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { load(); }

    void everyTextReads_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("path");
        for (const char* theme : { "dark", "light" })
            for (const ShippedScenario& scenario : shippedScenarios(m_folders))
                QTest::addRow("%s, %s", theme, qPrintable(QFileInfo(scenario.path).baseName()))
                    << QString::fromLatin1(theme) << scenario.path;
    }
    void everyTextReads()
    {
        QFETCH(QString, theme);
        QFETCH(QString, path);
        // A lesson dims what it does not speak of; its scenario is looked at without it.
        show({ .autoplay = false, .theme = theme }, { 1600, 900 });
        QVERIFY(open(path));
        m_window->playback().setPlaying(false);
        const double end = core::toSeconds(m_window->result()->systems.front().run->end());
        QStringList complaints;
        for (const double moment : { 0.01, 0.6, 1.0 }) {
            m_window->playback().seek(core::instantAt(end * moment));
            for (int turn = 0; turn < 4; ++turn)
                QCoreApplication::processEvents();
            const QImage picture = m_window->grab().toImage().convertToFormat(QImage::Format_RGB32);
            for (QWidget* widget : m_window->findChildren<QWidget*>())
                if (widget->isVisible() && widget->isEnabled() && widget->window() == m_window.get())
                    complaints << complaintsAbout(*widget, picture);
        }
        close();
        complaints.removeDuplicates();
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }
};

MEMWALL_TEST(TestWindowContrast, QApplication)

} // namespace tst_window_contrast

#include "tst_window_contrast.moc"
