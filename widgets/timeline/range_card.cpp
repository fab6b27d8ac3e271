#include "widgets/timeline/range_card.h"

#include "widgets/base/format.h"

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

QString wordOf(core::Kind kind)
{
    switch (kind) {
    case core::Kind::Weights:
        return RangeCardText::tr("weights");
    case core::Kind::KvCache:
        return RangeCardText::tr("KV cache");
    case core::Kind::Activations:
        return RangeCardText::tr("activations");
    case core::Kind::Communication:
        return RangeCardText::tr("communication");
    case core::Kind::Draft:
        break;
    }
    return RangeCardText::tr("drafts");
}

QString kindsIn(const core::KindBytes& bytes)
{
    QStringList parts;
    for (const core::Kind kind : core::kAllKinds)
        if (bytes[core::indexOf(kind)] > 0)
            parts << wordOf(kind) + u' ' + formatBytes(bytes[core::indexOf(kind)]);
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
    QString line = RangeCardText::tr("mean %1").arg(formatRate(totals.throughWall() / seconds));
    if (level.bandwidth)
        line += RangeCardText::tr(" of %1").arg(formatRate(level.bandwidth->value));
    // The share of the peak, as on the stage and in the report.
    if (pool.peakFlops > 0)
        line = RangeCardText::tr("compute busy %1 · ")
                   .arg(formatPercent(totals.flops / seconds / pool.peakFlops))
            + line;
    return line;
}

} // namespace

QStringList rangeLines(const core::Run& run, const core::RangeTotals& totals)
{
    const double seconds = core::toSeconds(totals.range.length());
    QStringList lines { RangeCardText::tr("%1 · %2").arg(formatSeconds(seconds),
        totals.tokens == 1 ? RangeCardText::tr("1 token written")
                           : RangeCardText::tr("%1 tokens written").arg(totals.tokens)) };
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
