#include "widgets/charts/charts_view.h"

#include "widgets/charts/bar_charts.h"
#include "widgets/charts/gaps_chart.h"
#include "widgets/charts/latency_chart.h"
#include "widgets/charts/memory_chart.h"
#include "widgets/charts/operators_chart.h"

#include <QListWidget>
#include <QStackedWidget>

#include <cmath>

namespace memwall::ui
{

namespace
{

constexpr double kChartListWidth = 250;
constexpr double kEntryHeight = 34;

} // namespace

ChartsView::ChartsView(QWidget* parent)
    : QWidget(parent)
    , m_theme(Theme::darkTheme())
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("chartsView"));
    m_list->setObjectName(QStringLiteral("chartsList"));
    m_list->setAccessibleName(tr("Charts"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_list);
    auto* column = new QVBoxLayout;
    row->addLayout(column, 1);
    column->addWidget(m_stack, 1);
    auto* buttons = new QHBoxLayout;
    column->addLayout(buttons);
    addButtons(*buttons);
    for (Chart* chart : std::initializer_list<Chart*> { new LatencyChart, new OperatorsChart, new TimeChart,
             new GapsChart, new MemoryChart, new EnergyChart, new SavingsChart })
        addChart(chart);
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
    setTheme(m_theme);
}

void ChartsView::addChart(Chart* chart)
{
    m_charts.push_back(chart);
    m_stack->addWidget(chart);
    m_list->addItem(chart->chartName());
    connect(&chart->actions(), &ChartActions::saveRequested, this, &ChartsView::saveRequested);
}

/// Each does what the action of the chosen chart does, and says its key.
void ChartsView::addButtons(QBoxLayout& row)
{
    row.addStretch(1);
    const QStringList names { tr("Copy"), tr("PNG…"), tr("SVG…"), tr("CSV…") };
    for (int i = 0; i < names.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setText(names[i]);
        button->setFocusPolicy(Qt::TabFocus);
        const auto action = [this, i] {
            ChartActions& actions = current().actions();
            return i == 0 ? actions.copyAction() : actions.saveActions()[i - 1];
        };
        connect(button, &QToolButton::clicked, this, [action] { action()->trigger(); });
        m_buttons.push_back(button);
        row.addWidget(button);
    }
}

Chart& ChartsView::current() const
{
    return *m_charts[static_cast<std::size_t>(std::max(0, m_stack->currentIndex()))];
}

void ChartsView::choose(const QString& name)
{
    for (std::size_t i = 0; i < m_charts.size(); ++i)
        if (m_charts[i]->objectName() == name)
            m_list->setCurrentRow(static_cast<int>(i));
}

void ChartsView::setResult(
    const core::SystemResult& result, const core::Workload& workload, core::BatchKnob knob)
{
    m_data = { result.run, result.report, workload.slo, knob, {}, false, {} };
    refresh();
}

void ChartsView::setEnergy(core::EnergyParts energy)
{
    m_data.energy = std::move(energy);
    refresh();
}

void ChartsView::addPoint(const core::BatchPoint& point)
{
    m_data.curve.push_back(point);
    refresh();
}

void ChartsView::setCurveComplete()
{
    m_data.curveComplete = true;
    refresh();
}

/// Charts out of sight only note that they have to.
void ChartsView::refresh()
{
    for (Chart* chart : m_charts)
        chart->setData(m_data);
}

void ChartsView::setTime(core::Instant time)
{
    for (Chart* chart : m_charts)
        chart->setTime(time);
}

void ChartsView::setTheme(const Theme& theme)
{
    m_theme = theme;
    const auto px = [&theme](double length) { return static_cast<int>(std::lround(theme.px(length))); };
    layout()->setSpacing(px(12));
    m_list->setFixedWidth(px(kChartListWidth));
    m_list->setStyleSheet(QStringLiteral("QListWidget { background: %1; color: %2; outline: none; }"
                                         "QListWidget::item { padding: 0 %3px; border-radius: %4px; }"
                                         "QListWidget::item:selected { background: %5; color: %6; }")
                              .arg(theme.window.name(), theme.text.name())
                              .arg(px(10))
                              .arg(px(8))
                              .arg(theme.accent.name(), theme.accentText.name()));
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setSizeHint(QSize(0, px(kEntryHeight)));
    for (Chart* chart : m_charts)
        chart->setTheme(theme);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const ChartActions& actions = m_charts.front()->actions();
        const QAction* action
            = i == 0 ? actions.copyAction() : actions.saveActions()[static_cast<int>(i) - 1];
        m_buttons[i]->setToolTip(tr("%1 (%2)").arg(
            action->text().remove(u'&').remove(u'…'), action->shortcut().toString(QKeySequence::NativeText)));
        m_buttons[i]->setAccessibleName(action->text().remove(u'&').remove(u'…'));
    }
}

} // namespace memwall::ui
