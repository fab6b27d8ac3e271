// Every colour, size and font of the program, in one value per theme (design: visual.md). Painters and
// widgets take a Theme; nothing else names a colour.
#pragma once

#include "core/base/kind.h"

#include <QBrush>
#include <QColor>
#include <QFont>

#include <array>

class QWidget;

namespace memwall::ui
{

enum class TextRole : std::uint8_t
{
    Caption, ///< 11
    Body, ///< 13
    BodyStrong, ///< 13, semi-bold
    Title, ///< 15, semi-bold
    Figure, ///< 22, bold, tabular figures
    Hero, ///< 38, bold
    Clock, ///< 17, monospace, tabular
};

struct Theme
{
    bool dark = true;
    double scale = 1.0; ///< UI scale; multiplies every size and font
    QColor window, panel, raised, line;
    QColor text, secondary, faint;
    QColor accent, accentText; ///< buttons, selection, playhead knob
    QColor computeBusy, good, bad;
    std::array<QColor, 2> bricks;
    QColor mortar;
    std::array<QColor, core::kKinds> kinds;
    std::array<QColor, core::kKinds> inks; ///< the kinds as letters on window, panel and raised

    [[nodiscard]] static Theme darkTheme(double scale = 1.0);
    [[nodiscard]] static Theme lightTheme(double scale = 1.0);

    [[nodiscard]] QColor color(core::Kind kind) const { return kinds[core::indexOf(kind)]; }
    [[nodiscard]] QColor ink(core::Kind kind) const { return inks[core::indexOf(kind)]; }
    /// Black or white: the letters that read on any colour, a kind's too.
    [[nodiscard]] static QColor letters(const QColor& ground);
    /// Solid, or the kind's pattern of visual.md, so that colour is never the only signal.
    [[nodiscard]] QBrush patternBrush(core::Kind kind) const;
    [[nodiscard]] QFont font(TextRole role) const;
    /// A length at scale 1, in logical pixels of this theme.
    [[nodiscard]] double px(double length) const { return length * scale; }

    bool operator==(const Theme&) const = default;
};

/// Palette and style sheet of the whole program. Called by app once per theme change.
void applyTheme(const Theme& theme);

} // namespace memwall::ui
