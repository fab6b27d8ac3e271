#include "widgets/charts/breakdown_card.h"

#include "widgets/base/format.h"

#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QGridLayout>
#include <QHorizontalPercentBarSeries>
#include <QPainter>

#include <cmath>

namespace memwall::ui
{

namespace
{

/// A small square in a part's colour and pattern.
class Swatch : public QWidget
{
public:
    Swatch(const QBrush& brush, int side, QWidget* parent)
        : QWidget(parent)
        , m_brush(brush)
    {
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_brush);
        painter.drawRoundedRect(rect(), 2, 2);
    }

private:
    QBrush m_brush;
};

/// A chart that is nothing but its bar: the plot area follows the view's size.
class BarView : public QChartView
{
public:
    BarView(QChart* chart, QWidget* parent)
        : QChartView(chart, parent)
    {
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QChartView::resizeEvent(event);
        chart()->setPlotArea(QRectF(QPointF {}, QSizeF(size())));
    }
};

} // namespace

struct BreakdownCard::Bar
{
    QChart* chart = nullptr;
    QChartView* view = nullptr;
};

std::vector<BreakdownPart> breakdownParts(const core::Breakdown& b, const Theme& theme)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("BreakdownCard", text); };
    std::vector<BreakdownPart> parts {
        { tr("weights"), b.weights, 0, theme.patternBrush(core::Kind::Weights) },
        { tr("KV cache"), b.kv, 0, theme.patternBrush(core::Kind::KvCache) },
        { tr("compute"), b.compute, 0, theme.computeBusy },
        { tr("between chips"), b.communication, 0, theme.patternBrush(core::Kind::Communication) },
        { tr("fixed latency"), b.fixed, 0, theme.secondary },
        { tr("drafts"), b.draft, 0, theme.patternBrush(core::Kind::Draft) },
        { tr("transfer"), b.transfer, 0, theme.color(core::Kind::Communication) },
        { tr("others' prompts"), b.queue, 0, theme.bad },
    };
    const double total = b.total();
    for (BreakdownPart& part : parts)
        part.share = total > 0 ? part.seconds / total : 0;
    std::erase_if(parts, [](const BreakdownPart& part) { return part.share < 0.0005; });
    return parts;
}

BreakdownCard::BreakdownCard(QWidget* parent)
    : Card(QStringLiteral("breakdown"), tr("Where one token’s time goes"), parent)
    , m_bar(std::make_unique<Bar>())
    , m_legend(new QWidget(this))
    , m_error(addLabel(TextRole::Caption, &Theme::secondary, this))
{
    m_bar->chart = new QChart;
    m_bar->chart->legend()->hide();
    m_bar->chart->setMargins({});
    m_bar->chart->setBackgroundVisible(false);
    m_bar->view = new BarView(m_bar->chart, this);
    m_bar->view->setObjectName(QStringLiteral("breakdownChart"));
    m_bar->view->setAccessibleName(tr("Where one token’s time goes"));
    m_bar->view->setFrameShape(QFrame::NoFrame);
    m_bar->view->setStyleSheet(QStringLiteral("background: transparent"));
    m_bar->view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_bar->view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_error->setWordWrap(true);
    body()->addWidget(m_bar->view);
    body()->addWidget(m_legend);
    body()->addWidget(m_error);
    body()->addStretch();
}

BreakdownCard::~BreakdownCard() = default;

void BreakdownCard::setData(const InsightData& shown)
{
    m_breakdown = shown.report.breakdown;
    const double error = shown.report.tpotS > 0 ? shown.report.bandHigh / shown.report.tpotS - 1 : 0;
    m_error->setText(
        tr("sum %1 · model error ±%2").arg(formatSeconds(shown.report.tpotS), formatPercent(error)));
    fitSentences();
    rebuild();
}

void BreakdownCard::setTheme(const Theme& theme)
{
    Card::setTheme(theme);
    m_bar->view->setFixedHeight(static_cast<int>(theme.px(24)));
    rebuild();
}

void BreakdownCard::rebuild()
{
    const std::vector<BreakdownPart> parts = breakdownParts(m_breakdown, theme());
    m_bar->chart->removeAllSeries();
    auto* series = new QHorizontalPercentBarSeries;
    series->setBarWidth(1);
    for (const BreakdownPart& part : parts) {
        auto* set = new QBarSet(part.name);
        set->append(part.share * 100);
        set->setBrush(part.brush);
        set->setPen(QPen(theme().panel, 1));
        series->append(set);
    }
    m_bar->chart->addSeries(series);
    connect(series, &QAbstractBarSeries::hovered, this, [this, parts](bool on, int, QBarSet* set) {
        for (const BreakdownPart& part : parts)
            if (on && part.name == set->label())
                m_bar->view->setToolTip(
                    tr("%1: %2, %3 of a token")
                        .arg(part.name, formatSeconds(part.seconds), formatPercent(part.share)));
    });
    rebuildLegend(parts);
}

void BreakdownCard::rebuildLegend(const std::vector<BreakdownPart>& parts)
{
    qDeleteAll(m_legend->findChildren<QWidget*>(QString {}, Qt::FindDirectChildrenOnly));
    delete m_legend->layout();
    auto* grid = new QGridLayout(m_legend);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(static_cast<int>(theme().px(6)));
    grid->setVerticalSpacing(static_cast<int>(theme().px(4)));
    int i = 0;
    for (const BreakdownPart& part : parts) {
        auto* text = new QLabel(QStringLiteral("%1 %2").arg(part.name, formatPercent(part.share)), m_legend);
        text->setFont(theme().font(TextRole::Caption));
        QPalette palette = text->palette();
        palette.setColor(QPalette::WindowText, theme().text);
        text->setPalette(palette);
        text->setToolTip(formatSeconds(part.seconds));
        const int column = 2 * (i % 2);
        grid->addWidget(new Swatch(part.brush, static_cast<int>(theme().px(10)), m_legend), i / 2, column);
        grid->addWidget(text, i / 2, column + 1);
        grid->setColumnStretch(column + 1, 1);
        ++i;
    }
}

} // namespace memwall::ui
