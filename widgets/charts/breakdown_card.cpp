#include "widgets/charts/breakdown_card.h"

#include "core/export/chart_csv.h"
#include "widgets/base/format.h"
#include "widgets/base/paint_target.h"
#include "widgets/plots/vector_plot.h"
#include "widgets/words/sayings.h"

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
    Swatch(BarFill fill, const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_fill(std::move(fill))
        , m_theme(theme)
    {
        const int side = static_cast<int>(theme.px(10));
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        fillBar(painter, rect(), m_fill, m_theme);
    }

private:
    BarFill m_fill;
    Theme m_theme;
};

/// How a cause of time is shown; plain: without the pattern of a kind.
struct CauseLook
{
    const char* name;
    const char* formula;
    QColor Theme::*plain = nullptr;
};

/// In the order of core::kTimeCauses.
constexpr std::array kCauseLooks {
    CauseLook { QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "weights"),
        QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "bytes of weights / rate of their door") },
    CauseLook { QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "KV cache"),
        QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "bytes of KV cache / rate of its door") },
    CauseLook { QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "compute"),
        QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "flop / rate of arithmetic"), &Theme::computeBusy },
    CauseLook { QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "between chips"),
        QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "messages × (latency + bytes / rate of the link)") },
    CauseLook { QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "fixed latency"),
        QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "launches and other fixed times, added"),
        &Theme::secondary },
    CauseLook { QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "drafts"),
        QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "time of the drafting passes") },
    CauseLook { QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "transfer"),
        QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "bytes of KV cache / rate between the pools") },
    CauseLook { QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "others' prompts"),
        QT_TRANSLATE_NOOP("memwall::ui::BreakdownCard", "time between an answer's own steps"), &Theme::bad }
};
static_assert(kCauseLooks.size() == core::kTimeCauses.size());

BarFill fillOf(const core::TimeCause& cause, const CauseLook& look, const Theme& theme)
{
    if (cause.kind)
        return fillOf(*cause.kind, theme);
    return { look.plain != nullptr ? theme.*look.plain : theme.color(core::Kind::Communication) };
}

} // namespace

/// A chart that is nothing but its bar: the plot area follows the view's size.
class BreakdownBarView : public QChartView
{
public:
    BreakdownBarView(QChart* chart, QWidget* parent)
        : QChartView(chart, parent)
    {
    }

    void setParts(std::vector<BreakdownPart> parts, const Theme& theme)
    {
        m_parts = std::move(parts);
        m_theme = theme;
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QChartView::resizeEvent(event);
        chart()->setPlotArea(QRectF(QPointF {}, QSizeF(size())));
    }

    /// Brushes of the chart are tiles of pixels: vectors are drawn here.
    void paintEvent(QPaintEvent* event) override
    {
        {
            QPainter painter(viewport());
            if (drawsVectors(painter)) {
                paintParts(painter);
                return;
            }
        }
        QChartView::paintEvent(event);
    }

private:
    void paintParts(QPainter& painter) const
    {
        double at = 0;
        for (const BreakdownPart& part : m_parts) {
            fillBar(painter, QRectF(at, 0, part.share * width(), height()), part.fill, m_theme);
            at += part.share * width();
        }
    }

    std::vector<BreakdownPart> m_parts;
    Theme m_theme;
};

struct BreakdownCard::Bar
{
    QChart* chart = nullptr;
    BreakdownBarView* view = nullptr;
};

std::vector<BreakdownPart> breakdownParts(const core::Breakdown& b, const Theme& theme)
{
    const double total = b.total();
    std::vector<BreakdownPart> parts;
    for (std::size_t i = 0; i < kCauseLooks.size(); ++i) {
        const core::TimeCause& cause = core::kTimeCauses[i];
        const double seconds = b.*cause.seconds;
        parts.push_back({ BreakdownCard::tr(kCauseLooks[i].name), seconds, total > 0 ? seconds / total : 0,
            fillOf(cause, kCauseLooks[i], theme), BreakdownCard::tr(kCauseLooks[i].formula) });
    }
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
    m_bar->view = new BreakdownBarView(m_bar->chart, this);
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

std::string BreakdownCard::csvOf(const core::Report& report) const
{
    return core::breakdownCsv(report.breakdown, wordingOfFiles());
}

void BreakdownCard::showData(const InsightData& shown)
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
        set->setBrush(
            part.fill.pattern ? theme().patternBrush(*part.fill.pattern) : QBrush(part.fill.colour));
        set->setPen(QPen(theme().panel, 1));
        series->append(set);
    }
    m_bar->chart->addSeries(series);
    m_bar->view->setParts(parts, theme());
    connect(series, &QAbstractBarSeries::hovered, this, [this, parts](bool on, int, QBarSet* set) {
        for (const BreakdownPart& part : parts)
            if (on && part.name == set->label())
                m_bar->view->setToolTip(tr("%1: %2, %3 of a token\n= %4")
                                            .arg(part.name, formatSeconds(part.seconds),
                                                formatPercent(part.share), part.formula));
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
        text->setToolTip(tr("%1 = %2").arg(formatSeconds(part.seconds), part.formula));
        const int column = 2 * (i % 2);
        grid->addWidget(new Swatch(part.fill, theme(), m_legend), i / 2, column);
        grid->addWidget(text, i / 2, column + 1);
        grid->setColumnStretch(column + 1, 1);
        ++i;
    }
}

} // namespace memwall::ui
