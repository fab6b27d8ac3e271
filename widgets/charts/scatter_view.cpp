#include "widgets/charts/scatter_view.h"

#include "core/validate/figure_kind.h"
#include "widgets/base/format.h"
#include "widgets/charts/scatter_plot.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>

#include <algorithm>
#include <cmath>
#include <set>

namespace memwall::ui
{

namespace
{

} // namespace

ScatterView::ScatterView(QWidget* parent)
    : QWidget(parent)
    , m_theme(Theme::darkTheme())
    , m_plot(new ScatterPlot(this))
    , m_errors(new QLabel(this))
    , m_key(new QLabel(this))
{
    setObjectName(QStringLiteral("scatterView"));
    m_errors->setObjectName(QStringLiteral("scatterErrors"));
    m_errors->setWordWrap(true);
    m_key->setWordWrap(true);
    m_key->setText(
        tr("Filled: inside the validated range. Hollow: outside it, said beforehand. Rings: nearest "
           "to the scenario on screen. Wheel and drag zoom and move, a double click goes back; the "
           "right button copies and saves."));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    m_kind = addFilter(QStringLiteral("scatterKind"), tr("&Quantity"), *row);
    m_chip = addFilter(QStringLiteral("scatterChip"), tr("&Machine"), *row);
    m_source = addFilter(QStringLiteral("scatterSource"), tr("&Source"), *row);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_plot, 1);
    column->addWidget(m_errors);
    column->addWidget(m_key);
    connect(&m_plot->actions(), &ChartActions::saveRequested, this, &ScatterView::saveRequested);
    setTheme(m_theme);
}

QComboBox* ScatterView::addFilter(const QString& name, const QString& caption, QHBoxLayout& row)
{
    auto* label = new QLabel(caption, this);
    auto* box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(QString(caption).remove(u'&'));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    box->view()->setTextElideMode(Qt::ElideRight);
    label->setBuddy(box);
    row.addWidget(label);
    row.addWidget(box);
    connect(box, &QComboBox::currentIndexChanged, this, &ScatterView::filter);
    return box;
}

void ScatterView::setCheck(std::shared_ptr<const core::ModelCheck> check, const core::Catalog& catalog)
{
    m_check = std::move(check);
    m_catalog = &catalog;
    fillFilters();
    filter();
}

void ScatterView::setNotice(const QString& sentence)
{
    m_errors->setText(sentence);
}

void ScatterView::setRinged(std::vector<std::size_t> points)
{
    m_plot->setRinged(std::move(points));
}

void ScatterView::setTheme(const Theme& theme)
{
    m_theme = theme;
    layout()->setSpacing(static_cast<int>(std::lround(theme.px(8))));
    for (auto [label, role, colour] : { std::tuple(m_errors, TextRole::BodyStrong, theme.text),
             std::tuple(m_key, TextRole::Caption, theme.secondary) }) {
        label->ensurePolished();
        label->setFont(theme.font(role));
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, colour);
        label->setPalette(palette);
    }
    m_plot->setTheme(theme);
}

/// Only what occurs, in the order of the alphabet; the first entry lets everything through.
void ScatterView::fillFilters()
{
    std::set<core::FigureKind> kinds;
    std::map<QString, core::ChipId> chips;
    std::map<QString, core::PublicationId> sources;
    for (const core::CheckedPoint& point : m_check->points) {
        if (!point.predicted)
            continue;
        kinds.insert(core::kindOf(point.point));
        const core::Chip* chip = m_catalog->chip(point.chip);
        chips[chip ? plain(chip->shortName) : plain(point.chip.text())] = point.chip;
        sources[plain(point.point.source.text())] = point.point.source;
    }
    for (QComboBox* box : { m_kind, m_chip, m_source }) {
        const QSignalBlocker quiet(box);
        box->clear();
        box->addItem(tr("all"), QString());
    }
    const QSignalBlocker quietKind(m_kind), quietChip(m_chip), quietSource(m_source);
    for (const core::FigureKind kind : kinds)
        m_kind->addItem(plain(core::nameOf(kind)), static_cast<int>(kind));
    for (const auto& [name, id] : chips)
        m_chip->addItem(name, plain(id.text()));
    for (auto& [name, id] : sources) {
        const auto known = std::find_if(m_check->sources.begin(), m_check->sources.end(),
            [&id = id](const core::MeasurementSource& source) { return source.id == id; });
        const bool titled = known != m_check->sources.end();
        m_source->addItem(
            titled ? name + QStringLiteral(" · ") + plain(known->title) : name, plain(id.text()));
    }
}

void ScatterView::filter()
{
    m_shown.clear();
    if (!m_check)
        return;
    const bool everyKind = m_kind->currentIndex() <= 0;
    const auto kind = static_cast<core::FigureKind>(m_kind->currentData().toInt());
    const core::ChipId chip(m_chip->currentData().toString().toStdString());
    const core::PublicationId source(m_source->currentData().toString().toStdString());
    for (std::size_t i = 0; i < m_check->points.size(); ++i) {
        const core::CheckedPoint& point = m_check->points[i];
        if (point.predicted && (everyKind || core::kindOf(point.point) == kind)
            && (chip == core::ChipId {} || point.chip == chip)
            && (source == core::PublicationId {} || point.point.source == source))
            m_shown.push_back(i);
    }
    m_plot->setPoints(m_check, *m_catalog, m_shown);
    sayErrors();
}

/// The same figures as the last lines of --check-model.
void ScatterView::sayErrors()
{
    std::vector<const core::CheckedPoint*> points;
    for (const std::size_t i : m_shown)
        points.push_back(&m_check->points[i]);
    const core::ErrorStatistics errors = core::errorsOf(points);
    if (errors.points == 0) {
        m_errors->setText(tr("No point of this quantity, machine and source."));
        return;
    }
    m_errors->setText(
        tr("%1 points in %2 series · error: median %3, 90th percentile %4 · %5 inside their own band")
            .arg(errors.points)
            .arg(errors.groups)
            .arg(formatPercent(errors.median), formatPercent(errors.p90),
                formatPercent(core::insideBandOf(points))));
}

QString ScatterView::textAt(QPointF place) const
{
    return m_plot->textAt(place);
}

} // namespace memwall::ui
