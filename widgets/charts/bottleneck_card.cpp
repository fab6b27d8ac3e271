#include "widgets/charts/bottleneck_card.h"

#include "core/report/chart_csv.h"
#include "widgets/charts/sensitivity_bars.h"

#include <QPushButton>

#include <cmath>

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
    return core::bottleneckCsv(report);
}

void BottleneckCard::showData(const InsightData& shown)
{
    const core::Report& report = shown.report;
    m_bottleneck = report.bottleneck;
    m_kvLeads = report.breakdown.kv > report.breakdown.weights;
    m_title->setText(QString::fromStdString(report.bottleneckTitle));
    m_text->setText(QString::fromStdString(report.bottleneckText));
    m_range->setText(tr("Outside the validated range. %1").arg(QString::fromStdString(report.rangeNote)));
    m_range->setVisible(report.fits && !report.inRange);
    m_bars->setReport(report);
    m_bars->setVisible(report.fits);
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
    switch (m_bottleneck) {
    case core::Bottleneck::Memory:
        colour = theme().color(m_kvLeads ? core::Kind::KvCache : core::Kind::Weights);
        break;
    case core::Bottleneck::Communication:
    case core::Bottleneck::Transfer:
        colour = theme().color(core::Kind::Communication);
        break;
    case core::Bottleneck::Fixed:
        colour = theme().color(core::Kind::Draft);
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
