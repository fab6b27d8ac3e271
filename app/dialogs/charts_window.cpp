#include "app/dialogs/charts_window.h"

#include "app/dialogs/chart_files.h"
#include "widgets/charts/charts_view.h"
#include "widgets/plots/chart_actions.h"

#include <QDialog>
#include <QScreen>
#include <QVBoxLayout>

#include <cmath>

namespace memwall::app
{

namespace
{

constexpr QSize kSize { 1120, 720 };

} // namespace

ChartsWindow::ChartsWindow(const core::Catalog& catalog, QWidget& window)
    : m_window(window)
    , m_worker(catalog)
{
    connect(&m_worker, &ChartWorker::energyFound, this, [this](const core::EnergyParts& energy) {
        if (m_view)
            m_view->setEnergy(energy);
    });
    connect(&m_worker, &ChartWorker::pointFound, this, [this](const core::BatchPoint& point) {
        if (m_view)
            m_view->addPoint(point);
    });
    connect(&m_worker, &ChartWorker::curveComplete, this, [this] {
        if (m_view)
            m_view->setCurveComplete();
    });
    connect(&m_worker, &ChartWorker::failed, this, [this](const QString& sentence) {
        emit failed(tr("The charts are not complete: %1.").arg(sentence));
    });
}

void ChartsWindow::setSystem(
    const core::System& system, const core::Workload& workload, const core::SystemResult& result)
{
    m_system = system;
    m_workload = workload;
    m_result = result;
    update();
}

void ChartsWindow::setTime(core::Instant time)
{
    m_time = time;
    if (m_view)
        m_view->setTime(time);
}

void ChartsWindow::setTheme(const ui::Theme& theme)
{
    m_theme = theme;
    if (m_view)
        m_view->setTheme(theme);
}

void ChartsWindow::open(const QList<QAction*>& commands)
{
    if (!m_view) {
        m_view = new ui::ChartsView;
        auto* dialog = new QDialog(&m_window);
        dialog->setObjectName(QStringLiteral("chartsWindow"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowTitle(tr("Charts"));
        dialog->addActions(commands);
        const int edge = static_cast<int>(std::lround(m_theme.px(16)));
        auto* layout = new QVBoxLayout(dialog);
        layout->setContentsMargins(edge, edge, edge, edge);
        layout->addWidget(m_view);
        const QSize room = m_window.screen()->availableGeometry().size() * 0.95;
        dialog->resize((QSizeF(kSize) * m_theme.scale).toSize().boundedTo(room));
        connect(m_view, &ui::ChartsView::saveRequested, m_view,
            [view = m_view.data()](const ui::ChartFile& file) { saveChart(file, *view); });
        connect(dialog, &QObject::destroyed, &m_worker, &ChartWorker::cancel);
        m_view->setTheme(m_theme);
        m_view->setTime(m_time);
        dialog->show();
        update();
    }
    m_view->window()->raise();
    m_view->window()->activateWindow();
}

void ChartsWindow::update()
{
    if (!m_view || !m_result.run)
        return;
    m_view->setResult(m_result, m_workload, core::batchKnob(m_system, m_workload));
    m_worker.request(m_system, m_workload, m_result);
}

} // namespace memwall::app
