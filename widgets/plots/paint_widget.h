// Painting a window as a picture.
#pragma once

class QPaintDevice;
class QWidget;

namespace memwall::ui
{

/// Paints a widget with everything in it as the device draws best: strokes where it takes vectors, at its own
/// resolution where it takes pixels. QCustomPlot would hand out its pixmap of the screen's resolution.
/// REQUIRES: the widget has been shown, if only with WA_DontShowOnScreen.
void paintWidget(QPaintDevice& device, QWidget& widget);

} // namespace memwall::ui
