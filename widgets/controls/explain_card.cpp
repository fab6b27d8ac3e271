#include "widgets/controls/explain_card.h"

#include <QAccessible>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace memwall::ui
{

namespace
{

constexpr double kWidth = 380;

QLabel* addLabel(QVBoxLayout& column, QWidget* parent)
{
    auto* label = new QLabel { parent };
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    column.addWidget(label);
    return label;
}

void fill(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ExplainCard::ExplainCard(QWidget* window)
    : QFrame { window }
{
    auto* column = new QVBoxLayout { this };
    m_sentence = addLabel(*column, this);
    m_number = addLabel(*column, this);
    m_formula = addLabel(*column, this);
    m_source = addLabel(*column, this);
    setObjectName(QStringLiteral("explainCard"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAutoFillBackground(true);
    hide();
}

void ExplainCard::style(QLabel* label, TextRole role, const QColor& color) const
{
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
    label->ensurePolished();
    label->setFont(m_theme.font(role));
}

void ExplainCard::setTheme(const Theme& theme)
{
    m_theme = theme;
    QPalette own = palette();
    own.setColor(QPalette::Window, theme.raised);
    own.setColor(QPalette::WindowText, theme.accent);
    setPalette(own);
    setFrameStyle(QFrame::Box | QFrame::Plain);
    const int pad = static_cast<int>(theme.px(14));
    layout()->setContentsMargins(pad, pad, pad, pad);
    layout()->setSpacing(static_cast<int>(theme.px(6)));
    style(m_sentence, TextRole::Title, theme.text);
    style(m_number, TextRole::Figure, theme.accent);
    style(m_formula, TextRole::Body, theme.secondary);
    style(m_source, TextRole::Caption, theme.secondary);
}

void ExplainCard::tell(const Explanation& explanation, const QRect& area)
{
    fill(m_sentence, explanation.sentence);
    fill(m_number, explanation.number);
    fill(m_formula, explanation.formula);
    fill(m_source, explanation.source.isEmpty() ? QString {} : tr("Source: %1").arg(explanation.source));
    setFixedWidth(std::min(parentWidget()->width(), static_cast<int>(m_theme.px(kWidth))));
    layout()->activate();
    setFixedHeight(layout()->heightForWidth(width()));
    const QRect room = parentWidget()->rect();
    const int gap = static_cast<int>(m_theme.px(10));
    int x = area.right() + gap;
    if (x + width() > room.right())
        x = area.left() - gap - width();
    int y = area.top();
    if (x < room.left()) { // neither side has room: below it, or above
        x = area.left();
        y = area.bottom() + gap + height() > room.bottom() ? area.top() - gap - height()
                                                           : area.bottom() + gap;
    }
    move(std::clamp(x, room.left(), std::max(room.left(), room.right() - width())),
        std::clamp(y, room.top(), std::max(room.top(), room.bottom() - height())));
    setAccessibleName(text());
    show();
    raise();
    QAccessibleEvent told { this, QAccessible::NameChanged };
    QAccessible::updateAccessibility(&told);
}

QString ExplainCard::text() const
{
    QStringList lines;
    for (const QLabel* label : { m_sentence, m_number, m_formula, m_source })
        if (!label->text().isEmpty())
            lines << label->text();
    return lines.join(u'\n');
}

} // namespace memwall::ui
