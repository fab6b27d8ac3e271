// Draws the rows of a SectionList: captions, badges, the chosen row raised with the accent.
#pragma once

#include "widgets/theme/theme.h"

#include <QStyledItemDelegate>

namespace memwall::ui
{

enum SectionRole
{
    kKeyRole = Qt::UserRole,
    kDetailRole,
    kBadgeRole,
    kCaptionRole, ///< true for a section's caption
    kChosenRole,
    kMarkRole, ///< true: a dot before the title
    kSearchRole, ///< what the filter looks at
    kTooltipRole, ///< without what a mark adds to it
};

class SectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Width in which a row shows its whole title, chosen or not.
    [[nodiscard]] double wholeWidth(const QModelIndex& index) const;

private:
    void paintCaption(QPainter& painter, const QRectF& box, const QString& text) const;
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, bool chosen) const;
    double paintBadge(QPainter& painter, const QRectF& box, int number, bool chosen) const;
    void paintMark(QPainter& painter, const QRectF& box) const;

    Theme m_theme = Theme::darkTheme();
};

} // namespace memwall::ui
