#include "widgets/insight/bottleneck_card.h"

#include "core/export/chart_csv.h"
#include "core/figures/range.h"
#include "widgets/charts/sensitivity_bars.h"
#include "widgets/words/sayings.h"

#include <QPushButton>

#include <cmath>
#include <utility>

namespace memwall::ui
{

BottleneckCard::BottleneckCard(QWidget* parent)
    : Card(QStringLiteral("bottleneck"), tr("Bottleneck"), parent)
    , m_title(addFigureLabel(core::Headline::Bottleneck, TextRole::Figure, &Theme::text, this))
    , m_text(addLabel(TextRole::Body, &Theme::secondary, this))
    , m_range(addLabel(TextRole::Caption, &Theme::bad, this))
    , m_bars(new SensitivityBars(this))
    , m_ask(new QPushButton(tr("What would it take?"), this))
{
    quietTitle();
    m_title->setObjectName(QStringLiteral("bottleneckTitle"));
    m_text->setObjectName(QStringLiteral("bottleneckText"));
    m_range->setObjectName(QStringLiteral("rangeNote"));
    for (QLabel* label : { m_title, m_text, m_range }) {
        label->setWordWrap(true);
        body()->addWidget(label);
    }
    addBars();
    body()->addStretch();
}

void BottleneckCard::addBars()
{
    m_ask->setObjectName(QStringLiteral("askTarget"));
    m_ask->setAccessibleName(m_ask->text());
    m_ask->setToolTip(tr("How much more of each resource reaches a target (Ctrl+T)"));
    connect(m_ask, &QPushButton::clicked, this, &BottleneckCard::targetRequested);
    addToHeader(m_ask);
    body()->addWidget(m_bars);
}

std::string BottleneckCard::csvOf(const core::Report& report) const
{
    return core::bottleneckCsv(report, wordingOfFiles());
}

void BottleneckCard::showData(const InsightData& shown)
{
    m_shown = shown;
    m_range->setText(
        tr("Outside the validated range. %1").arg(wordsOf(core::asSentence(shown.report.rangeNote))));
    m_range->setVisible(shown.report.fits && !shown.report.inRange);
    m_bars->setVisible(shown.report.fits);
    showHold();
}

void BottleneckCard::setTime(core::Instant time)
{
    if (!m_shown.run)
        return;
    const core::RunPhase now = core::phaseAt(*m_shown.run, time, m_shortest);
    const core::RunPhase phase = now == core::RunPhase::Waiting ? core::RunPhase::Tokens : now;
    if (std::exchange(m_phase, phase) != phase)
        showHold();
}

void BottleneckCard::showHold()
{
    m_hold = core::holdIn(m_shown.report, m_phase);
    setHeader(m_phase == core::RunPhase::Prompt   ? tr("Bottleneck · the prefill")
            : m_phase == core::RunPhase::Transfer ? tr("Bottleneck · the transfer")
            : m_shown.report.fits && m_shown.run  ? tr("Bottleneck · a mean token")
                                                  : tr("Bottleneck"));
    m_title->setText(wordsOf(m_hold.verdict.title));
    m_text->setText(wordsOf(m_hold.verdict.text));
    m_bars->setReport(m_shown.report, m_hold.sensitivity);
    setAccessibleDescription(m_title->text() + QStringLiteral(". ") + m_text->text());
    colourTitle();
    fitSentences();
}

void BottleneckCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_bars->setTheme(theme);
    m_ask->setFont(theme.font(TextRole::Caption));
    // A quiet button, no taller than a title.
    m_ask->setStyleSheet(QStringLiteral("min-height: %1px; padding: 0 %2px;")
                             .arg(std::lround(theme.px(20)))
                             .arg(std::lround(theme.px(8))));
    colourTitle();
}

bool BottleneckCard::speaksOf(const InsightData&) const
{
    return true;
}

void BottleneckCard::colourTitle()
{
    QColor colour = theme().text;
    switch (m_hold.bottleneck) {
    case core::Bottleneck::Memory:
        colour
            = theme().ink(m_hold.parts.kv > m_hold.parts.weights ? core::Kind::KvCache : core::Kind::Weights);
        break;
    case core::Bottleneck::Communication:
    case core::Bottleneck::Transfer:
        colour = theme().ink(core::Kind::Communication);
        break;
    case core::Bottleneck::Fixed:
        colour = theme().ink(core::Kind::Draft);
        break;
    case core::Bottleneck::Capacity:
    case core::Bottleneck::Queue:
        colour = theme().bad;
        break;
    case core::Bottleneck::Compute:
        colour = theme().computeBusy;
        break;
    }
    QPalette palette = m_title->palette();
    palette.setColor(QPalette::WindowText, colour);
    m_title->setPalette(palette);
}

} // namespace memwall::ui
