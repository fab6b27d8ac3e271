#include "widgets/charts/vector_plot.h"

#include <QPaintEngine>
#include <qcustomplot.h>

namespace memwall::ui
{

namespace
{

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
        painter.setMode(QCPPainter::pmVectorized, isVector(painter.paintEngine()));
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

bool isVector(const QPaintEngine* engine)
{
    return engine != nullptr
        && (engine->type() == QPaintEngine::SVG || engine->type() == QPaintEngine::Pdf
            || engine->type() == QPaintEngine::Picture);
}

ExportedPlots::ExportedPlots(QWidget& root)
{
    for (QCustomPlot* plot : root.findChildren<QCustomPlot*>())
        if (auto* vectors = dynamic_cast<VectorPlot*>(plot)) {
            plot->replot(QCustomPlot::rpImmediateRefresh); // what was queued is in the picture, too
            vectors->setExported(true);
            m_plots.push_back(plot);
            for (QWidget* over : plot->findChildren<QWidget*>())
                if (over->isVisible()) {
                    over->hide();
                    m_hidden.push_back(over);
                }
        }
}

ExportedPlots::~ExportedPlots()
{
    for (QCustomPlot* plot : m_plots)
        static_cast<VectorPlot*>(plot)->setExported(false);
    for (QWidget* over : m_hidden)
        over->show();
}

} // namespace memwall::ui
