#include "widgets/charts/memory_chart.h"

#include "core/export/chart_csv.h"
#include "widgets/base/format.h"
#include "widgets/plots/plot_style.h"
#include "widgets/words/words.h"

#include <qcustomplot.h>

#include <cmath>

namespace memwall::ui
{

namespace
{

/// "HBM3", of several pools "decode · HBM3".
QString nameOf(const core::MemoryPlace& place)
{
    const QString role = wordOf(place.role), level = plain(place.level);
    return role.isEmpty() ? level : QString { role + QStringLiteral(" · ") + level };
}

double kvAt(const core::MemoryPlace& place, std::size_t at)
{
    return place.kv.empty() ? 0 : place.kv[at];
}

double most(const core::MemoryPlace& place)
{
    const double kv = place.kv.empty() ? 0 : *std::max_element(place.kv.begin(), place.kv.end());
    return std::max(place.capacity.value_or(core::Bytes {}).value, place.weights + kv);
}

} // namespace

MemoryChart::MemoryChart(QWidget* parent)
    : Chart(QStringLiteral("memoryChart"), tr("Memory in use over time"), parent)
{
}

void MemoryChart::draw()
{
    if (m_computed.lock() != data().run) {
        m_memory = core::memoryOverTime(*data().run);
        m_computed = data().run;
    }
    if (m_memory.places.empty()) {
        setSentence({});
        setNotice(tr("Nothing of this run lies in a memory."));
        return;
    }
    layOut();
    const QList<QCPAxisRect*> rects = plot().axisRects();
    for (qsizetype i = 0; i < rects.size(); ++i)
        addPlace(*rects[i], m_memory.places[static_cast<std::size_t>(i)], i + 1 == rects.size());
    say();
    setFormula(
        tr("In use = weights + KV cache (tokens of all answers so far × bytes of a token), of all chips of a "
           "pool. The dashed line is what they hold."));
}

/// One axis rect per memory, below each other, with their left edges in line.
void MemoryChart::layOut()
{
    QCPLayoutGrid& grid = *plot().plotLayout();
    const auto wanted = static_cast<int>(m_memory.places.size());
    while (grid.rowCount() > wanted) {
        grid.remove(grid.element(grid.rowCount() - 1, 0));
        grid.simplify();
    }
    while (grid.rowCount() < wanted)
        grid.addElement(grid.rowCount(), 0, new QCPAxisRect(&plot()));
    auto* group = new QCPMarginGroup(&plot());
    for (QCPAxisRect* rect : plot().axisRects()) {
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, group);
        rect->setBackground(theme().panel);
    }
}

void MemoryChart::addPlace(QCPAxisRect& rect, const core::MemoryPlace& place, bool last)
{
    QCPAxis& x = *rect.axis(QCPAxis::atBottom);
    QCPAxis& y = *rect.axis(QCPAxis::atLeft);
    for (QCPAxis* axis : rect.axes())
        styleAxis(*axis, theme());
    x.setTicker(linearTicker(formatSeconds));
    y.setTicker(linearTicker(formatBytes));
    x.setLabel(last ? tr("time of the run") : QString());
    y.setLabel(nameOf(place));
    x.setRange(0, m_memory.timeS.back());
    y.setRange(0, most(place) * 1.12);
    QVector<double> total;
    for (std::size_t i = 0; i < m_memory.timeS.size(); ++i)
        total.push_back(place.weights + kvAt(place, i));
    if (!place.kv.empty())
        addArea(rect, total, core::Kind::KvCache);
    addArea(rect, QVector<double>(total.size(), place.weights), core::Kind::Weights);
    if (place.capacity) {
        const double capacity = place.capacity->value;
        QCPGraph* line = plot().addGraph(&x, &y);
        line->setName(tr("capacity"));
        line->setData({ 0, m_memory.timeS.back() }, { capacity, capacity }, true);
        line->setPen(QPen(theme().text, theme().px(1.5), Qt::DashLine));
        words().preferOff({ 0, capacity, &rect }, { m_memory.timeS.back(), capacity, &rect });
        words().add(
            tr("capacity %1").arg(formatBytes(capacity)), { 0, capacity, &rect }, Side::Below, theme().text);
    }
    const double middle = m_memory.timeS.back() / 2;
    if (place.weights > 0)
        words().add(tr("weights %1").arg(formatBytes(place.weights)), { middle, place.weights / 2, &rect },
            Side::Right, theme().text);
    if (!place.kv.empty()) {
        const auto peak = std::max_element(place.kv.begin(), place.kv.end());
        const auto at = static_cast<std::size_t>(peak - place.kv.begin());
        words().add(tr("KV cache, up to %1").arg(formatBytes(*peak)),
            { m_memory.timeS[at], place.weights + *peak, &rect }, Side::Above, theme().text);
    }
    addCursor(rect);
}

