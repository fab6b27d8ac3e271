// No window opens larger than its screen, whatever its contents, its text size or the last time ask for.
#pragma once

#include <QObject>
#include <QRect>

namespace memwall::app
{

class ScreenFit : public QObject
{
    Q_OBJECT
public:
    explicit ScreenFit(QObject* parent);

    bool eventFilter(QObject* watched, QEvent* event) override;
};

/// A window's place and size on a screen with so much room, title bar and frame included.
[[nodiscard]] QRect fitted(QRect window, QRect room, int titleBar);

} // namespace memwall::app
