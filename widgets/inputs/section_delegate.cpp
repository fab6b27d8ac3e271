#include "widgets/inputs/section_delegate.h"

#include <QPainter>

#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kInset = 4;
constexpr double kRowPadding = 10;
constexpr double kBadge = 18, kBadgeGap = 8;
constexpr double kDot = 6;

QFont captionFont(const Theme& theme)
{
    QFont font = theme.font(TextRole::Caption);
    font.setWeight(QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, theme.px(0.4));
    return font;
}

QColor tinted(const Theme& theme)
{
    QColor color = theme.accent;
    color.setAlphaF(theme.dark ? 0.30F : 0.14F);
    return color;
}

} // namespace

void SectionDelegate::paintCaption(QPainter& painter, const QRectF& box, const QString& text) const
{
    painter.setFont(captionFont(m_theme));
    painter.setPen(m_theme.faint);
    const QRectF room = box.adjusted(m_theme.px(kInset + kRowPadding), 0, 0, -m_theme.px(6));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignBottom, text);
}

void SectionDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option, bool chosen) const
{
    const double inset = m_theme.px(kInset);
    const QRectF box = QRectF { option.rect }.adjusted(inset, 1, -inset, -1);
    const bool hovered = option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled;
    const bool atKeyboard = option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus;
    if (!chosen && !hovered && !atKeyboard)
        return;
    painter.setPen(atKeyboard ? QPen { m_theme.accent, m_theme.px(2) } : QPen { Qt::NoPen });
    painter.setBrush(chosen ? tinted(m_theme) : m_theme.raised);
    painter.drawRoundedRect(box, m_theme.px(6), m_theme.px(6));
}

double SectionDelegate::paintBadge(QPainter& painter, const QRectF& box, int number, bool chosen) const
{
    const double radius = m_theme.px(kBadge) / 2;
    const QPointF centre { box.left() + radius, box.center().y() };
    painter.setPen(chosen ? QPen { Qt::NoPen } : QPen { m_theme.line, 1.0 });
    painter.setBrush(chosen ? m_theme.accent : m_theme.raised);
    painter.drawEllipse(centre, radius, radius);
    painter.setFont(m_theme.font(TextRole::Caption));
    painter.setPen(chosen ? m_theme.accentText : m_theme.secondary);
    painter.drawText(QRectF { centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius },
        Qt::AlignCenter, QString::number(number));
    return 2 * radius + m_theme.px(kBadgeGap);
}

/// In the padding before the row, where it takes no room from the title.
void SectionDelegate::paintMark(QPainter& painter, const QRectF& box) const
{
    const double radius = m_theme.px(kDot) / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.accent);
    painter.drawEllipse(
        QPointF { box.left() - m_theme.px(kRowPadding) / 2, box.center().y() }, radius, radius);
}

void SectionDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (index.data(kCaptionRole).toBool()) {
        paintCaption(*painter, option.rect, text);
        painter->restore();
        return;
    }
    const bool chosen = index.data(kChosenRole).toBool();
    const bool enabled = option.state & QStyle::State_Enabled;
    paintGround(*painter, option, chosen);
    const double side = m_theme.px(kInset + kRowPadding);
    QRectF room = QRectF { option.rect }.adjusted(side, 0, -side, 0);
    if (const int badge = index.data(kBadgeRole).toInt(); badge > 0)
        room.setLeft(room.left() + paintBadge(*painter, room, badge, chosen));
    if (index.data(kMarkRole).toBool())
        paintMark(*painter, room);
    const QFont font = m_theme.font(chosen ? TextRole::BodyStrong : TextRole::Body);
    const QFontMetricsF metrics { font };
    const QFont small = m_theme.font(TextRole::Caption);
    const QString detail = index.data(kDetailRole).toString();
    const double detailWidth = QFontMetricsF { small }.horizontalAdvance(detail);
    const bool both = metrics.horizontalAdvance(text) + detailWidth + m_theme.px(12) <= room.width();
    if (both && !detail.isEmpty()) {
        painter->setFont(small);
        painter->setPen(enabled ? m_theme.secondary : m_theme.faint);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, detail);
        room.setRight(room.right() - detailWidth - m_theme.px(12));
    }
    painter->setFont(font);
    painter->setPen(enabled ? m_theme.text : m_theme.faint);
    painter->drawText(room.adjusted(0, 0, 1, 0), Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(text, Qt::ElideRight, room.width() + 1));
    painter->restore();
}

double SectionDelegate::wholeWidth(const QModelIndex& index) const
{
    const bool caption = index.data(kCaptionRole).toBool();
    const QFontMetricsF metrics { caption ? captionFont(m_theme) : m_theme.font(TextRole::BodyStrong) };
    const double badge = index.data(kBadgeRole).toInt() > 0 ? m_theme.px(kBadge + kBadgeGap) : 0;
    return metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + badge
        + 2 * m_theme.px(kInset + kRowPadding);
}

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const
{
    const bool caption = index.data(kCaptionRole).toBool();
    const double height = caption ? (index.row() == 0 ? 28 : 40) : 32;
    return { static_cast<int>(m_theme.px(80)), static_cast<int>(std::lround(m_theme.px(height))) };
}

} // namespace memwall::ui
