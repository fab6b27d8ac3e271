#include "widgets/lesson/choice_row.h"

#include "widgets/lesson/lesson_labels.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kLetter = 30, kEnd = 40, kPadding = 8; // at scale 1

QString signOf(ChoiceRow::Mark mark)
{
    if (mark == ChoiceRow::Mark::Right)
        return QStringLiteral("✓");
    return mark == ChoiceRow::Mark::Wrong ? QStringLiteral("✗") : QString();
}

} // namespace

ChoiceRow::ChoiceRow(QChar letter, QWidget* parent)
    : QAbstractButton(parent)
    , m_letter(letter)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceRow::show(const LessonPage::Choice& choice, Mark mark, int allHands)
{
    m_choice = choice;
    m_mark = mark;
    m_allHands = allHands;
    setText(choice.text);
    QString said = tr("%1: %2").arg(m_letter, choice.text);
    if (mark == Mark::Right)
        said = tr("%1, right").arg(said);
    else if (mark == Mark::Chosen || mark == Mark::Wrong)
        said = tr("%1, chosen").arg(said);
    setAccessibleName(said);
    setEnabled(mark == Mark::Open || mark == Mark::Chosen);
    updateGeometry();
    update();
}

void ChoiceRow::setTheme(const Theme& theme, bool large)
{
    m_theme = theme;
    m_large = large;
    updateGeometry();
    update();
}

QFont ChoiceRow::textFont() const
{
    return readingFont(m_theme);
}

QRect ChoiceRow::textRect(int width, int height) const
{
    const int left = static_cast<int>(m_theme.px(kLetter)), right = static_cast<int>(m_theme.px(kEnd));
    return { left, 0, std::max(1, width - left - right), height };
}

int ChoiceRow::heightForWidth(int width) const
{
    const QRect text
        = QFontMetrics(textFont())
              .boundingRect(textRect(width, 10'000), Qt::TextWordWrap | Qt::AlignLeft, m_choice.text);
    return std::max(
        static_cast<int>(m_theme.px(32)), text.height() + static_cast<int>(m_theme.px(2 * kPadding)));
}

QSize ChoiceRow::sizeHint() const
{
    const int width = static_cast<int>(m_theme.px(260));
    return { width, heightForWidth(width) };
}

void ChoiceRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    const double radius = m_theme.px(8);
    const bool picked = m_mark == Mark::Chosen || m_mark == Mark::Wrong;
    QColor edge = m_theme.line, ground = m_theme.raised;
    if (m_mark == Mark::Right)
        edge = m_theme.good;
    else if (m_mark == Mark::Wrong)
        edge = m_theme.bad;
    else if (picked || hasFocus())
        edge = m_theme.accent;
    painter.setPen(QPen(edge, picked || m_mark == Mark::Right || hasFocus() ? m_theme.px(2) : 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(box, radius, radius);
    if (m_allHands > 0 && m_choice.hands > 0) { // the room's answer, as a bar behind the words
        QColor bar = m_theme.accent;
        bar.setAlphaF(0.25F);
        QRectF share = box.adjusted(1, 1, -1, -1);
        share.setWidth(share.width() * m_choice.hands / m_allHands);
        painter.setPen(Qt::NoPen);
        painter.setBrush(bar);
        painter.drawRoundedRect(share, radius, radius);
    }
    const bool faded = m_mark == Mark::Other;
    painter.setFont(m_theme.font(m_large ? TextRole::Title : TextRole::BodyStrong));
    painter.setPen(m_theme.secondary);
    painter.drawText(QRectF(0, 0, m_theme.px(kLetter), height()), Qt::AlignCenter, m_letter);
    painter.setPen(faded ? m_theme.secondary : m_theme.text);
    painter.setFont(textFont());
    painter.drawText(
        textRect(width(), height()), Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter, m_choice.text);
    QString end = signOf(m_mark);
    if (m_choice.hands > 0)
        end.prepend(QString::number(m_choice.hands) + u' ');
    painter.setPen(m_mark == Mark::Right ? m_theme.good : m_mark == Mark::Wrong ? m_theme.bad : m_theme.text);
    painter.setFont(m_theme.font(m_large ? TextRole::Title : TextRole::BodyStrong));
    painter.drawText(QRectF(width() - m_theme.px(kEnd), 0, m_theme.px(kEnd - kPadding), height()),
        Qt::AlignRight | Qt::AlignVCenter, end);
}

} // namespace memwall::ui
