#include "widgets/tape/tape_layout.h"

#include "widgets/theme/text_width.h"

#include <algorithm>

namespace memwall::ui
{

namespace
{

/// One word: all its tokens, whether written or not, so that a word never jumps to the next line.
struct Word
{
    std::vector<PlacedPiece> pieces; ///< of the written tokens
    double width = 0; ///< of all tokens
};

class Wrapper
{
public:
    Wrapper(const TapeSlice& slice, const Theme& theme, double width)
        : m_slice { slice }
        , m_theme { theme }
        , m_width { width }
    {
    }

    /// Lines of the repetition that begins at token `from`.
    std::vector<TapeLine> paragraph(std::int64_t from)
    {
        m_lines.assign(1, {});
        m_x = 0;
        const std::int64_t end = from + m_slice.tokens.size();
        for (std::int64_t i = from; i < std::min(end, m_slice.written);)
            i = place(wordAt(i, end), i, end);
        return m_lines;
    }

private:
    [[nodiscard]] double widthOf(const QString& text) const
    {
        return textWidth(text, m_theme, TextRole::Body);
    }

    [[nodiscard]] std::int64_t wordEnd(std::int64_t i, std::int64_t end) const
    {
        const auto begins
            = [this](std::int64_t token) { return tokenOf(m_slice.tokens, token).startsWith(u' '); };
        for (++i; i < end && !begins(i);)
            ++i;
        return i;
    }

    Word wordAt(std::int64_t i, std::int64_t end)
    {
        Word word;
        const std::int64_t most
            = m_slice.run.requests[m_slice.request].outputTokens; // pieces exist only up to here
        for (std::int64_t token = i; token < std::min(wordEnd(i, end), most); ++token) {
            const QString& text = tokenOf(m_slice.tokens, token);
            const double width = widthOf(text);
            word.width += width;
            if (token < m_slice.written)
                word.pieces.push_back({ { text, markOf(m_slice.run, m_slice.request, token) }, 0, width });
        }
        return word;
    }

    std::int64_t place(Word word, std::int64_t i, std::int64_t end)
    {
        if (m_x > 0 && m_x + word.width > m_width) {
            m_lines.emplace_back();
            m_x = 0;
        }
        for (PlacedPiece& piece : word.pieces) {
            if (m_x == 0 && piece.piece.text.startsWith(u' ')) {
                piece.piece.text.remove(0, 1);
                piece.width = widthOf(piece.piece.text);
            }
            piece.x = m_x;
            m_x += piece.width;
            m_lines.back().push_back(std::move(piece));
        }
        return wordEnd(i, end);
    }

    const TapeSlice& m_slice;
    const Theme& m_theme;
    double m_width;
    std::vector<TapeLine> m_lines;
    double m_x = 0;
};

} // namespace

std::vector<TapeLine> lastLines(const TapeSlice& slice, const Theme& theme, double width, std::size_t most)
{
    if (slice.written <= 0 || slice.tokens.isEmpty() || most == 0)
        return {};
    Wrapper wrapper { slice, theme, width };
    const std::int64_t period = slice.tokens.size();
    const std::int64_t from = (slice.written - 1) / period * period;
    std::vector<TapeLine> lines = wrapper.paragraph(from);
    if (lines.size() < most && from > 0) {
        std::vector<TapeLine> before = wrapper.paragraph(from - period);
        before.insert(before.end(), lines.begin(), lines.end());
        lines = std::move(before);
    }
    if (lines.size() > most)
        lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(most));
    return lines;
}

} // namespace memwall::ui
