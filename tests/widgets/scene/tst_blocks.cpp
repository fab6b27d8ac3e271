// The kinds of block stay apart where colour is lost: on a grey projector and in a black-and-white print.
#include "tests/support/test_program.h"
#include "widgets/base/paint_kit.h"

#include <QImage>
#include <QPainter>
#include <QTest>

namespace tst_blocks
{

using namespace memwall;
using namespace memwall::ui;

namespace
{

QImage greyBlock(core::Kind kind, int side, const Theme& theme)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(theme.panel);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBlock(painter, image.rect(), kind, theme);
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

/// Share of the pixels whose grey differs visibly.
double difference(const QImage& a, const QImage& b)
{
    constexpr int kVisible = 32; // of 255
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) >= kVisible ? 1 : 0;
    return static_cast<double>(count) / (a.width() * a.height());
}

} // namespace

class TestBlocks : public QObject
{
    Q_OBJECT

private slots:
    void greyBlocksDifferByShape_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("side");
        for (const bool dark : { true, false })
            for (const int side : { 10, 16, 24 })
                QTest::addRow("%s, %d px", dark ? "dark" : "light", side) << dark << side;
    }
    void greyBlocksDifferByShape()
    {
        QFETCH(bool, dark);
        QFETCH(int, side);
        const Theme theme = dark ? Theme::darkTheme() : Theme::lightTheme();
        for (const core::Kind a : core::kAllKinds)
            for (const core::Kind b : core::kAllKinds)
                if (a < b) {
                    const double share = difference(greyBlock(a, side, theme), greyBlock(b, side, theme));
                    QVERIFY2(share >= 0.1,
                        qPrintable(QStringLiteral("%1 and %2: %3")
                                       .arg(static_cast<int>(a))
                                       .arg(static_cast<int>(b))
                                       .arg(share)));
                }
    }
};

MEMWALL_TEST(TestBlocks, QApplication)

} // namespace tst_blocks

#include "tst_blocks.moc"
