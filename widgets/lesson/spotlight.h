// Dims all but one part of the window: look here. Fades in before something moves, and lets the mouse
// through. Covers what a question hides.
#pragma once

#include "widgets/theme/theme.h"

#include <QVariantAnimation>
#include <QWidget>

namespace memwall::ui
{

class Spotlight : public QWidget
{
    Q_OBJECT
public:
    explicit Spotlight(QWidget* parent);

    /// Null: nothing is dimmed. In the parent's coordinates.
    void setLit(const QRect& lit);
    [[nodiscard]] QRect lit() const { return m_lit; }
    /// What would give an answer away: nobody sees it.
    void setCovered(const QVector<QRect>& covered);
    void setTheme(const Theme& theme);
    void setStill(bool still) { m_still = still; } ///< changes at once, for those who want less motion

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showOrHide();

    QRect m_lit;
    QVector<QRect> m_covered;
    Theme m_theme;
    QVariantAnimation m_fade;
    bool m_still = false;
};

} // namespace memwall::ui
