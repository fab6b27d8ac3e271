#include "app/export/picture_file.h"

#include "widgets/base/plain_text.h"
#include "widgets/base/svg_device.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPageLayout>
#include <QPdfWriter>

namespace memwall::app
{

namespace
{

using Draw = std::function<void(QPaintDevice&)>;

constexpr int kDotsPerInch = 96;
constexpr double kPointsPerInch = 72;

QString maker()
{
    return QStringLiteral("Memwall ") + QCoreApplication::applicationVersion();
}

std::expected<QByteArray, QString> png(const PictureSheet& sheet, const Draw& draw)
{
    QImage image((QSizeF(sheet.size) * sheet.pixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return std::unexpected(
            QStringLiteral("the picture does not fit into memory; try a smaller --size or --pixel-ratio"));
    image.setDevicePixelRatio(sheet.pixelRatio);
    image.fill(Qt::white);
    draw(image);
    image.setText(QStringLiteral("Title"), ui::visibleText(sheet.title));
    image.setText(QStringLiteral("Software"), maker());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return std::unexpected(QStringLiteral("the picture could not be made; try a smaller --size"));
    return bytes;
}

QByteArray svg(const PictureSheet& sheet, const Draw& draw)
{
    ui::SvgDevice device(sheet.size, sheet.title, maker());
    draw(device);
    return device.document();
}

QByteArray pdf(const PictureSheet& sheet, const Draw& draw)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(ui::visibleText(sheet.title));
    writer.setCreator(maker());
    writer.setResolution(kDotsPerInch);
    const QSizeF points = QSizeF(sheet.size) * (kPointsPerInch / kDotsPerInch);
    writer.setPageLayout(QPageLayout(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch),
        QPageLayout::Portrait, QMarginsF()));
    draw(writer);
    return bytes;
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix.isEmpty() || suffix == QStringLiteral("png"))
        return PictureFormat::Png;
    if (suffix == QStringLiteral("svg"))
        return PictureFormat::Svg;
    if (suffix == QStringLiteral("pdf"))
        return PictureFormat::Pdf;
    return std::nullopt;
}

std::expected<QByteArray, QString> pictureFile(
    PictureFormat format, const PictureSheet& sheet, const Draw& draw)
{
    switch (format) {
    case PictureFormat::Svg:
        return svg(sheet, draw);
    case PictureFormat::Pdf:
        return pdf(sheet, draw);
    case PictureFormat::Png:
        break;
    }
    return png(sheet, draw);
}

} // namespace memwall::app
