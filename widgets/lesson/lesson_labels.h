// Labels of a lesson's words: plain text that wraps.
#pragma once

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

inline void setInk(QWidget& widget, const QColor& ink)
{
    QPalette palette = widget.palette();
    palette.setColor(QPalette::WindowText, ink);
    widget.setPalette(palette);
}

} // namespace memwall::ui
