#include "widgets/plots/vector_plot.h"

#include "widgets/base/paint_target.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPaintEngine>
#include <qcustomplot.h>

namespace memwall::ui
{

namespace
{

constexpr const char* kExported = "exported";

class VectorPlot : public QCustomPlot
{
public:
    using QCustomPlot::QCustomPlot;

    void setExported(bool exported) { m_exported = exported; }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (!m_exported) {
            QCustomPlot::paintEvent(event);
            return;
        }
        QCPPainter painter(this);
        painter.setMode(QCPPainter::pmNoCaching);
        painter.setMode(QCPPainter::pmVectorized, drawsVectors(painter));
        painter.fillRect(rect(), mBackgroundBrush);
        draw(&painter);
    }

private:
    bool m_exported = false;
};

} // namespace

QCustomPlot* newVectorPlot(QWidget* parent)
{
    return new VectorPlot(parent);
}

bool isExported(const QWidget& root)
{
    return root.property(kExported).toBool();
}

ExportedPlots::ExportedPlots(QWidget& root)
    : m_root(root)
    , m_focus(QApplication::focusWidget())
{
    root.setProperty(kExported, true);
    for (QCustomPlot* plot : root.findChildren<QCustomPlot*>())
        if (auto* vectors = dynamic_cast<VectorPlot*>(plot)) {
            plot->replot(QCustomPlot::rpImmediateRefresh); // what was queued is in the picture, too
            vectors->setExported(true);
            plot->blockSignals(true); // nobody shows again what is hidden
            m_plots.push_back(plot);
            for (QWidget* over : plot->findChildren<QWidget*>())
                hide(*over);
        }
    for (QAbstractButton* button : root.findChildren<QAbstractButton*>())
        hide(*button);
}

/// Its place stays empty, so that nothing moves.
void ExportedPlots::hide(QWidget& widget)
{
    if (!widget.isVisible())
        return;
    QSizePolicy policy = widget.sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget.setSizePolicy(policy);
    widget.hide();
    m_hidden.push_back(&widget);
}

ExportedPlots::~ExportedPlots()
{
    for (QCustomPlot* plot : m_plots) {
        static_cast<VectorPlot*>(plot)->setExported(false);
        plot->blockSignals(false);
    }
    for (QWidget* over : m_hidden)
        over->show();
    if (m_focus != nullptr && m_focus != QApplication::focusWidget())
        m_focus->setFocus();
    m_root.setProperty(kExported, false);
}

} // namespace memwall::ui
