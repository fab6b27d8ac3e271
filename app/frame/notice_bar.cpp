#include "app/frame/notice_bar.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace memwall::app
{

namespace
{

constexpr double kWidest = 760, kNoticeGap = 12;

/// Slow readers read 12 letters a second; looking up takes a while, too.
int readingMs(const QString& text)
{
    constexpr int kLookUpMs = 3000, kPerLetterMs = 85, kLongestMs = 20'000;
    return std::min(kLongestMs, kLookUpMs + static_cast<int>(text.size()) * kPerLetterMs);
}

} // namespace

NoticeBar::NoticeBar(QWidget& above)
    : QWidget(above.parentWidget())
    , m_above(above)
    , m_row(new QHBoxLayout(this))
    , m_text(new QLabel(this))
    , m_answers(new QWidget(this))
{
    setObjectName(QStringLiteral("noticeBar"));
    m_text->setObjectName(QStringLiteral("notice"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* close = new QToolButton(this);
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(close->accessibleName());
    connect(close, &QToolButton::clicked, this, &NoticeBar::clear);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_answers);
    m_row->addWidget(close, 0, Qt::AlignTop);
    m_leave.setObjectName(QStringLiteral("noticeLeaves"));
    m_leave.setParent(this);
    m_leave.setSingleShot(true);
    connect(&m_leave, &QTimer::timeout, this, &NoticeBar::leaveIfUnused);
    above.parentWidget()->installEventFilter(this);
    above.installEventFilter(this);
    hide();
}

void NoticeBar::say(const QString& sentence)
{
    if (!sentence.isEmpty()) {
        put(sentence, {});
        m_leave.start(readingMs(sentence));
    } else if (!m_offers) {
        clear();
    }
}

void NoticeBar::offer(const QString& sentence, const QVector<Answer>& answers, bool untilAnswered)
{
    constexpr int kDecidingMs = 5000;
    put(sentence, answers);
    if (untilAnswered)
        m_leave.stop();
    else
        m_leave.start(readingMs(sentence) + kDecidingMs);
}

void NoticeBar::clear()
{
    m_leave.stop();
    m_offers = false;
    m_text->clear();
    hide();
}

QString NoticeBar::text() const
{
    return m_text->text();
}

void NoticeBar::setTheme(const ui::Theme& theme)
{
    m_theme = theme;
    m_text->setFont(theme.font(ui::TextRole::Body));
    const int gap = static_cast<int>(std::lround(theme.px(kNoticeGap)));
    m_row->setContentsMargins(gap, gap / 2, gap / 2, gap / 2);
    m_row->setSpacing(gap);
    fit();
}

bool NoticeBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && !isHidden())
        fit();
    return QWidget::eventFilter(watched, event);
}

void NoticeBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.line, m_theme.px(1)));
    painter.setBrush(m_theme.raised);
    const double edge = m_theme.px(0.5), radius = m_theme.px(8);
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge, edge, -edge, -edge), radius, radius);
}

void NoticeBar::put(const QString& sentence, const QVector<Answer>& answers)
{
    m_offers = !answers.isEmpty();
    m_text->setText(sentence);
    delete m_answers;
    m_answers = new QWidget(this);
    auto* row = new QHBoxLayout(m_answers);
    row->setContentsMargins(0, 0, 0, 0);
    for (const Answer& answer : answers)
        addAnswer(answer);
    m_answers->setVisible(m_offers);
    m_row->insertWidget(1, m_answers, 0, Qt::AlignTop);
    show();
    raise();
    fit();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::addAnswer(const Answer& answer)
{
    auto* button = new QPushButton(answer.text, m_answers);
    button->setFocusPolicy(Qt::TabFocus); // keys stay where they were
    // Queued: the button that speaks does not outlive its bar.
    connect(
        button, &QPushButton::clicked, this,
        [this, act = answer.act] {
            clear();
            act();
        },
        Qt::QueuedConnection);
    m_answers->layout()->addWidget(button);
}

/// Not from under the mouse, nor from somebody who has come to it by keys.
void NoticeBar::leaveIfUnused()
{
    constexpr int kAgainMs = 1000;
    const QWidget* focus = QApplication::focusWidget();
    if (underMouse() || (focus != nullptr && isAncestorOf(focus)))
        m_leave.start(kAgainMs);
    else
        clear();
}

/// As wide as the sentence in one line, within reason and the window.
void NoticeBar::fit()
{
    const int gap = static_cast<int>(std::lround(m_theme.px(kNoticeGap)));
    const QWidget& all = *parentWidget();
    const int most = std::min(all.width() - 2 * gap, static_cast<int>(std::lround(m_theme.px(kWidest))));
    const int line = m_text->fontMetrics().horizontalAdvance(m_text->text()) + gap;
    const int beside = m_row->minimumSize().width() - m_text->minimumSizeHint().width();
    const int width = std::clamp(line + beside, 1, std::max(1, most));
    setGeometry((all.width() - width) / 2, m_above.geometry().bottom() + 1 + gap, width,
        m_row->totalHeightForWidth(width));
}

} // namespace memwall::app
