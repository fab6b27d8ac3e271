// Pictures as files: PNG at any resolution, SVG and PDF as vectors with their text as text.
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

#include <expected>
#include <functional>
#include <optional>

class QPaintDevice;

namespace memwall::app
{

enum class PictureFormat : std::uint8_t
{
    Png,
    Svg,
    Pdf,
};

/// By the end of the file's name; a name without one, and "-", are PNG. Nothing: some other format.
[[nodiscard]] std::optional<PictureFormat> pictureFormatOf(const QString& path);

struct PictureSheet
{
    QString title;
    QSize size; ///< in logical pixels, of 1/96 inch on paper
    double pixelRatio = 1; ///< PNG: pixels per logical pixel
};

/// Widest and highest picture in pixels that is made.
inline constexpr int kMostPixels = 32767;

/// The file's bytes. Draws once, on a device of the sheet's logical size.
[[nodiscard]] std::expected<QByteArray, QString> pictureFile(
    PictureFormat format, const PictureSheet& sheet, const std::function<void(QPaintDevice&)>& draw);

} // namespace memwall::app
