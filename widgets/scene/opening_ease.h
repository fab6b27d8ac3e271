// Walls on their way: their openings ease from how wide they stood to how wide they are now, and from one
// scale to the other.
#pragma once

#include "widgets/scene/openings_before.h"

#include <QVariantAnimation>

namespace memwall::ui
{

class OpeningEase : public QVariantAnimation
{
public:
    OpeningEase();

    [[nodiscard]] bool runs() const { return state() == Running; }
    /// From here on: a frame as it is drawn now.
    void leave(const StageFrame& drawn);
    /// Nothing to come from: the next frame stands at once.
    void forget();
    /// Sets out for a frame. At once where motion hurts, or where nothing has to move.
    void goTo(const StageFrame& frame, const Pace& pace);
    /// The frame as it is drawn now.
    [[nodiscard]] StageFrame onItsWay(StageFrame frame, const Pace& pace) const;

private:
    OpeningsBefore m_before;
};

} // namespace memwall::ui
