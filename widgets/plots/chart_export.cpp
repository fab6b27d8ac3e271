#include "widgets/plots/chart_export.h"

#include "widgets/base/svg_device.h"
#include "widgets/plots/chart_source.h"
#include "widgets/plots/vector_plot.h"

#include <QBuffer>

namespace memwall::ui
{

namespace
{

void paint(QWidget& widget, QPainter& painter)
{
    const ExportedPlots plots(widget);
    widget.render(&painter, QPoint {}, QRegion {}, QWidget::DrawChildren);
}

QColor groundOf(const QWidget& widget)
{
    return widget.palette().color(QPalette::Window);
}

} // namespace

QImage chartImage(ChartSource& chart, double scale)
{
    QWidget& widget = chart.chartPicture();
    QImage image((QSizeF(widget.size()) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(groundOf(widget));
    QPainter painter(&image);
    paint(widget, painter);
    return image;
}

QByteArray chartPng(ChartSource& chart, double scale)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    chartImage(chart, scale).save(&buffer, "PNG");
    return png;
}

QByteArray chartSvg(ChartSource& chart)
{
    QWidget& widget = chart.chartPicture();
    SvgDevice device(widget.size(), chart.chartName(), QStringLiteral("Memwall"));
    QPainter painter(&device);
    painter.fillRect(widget.rect(), groundOf(widget));
    paint(widget, painter);
    painter.end();
    return device.document();
}

} // namespace memwall::ui
