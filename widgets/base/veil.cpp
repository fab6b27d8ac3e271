#include "widgets/base/veil.h"

#include <QEvent>
#include <QPainter>

namespace memwall::ui
{

Veil::Veil(QWidget& covered)
    : QWidget(&covered)
{
    setObjectName(QStringLiteral("veil"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    covered.installEventFilter(this);
    setGeometry(covered.rect());
    hide();
}

void Veil::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void Veil::say(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    raise();
    update();
}

bool Veil::eventFilter(QObject* object, QEvent* event)
{
    if (object == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(object, event);
}

void Veil::paintEvent(QPaintEvent* /*event*/)
{
    constexpr float kDim = 0.72F; // old figures can be told from the ground, and from new ones
    QPainter painter(this);
    QColor ground = m_theme.window;
    ground.setAlphaF(kDim);
    painter.fillRect(rect(), ground);
    painter.setPen(m_theme.text);
    painter.setFont(m_theme.font(TextRole::Title));
    const auto edge = static_cast<int>(m_theme.px(16));
    painter.drawText(rect().adjusted(edge, edge, -edge, -edge), Qt::AlignCenter | Qt::TextWordWrap, m_text);
}

} // namespace memwall::ui
