// Every text that a widget shows or tells: its own, not those of its children.
#pragma once

#include "tests/support/label_complaints.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTabBar>
#include <QTextEdit>

namespace memwall::test
{

inline QStringList textsOf(const QAction& action)
{
    return { action.text(), action.toolTip() };
}

inline void collectRows(const QAbstractItemModel& model, const QModelIndex& parent, QStringList& texts)
{
    for (int row = 0; row < model.rowCount(parent); ++row)
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            texts << index.data().toString() << index.data(Qt::ToolTipRole).toString();
            collectRows(model, index, texts);
        }
}

inline QStringList textsOf(QWidget& widget)
{
    QStringList texts { widget.toolTip(), widget.accessibleName(), widget.accessibleDescription() };
    if (widget.isWindow())
        texts << widget.windowTitle();
    for (const QAction* action : widget.actions())
        texts << textsOf(*action);
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        texts << label->text();
    else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        texts << button->text();
    else if (const auto* field = qobject_cast<const QLineEdit*>(&widget))
        texts << field->text() << field->placeholderText();
    else if (const auto* page = qobject_cast<const QTextEdit*>(&widget))
        texts << page->toPlainText();
    else if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        for (int i = 0; i < box->count(); ++i)
            texts << box->itemText(i);
    else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i) << tabs->tabToolTip(i);
    else if (const auto* list = qobject_cast<const QAbstractItemView*>(&widget); list && list->model())
        collectRows(*list->model(), {}, texts);
    if (QByteArrayView(widget.metaObject()->className()).startsWith("memwall::ui"))
        for (const PaintedText& text : paintedTexts(widget, QPaintEngine::SVG))
            texts << text.text;
    texts.removeAll(QString());
    return texts;
}

} // namespace memwall::test
