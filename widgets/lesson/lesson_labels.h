// Labels of a lesson's words: plain text that wraps.
#pragma once

#include "widgets/theme/theme.h"

#include <QLabel>

namespace memwall::ui
{

[[nodiscard]] inline QLabel* wordsLabel(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1StringView(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// Larger than the window's own text, for it is read from beginning to end.
[[nodiscard]] inline QFont readingFont(const Theme& theme)
{
    constexpr double kSize = 15;
    QFont font = theme.font(TextRole::Body);
    font.setPixelSize(static_cast<int>(theme.px(kSize)));
    return font;
}

inline void setInk(QWidget& widget, const QColor& ink)
{
    QPalette palette = widget.palette();
    palette.setColor(QPalette::WindowText, ink);
    widget.setPalette(palette);
}

} // namespace memwall::ui
