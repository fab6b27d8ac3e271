// What is wrong with texts in their places: cut, or one over another.
#pragma once

#include "tests/support/painted_text.h"

#include <QAbstractButton>
#include <QLabel>
#include <QWidget>

namespace memwall::test
{

inline QString nameOf(const QWidget& widget)
{
    return QStringLiteral("%1 “%2”").arg(
        QString::fromLatin1(widget.metaObject()->className()), widget.objectName());
}

/// What is wrong with a label's text in its place.
inline QString complaintAbout(const QLabel& label)
{
    if (label.text().isEmpty() || label.textFormat() == Qt::RichText || !label.pixmap().isNull())
        return {};
    const QRect room = label.contentsRect().adjusted(-1, -1, 1, 1);
    const int flags = label.wordWrap() ? Qt::TextWordWrap : 0;
    const int mnemonic = label.buddy() != nullptr ? Qt::TextShowMnemonic : 0;
    const QRect needed
        = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), 10'000), flags | mnemonic, label.text());
    if (needed.width() > room.width() || needed.height() > room.height())
        return QStringLiteral("%1: “%2” needs %3×%4 and has %5×%6")
            .arg(nameOf(label), label.text())
            .arg(needed.width())
            .arg(needed.height())
            .arg(room.width())
            .arg(room.height());
    return {};
}

/// A button that is squeezed cuts its word.
inline QString complaintAbout(const QAbstractButton& button)
{
    const QSize needed = button.minimumSizeHint();
    if (button.text().isEmpty() || button.width() >= needed.width())
        return {};
    return QStringLiteral("%1: “%2” needs %3 and has %4")
        .arg(nameOf(button), button.text())
        .arg(needed.width())
        .arg(button.width());
}

/// What a widget paints itself, without its children.
inline std::vector<PaintedText> paintedTexts(QWidget& painted, QPaintEngine::Type type = QPaintEngine::User)
{
    TextDevice device(painted.size(), type);
    painted.render(&device, {}, {}, QWidget::DrawWindowBackground);
    return device.texts();
}

inline QString complaintAbout(QWidget& painted)
{
    const std::vector<PaintedText> texts = paintedTexts(painted);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const PaintedText& text = texts[i];
        if (text.text.size() > 1 && text.text.endsWith(QChar { 0x2026 }))
            return QStringLiteral("%1 cuts “%2”").arg(nameOf(painted), text.text);
        for (std::size_t j = 0; j < i; ++j) {
            const QRectF both = text.rect.intersected(texts[j].rect);
            if (both.width() > 1 && both.height() > 0.4 * text.rect.height() && text.text != texts[j].text)
                return QStringLiteral("%1: “%2” over “%3”").arg(nameOf(painted), text.text, texts[j].text);
        }
    }
    return {};
}

} // namespace memwall::test
