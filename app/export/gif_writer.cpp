#include "app/export/movie_writer.h"
#include "app/export/palette.h"
#include "app/files/output_file.h"

#include <algorithm>
#include <array>
#include <gif_lib.h>

namespace memwall::app
{

namespace
{

constexpr int kTableSize = 256;
constexpr int kTransparent = kTableSize - 1; ///< "as the picture before"
constexpr int kColorBits = 8;

int writeTo(GifFileType* gif, const GifByteType* bytes, int count)
{
    auto& file = *static_cast<OutputFile*>(gif->UserData);
    return file.write(reinterpret_cast<const char*>(bytes), count) ? count : 0;
}

QImage indexed(const QImage& picture, Palette& palette)
{
    QImage image(picture.size(), QImage::Format_Indexed8);
    QRgb last = 0;
    uchar index = palette.indexOf(last);
    for (int y = 0; y < picture.height(); ++y) {
        const auto* from = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
        uchar* to = image.scanLine(y);
        for (int x = 0; x < picture.width(); ++x) {
            if (from[x] != last) {
                last = from[x];
                index = palette.indexOf(last);
            }
            to[x] = index;
        }
    }
    return image;
}

/// Where two pictures differ; one pixel where they do not, because a picture must have some.
QRect changedArea(const QImage& before, const QImage& after)
{
    if (before.isNull())
        return after.rect();
    QRect area;
    for (int y = 0; y < after.height(); ++y) {
        const uchar *a = before.constScanLine(y), *b = after.constScanLine(y);
        const uchar* end = b + after.width();
        const auto [first, ignored] = std::mismatch(b, end, a);
        if (first == end)
            continue;
        int last = after.width() - 1;
        while (a[last] == b[last])
            --last;
        area |= QRect(QPoint(static_cast<int>(first - b), y), QPoint(last, y));
    }
    return area.isNull() ? QRect(0, 0, 1, 1) : area;
}

class GifWriter : public MovieWriter
{
public:
    GifWriter(const QString& path, const MovieTiming& timing, const QVector<QImage>& samples)
        : m_timing(timing)
        , m_palette(samples, kTransparent)
        , m_path(path)
        , m_file(path)
    {
    }
    ~GifWriter() override
    {
        if (m_gif)
            EGifCloseFile(m_gif, nullptr);
    }

    Outcome open(QSize size, const QString& title)
    {
        if (!m_file.open())
            return failed();
        m_gif = EGifOpen(&m_file, writeTo, nullptr);
        if (!m_gif)
            return failed();
        EGifSetGifVersion(m_gif, true);
        std::array<GifColorType, kTableSize> table {};
        for (int i = 0; i < m_palette.colors().size(); ++i) {
            const QColor color(m_palette.colors()[i]);
            table[static_cast<std::size_t>(i)] = { static_cast<GifByteType>(color.red()),
                static_cast<GifByteType>(color.green()), static_cast<GifByteType>(color.blue()) };
        }
        ColorMapObject* map = GifMakeMapObject(kTableSize, table.data());
        const bool good = map
            && EGifPutScreenDesc(m_gif, size.width(), size.height(), kColorBits, 0, map) == GIF_OK
            && putLoop() && (title.isEmpty() || EGifPutComment(m_gif, title.toUtf8().constData()) == GIF_OK);
        GifFreeMapObject(map);
        return good ? Outcome {} : failed();
    }

    Outcome add(const QImage& picture) override
    {
        const QImage image = indexed(picture, m_palette);
        const QRect area = changedArea(m_before, image);
        const bool good = putTime() && putArea(image, area);
        m_before = image;
        ++m_frame;
        return good ? Outcome {} : failed();
    }

    Outcome finish() override
    {
        const bool good = EGifCloseFile(std::exchange(m_gif, nullptr), nullptr) == GIF_OK;
        return good && m_file.commit() ? Outcome {} : failed();
    }

private:
    [[nodiscard]] Outcome failed() const
    {
        return std::unexpected(
            m_file.error().isEmpty() ? m_path + QStringLiteral(": no memory for a GIF") : m_file.error());
    }

    bool putLoop()
    {
        constexpr std::array<GifByteType, 3> kForEver { 1, 0, 0 };
        return EGifPutExtensionLeader(m_gif, APPLICATION_EXT_FUNC_CODE) == GIF_OK
            && EGifPutExtensionBlock(m_gif, 11, "NETSCAPE2.0") == GIF_OK
            && EGifPutExtensionBlock(m_gif, int(kForEver.size()), kForEver.data()) == GIF_OK
            && EGifPutExtensionTrailer(m_gif) == GIF_OK;
    }

    bool putTime()
    {
        GraphicsControlBlock control {};
        control.DisposalMode = DISPOSE_DO_NOT;
        control.DelayTime = m_timing.hundredths(m_frame);
        control.TransparentColor = m_before.isNull() ? NO_TRANSPARENT_COLOR : kTransparent;
        std::array<GifByteType, 4> bytes {};
        EGifGCBToExtension(&control, bytes.data());
        return EGifPutExtension(m_gif, GRAPHICS_EXT_FUNC_CODE, int(bytes.size()), bytes.data()) == GIF_OK;
    }

    bool putArea(const QImage& image, const QRect& area)
    {
        if (EGifPutImageDesc(m_gif, area.x(), area.y(), area.width(), area.height(), false, nullptr)
            != GIF_OK)
            return false;
        std::vector<GifByteType> row(static_cast<std::size_t>(area.width()));
        for (int y = area.top(); y <= area.bottom(); ++y) {
            const uchar* now = image.constScanLine(y) + area.left();
            std::copy_n(now, area.width(), row.begin());
            if (!m_before.isNull()) {
                // Long runs of one value are what this format packs well.
                const uchar* before = m_before.constScanLine(y) + area.left();
                for (std::size_t x = 0; x < row.size(); ++x)
                    if (row[x] == before[x])
                        row[x] = kTransparent;
            }
            if (EGifPutLine(m_gif, row.data(), area.width()) != GIF_OK)
                return false;
        }
        return true;
    }

    MovieTiming m_timing;
    Palette m_palette;
    QString m_path;
    OutputFile m_file;
    GifFileType* m_gif = nullptr;
    QImage m_before;
    std::int64_t m_frame = 0;
};

} // namespace

std::expected<std::unique_ptr<MovieWriter>, QString> gifWriter(
    const QString& path, const MovieTiming& timing, const QVector<QImage>& samples, const QString& title)
{
    auto writer = std::make_unique<GifWriter>(path, timing, samples);
    if (auto opened = writer->open(samples.front().size(), title); !opened)
        return std::unexpected(opened.error());
    return writer;
}

} // namespace memwall::app
