#include "widgets/timeline/range_card.h"

#include "widgets/base/format.h"
#include "widgets/words/words.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace memwall::ui
{

namespace
{

struct RangeCardText
{
    Q_DECLARE_TR_FUNCTIONS(Range)
};

QString kindsIn(const core::KindBytes& bytes)
{
    QStringList parts;
    for (const core::Kind kind : core::kAllKinds)
        if (bytes[core::indexOf(kind)] > 0)
            parts << RangeCardText::tr("%1 %2", "weights 3 GB")
                         .arg(wordOf(kind), formatBytes(bytes[core::indexOf(kind)]));
    return parts.isEmpty() ? RangeCardText::tr("nothing") : parts.join(QStringLiteral(", "));
}

QString wallLine(const core::PoolInfo& pool, const core::PoolTotals& totals, bool named)
{
    const core::LevelUse& level = pool.levels[totals.wall];
    QString line = named ? QString::fromStdString(pool.chipName) + QStringLiteral(" · ") : QString();
    return line
        + RangeCardText::tr("%1, one chip: %2")
              .arg(QString::fromStdString(level.name), kindsIn(totals.wallBytes));
}

QString ratesLine(const core::PoolInfo& pool, const core::PoolTotals& totals, double seconds)
{
    const core::LevelUse& level = pool.levels[totals.wall];
    QStringList parts;
    // The share of the peak, as on the stage and in the report.
    if (pool.peakFlops)
        parts << RangeCardText::tr("compute busy %1")
                     .arg(formatPercent(totals.flops / seconds / pool.peakFlops->value));
    const QString mean = formatRate(totals.throughWall() / seconds);
    parts << (level.bandwidth
            ? RangeCardText::tr("mean %1 of %2").arg(mean, formatRate(level.bandwidth->value))
            : RangeCardText::tr("mean %1").arg(mean));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QStringList rangeLines(const core::Run& run, const core::RangeTotals& totals)
{
    const double seconds = core::toSeconds(totals.range.length());
    QStringList lines { RangeCardText::tr("%1 · %2").arg(formatSeconds(seconds),
        RangeCardText::tr("%n tokens written", nullptr, static_cast<int>(totals.tokens))) };
    for (std::size_t i = 0; i < totals.pools.size() && seconds > 0; ++i) {
        if (run.pools[i].levels.empty())
            continue;
        lines << wallLine(run.pools[i], totals.pools[i], totals.pools.size() > 1);
        if (totals.pools[i].throughLink() > 0)
            lines << RangeCardText::tr("link: %1").arg(kindsIn(totals.pools[i].linkBytes));
        if (totals.pools[i].throughWall() > 0 || totals.pools[i].flops > 0)
            lines << ratesLine(run.pools[i], totals.pools[i], seconds);
    }
    return lines;
}

QString rangeText(const core::Run& run, const core::RangeTotals& totals)
{
    QStringList lines = rangeLines(run, totals);
    lines.prepend(RangeCardText::tr("%1: %2 to %3")
                      .arg(QString::fromStdString(run.name),
                          formatExact(core::toSeconds(totals.range.begin), QStringLiteral("s")),
                          formatExact(core::toSeconds(totals.range.end), QStringLiteral("s"))));
    return lines.join(u'\n') + u'\n';
}

RangeCard::RangeCard(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_lines(new QLabel(this))
{
    setObjectName(QStringLiteral("rangeCard"));
    m_lines->setObjectName(QStringLiteral("rangeLines"));
    auto* column = new QVBoxLayout(this);
    auto* row = new QHBoxLayout;
    column->addLayout(row);
    column->addWidget(m_lines);
    row->addWidget(m_title, 1);
    const std::array texts { RangeCardText::tr("Copy"), QStringLiteral("✕") };
    const std::array names { RangeCardText::tr("Copy these totals as text"),
        RangeCardText::tr("Clear the selection") };
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = new QToolButton(this);
        m_buttons[i]->setText(texts[i]);
        m_buttons[i]->setToolTip(names[i]);
        m_buttons[i]->setAccessibleName(names[i]);
        m_buttons[i]->setAutoRaise(true);
        row->addWidget(m_buttons[i]);
    }
    m_buttons[0]->setObjectName(QStringLiteral("copyRange"));
    connect(m_buttons[0], &QToolButton::clicked, this, &RangeCard::copyRequested);
    connect(m_buttons[1], &QToolButton::clicked, this, &RangeCard::closed);
}

void RangeCard::setLines(const QStringList& lines)
{
    m_title->setText(lines.value(0));
    m_lines->setText(lines.mid(1).join(u'\n'));
    m_lines->setVisible(lines.size() > 1);
    setAccessibleName(lines.join(QStringLiteral(". ")));
    adjustSize();
}

void RangeCard::setTheme(const Theme& theme)
{
    m_theme = theme;
    ensurePolished();
    const int gap = qRound(theme.px(8));
    layout()->setContentsMargins(gap, gap / 2, gap, gap / 2);
    layout()->setSpacing(qRound(theme.px(2)));
    m_title->ensurePolished();
    m_lines->ensurePolished();
    m_title->setFont(theme.font(TextRole::BodyStrong));
    m_lines->setFont(theme.font(TextRole::Caption));
    for (QToolButton* button : m_buttons) {
        button->setStyleSheet(QStringLiteral("QToolButton { min-height: %1px; padding: 0 %2px; }")
                                  .arg(qRound(theme.px(18)))
                                  .arg(qRound(theme.px(5))));
        button->setFont(theme.font(TextRole::Caption));
    }
    adjustSize();
}

void RangeCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.line, 1));
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(8), m_theme.px(8));
}

} // namespace memwall::ui
