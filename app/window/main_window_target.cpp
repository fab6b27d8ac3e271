// "What would it take?": the popup's questions go to the seeker, its wishes to the document.
#include "app/window/main_window.h"
#include "widgets/base/format.h"
#include "widgets/charts/insight_column.h"
#include "widgets/controls/target_popup.h"

namespace memwall::app
{

void MainWindow::connectTarget()
{
    connect(m_parts.insight, &ui::InsightColumn::targetRequested, this, &MainWindow::askForTarget);
    connect(m_actions.target, &QAction::triggered, this, &MainWindow::askForTarget);
    connect(m_parts.target, &ui::TargetPopup::targetRequested, this, &MainWindow::seekTarget);
    connect(&m_seeker, &TargetSeeker::found, m_parts.target, &ui::TargetPopup::setReach);
    connect(&m_seeker, &TargetSeeker::failed, this, &MainWindow::say);
    connect(m_parts.target, &ui::TargetPopup::changeRequested, this, [this](const core::Reach& reach) {
        applySettings(core::settingsFor(reach, m_system),
            reach.resource == core::Resource::Chips
                ? tr("Use %1 chips").arg(ui::formatCount(reach.amount))
                : tr("%1 × %2").arg(ui::resourceName(reach.resource), ui::formatNumber(reach.factor)),
            {});
    });
}

void MainWindow::askForTarget()
{
    if (!m_result)
        return;
    seekTarget();
    m_parts.target->openBeside(m_parts.insight->bottleneckCard());
}

void MainWindow::seekTarget()
{
    m_parts.target->clearRows();
    m_seeker.request(m_simulated.systems[std::min(m_system, m_simulated.systems.size() - 1)],
        m_simulated.workload, m_parts.target->target());
}

void MainWindow::showTarget(const core::Report& report, bool anew)
{
    m_parts.target->setReport(report, anew);
    if (m_parts.target->isVisible())
        seekTarget();
}

} // namespace memwall::app
