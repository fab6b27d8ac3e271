// The scene that is the whole window.
#pragma once

#include "app/export/scene.h"

namespace memwall::app
{

/// One of partNames(), or empty for the whole window. REQUIRES: a QApplication, which takes the theme.
[[nodiscard]] std::unique_ptr<Scene> makeScene(const QString& part, const SceneInput& input);

} // namespace memwall::app
