// The five symbols of the transport bar as icons, drawn from paths so that they are sharp at any scale.
#pragma once

#include <QColor>
#include <QIcon>

namespace memwall::ui
{

enum class TransportIcon
{
    Start,
    Back,
    Play,
    Pause,
    Forward,
    End,
};

/// Side in logical pixels; ratio is the screen's device pixel ratio.
[[nodiscard]] QIcon transportIcon(TransportIcon icon, const QColor& color, double side, double ratio);

} // namespace memwall::ui
