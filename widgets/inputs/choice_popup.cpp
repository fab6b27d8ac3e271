#include "widgets/inputs/choice_popup.h"

#include "widgets/inputs/number_field.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr int kCountsInRow = 6;
constexpr double kListWidth = 320, kListHeight = 360, kLeastListHeight = 90;

int pixels(const Theme& theme, double length)
{
    return static_cast<int>(std::lround(theme.px(length)));
}

} // namespace

QString popupStyle(const Theme& theme)
{
    return QStringLiteral("memwall--ui--ChoicePopup, memwall--ui--NumberPopup, memwall--ui--SettingsPopup,"
                          " memwall--ui--TargetPopup { background: %1; border: 1px solid %2; }")
        .arg(theme.panel.name(), theme.line.name());
}

void placeBelow(QWidget& popup, const QWidget& button, int gap)
{
    popup.adjustSize();
    const auto place = [&] {
        const QRect room = button.screen()->availableGeometry();
        const QPoint below = button.mapToGlobal(QPoint { 0, button.height() + gap });
        popup.move(std::max(room.left(), std::min(below.x(), room.right() - popup.width())),
            std::max(room.top(), std::min(below.y(), room.bottom() - popup.height())));
    };
    place();
    popup.show();
    place(); // a style may give a shown window a pixel more
}

ChoicePopup::ChoicePopup(const QString& name, const QString& title, QWidget* parent)
    : QFrame { parent, Qt::Popup }
    , m_search { new QLineEdit { this } }
    , m_list { new SectionList { this } }
    , m_countCaption { new QLabel { this } }
    , m_exact { new NumberField { name + u"Exact", tr("Exact number"), this } }
    , m_said { new QLabel { this } }
    , m_counts { new QWidget { this } }
{
    setObjectName(name);
    setAccessibleName(title);
    m_search->setObjectName(QString { name + u"Search" });
    m_search->setAccessibleName(tr("Search: %1").arg(title));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setToolTip(tr("Type to search; arrows move, Enter chooses"));
    m_search->installEventFilter(this);
    m_list->setObjectName(QString { name + u"List" });
    m_list->setAccessibleName(title);
    m_list->installEventFilter(this);
    m_counts->setObjectName(QString { name + u"Counts" });
    new QGridLayout { m_counts };
    auto* layout = new QVBoxLayout { this };
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    auto* line = new QHBoxLayout;
    line->addWidget(m_countCaption, 1);
    line->addWidget(m_exact);
    layout->addLayout(line);
    layout->addWidget(m_said);
    layout->addWidget(m_counts);
    layout->setSizeConstraint(QLayout::SetFixedSize); // a sentence comes and goes
    m_said->setObjectName(QString { name + u"Refused" });
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    for (QWidget* part : std::initializer_list<QWidget*> { m_countCaption, m_exact, m_said, m_counts })
        part->hide();
    connect(m_exact, &NumberField::numberRequested, this,
        [this](double count) { emit countChosen(static_cast<int>(count)); });
    connect(m_exact, &NumberField::accepted, this, &ChoicePopup::hide);
    connect(m_exact, &NumberField::refused, this, [this](const QString& why) {
        m_said->setText(why);
        m_said->setVisible(!why.isEmpty());
    });
    connect(m_search, &QLineEdit::textChanged, m_list, &SectionList::setFilter);
    connect(m_list, &SectionList::chosen, this,
        [this](const QString& key) { choose(key, m_shownCounts.empty()); });
}

void ChoicePopup::setTheme(const Theme& theme)
{
    m_theme = theme;
    setStyleSheet(popupStyle(theme));
    const int margin = pixels(theme, 10);
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(pixels(theme, 8));
    m_counts->layout()->setContentsMargins(0, 0, 0, 0);
    m_list->setTheme(theme);
    m_list->setFixedSize(pixels(theme, kListWidth), pixels(theme, kListHeight));
    m_search->setFont(theme.font(TextRole::Body));
    m_countCaption->setFont(theme.font(TextRole::Caption));
    m_exact->setFont(theme.font(TextRole::Body));
    m_exact->setFixedWidth(pixels(theme, 90));
    m_said->setFont(theme.font(TextRole::Body));
    m_said->setFixedWidth(pixels(theme, kListWidth));
    QPalette palette = m_said->palette();
    palette.setColor(QPalette::WindowText, theme.bad);
    m_said->setPalette(palette);
}

void ChoicePopup::setCounts(
    const QString& caption, const std::vector<int>& counts, int current, const NumberRange& range)
{
    m_countCaption->setText(caption);
    for (QWidget* part : std::initializer_list<QWidget*> { m_countCaption, m_exact, m_counts })
        part->setVisible(!counts.empty());
    m_exact->setNumber(current, range);
    if (counts != m_shownCounts)
        fillCounts(counts);
    for (auto* button : m_counts->findChildren<QPushButton*>())
        button->setChecked(button->text() == QString::number(current));
}

void ChoicePopup::fillCounts(const std::vector<int>& counts)
{
    auto* grid = static_cast<QGridLayout*>(m_counts->layout());
    for (auto* button : m_counts->findChildren<QPushButton*>(Qt::FindDirectChildrenOnly)) {
        button->setParent(nullptr); // later: it may be the one that was pressed
        button->deleteLater();
    }
    m_shownCounts = counts;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const int count = counts[i];
        auto* button = new QPushButton { QString::number(count), m_counts };
        button->setObjectName(QStringLiteral("count%1").arg(count));
        button->setAccessibleName(tr("%n chips", nullptr, count));
        button->setToolTip(tr("Use %n of this chip", nullptr, count));
        button->setCheckable(true);
        grid->addWidget(button, static_cast<int>(i) / kCountsInRow, static_cast<int>(i) % kCountsInRow);
        connect(button, &QPushButton::clicked, this, [this, count] { emit countChosen(count); });
    }
}

void ChoicePopup::openBelow(const QWidget& button)
{
    m_search->clear();
    m_list->setChosen(m_list->chosenKey());
    fitScreen();
    placeBelow(*this, button, pixels(m_theme, 4));
    m_search->setFocus(Qt::PopupFocusReason);
}

/// On a small screen with large text the list gives way, for it can be scrolled.
void ChoicePopup::fitScreen()
{
    const int height = pixels(m_theme, kListHeight);
    m_list->setFixedHeight(height);
    layout()->activate();
    const int excess = sizeHint().height() - screen()->availableGeometry().height();
    m_list->setFixedHeight(std::clamp(height - excess, pixels(m_theme, kLeastListHeight), height));
}

void ChoicePopup::choose(const QString& key, bool close)
{
    if (key.isEmpty())
        return;
    m_list->setChosen(key);
    emit chosen(key);
    if (close)
        hide();
}

bool ChoicePopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
        m_list->moveCurrent(-1);
        return true;
    case Qt::Key_Down:
        m_list->moveCurrent(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentKey(), true);
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void ChoicePopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        m_exact->restore();
    QFrame::keyPressEvent(event);
}

/// A click beside it takes what was typed, as Return does; what cannot be taken is told on.
void ChoicePopup::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    if (!m_exact->take())
        emit refused(m_said->text());
    m_exact->restore();
    emit closed();
}

} // namespace memwall::ui
