#include "widgets/inputs/section_list.h"

#include "widgets/inputs/section_delegate.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace memwall::ui
{

SectionList::SectionList(QWidget* parent)
    : QListWidget { parent }
{
    setItemDelegate(new SectionDelegate { this });
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setUniformItemSizes(false);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
        if (canChoose(row(item)))
            emit chosen(item->data(kKeyRole).toString());
    });
}

double SectionList::wholeWidth() const
{
    const auto& delegate = static_cast<const SectionDelegate&>(*itemDelegate());
    double width = 0;
    for (int row = 0; row < count(); ++row)
        width = std::max(width, delegate.wholeWidth(model()->index(row, 0)));
    return width + verticalScrollBar()->sizeHint().width();
}

void SectionList::setTheme(const Theme& theme)
{
    static_cast<SectionDelegate*>(itemDelegate())->setTheme(theme);
    QPalette colors = palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    setPalette(colors);
    doItemsLayout();
    viewport()->update();
}

void SectionList::addRow(const SectionRow& entry, const QString& section)
{
    auto* item = new QListWidgetItem { entry.title, this };
    item->setFlags(entry.enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
    item->setData(kKeyRole, entry.key);
    item->setData(kDetailRole, entry.detail);
    item->setData(kBadgeRole, entry.badge);
    item->setData(kChosenRole, entry.key == m_chosen);
    item->setData(kSearchRole, QString { section + u' ' + entry.title + u' ' + entry.key });
    item->setData(kTooltipRole, entry.tooltip.isEmpty() ? entry.title : entry.tooltip);
    mark(*item);
}

void SectionList::mark(QListWidgetItem& item) const
{
    const bool marked = m_marked.contains(item.data(kKeyRole).toString());
    const QString tooltip = item.data(kTooltipRole).toString();
    item.setData(kMarkRole, marked);
    item.setData(Qt::AccessibleTextRole, marked ? item.text() + QStringLiteral(", ") + m_mark : item.text());
    item.setToolTip(marked ? QString { tooltip + u'\n' + m_mark } : tooltip);
}

void SectionList::setMarked(const QStringList& keys, const QString& word)
{
    m_marked = keys;
    m_mark = word;
    for (int i = 0; i < count(); ++i)
        if (!item(i)->data(kCaptionRole).toBool())
            mark(*item(i));
}

void SectionList::setSections(const QVector<Section>& sections)
{
    const QSignalBlocker blocker { this };
    clear();
    for (const Section& section : sections) {
        if (section.rows.isEmpty())
            continue;
        auto* caption = new QListWidgetItem { section.title, this };
        caption->setFlags(Qt::NoItemFlags);
        caption->setData(kCaptionRole, true);
        for (const SectionRow& entry : section.rows)
            addRow(entry, section.title);
    }
    setChosen(m_chosen);
}

void SectionList::setChosen(const QString& key)
{
    m_chosen = key;
    for (int i = 0; i < count(); ++i) {
        const bool here = !key.isEmpty() && item(i)->data(kKeyRole).toString() == key;
        item(i)->setData(kChosenRole, here);
        if (here) {
            setCurrentRow(i);
            scrollToItem(item(i));
        }
    }
}

void SectionList::setFilter(const QString& words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    QListWidgetItem* caption = nullptr;
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(kCaptionRole).toBool()) {
            caption = item(i);
            caption->setHidden(true);
            continue;
        }
        const QString text = item(i)->data(kSearchRole).toString();
        const bool match = std::all_of(wanted.begin(), wanted.end(),
            [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
        item(i)->setHidden(!match);
        if (match && caption != nullptr)
            caption->setHidden(false);
    }
    if (currentRow() < 0 || !canChoose(currentRow())) {
        setCurrentRow(-1);
        moveCurrent(1);
    }
}

QString SectionList::currentKey() const
{
    return currentRow() >= 0 && canChoose(currentRow()) ? currentItem()->data(kKeyRole).toString()
                                                        : QString {};
}

bool SectionList::canChoose(int row) const
{
    const QListWidgetItem* entry = item(row);
    return entry != nullptr && entry->flags().testFlag(Qt::ItemIsSelectable) && !entry->isHidden();
}

void SectionList::moveCurrent(int direction)
{
    int next = currentRow() + direction;
    while (next >= 0 && next < count() && !canChoose(next))
        next += direction;
    if (canChoose(next)) {
        setCurrentRow(next);
        scrollToItem(item(next));
    }
}

void SectionList::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        moveCurrent(-1);
        return;
    case Qt::Key_Down:
        moveCurrent(1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const QString key = currentKey(); !key.isEmpty())
            emit chosen(key);
        return;
    default:
        QListWidget::keyPressEvent(event);
    }
}

} // namespace memwall::ui