/// From zero up; what lies lower is drawn later, over it.
void MemoryChart::addArea(QCPAxisRect& rect, const QVector<double>& values, core::Kind kind)
{
    QCPGraph* area = plot().addGraph(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
    area->setName(kind == core::Kind::KvCache ? tr("weights and KV cache") : tr("weights"));
    area->setData(QVector<double>(m_memory.timeS.begin(), m_memory.timeS.end()), values, true);
    const QColor colour = theme().color(kind);
    // Opaque, as one lies over the other: a tint of the panel on which text can be read.
    const auto tint = [&](float on, float ground) { return ground + (on - ground) * 0.4F; };
    area->setBrush(QColor::fromRgbF(tint(colour.redF(), theme().panel.redF()),
        tint(colour.greenF(), theme().panel.greenF()), tint(colour.blueF(), theme().panel.blueF())));
    area->setPen(QPen(colour, theme().px(2)));
}

void MemoryChart::say()
{
    QStringList sentences;
    for (const core::MemoryPlace& place : m_memory.places) {
        if (place.kv.empty())
            continue;
        const double peak = *std::max_element(place.kv.begin(), place.kv.end());
        const double used = place.weights + peak;
        sentences << (place.capacity
                ? tr("%1: at most %2 of %3 in use (%4), %5 of it KV cache.")
                      .arg(nameOf(place), formatBytes(used), formatBytes(place.capacity->value),
                          formatPercent(used / place.capacity->value), formatBytes(peak))
                : tr("%1: at most %2 in use, %3 of it KV cache; its capacity is not published.")
                      .arg(nameOf(place), formatBytes(used), formatBytes(peak)));
    }
    setSentence(sentences.join(u' '));
}

QString MemoryChart::describe(const core::MemoryPlace& place, std::size_t at) const
{
    const double used = place.weights + kvAt(place, at);
    QString text = tr("%1 at %2: %3 weights + %4 KV cache = %5 in use")
                       .arg(nameOf(place), formatSeconds(m_memory.timeS[at]), formatBytes(place.weights),
                           formatBytes(kvAt(place, at)), formatBytes(used));
    if (place.capacity)
        text += u'\n'
            + tr("%1 − %2 = %3 free")
                  .arg(formatBytes(place.capacity->value), formatBytes(used),
                      formatBytes(std::max(0.0, place.capacity->value - used)));
    return text;
}

QString MemoryChart::textAt(QPointF place) const
{
    const QList<QCPAxisRect*> rects = plot().axisRects();
    if (!hasRun() || m_computed.lock() != data().run || m_memory.timeS.empty())
        return {};
    for (qsizetype i = 0; i < rects.size() && i < static_cast<qsizetype>(m_memory.places.size()); ++i) {
        if (!rects[i]->rect().contains(place.toPoint()))
            continue;
        const double time = rects[i]->axis(QCPAxis::atBottom)->pixelToCoord(place.x());
        const auto last = static_cast<double>(m_memory.timeS.size() - 1);
        const double at = std::clamp(std::round(time / m_memory.timeS.back() * last), 0.0, last);
        return describe(m_memory.places[static_cast<std::size_t>(i)], static_cast<std::size_t>(at));
    }
    return {};
}

/// A few times of each memory.
std::vector<ChartMark> MemoryChart::marks() const
{
    constexpr std::size_t kEvery = 20;
    std::vector<ChartMark> all;
    const QList<QCPAxisRect*> rects = plot().axisRects();
    if (m_computed.lock() != data().run)
        return all;
    const double size = theme().px(8);
    for (std::size_t i = 0; i < m_memory.places.size() && i < static_cast<std::size_t>(rects.size()); ++i)
        for (std::size_t at = 0; at < m_memory.timeS.size(); at += kEvery) {
            const core::MemoryPlace& place = m_memory.places[i];
            const QPointF pixel = words().pixelOf(
                { m_memory.timeS[at], place.weights + kvAt(place, at), rects[static_cast<qsizetype>(i)] });
            all.push_back({ QRectF(pixel - QPointF { size / 2, size / 2 }, QSizeF { size, size }),
                describe(place, at) });
        }
    return all;
}

std::string MemoryChart::chartCsv() const
{
    return hasRun() ? core::memoryCsv(core::memoryOverTime(*data().run)) : std::string();
}

} // namespace memwall::ui
