// Plain pieces of the window's frame: a strip of panel colour with a line below, the ground of the panels,
// and the brand.
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

/// Parts without a layout of Qt's: whoever places them is told when to.
class Body : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

signals:
    void placingRequested();

protected:
    bool event(QEvent* event) override;
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
