#include "app/export/palette.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>
#include <limits>

namespace memwall::app
{

namespace
{

struct Count
{
    QRgb color = 0;
    qint64 pixels = 0;
};

std::vector<Count> countColors(const QVector<QImage>& samples)
{
    QHash<QRgb, qint64> counts;
    for (const QImage& sample : samples) {
        for (int y = 0; y < sample.height(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(sample.constScanLine(y));
            for (int x = 0; x < sample.width();) {
                const int begin = x;
                while (x < sample.width() && line[x] == line[begin])
                    ++x;
                counts[line[begin] | 0xFF000000U] += x - begin;
            }
        }
    }
    std::vector<Count> all;
    for (auto i = counts.cbegin(); i != counts.cend(); ++i)
        all.push_back({ i.key(), i.value() });
    // A hash has no order; the table must not depend on it.
    std::sort(all.begin(), all.end(), [](const Count& a, const Count& b) {
        return a.pixels != b.pixels ? a.pixels > b.pixels : a.color < b.color;
    });
    return all;
}

int channel(QRgb color, int which)
{
    return static_cast<int>(color >> (8 * which)) & 0xFF;
}

/// Part of the colours, to become one.
struct Box
{
    std::vector<Count>::iterator begin, end;
    int widest = 0; ///< channel
    qint64 weight = 0; ///< extent times pixels: the box that is worth cutting next

    Box(std::vector<Count>::iterator first, std::vector<Count>::iterator last)
        : begin(first)
        , end(last)
    {
        int extent = 0;
        for (int which = 0; which < 3; ++which) {
            int low = 255, high = 0;
            for (auto i = begin; i != end; ++i) {
                low = std::min(low, channel(i->color, which));
                high = std::max(high, channel(i->color, which));
            }
            if (high - low > extent) {
                extent = high - low;
                widest = which;
            }
        }
        qint64 pixels = 0;
        for (auto i = begin; i != end; ++i)
            pixels += i->pixels;
        weight = extent * pixels;
    }

    [[nodiscard]] QRgb mean() const
    {
        std::array<qint64, 3> sums {};
        qint64 pixels = 0;
        for (auto i = begin; i != end; ++i) {
            for (std::size_t which = 0; which < 3; ++which)
                sums[which] += channel(i->color, static_cast<int>(which)) * i->pixels;
            pixels += i->pixels;
        }
        const auto part
            = [&](std::size_t which) { return static_cast<int>((sums[which] + pixels / 2) / pixels); };
        return qRgb(part(2), part(1), part(0));
    }
};

/// Cuts a box in two halves of as many pixels along its widest channel.
std::pair<Box, Box> cut(Box& box)
{
    std::sort(box.begin, box.end, [&box](const Count& a, const Count& b) {
        const int left = channel(a.color, box.widest), right = channel(b.color, box.widest);
        return left != right ? left < right : a.color < b.color;
    });
    qint64 pixels = 0;
    for (auto i = box.begin; i != box.end; ++i)
        pixels += i->pixels;
    auto middle = box.begin;
    for (qint64 seen = 0; middle != box.end && seen + middle->pixels <= pixels / 2; ++middle)
        seen += middle->pixels;
    middle = std::clamp(middle, box.begin + 1, box.end - 1);
    return { Box(box.begin, middle), Box(middle, box.end) };
}

void addMeans(QVector<QRgb>& colors, std::vector<Count> rest, int most)
{
    if (rest.empty() || most <= 0)
        return;
    std::vector<Box> boxes { Box(rest.begin(), rest.end()) };
    while (static_cast<int>(boxes.size()) < most) {
        const auto worst = std::max_element(
            boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.weight < b.weight; });
        if (worst->weight == 0)
            break;
        auto [left, right] = cut(*worst);
        *worst = left;
        boxes.push_back(right);
    }
    for (const Box& box : boxes)
        colors.push_back(box.mean());
}

} // namespace

Palette::Palette(const QVector<QImage>& samples, int most)
{
    MEMWALL_ASSERT(!samples.isEmpty());
    std::vector<Count> counts = countColors(samples);
    const auto exact = std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(counts.size()),
        static_cast<std::ptrdiff_t>(counts.size()) <= most ? most : most * 5 / 8);
    for (auto i = counts.begin(); i != counts.begin() + exact; ++i)
        m_colors.push_back(i->color);
    counts.erase(counts.begin(), counts.begin() + exact);
    addMeans(m_colors, std::move(counts), most - static_cast<int>(m_colors.size()));
}

uchar Palette::indexOf(QRgb color)
{
    color |= 0xFF000000U;
    const auto known = m_known.constFind(color);
    if (known != m_known.constEnd())
        return *known;
    // The eye sees differences in green best, in blue least.
    constexpr std::array kWeights { 2, 4, 3 };
    int best = 0, least = std::numeric_limits<int>::max();
    for (int i = 0; i < m_colors.size(); ++i) {
        int distance = 0;
        for (int which = 0; which < 3; ++which) {
            const int off = channel(color, which) - channel(m_colors[i], which);
            distance += kWeights[static_cast<std::size_t>(which)] * off * off;
        }
        if (distance < least) {
            least = distance;
            best = i;
        }
    }
    return *m_known.insert(color, static_cast<uchar>(best));
}

} // namespace memwall::app
