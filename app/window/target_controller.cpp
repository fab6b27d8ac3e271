#include "app/window/target_controller.h"

#include "widgets/base/format.h"
#include "widgets/controls/target_popup.h"
#include "widgets/insight/insight_column.h"

namespace memwall::app
{

TargetController::TargetController(const WindowContext& in)
    : m_in(in)
    , m_seeker(in.catalog)
{
    connect(&m_in.session, &Session::systemChanged, this, &TargetController::show);
    connect(m_in.parts.insight, &ui::InsightColumn::targetRequested, this, &TargetController::ask);
    connect(m_in.actions.target, &QAction::triggered, this, &TargetController::ask);
    connect(m_in.parts.target, &ui::TargetPopup::targetRequested, this, &TargetController::seek);
    connect(&m_seeker, &TargetSeeker::found, m_in.parts.target, &ui::TargetPopup::setReach);
    connect(&m_seeker, &TargetSeeker::failed, this, [this](const QString& why) { m_in.say(why); });
    connect(m_in.parts.target, &ui::TargetPopup::changeRequested, this, [this](const core::Reach& reach) {
        m_in.apply(core::settingsFor(reach, m_in.session.edited()),
            reach.resource == core::Resource::Chips
                ? tr("Use %1 chips").arg(ui::formatCount(reach.amount.value_or(0)))
                : tr("%1 × %2").arg(ui::resourceName(reach.resource), ui::formatNumber(reach.factor)),
            {});
    });
}

void TargetController::ask()
{
    if (!m_in.session.shown())
        return;
    seek();
    m_in.parts.target->openBeside(m_in.parts.insight->bottleneckCard());
}

void TargetController::seek()
{
    m_in.parts.target->clearRows();
    const Shown& shown = m_in.session.shown();
    m_seeker.request(shown.machine(), shown.workload(), m_in.parts.target->target());
}

void TargetController::show(bool anew)
{
    m_in.parts.target->setReport(m_in.session.shown().current().report, anew);
    if (m_in.parts.target->isVisible())
        seek();
}

} // namespace memwall::app
