// The colours of a movie that may have only 256: one table for all its pictures, so that nothing flickers.
#pragma once

#include <QHash>
#include <QImage>
#include <QVector>

namespace memwall::app
{

class Palette
{
public:
    /// Frequent colours stand in the table as they are (surfaces, text); the rest share what is left by
    /// median cut. REQUIRES: at least one image.
    Palette(const QVector<QImage>& samples, int most);

    [[nodiscard]] const QVector<QRgb>& colors() const { return m_colors; }
    /// Place of the nearest colour in the table.
    [[nodiscard]] uchar indexOf(QRgb color);

private:
    QVector<QRgb> m_colors;
    QHash<QRgb, uchar> m_known;
};

} // namespace memwall::app
