// The strip at the edge of a panel that hides it and brings it back: a chevron, and the panel's name where it
// is hidden.
#pragma once

#include "app/frame/panel_layout.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace memwall::app
{

class PanelHandle : public QAbstractButton
{
    Q_OBJECT
public:
    /// keys: what does the same, for the tooltip.
    PanelHandle(Panel panel, const QString& name, const QString& keys, QWidget* parent);

    void setTheme(const ui::Theme& theme);
    void setShown(bool shown); ///< the panel
    [[nodiscard]] Panel panel() const { return m_panel; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] bool isColumn() const { return m_panel == Panel::List || m_panel == Panel::Insight; }
    [[nodiscard]] int direction() const; ///< that the panel would move to: 1 right or down

    Panel m_panel;
    QString m_name, m_keys;
    ui::Theme m_theme;
    bool m_shown = true;
};

} // namespace memwall::app
