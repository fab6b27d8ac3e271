// A ring around what the keys are at, over a plot. Not part of a picture that is saved.
#pragma once

#include "widgets/theme/theme.h"

#include <QPen>
#include <QWidget>

namespace memwall::ui
{

class FocusRing : public QWidget
{
public:
    explicit FocusRing(QWidget* parent);

    void setPen(const QPen& pen) { m_pen = pen; }
    void surround(const QRectF& area);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPen m_pen;
};

/// The ground of a card, whose edge is a ring while the card has the focus.
void paintCardGround(QWidget& card, const Theme& theme);

} // namespace memwall::ui
