#include "widgets/timeline/find_bar.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace memwall::ui
{

FindBar::FindBar(QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_answer(new QLabel(this))
{
    setObjectName(QStringLiteral("findBar"));
    m_field->setObjectName(QStringLiteral("findField"));
    m_field->setPlaceholderText(tr("all-reduce, layer 12, token 37 …"));
    m_field->setAccessibleName(tr("Find in the timeline"));
    m_field->installEventFilter(this);
    m_answer->setObjectName(QStringLiteral("findAnswer"));
    m_answer->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_field);
    const std::array names { tr("Previous hit"), tr("Next hit"), tr("Close the search") };
    const std::array signs { u'‹', u'›', u'✕' };
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = new QToolButton(this);
        m_buttons[i]->setText(QString(signs[i]));
        m_buttons[i]->setToolTip(names[i]);
        m_buttons[i]->setAccessibleName(names[i]);
        m_buttons[i]->setAutoRaise(true);
        if (i == 2)
            row->addWidget(m_answer, 1);
        row->addWidget(m_buttons[i]);
    }
    connect(m_field, &QLineEdit::textChanged, this, &FindBar::wordsChanged);
    connect(m_buttons[0], &QToolButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_buttons[1], &QToolButton::clicked, this, [this] { emit stepRequested(+1); });
    connect(m_buttons[2], &QToolButton::clicked, this, &FindBar::closed);
    setFocusProxy(m_field);
}

QString FindBar::words() const
{
    return m_field->text();
}

void FindBar::setAnswer(const QString& answer, bool found)
{
    m_answer->setText(answer);
    m_answer->setToolTip(answer);
    m_field->setAccessibleDescription(answer);
    m_buttons[0]->setEnabled(found);
    m_buttons[1]->setEnabled(found);
}

void FindBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    ensurePolished();
    const QString height = QStringLiteral("min-height: %1px; max-height: %1px; padding: 0 %2px;")
                               .arg(qRound(theme.px(20)))
                               .arg(qRound(theme.px(6)));
    m_field->setStyleSheet(QStringLiteral("QLineEdit { %1 }").arg(height));
    m_field->setFont(theme.font(TextRole::Caption));
    m_field->setFixedWidth(qRound(theme.px(190)));
    m_answer->setFont(theme.font(TextRole::Caption));
    layout()->setSpacing(qRound(theme.px(6)));
    for (QToolButton* button : m_buttons) {
        button->setStyleSheet(QStringLiteral("QToolButton { %1 }").arg(height));
        button->setFont(theme.font(TextRole::Caption));
    }
}

void FindBar::takeFocus()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.panel);
}

/// Return and Escape belong to the field while one writes in it, not to the window's commands.
bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if (!asks && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enters && key->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (asks)
        return true;
    if (enters)
        emit stepRequested(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : +1);
    else
        emit closed();
    return true;
}

} // namespace memwall::ui
