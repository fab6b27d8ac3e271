#include "app/frame/screen_fit.h"

#include <QApplication>
#include <QEvent>
#include <QScreen>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace memwall::app
{

ScreenFit::ScreenFit(QObject* parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool ScreenFit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Show || event->spontaneous() || !watched->isWidgetType())
        return QObject::eventFilter(watched, event);
    auto& window = *static_cast<QWidget*>(watched);
    const Qt::WindowType type = window.windowType();
    const bool framed = type == Qt::Window || type == Qt::Dialog || type == Qt::Tool;
    if (framed && window.isWindow() && !window.isFullScreen() && !window.isMaximized()) {
        const int titleBar = window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
        const QRect room = window.screen()->availableGeometry();
        const QRect place = fitted(window.geometry(), room, titleBar);
        if (place != window.geometry()) {
            window.setMinimumSize(window.minimumSize().boundedTo(place.size()));
            window.setGeometry(place);
        }
    }
    return QObject::eventFilter(watched, event);
}

QRect fitted(QRect window, QRect room, int titleBar)
{
    const QRect inside = room.adjusted(0, std::min(titleBar, room.height() / 4), 0, 0);
    if (window.width() <= room.width() && window.height() <= inside.height())
        return window; // where it stands is the desktop's business
    const QSize size = window.size().boundedTo(inside.size());
    const int x = std::clamp(window.x(), inside.left(), inside.right() + 1 - size.width());
    const int y = std::clamp(window.y(), inside.top(), inside.bottom() + 1 - size.height());
    return { QPoint(x, y), size };
}

} // namespace memwall::app
