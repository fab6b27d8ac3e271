#include "app/frame/surface.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace memwall::app
{

namespace
{

constexpr double kMarkWidth = 28;
constexpr double kMarkHeight = 22;
constexpr double kMarkGap = 10;

void paintBricks(QPainter& painter, const QRectF& rect, const ui::Theme& theme)
{
    constexpr int kRows = 3;
    const double height = rect.height() / kRows;
    const double width = rect.width() / 2;
    const double joint = theme.px(1);
    painter.setClipRect(rect);
    painter.fillRect(rect, theme.mortar);
    for (int row = 0; row < kRows; ++row) {
        const double shift = row % 2 == 0 ? 0.0 : -width / 2;
        for (int column = 0; column < 3; ++column) {
            const QRectF brick(rect.left() + shift + column * width, rect.top() + row * height, width - joint,
                height - joint);
            painter.fillRect(brick, theme.bricks[static_cast<std::size_t>(row + column) % 2]);
        }
    }
    painter.setClipping(false);
}

} // namespace

void Surface::setTheme(const ui::Theme& theme)
{
    m_theme = theme;
    update();
}

void Surface::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.panel);
    painter.fillRect(QRectF(0, height() - 1.0, width(), 1.0), m_theme.line);
}

bool Body::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        emit placingRequested();
    return handled;
}

Brand::Brand(QWidget* parent)
    : QWidget(parent)
    , m_theme(ui::Theme::darkTheme())
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(QStringLiteral("Memwall"));
}

void Brand::setTheme(const ui::Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

QRectF Brand::markRect() const
{
    const double markHeight = m_theme.px(kMarkHeight);
    return { 0, (height() - markHeight) / 2, m_theme.px(kMarkWidth), markHeight };
}

QSize Brand::sizeHint() const
{
    const QFontMetricsF metrics(m_theme.font(ui::TextRole::Title));
    const double width
        = m_theme.px(kMarkWidth + kMarkGap) + metrics.horizontalAdvance(QStringLiteral("Memwall"));
    return QSize(static_cast<int>(std::ceil(width)) + 1,
        static_cast<int>(std::ceil(std::max(metrics.height(), m_theme.px(kMarkHeight)))));
}

void Brand::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintBricks(painter, markRect(), m_theme);
    painter.setPen(m_theme.text);
    painter.setFont(m_theme.font(ui::TextRole::Title));
    painter.drawText(QRectF(rect()).adjusted(m_theme.px(kMarkWidth + kMarkGap), 0, 0, 0),
        Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("Memwall"));
}

} // namespace memwall::app
