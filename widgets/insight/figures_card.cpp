#include "widgets/insight/figures_card.h"

#include "core/export/chart_csv.h"
#include "widgets/base/format.h"

#include <QGridLayout>

namespace memwall::ui
{

FiguresCard::FiguresCard(QWidget* parent)
    : Card(QStringLiteral("figures"), tr("How fast"), parent)
    , m_grid(new QGridLayout)
    , m_band(addLabel(TextRole::Caption, &Theme::secondary, this))
{
    hideHeader();
    body()->addLayout(m_grid);
    m_perToken = addFigure(QStringLiteral("tpot"), tr("per token (TPOT)"), core::Headline::Tpot);
    m_firstToken = addFigure(QStringLiteral("ttft"), tr("first token (TTFT)"), core::Headline::Ttft);
    m_perUser = addFigure(QStringLiteral("perUser"), tr("tokens/s, one user"), core::Headline::TokensPerUser);
    m_total = addFigure(QStringLiteral("total"), tr("tokens/s, all users"), core::Headline::Throughput);
    m_energy = addFigure(QStringLiteral("energy"), tr("energy per token"), core::Headline::Energy);
    m_cost = addFigure(QStringLiteral("cost"), tr("a million tokens"), core::Headline::Cost);
    m_memory = addFigure(QStringLiteral("bytes"), tr("weights per token"));
    m_band->setObjectName(QStringLiteral("band"));
    m_band->setWordWrap(true);
    body()->addWidget(m_band);
    body()->addStretch();
}

FiguresCard::Figure FiguresCard::addFigure(
    const QString& name, const QString& caption, std::optional<core::Headline> headline)
{
    Figure figure { addLabel(TextRole::Caption, &Theme::secondary, this),
        headline ? addFigureLabel(*headline, TextRole::Figure, &Theme::text, this)
                 : addLabel(TextRole::Figure, &Theme::text, this) };
    if (headline)
        figure.figure = *core::figureOf(*headline);
    figure.caption->setText(caption);
    figure.value->setObjectName(name);
    figure.value->setAccessibleName(caption);
    return figure;
}

void FiguresCard::place(const std::vector<std::pair<Figure, bool>>& figures)
{
    constexpr int kColumns = 2;
    int at = 0;
    for (const auto& [figure, speaks] : figures) {
        m_grid->removeWidget(figure.caption);
        m_grid->removeWidget(figure.value);
        figure.caption->setVisible(speaks);
        figure.value->setVisible(speaks);
        if (!speaks)
            continue;
        m_grid->addWidget(figure.caption, at / kColumns * 2, at % kColumns);
        m_grid->addWidget(figure.value, at / kColumns * 2 + 1, at % kColumns);
        m_grid->setColumnStretch(at % kColumns, 1);
        ++at;
    }
}

std::string FiguresCard::csvOf(const core::Report& report) const
{
    return core::figuresCsv(report);
}

void FiguresCard::showData(const InsightData& shown)
{
    const core::Report& report = shown.report;
    for (const Figure* each :
        { &m_perToken, &m_firstToken, &m_perUser, &m_total, &m_energy, &m_cost, &m_memory })
        each->value->setText(formatFigure(each->figure, report, tr("—")));
    m_perToken.value->setToolTip(
        tr("%1, mean time between two tokens of one user").arg(formatExact(report.tpotS, tr("s"))));
    m_firstToken.value->setToolTip(
        tr("%1 from the question to the first word").arg(formatExact(report.ttftS, tr("s"))));
    m_perUser.value->setToolTip(tr("1 / time per token"));
    // Alone on the machine, the total is the same figure again, thinned by the prefill.
    const bool shared = (shown.run && shown.run->requests.size() > 1)
        || report.throughputTokensPerS > 1.01 * report.tokensPerSPerUser;
    m_total.value->setToolTip(tr("all answers' tokens over the whole run, prefill included"));
    m_energy.value->setToolTip(report.energyJPerToken
            ? tr("published power of the chips, idle share included, over all tokens")
            : tr("the power of a chip of this machine is not published"));
    m_cost.value->setToolTip(tr("published price of the chips over their life, and their electricity"));
    place({ { m_perToken, true }, { m_firstToken, true }, { m_perUser, true }, { m_total, shared },
        { m_energy, true }, { m_cost, report.costUsdPerMtoken.has_value() }, { m_memory, true } });
    m_memory.value->setToolTip(tr("weights read by all chips, a shared trip divided by the tokens it wrote"));
    m_band->setText(tr("typical %1 to %2 · ideal %3")
                        .arg(formatSeconds(report.bandLow), formatSeconds(report.bandHigh),
                            report.idealTpotS > 0 ? formatSeconds(report.idealTpotS) : tr("not published")));
    m_band->setToolTip(tr("Band: one-sigma errors of memory rate, arithmetic, links and fixed costs. Ideal: "
                          "peak rates, no fixed costs."));
    fitSentences();
}

} // namespace memwall::ui
