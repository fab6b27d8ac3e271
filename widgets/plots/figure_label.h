// A figure that can be asked where it comes from: by a click, or by Return or Space once Tab is there.
#pragma once

#include <QLabel>

namespace memwall::ui
{

class FigureLabel : public QLabel
{
    Q_OBJECT
public:
    explicit FigureLabel(QWidget* parent = nullptr);

signals:
    void asked();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRectF textRect() const;
};

} // namespace memwall::ui
