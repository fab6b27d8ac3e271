#include "widgets/plots/paint_widget.h"

#include "core/base/assert.h"
#include "widgets/base/paint_target.h"

#include <qcustomplot.h>

namespace memwall::ui
{

namespace
{

/// Keeps plots out of the picture while the rest is painted; their places stay theirs.
class HiddenPlots
{
public:
    explicit HiddenPlots(const QWidget& widget)
    {
        for (QCustomPlot* plot : widget.findChildren<QCustomPlot*>()) {
            if (!plot->isVisibleTo(&widget))
                continue;
            m_plots.push_back({ plot, plot->sizePolicy() });
            QSizePolicy kept = plot->sizePolicy();
            kept.setRetainSizeWhenHidden(true);
            plot->setSizePolicy(kept);
            plot->setVisible(false);
        }
    }
    ~HiddenPlots()
    {
        for (const Entry& entry : m_plots) {
            entry.plot->setVisible(true);
            entry.plot->setSizePolicy(entry.policy);
        }
    }
    HiddenPlots(const HiddenPlots&) = delete;
    HiddenPlots& operator=(const HiddenPlots&) = delete;

    struct Entry
    {
        QCustomPlot* plot = nullptr;
        QSizePolicy policy;
    };
    [[nodiscard]] const std::vector<Entry>& plots() const { return m_plots; }

private:
    std::vector<Entry> m_plots;
};

/// What a scrolling area leaves to be seen of a part, in the part's coordinates.
QRect seenOf(const QWidget& part, const QWidget& whole)
{
    QRect seen = part.rect();
    for (const QWidget* parent = &part; parent != &whole; parent = parent->parentWidget()) {
        const QPoint corner = part.mapTo(parent->parentWidget(), QPoint {});
        seen &= parent->parentWidget()->rect().translated(-corner);
    }
    return seen;
}

} // namespace

void paintWidget(QPaintDevice& device, QWidget& widget)
{
    MEMWALL_ASSERT(widget.testAttribute(Qt::WA_WState_Polished));
    QCPPainter painter(&device);
    const HiddenPlots hidden(widget);
    widget.render(&painter);
    if (drawsVectors(painter))
        painter.setMode(QCPPainter::pmVectorized);
    for (const HiddenPlots::Entry& entry : hidden.plots()) {
        painter.save();
        painter.translate(entry.plot->mapTo(&widget, QPoint {}));
        painter.setClipRect(seenOf(*entry.plot, widget), Qt::IntersectClip);
        entry.plot->toPainter(&painter, entry.plot->width(), entry.plot->height());
        painter.restore();
    }
}

} // namespace memwall::ui
