// The card of explain mode: one plain sentence, its number, its formula, its source, beside what is
// explained.
#pragma once

#include "widgets/base/explanation.h"
#include "widgets/theme/theme.h"

#include <QFrame>

class QLabel;

namespace memwall::ui
{

class ExplainCard : public QFrame
{
    Q_OBJECT
public:
    explicit ExplainCard(QWidget* window);

    void setTheme(const Theme& theme);
    /// Stands beside `area` (of the window), inside the window, and hides nothing of it where there is room.
    void tell(const Explanation& explanation, const QRect& area);

    [[nodiscard]] QString text() const; ///< all of it, for a screen reader

private:
    void style(QLabel* label, TextRole role, const QColor& color) const;

    Theme m_theme;
    QLabel *m_sentence, *m_number, *m_formula, *m_source;
};

} // namespace memwall::ui
