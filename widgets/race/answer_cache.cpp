#include "widgets/race/answer_cache.h"

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

/// Whole pixels, so that lines which move up look as if they had been drawn there.
double stepOf(const QFontMetricsF& metrics, const Theme& theme, double ratio)
{
    return std::ceil((metrics.height() + theme.px(2)) * ratio) / ratio;
}

/// The old lines from this one on are the beginning of the new ones: what is drawn of them stays right.
bool continues(const std::vector<TapeLine>& before, std::size_t from, const std::vector<TapeLine>& after)
{
    if (before.size() <= from || before.size() - from > after.size())
        return false;
    for (std::size_t i = from; i < before.size(); ++i) {
        const TapeLine& next = after[i - from];
        if (before[i].size() > next.size() || (i + 1 < before.size() && before[i].size() != next.size()))
            return false;
        const bool same = std::equal(before[i].begin(), before[i].end(), next.begin(),
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
    m_words.clear();
    m_picture = QPixmap { (size * ratio).toSize().expandedTo({ 1, 1 }) };
    m_picture.setDevicePixelRatio(ratio);
}

double AnswerCache::step() const
{
    return stepOf(QFontMetricsF { m_theme.font(TextRole::Body) }, m_theme, m_picture.devicePixelRatio());
}

std::vector<TapeLine> AnswerCache::linesOf(const TapeSlice& slice) const
{
    const double height = QFontMetricsF { m_theme.font(TextRole::Body) }.height();
    const auto most
        = static_cast<std::size_t>(std::max(1.0, std::floor((m_size.height() + step() - height) / step())));
    return lastLines(slice, m_theme, m_size.width() - m_theme.px(14), most);
}

QRectF AnswerCache::paint(QPainter& painter, const TapeSlice& slice)
{
    return draw(painter, linesOf(slice), {});
}

const QPixmap& AnswerCache::picture(const TapeSlice& slice)
{
    if (slice.written == m_written)
        return m_picture;
    auto lines = linesOf(slice);
    const std::size_t before = m_lines.size();
    if (slice.written < m_written || !moveUp(lines)) {
        m_picture.fill(m_theme.panel);
        m_lines.clear();
        ++m_redraws;
    }
    // Lines that stay where they were keep their pixels, but for the last, which had the caret.
    const bool grown = before > 0 && m_lines.size() == before;
    const double top = grown ? step() * static_cast<double>(before - 1) : 0.0;
    m_changed = { 0, top, m_size.width(),
        (grown ? step() * static_cast<double>(lines.size()) : m_size.height()) - top };
    QPainter painter { &m_picture };
    m_caret = draw(painter, lines, m_lines);
    m_lines = std::move(lines);
    m_written = slice.written;
    return m_picture;
}

/// Moves what is drawn up to where the new lines have it. False: they have nothing of it.
bool AnswerCache::moveUp(const std::vector<TapeLine>& lines)
{
    std::size_t gone = 0;
    while (gone < m_lines.size() && !continues(m_lines, gone, lines))
        ++gone;
    if (gone == m_lines.size())
        return false;
    if (gone == 0)
        return true;
    const int up
        = static_cast<int>(std::lround(static_cast<double>(gone) * step() * m_picture.devicePixelRatio()));
    m_picture.scroll(0, -up, m_picture.rect());
    QPainter painter { &m_picture };
    const double free = up / m_picture.devicePixelRatio();
    painter.fillRect(
        QRectF { 0, m_size.height() - free, m_size.width(), free }.adjusted(0, 0, 1, 1), m_theme.panel);
    m_lines.erase(m_lines.begin(), m_lines.begin() + static_cast<std::ptrdiff_t>(gone));
    return true;
}

/// Shaping a word takes longer than drawing it, and an answer has few different ones.
const QStaticText& AnswerCache::word(const QString& text)
{
    const auto found = m_words.constFind(text);
    if (found != m_words.constEnd())
        return *found;
    QStaticText made { text };
    made.setTextFormat(Qt::PlainText);
    made.prepare({}, m_theme.font(TextRole::Body));
    return *m_words.insert(text, made);
}

/// Some of the lines stand there already.
QRectF AnswerCache::draw(
    QPainter& painter, const std::vector<TapeLine>& lines, const std::vector<TapeLine>& there)
{
    painter.setFont(m_theme.font(TextRole::Body));
    painter.setPen(m_theme.text);
    const double ascent = QFontMetricsF { painter.font() }.ascent(), down = step();
    double y = 0, x = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t drawn = i < there.size() ? there[i].size() : 0;
        if (i > 0) {
            y += down;
            x = 0;
        }
        for (std::size_t k = 0; k < lines[i].size(); ++k) {
            const PlacedPiece& placed = lines[i][k];
            x = placed.x + placed.width;
            if (k < drawn)
                continue;
            painter.drawStaticText(QPointF { placed.x, y }, word(placed.piece.text));
            if (placed.piece.mark == TapeMark::Accepted) // a draft that was kept, as on the tape
                painter.fillRect(
                    QRectF { placed.x, y + ascent + m_theme.px(2), placed.width, m_theme.px(1.6) },
                    m_theme.color(core::Kind::Draft));
        }
    }
    return { x + m_theme.px(3), y + m_theme.px(2), m_theme.px(6), ascent };
}

} // namespace memwall::ui
