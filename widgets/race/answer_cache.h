// The written answer of one lane as a picture that only grows: a new token draws its own word, full lines
// move up as they are, and the whole is drawn anew only when the place changes or the time goes back.
#pragma once

#include "widgets/tape/tape_layout.h"
#include "widgets/theme/theme.h"

#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <QStaticText>

namespace memwall::ui
{

class AnswerCache
{
public:
    /// Another answer, or another place for it.
    void reset(const QSizeF& size, double ratio, const Theme& theme);

    /// The picture with so many tokens written.
    [[nodiscard]] const QPixmap& picture(const TapeSlice& slice);
    /// The same without the picture, for vectors and finer pixels. Returns where the next token will be.
    QRectF paint(QPainter& painter, const TapeSlice& slice);
    /// Where the next token will be, in the picture.
    [[nodiscard]] QRectF caret() const { return m_caret; }
    /// What the last change of the picture touched.
    [[nodiscard]] QRectF changed() const { return m_changed; }
    [[nodiscard]] const std::vector<TapeLine>& lines() const { return m_lines; }
    [[nodiscard]] int redraws() const { return m_redraws; } ///< of the whole, for tests

private:
    [[nodiscard]] double step() const;
    [[nodiscard]] std::vector<TapeLine> linesOf(const TapeSlice& slice) const;
    bool moveUp(const std::vector<TapeLine>& lines);
    QRectF draw(QPainter& painter, const std::vector<TapeLine>& lines, const std::vector<TapeLine>& there);
    const QStaticText& word(const QString& text);

    QPixmap m_picture;
    QSizeF m_size;
    Theme m_theme;
    std::int64_t m_written = -1;
    std::vector<TapeLine> m_lines;
    QHash<QString, QStaticText> m_words; ///< shaped
    QRectF m_caret, m_changed;
    int m_redraws = 0;
};

} // namespace memwall::ui
