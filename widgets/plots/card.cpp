#include "widgets/plots/card.h"

#include "widgets/plots/chart_actions.h"
#include "widgets/plots/figure_label.h"
#include "widgets/plots/focus_ring.h"
#include "widgets/plots/vector_plot.h"

#include <QFocusEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace memwall::ui
{

Card::Card(const QString& name, const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_theme(Theme::darkTheme())
    , m_actions(new ChartActions(*this, *this, Qt::WidgetWithChildrenShortcut))
    , m_body(new QVBoxLayout(this))
    , m_header(new QHBoxLayout)
{
    setObjectName(name);
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    m_title = addLabel(TextRole::BodyStrong, &Theme::text, this);
    m_title->setText(title);
    m_aside = addLabel(TextRole::Caption, &Theme::secondary, this);
    m_header->addWidget(m_title);
    m_header->addStretch(1);
    m_header->addWidget(m_aside);
    m_body->addLayout(m_header);
}

void Card::setData(const InsightData& shown)
{
    m_report = shown.report;
    showData(shown);
}

void Card::setTheme(const Theme& theme)
{
    m_theme = theme;
    const int side = static_cast<int>(std::lround(theme.px(16)));
    const int edge = static_cast<int>(std::lround(theme.px(12)));
    m_body->setContentsMargins(side, edge, side, edge);
    m_body->setSpacing(static_cast<int>(std::lround(theme.px(6))));
    for (const Styled& styled : m_styled)
        style(styled);
    fitSentences();
    update();
}

void Card::fitSentences()
{
    const QMargins margins = m_body->contentsMargins();
    const int width = contentsRect().width() - margins.left() - margins.right();
    for (const Styled& styled : m_styled)
        if (styled.label->wordWrap()) {
            // A label never answers with less than its minimum: without this it could only grow.
            styled.label->setMinimumHeight(0);
            styled.label->setFixedHeight(std::max(0, styled.label->heightForWidth(std::max(1, width))));
        }
}

void Card::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitSentences();
}

void Card::setTime(core::Instant) { }

bool Card::speaksOf(const InsightData& shown) const
{
    return shown.report.fits;
}

void Card::setAside(const QString& text)
{
    m_aside->setText(text);
}

void Card::setHeader(const QString& text)
{
    m_title->setText(text);
}

void Card::quietTitle()
{
    const auto styled = std::find_if(
        m_styled.begin(), m_styled.end(), [this](const Styled& each) { return each.label == m_title; });
    styled->role = TextRole::Caption;
    styled->colour = &Theme::secondary;
    style(*styled);
}

void Card::hideHeader()
{
    m_title->hide();
    m_aside->hide();
}

QLabel* Card::addLabel(TextRole role, QColor Theme::*colour, QWidget* parent)
{
    auto* label = new QLabel(parent);
    adopt(label, role, colour);
    return label;
}

QLabel* Card::addFigureLabel(core::Headline headline, TextRole role, QColor Theme::*colour, QWidget* parent)
{
    auto* label = new FigureLabel(parent);
    adopt(label, role, colour);
    label->setProperty("headline", static_cast<int>(headline)); // explain mode asks by it
    connect(label, &FigureLabel::asked, this, [this, headline] { emit originRequested(headline); });
    return label;
}

void Card::adopt(QLabel* label, TextRole role, QColor Theme::*colour)
{
    label->setTextFormat(Qt::PlainText);
    m_styled.push_back({ label, role, colour });
    style(m_styled.back());
}

void Card::recolour(QLabel* label, QColor Theme::*colour)
{
    for (Styled& styled : m_styled)
        if (styled.label == label) {
            styled.colour = colour;
            style(styled);
        }
}

void Card::style(const Styled& styled) const
{
    styled.label->setFont(m_theme.font(styled.role));
    QPalette palette = styled.label->palette();
    palette.setColor(QPalette::WindowText, m_theme.*styled.colour);
    styled.label->setPalette(palette);
}

void Card::focusInEvent(QFocusEvent* event)
{
    QFrame::focusInEvent(event);
    update();
}

void Card::focusOutEvent(QFocusEvent* event)
{
    QFrame::focusOutEvent(event);
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    paintCardGround(*this, m_theme);
}

} // namespace memwall::ui
