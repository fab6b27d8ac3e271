#include "widgets/base/plain_text.h"

#include "core/base/visible_text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>

namespace memwall::ui
{

QString visibleText(const QString& text)
{
    return QString::fromStdString(core::visibleText(text.toStdString()));
}

QString menuText(const QString& text)
{
    return visibleText(text).replace(u'&', QStringLiteral("&&"));
}

PlainLabels::PlainLabels(QObject* parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool PlainLabels::eventFilter(QObject* watched, QEvent* event)
{
    // Before a label is shown, and tooltips (labels too) before they get their text.
    if (event->type() == QEvent::Polish)
        if (auto* label = qobject_cast<QLabel*>(watched); label && label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
    return QObject::eventFilter(watched, event);
}

} // namespace memwall::ui
