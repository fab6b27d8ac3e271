// The written answer of one lane as a picture that only grows: a new token draws its own word, and the whole
// is drawn anew only when the lines move up or the place changes.
#pragma once

#include "widgets/tape/tape_layout.h"
#include "widgets/theme/theme.h"

#include <QPixmap>

namespace memwall::ui
{

class AnswerCache
{
public:
    /// Another answer, or another place for it.
    void reset(const QSizeF& size, double ratio, const Theme& theme);

    /// The picture with so many tokens written.
    [[nodiscard]] const QPixmap& picture(const TapeSlice& slice);
    /// Where the next token will be, in the picture.
    [[nodiscard]] QRectF caret() const { return m_caret; }
    [[nodiscard]] const std::vector<TapeLine>& lines() const { return m_lines; }
    [[nodiscard]] int redraws() const { return m_redraws; } ///< of the whole, for tests

private:
    void draw(QPainter& painter, const std::vector<TapeLine>& lines, bool onlyNew);

    QPixmap m_picture;
    QSizeF m_size;
    Theme m_theme;
    std::int64_t m_written = -1;
    std::vector<TapeLine> m_lines;
    QRectF m_caret;
    int m_redraws = 0;
};

} // namespace memwall::ui
