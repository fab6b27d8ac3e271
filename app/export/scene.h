// What a picture or a movie shows: the window (see window_scene.h) or one part of it, as it looks at any
// moment. No clock takes part: the same moment gives the same strokes.
#pragma once

#include "app/files/catalog_location.h"
#include "core/simulate.h"
#include "widgets/theme/theme.h"

#include <QSize>
#include <QStringList>

#include <memory>

class QPaintDevice;

namespace memwall::ui
{
class TimelineWidget;
}

namespace memwall::app
{

/// What is shown and how. Scenario and catalog must outlive the scene.
struct SceneInput
{
    const core::Scenario& scenario;
    const core::Catalog& catalog;
    const core::SimulationResult& result;
    std::size_t system = 0; ///< of the scenario's systems, the one shown
    bool race = true; ///< the window shows all systems on one clock where there are several
    QString file {}; ///< the scenario's, for the window's list
    ui::Theme theme;
    QSize size; ///< in logical pixels
    int fps = 0; ///< pictures a second of a film; 0: one picture, to be looked at
};

class Scene
{
public:
    Scene() = default;
    virtual ~Scene() = default;
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    /// playedS: for how long it has been playing on screen; the answer at true speed stands there.
    virtual void setMoment(core::Instant time, double playedS) = 0;
    /// Fills the device, whose logical size is that of the scene.
    virtual void paint(QPaintDevice& device) = 0;
};

/// "stage", "tape", "timeline" and the panels of the insight column.
[[nodiscard]] QStringList partNames();

/// One of partNames(). REQUIRES: a QApplication, which takes the theme.
[[nodiscard]] std::unique_ptr<Scene> makePartScene(const QString& part, const SceneInput& input);

/// Pages through a run as long as the first one: what stands at a moment does not depend on what was shown
/// before it.
void turnToPage(ui::TimelineWidget& timeline, core::TimeSpan first, core::Instant time);

/// The middle of the 37th token of the first answer: late enough that everything moves.
[[nodiscard]] core::Instant tellingMoment(const core::Run& run);

} // namespace memwall::app
