#include "widgets/scene/opening_ease.h"

namespace memwall::ui
{

OpeningEase::OpeningEase()
{
    setStartValue(0.0);
    setEndValue(1.0);
}

void OpeningEase::leave(const StageFrame& drawn)
{
    m_before.remember(drawn);
}

void OpeningEase::forget()
{
    m_before = {};
}

void OpeningEase::goTo(const StageFrame& frame, const Pace& pace)
{
    // Changes that follow each other fast are a hand: what is on its way already does not start slowly again.
    setEasingCurve(runs() ? QEasingCurve::OutCubic : QEasingCurve::InOutCubic);
    stop();
    if (m_before.empty() || m_before.isLike(frame))
        return;
    setDuration(pace.reduced ? 0 : m_before.easeMs(frame));
    start();
}

StageFrame OpeningEase::onItsWay(StageFrame frame, const Pace& pace) const
{
    if (runs())
        m_before.ease(frame, currentValue().toDouble(), pace);
    return frame;
}

} // namespace memwall::ui
