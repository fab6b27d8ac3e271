#include "widgets/race/answer_cache.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

double stepOf(const QFontMetricsF& metrics, const Theme& theme)
{
    return metrics.height() + theme.px(2);
}

/// The old lines are the beginning of the new ones: what is drawn stays right.
bool continues(const std::vector<TapeLine>& before, const std::vector<TapeLine>& after)
{
    if (before.empty() || before.size() > after.size())
        return false;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i].size() > after[i].size()
            || (i + 1 < before.size() && before[i].size() != after[i].size()))
            return false;
        const bool same = std::equal(before[i].begin(), before[i].end(), after[i].begin(),
            [](const PlacedPiece& a, const PlacedPiece& b) { return a.x == b.x && a.piece == b.piece; });
        if (!same)
            return false;
    }
    return true;
}

} // namespace

void AnswerCache::reset(const QSizeF& size, double ratio, const Theme& theme)
{
    m_size = size;
    m_theme = theme;
    m_written = -1;
    m_lines.clear();
    m_picture = QPixmap { (size * ratio).toSize().expandedTo({ 1, 1 }) };
    m_picture.setDevicePixelRatio(ratio);
}

const QPixmap& AnswerCache::picture(const TapeSlice& slice)
{
    if (slice.written == m_written)
        return m_picture;
    const QFontMetricsF metrics { m_theme.font(TextRole::Body) };
    const auto most = static_cast<std::size_t>(
        std::max(1.0, std::floor((m_size.height() + m_theme.px(2)) / stepOf(metrics, m_theme))));
    auto lines = lastLines(slice, metrics, m_size.width() - m_theme.px(14), most);
    const bool grows = slice.written > m_written && continues(m_lines, lines);
    QPainter painter { &m_picture };
    painter.setFont(m_theme.font(TextRole::Body));
    if (!grows) {
        m_picture.fill(m_theme.panel);
        m_lines.clear();
        ++m_redraws;
    }
    draw(painter, lines, grows);
    m_lines = std::move(lines);
    m_written = slice.written;
    return m_picture;
}

void AnswerCache::draw(QPainter& painter, const std::vector<TapeLine>& lines, bool onlyNew)
{
    const QFontMetricsF metrics { painter.font() };
    double y = metrics.ascent(), x = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t drawn = onlyNew && i < m_lines.size() ? m_lines[i].size() : 0;
        if (i > 0) {
            y += stepOf(metrics, m_theme);
            x = 0;
        }
        for (std::size_t k = 0; k < lines[i].size(); ++k) {
            const PlacedPiece& placed = lines[i][k];
            x = placed.x + placed.width;
            if (k < drawn)
                continue;
            painter.setPen(m_theme.text);
            painter.drawText(QPointF { placed.x, y }, placed.piece.text);
            if (placed.piece.mark == TapeMark::Accepted) // a draft that was kept, as on the tape
                painter.fillRect(QRectF { placed.x, y + m_theme.px(2), placed.width, m_theme.px(1.6) },
                    m_theme.color(core::Kind::Draft));
        }
    }
    m_caret = { x + m_theme.px(3), y - metrics.ascent() + m_theme.px(2), m_theme.px(6), metrics.ascent() };
}

} // namespace memwall::ui
