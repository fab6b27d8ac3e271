// Plain pieces of the window's frame: a strip of panel colour with a line below, and the brand.
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

namespace memwall::app
{

class Surface : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    void setTheme(const ui::Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ui::Theme m_theme;
};

/// A few bricks and the name.
class Brand : public QWidget
{
    Q_OBJECT
public:
    explicit Brand(QWidget* parent = nullptr);
    void setTheme(const ui::Theme& theme);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF markRect() const;
    ui::Theme m_theme;
};

} // namespace memwall::app
