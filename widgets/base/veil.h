// Dims what a widget shows and says why: its figures belong to something that is not on screen any more.
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

namespace memwall::ui
{

/// Lies over all of its parent and lets the mouse through. Hidden until it has something to say.
class Veil : public QWidget
{
    Q_OBJECT
public:
    explicit Veil(QWidget& covered);

    void setTheme(const Theme& theme);
    /// An empty text lifts the veil.
    void say(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
    QString m_text;
};

} // namespace memwall::ui
