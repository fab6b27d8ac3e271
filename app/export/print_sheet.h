// A4 pages that fill from top to bottom: headings, paragraphs, pictures, ruled lines to write on. All in
// vectors; a block that does not fit goes to the next page.
#pragma once

#include "widgets/theme/theme.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <functional>

namespace memwall::app
{

class PrintSheet
{
public:
    static constexpr double kRuled = 30; ///< between lines for handwriting

    /// footer: what stands at the bottom of every page, beside its number.
    PrintSheet(QString title, QString footer, ui::Theme theme);

    [[nodiscard]] const ui::Theme& theme() const { return m_theme; }
    [[nodiscard]] double width() const; ///< of the text, in pixels of 1/96 inch
    [[nodiscard]] double roomLeft() const; ///< down to the bottom margin

    void space(double height);
    /// A new page where less than this is left.
    void keepTogether(double height);
    void newPage();
    void heading(const QString& text);
    /// Plain text, wrapped; several paragraphs where it has line breaks.
    void text(const QString& words, ui::TextRole role, const QColor& color, double left = 0);
    /// Words on the left and on the right of one line.
    void pair(const QString& left, const QString& right, ui::TextRole role, const QColor& color);
    /// draw gets a rectangle of this height, as wide as the text.
    void picture(double height, const std::function<void(QPainter&, const QRectF&)>& draw);
    /// Lines to write on.
    void ruled(int lines);

    /// The PDF; no block after it.
    [[nodiscard]] QByteArray finish();

private:
    [[nodiscard]] double heightOf(const QString& words, ui::TextRole role, double left) const;
    void drawFooter();

    QString m_footer;
    ui::Theme m_theme;
    QByteArray m_bytes;
    QBuffer m_buffer;
    std::unique_ptr<QPdfWriter> m_writer;
    QPainter m_painter;
    double m_y = 0;
    int m_page = 1;
};

} // namespace memwall::app
