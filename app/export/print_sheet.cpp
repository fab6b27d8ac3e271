#include "app/export/print_sheet.h"

#include "widgets/base/plain_text.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPageLayout>
#include <QTextLayout>

#include <cmath>

namespace memwall::app
{

namespace
{

constexpr int kSheetDotsPerInch = 96;
constexpr QSizeF kPaper { 793.7, 1122.5 }; // A4
constexpr double kMargin = 57; // 15 mm
constexpr double kBottom = kPaper.height() - kMargin - 22; // above the footer

std::unique_ptr<QPdfWriter> writerTo(QBuffer& buffer, const QString& title)
{
    auto writer = std::make_unique<QPdfWriter>(&buffer);
    writer->setTitle(ui::visibleText(title));
    writer->setCreator(QStringLiteral("Memwall ") + QCoreApplication::applicationVersion());
    writer->setResolution(kSheetDotsPerInch);
    writer->setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
    return writer;
}

/// Breaks a paragraph into lines of a width; draws them where there is a painter. Returns the height.
double layOut(const QString& paragraph, const QFont& font, double width, QPainter* painter, QPointF at)
{
    QTextLayout layout(paragraph, font);
    const double line = std::ceil(QFontMetricsF(font).height() * 1.12);
    double height = 0;
    layout.beginLayout();
    for (QTextLine next = layout.createLine(); next.isValid(); next = layout.createLine()) {
        next.setLineWidth(width);
        next.setPosition({ 0, height });
        height += line;
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, at);
    return std::max(height, line);
}

} // namespace

PrintSheet::PrintSheet(QString title, QString footer, ui::Theme theme)
    : m_footer(std::move(footer))
    , m_theme(std::move(theme))
    , m_buffer(&m_bytes)
    , m_y(kMargin)
{
    m_buffer.open(QIODevice::WriteOnly);
    m_writer = writerTo(m_buffer, title);
    m_painter.begin(m_writer.get());
}

double PrintSheet::width() const
{
    return kPaper.width() - 2 * kMargin;
}

double PrintSheet::roomLeft() const
{
    return kBottom - m_y;
}

void PrintSheet::space(double height)
{
    m_y += height;
}

void PrintSheet::keepTogether(double height)
{
    if (height > roomLeft() && m_y > kMargin)
        newPage();
}

void PrintSheet::newPage()
{
    drawFooter();
    m_writer->newPage();
    m_y = kMargin;
    ++m_page;
}

void PrintSheet::drawFooter()
{
    const QRectF line(kMargin, kPaper.height() - kMargin - 4, width(), 18);
    m_painter.setPen(QPen(m_theme.line, 0.75));
    m_painter.drawLine(line.topLeft(), line.topRight());
    m_painter.setPen(m_theme.secondary);
    m_painter.setFont(m_theme.font(ui::TextRole::Caption));
    const QRectF words = line.adjusted(0, 4, 0, 4);
    m_painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, m_footer);
    m_painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, QString::number(m_page));
}

void PrintSheet::heading(const QString& text)
{
    constexpr double kAbove = 14, kWithSome = 90;
    keepTogether(kWithSome);
    space(m_y > kMargin ? kAbove : 0);
    this->text(text, ui::TextRole::Title, m_theme.text);
    space(4);
}

double PrintSheet::heightOf(const QString& words, ui::TextRole role, double left) const
{
    double height = 0;
    for (const QString& paragraph : words.split(u'\n'))
        height += layOut(paragraph, m_theme.font(role), width() - left, nullptr, {});
    return height;
}

void PrintSheet::text(const QString& words, ui::TextRole role, const QColor& color, double left)
{
    for (const QString& paragraph : words.split(u'\n')) {
        keepTogether(heightOf(paragraph, role, left));
        m_painter.setPen(color);
        m_y += layOut(paragraph, m_theme.font(role), width() - left, &m_painter, { kMargin + left, m_y });
    }
}

void PrintSheet::pair(const QString& left, const QString& right, ui::TextRole role, const QColor& color)
{
    const QFont font = m_theme.font(role);
    const double height = std::ceil(QFontMetricsF(font).height() * 1.12);
    keepTogether(height);
    m_painter.setFont(font);
    m_painter.setPen(color);
    const QRectF line(kMargin, m_y, width(), height);
    m_painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, left);
    m_painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, right);
    m_y += height;
}

void PrintSheet::picture(double height, const std::function<void(QPainter&, const QRectF&)>& draw)
{
    keepTogether(height);
    m_painter.save();
    draw(m_painter, { kMargin, m_y, width(), height });
    m_painter.restore();
    m_y += height;
}

void PrintSheet::ruled(int lines)
{
    keepTogether(lines * kRuled);
    m_painter.setPen(QPen(m_theme.line, 0.75));
    for (int i = 0; i < lines; ++i) {
        m_y += kRuled;
        m_painter.drawLine(QPointF(kMargin, m_y - 6), QPointF(kMargin + width(), m_y - 6));
    }
}

QByteArray PrintSheet::finish()
{
    drawFooter();
    m_painter.end();
    m_writer.reset();
    return m_bytes;
}

} // namespace memwall::app
